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
    "A plan or a trust is expected, but there is no line that is not a comment.",
    bad: "# to be written",
    good: "plan: our-plan\ntitle: Our plan\nyears: 2016/17 to 2019/20"
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
    "allow-syntax",
    .warning,
    "a comment for the program that cannot be understood",
    "A comment that begins with `rlt:` lets one rule be broken until a day, for a reason. It speaks of the "
      + "next line, or of its own, and of the lines indented below that. Errors cannot be allowed.",
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
