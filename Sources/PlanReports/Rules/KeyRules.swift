import SourceText

/// Rules of files, keys, shapes and ids.
let keyRules: [RulePage] = [
  RulePage(
    "file-unreadable",
    .error,
    "a file that could not be read",
    "The account that runs the program may not open it, or the disk has a fault. Nothing is known of what "
      + "it says, so the check ends with 3.",
    bad: "plans/plan.yaml, which only somebody else may read",
    good: "plans/plan.yaml, which this account may read"
  ),
  RulePage(
    "file-too-large",
    .error,
    "a file larger than any plan or year of readings",
    "It was not read. Check that it is the right file.",
    bad: "a file of 20 MiB",
    good: "a file of 200 kB"
  ),
  RulePage(
    "file-missing",
    .error,
    "a file of the trust is not there",
    "A trust is a folder with a trust.yaml. Begin one with `rlt init`, or name another folder.",
    bad: "a folder without trust.yaml",
    good: "a folder with trust.yaml"
  ),
  RulePage(
    "file-empty",
    .error,
    "a file that holds nothing",
    "A plan, a trust or readings are expected, but there is no line that says something.",
    bad: "# to be written",
    good: "plan: our-plan\ntitle: Our plan\nyears: 2016/17 to 2019/20"
  ),
  RulePage(
    "stray-file",
    .warning,
    "a file that nobody reads",
    "It lies where plans or readings lie and looks as if it were to be read, but it is a workbook, has another ending, "
      + "or stands in a folder of its own.",
    bad: "readings/2015-16.xlsx",
    good: "readings/2015-16.csv"
  ),
  RulePage(
    "not-checked",
    .note,
    "names and values that were not looked at",
    "They rest on what another file declares, and that file has mistakes. What it may have meant to declare is not "
      + "reported as unknown; once the mistakes are put right, everything is looked at.",
    bad: "scools:\n  ketton: Ketton",
    good: "schools:\n  ketton: Ketton"
  ),
  RulePage(
    "unknown-key",
    .error,
    "a name that means nothing where it stands",
    "A misspelt name never means \"not given\". The nearest known name is shown.",
    bad: "taget: below 75%",
    good: "target: below 75%"
  ),
  RulePage(
    "missing-key",
    .error,
    "something that must be given is missing",
    "Without it the entry cannot be shown or found.",
    bad: "staff-costs:\n  target: below 75%",
    good: "staff-costs:\n  title: Staff costs\n  target: below 75%"
  ),
  RulePage(
    "wrong-shape",
    .error,
    "a list where a text is expected, or the other way round",
    "The message says which of the two belongs there.",
    bad: "title: [Reading, Writing]",
    good: "title: Reading and writing"
  ),
  RulePage(
    "empty-value",
    .note,
    "a name without anything after it",
    "Nothing is wrong, but often a text was lost: after a space and `#` everything is a comment.",
    bad: "room: # 12",
    good: "room: \"# 12\""
  ),
  RulePage(
    "unknown-word",
    .error,
    "a word that is none of those allowed here",
    "Some names take one of a few words only. The message lists them.",
    bad: "status: finished",
    good: "status: done"
  ),
  RulePage(
    "bad-value",
    .error,
    "a text that should be a number, a day or the like",
    "The message says what is expected.",
    bad: "pupils: about 200",
    good: "pupils: 210"
  ),
  RulePage(
    "bad-id",
    .error,
    "an id that is not made of small letters and digits",
    "Ids are typed, written into readings and compared, so they hold small letters and digits only, joined "
      + "by `-` and `.`.",
    bad: "Key Stage 1: …",
    good: "key-stage-1: …"
  ),
  RulePage(
    "duplicate-id",
    .error,
    "an id that is given twice",
    "Readings and links could not tell the two apart.",
    bad: "- id: review\n  action: Review costs\n- id: review\n  action: Review staffing",
    good:
      "- id: review-costs\n  action: Review costs\n- id: review-staffing\n  action: Review staffing"
  ),
  RulePage(
    "null-text",
    .warning,
    "a text that other programs read as nothing",
    "Here everything is a text, but other programs that read such files take these words for nothing at all.",
    bad: "note: null",
    good: "note: \"null\""
  ),
  RulePage(
    "allow-syntax",
    .warning,
    "a comment for the program that cannot be understood",
    "A comment that begins with `rlt:` lets one rule be broken until a day, for a reason. It speaks of the "
      + "next line, or of its own, and of the lines indented below that; with `in` of a whole file of readings. "
      + "Errors cannot be allowed.",
    bad: "# rlt: allow due-unparsed",
    good: "# rlt: allow due-unparsed until 2026-07-31 -- agreed by the governors"
  ),
  RulePage(
    "allow-expired",
    .warning,
    "an allowance whose last day has passed",
    "What it allowed is shown again. Put that right, or agree on a later day.",
    bad: "# rlt: allow due-unparsed until 2016-07-31 -- agreed by the governors",
    good: "due: July 2016"
  ),
  RulePage(
    "allow-unused",
    .warning,
    "an allowance of what nothing breaks",
    "What it allowed has been put right, or it stands at the wrong line. Remove it.",
    bad: "# rlt: allow due-unparsed until 2026-07-31 -- agreed by the governors\ndue: July 2016",
    good: "due: July 2016"
  ),
]
