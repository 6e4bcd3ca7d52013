import SourceText

/// Rules of targets: what they say, of what, and for how many.
let targetRules: [RulePage] = [
  RulePage(
    "target-syntax",
    .error,
    "a target that cannot be understood",
    "A target is one line of words: a bound, a range, a grade, a comparator or a trend. A figure alone does "
      + "not say which side is good. docs/format/targets.md shows every kind.",
    bad: "target: less 75%",
    good: "target: below 75%"
  ),
  RulePage(
    "amber-syntax",
    .error,
    "a tolerance that cannot be understood",
    "Amber says how near a miss is still \"nearly\": up to a figure, or within so many points.",
    bad: "amber: 2%",
    good: "amber: within 2 points"
  ),
  RulePage(
    "quantifier-syntax",
    .error,
    "a \"how many schools\" that cannot be understood",
    "Write a number, a share or a word that trust.yaml explains.",
    bad: "for: several schools",
    good: "for: at least 2 schools"
  ),
  RulePage(
    "undeclared-quantifier",
    .warning,
    "a word for \"how many\" that nobody has explained",
    "Until trust.yaml says how many \"most\" are, no verdict can rest on the word.",
    bad: "for: most schools",
    good: "quantifiers:\n  most: over 85%"
  ),
  RulePage(
    "unit-mismatch",
    .error,
    "a figure that does not fit what the KPI counts",
    "Pounds cannot be compared with a percentage. Change the figure, or the unit of the KPI.",
    bad: "unit: \"% of income\"\ntarget: below £75",
    good: "unit: \"% of income\"\ntarget: below 75%"
  ),
  RulePage(
    "grade-alone",
    .warning,
    "a grade in the middle of its scale, alone",
    "`Good` alone means Good and nothing better, so that Outstanding would miss it. Say which is meant.",
    bad: "target: Good",
    good: "target: at least Good"
  ),
  RulePage(
    "unknown-grade",
    .error,
    "a grade that the scale does not have",
    "The message lists the grades of the scale, best first.",
    bad: "target: at least Goood",
    good: "target: at least Good"
  ),
  RulePage(
    "grade-without-scale",
    .error,
    "a grade on a KPI that names no scale",
    "The same word stands for different grades on different scales. Name the scale.",
    bad: "target: at least Good",
    good: "scale: ofsted-grade\ntarget: at least Good"
  ),
  RulePage(
    "unknown-scale",
    .error,
    "a scale that trust.yaml does not describe",
    "Describe it under `scales:` in trust.yaml, or correct its name.",
    bad: "scale: ofsted",
    good: "scale: ofsted-grade"
  ),
  RulePage(
    "unknown-comparator",
    .error,
    "a comparator that trust.yaml does not describe",
    "Describe it under `comparators:` in trust.yaml, or correct its name.",
    bad: "target: above natonal",
    good: "target: above national"
  ),
  RulePage(
    "deadline-unparsed",
    .warning,
    "a deadline in words that name no date",
    "The words are kept, but nothing is late by them before the plan ends.",
    bad: "by: when funds allow",
    good: "by: July 2020"
  ),
]
