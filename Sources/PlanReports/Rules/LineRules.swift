import SourceText

/// Rules of how a line is written: names, colons, dashes, indentation.
let lineRules: [RulePage] = [
  RulePage(
    "colon-text",
    .error,
    "a colon and a space inside a text",
    "A colon followed by a space ends a name, so the rest of the text could not be told from a value. "
      + "Put the whole text in quotes.",
    bad: "title: Reading: every child",
    good: "title: \"Reading: every child\""
  ),
  RulePage(
    "colon-space",
    .error,
    "no space after the colon",
    "A name, a colon, a space, then the text. Without the space it would all be one name.",
    bad: "title:Reading",
    good: "title: Reading"
  ),
  RulePage(
    "no-colon",
    .error,
    "a line without a colon",
    "Every line gives a name and a value. A line that goes on with the text above it must be indented.",
    bad: "title: Reading\nEvery child reads every day",
    good: "title: Reading\nnote: Every child reads every day"
  ),
  RulePage(
    "no-name",
    .error,
    "a colon without a name before it",
    "There is a value, but nothing says of what.",
    bad: ": Reading",
    good: "title: Reading"
  ),
  RulePage(
    "root-scalar",
    .error,
    "a file that is only text",
    "A plan consists of names and values, one on each line; this file is a text without any name.",
    bad: "Our plan for the year",
    good: "title: Our plan for the year"
  ),
  RulePage(
    "duplicate",
    .error,
    "the same name twice",
    "The second would hide the first. Often the dash is missing that starts the next item of a list.",
    bad: "title: Reading\nowner: CFO\ntitle: Writing",
    good: "title: Reading\nowner: CFO\nnote: Writing"
  ),
  RulePage(
    "indent",
    .error,
    "a line that is indented too much or too little",
    "The spaces at the start of a line say what it belongs to. This line belongs to none of those above.",
    bad: "kpi:\n  title: Reading\n owner: CFO",
    good: "kpi:\n  title: Reading\n  owner: CFO"
  ),
  RulePage(
    "child-of-text",
    .error,
    "a line under a text",
    "The name above already has a text, so nothing can stand under it. Align the line with the name, or "
      + "put the whole text in quotes if it goes on here.",
    bad: "title: Reading\n  owner: CFO",
    good: "title: Reading\nowner: CFO"
  ),
  RulePage(
    "after-value",
    .error,
    "text after a closing bracket",
    "A bracket at the start of a text begins a list; what follows the list belongs to nothing. Put a "
      + "text that starts with a bracket in quotes.",
    bad: "who: [all] classes",
    good: "who: \"[all] classes\""
  ),
  RulePage(
    "mixed",
    .error,
    "list items among names",
    "The lines at one level are either items with a dash or names with a colon, not both.",
    bad: "actions:\n  - Call home\n  owner: CFO",
    good: "actions:\n  - Call home\nowner: CFO"
  ),
  RulePage(
    "dash-text",
    .error,
    "no space after a dash",
    "An item of a list starts with a dash and a space. Without it the lines would all be one text.",
    bad: "actions:\n  -Call home\n  -Write a letter",
    good: "actions:\n  - Call home\n  - Write a letter"
  ),
  RulePage(
    "dash-here",
    .error,
    "a list on the line of its name",
    "A list stands on the lines below its name. A dash alone is no value: for \"none\" leave it empty.",
    bad: "owner: -",
    good: "owner:"
  ),
  RulePage(
    "cont-dash",
    .error,
    "a list under a text",
    "The name above already has a text, so that these items would be swallowed by it. Make the text a "
      + "comment, or put it in quotes.",
    bad: "actions: see below\n  - Call home",
    good: "actions: # see below\n  - Call home"
  ),
  RulePage(
    "bullet",
    .error,
    "a bullet or number in place of a dash",
    "Items of a list start with a hyphen and a space. Bullets and numbers would be part of one long text.",
    bad: "actions:\n  • Call home\n  • Write a letter",
    good: "actions:\n  - Call home\n  - Write a letter"
  ),
  RulePage(
    "hash",
    .error,
    "text that would be lost as a comment",
    "Everything after a space and `#` is a comment. Put the text in quotes, or write a space after `#` "
      + "where a comment is meant.",
    bad: "title: Fix the #1 complaint",
    good: "title: \"Fix the #1 complaint\""
  ),
  RulePage(
    "explicit-key",
    .error,
    "a name that is not on one line before a colon",
    "A name stands on one line, before its colon. A text that starts with a question mark and a space "
      + "needs quotes.",
    bad: "? Is it safe",
    good: "question: Is it safe?"
  ),
  RulePage(
    "merge",
    .error,
    "`<<` as a name",
    "Other programs copy values to where this name stands, so the file would not mean what it says.",
    bad: "<<: defaults",
    good: "\"<<\": defaults"
  ),
  RulePage(
    "multi-doc",
    .error,
    "a line of dashes between sections",
    "`---` would start another plan in the same file. A comment can separate sections.",
    bad: "title: One\n---\nnote: Two",
    good: "title: One\n# ---\nnote: Two"
  ),
  RulePage(
    "doc-start",
    .error,
    "text on the line of `---`",
    "`---` stands alone on its line, and only before the first line of a plan.",
    bad: "--- title: One",
    good: "---\ntitle: One"
  ),
  RulePage(
    "doc-end",
    .error,
    "text after `...`",
    "`...` ends a file, so what follows would not be read.",
    bad: "title: One\n...\nnote: Two",
    good: "title: One\n# ...\nnote: Two"
  ),
  RulePage(
    "directive",
    .error,
    "a line that starts with `%`",
    "Such a line gives orders to other programs. Make it a comment.",
    bad: "%YAML 1.2\n---\ntitle: One",
    good: "# YAML 1.2\ntitle: One"
  ),
  RulePage(
    "depth",
    .error,
    "too many levels of lines under lines",
    "No plan needs more than 64 levels; most likely brackets or spaces were repeated by mistake.",
    bad: String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
    good: "[[]]"
  ),
]
