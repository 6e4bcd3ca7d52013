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
    "amber-side",
    .error,
    "a tolerance that turns no miss into \"nearly\"",
    "A tolerance lies where the target is missed, and next to it. One that looks to the other side, or whose "
      + "limit lies where the target is met already, does nothing.",
    bad: "target: at least 50%\namber: at most 45%",
    good: "target: at least 50%\namber: at least 45%"
  ),
  RulePage(
    "amber-alone",
    .warning,
    "a tolerance where there is no target",
    "\"Nearly\" needs something that is nearly met.",
    bad: "unit: \"% of income\"\namber: up to 76%",
    good: "unit: \"% of income\"\ntarget: below 75%\namber: up to 76%"
  ),
  RulePage(
    "better-contradicted",
    .warning,
    "a target that asks for the worse figures",
    "`better: lower` says that low figures are better, so a target that asks for high ones can hardly be meant, and "
      + "the other way round.",
    bad: "better: lower\ntarget: at least 5%",
    good: "better: lower\ntarget: at most 5%"
  ),
  RulePage(
    "fraction-for-percent",
    .warning,
    "a fraction where percentages are counted",
    "Spreadsheets keep 96.2% as 0.962. A reading of 1% or less is reported where every target of the KPI is 10% or "
      + "more; a target where it asks for less than 1% and no `%` is written.",
    bad: "unit: \"% of sessions\"\ntarget: at least 0.95",
    good: "unit: \"% of sessions\"\ntarget: at least 95%"
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
    "Pounds cannot be compared with a percentage, nor pupils with a share of the income. Change the figure, or the "
      + "unit of the KPI. What the KPI counts may be said again, in full or in short.",
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
