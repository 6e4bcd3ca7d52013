import SourceText

/// Rules of the characters of a file, and of its size.
let characterRules: [RulePage] = [
  RulePage(
    "tab",
    .error,
    "a tab where only spaces can be",
    "Editors show tabs in different widths, so that nobody can see what a line belongs to. Write two "
      + "spaces. A tab at the end of a line is only warned about.",
    bad: "kpi:\n\ttitle: Reading",
    good: "kpi:\n  title: Reading"
  ),
  RulePage(
    "odd-space",
    .error,
    "something that looks like a space and is none",
    "Texts pasted from Word hold spaces of other kinds, which do not separate a name from its text.",
    bad: "title:\u{A0}Reading",
    good: "title: Reading"
  ),
  RulePage(
    "control",
    .error,
    "an invisible character",
    "It cannot be seen, and some programs would act on it. Delete it.",
    bad: "title: Read\u{7}ing",
    good: "title: Reading"
  ),
  RulePage(
    "bidi",
    .warning,
    "an invisible character that turns the text around",
    "What is read on the screen is not what the file says. Delete it.",
    bad: "title: Read\u{202E}ing",
    good: "title: Reading"
  ),
  RulePage(
    "lone-cr",
    .error,
    "a line end that not every program sees",
    "The line ends with a carriage return alone, as on computers of long ago. Save the file with line "
      + "feeds.",
    bad: "title: Reading\rnote: Writing",
    good: "title: Reading\nnote: Writing"
  ),
  RulePage(
    "utf8",
    .error,
    "a byte that is no character",
    "The file is not saved as UTF-8, so that letters such as £ and ’ cannot be read. In Notepad: File, "
      + "Save as, Encoding: UTF-8.",
    bad: "a file saved as \"ANSI\"",
    good: "the same file saved as \"UTF-8\""
  ),
  RulePage(
    "utf16",
    .error,
    "a file saved as \"Unicode\"",
    "Notepad calls UTF-16 \"Unicode\". Save the file as UTF-8: File, Save as, Encoding: UTF-8; or let "
      + "`rlt validate --fix` do it. A file in UTF-32 is reported and converted alike.",
    bad: "a file saved as \"Unicode\"",
    good: "the same file saved as \"UTF-8\""
  ),
  RulePage(
    "not-text",
    .error,
    "a file that is not text",
    "This is a workbook, a document, a picture or the like, whatever its name says. Open it in its own program and "
      + "save it as plain text (readings as \"CSV UTF-8 (comma delimited)\"), or put the right file in its place. "
      + "Nothing is known of what it says, so the check ends with 3.",
    bad: "an Excel workbook named plan.yaml",
    good: "a text file"
  ),
  RulePage(
    "key-long",
    .error,
    "a name of more than 1,024 characters",
    "Most likely a quote is missing and a text was taken for a name.",
    bad: String(repeating: "very ", count: 210) + "long: text",
    good: "short: text"
  ),
]
