import SourceText

/// Rules of what a plan says of itself: whether it can be understood, followed and shown.
let planRules: [RulePage] = [
  RulePage(
    "percent-of-what",
    .warning,
    "a percentage that does not say of what",
    "\"Below 75%\" of income or of expenditure are two promises. Say what the figures are a share of, so that "
      + "everybody works out the same one.",
    bad: "unit: \"%\"",
    good: "unit: \"% of total income\""
  ),
  RulePage(
    "plan-too-large",
    .warning,
    "more strategies, priorities and KPIs than anyone can follow",
    "Of plans with fewer than 20 parts two in three are carried out, of those with more than 60 fewer than one in "
      + "ten (ClearPoint Strategy, of the plans on its own platform; a seller's figures). Say which parts matter "
      + "most.",
    bad: "61 KPIs",
    good: "the 12 that the board reads"
  ),
  RulePage(
    "pupil-data",
    .warning,
    "what looks like a pupil's own data",
    "A unique pupil number, or a date of birth. Plans are read by many people, and what was once committed stays in "
      + "the history for ever. No plan needs to say which child is meant.",
    bad: "note: Reading support for the pupil born 12/03/2009",
    good: "note: Reading support for one pupil in Year 3"
  ),
  RulePage(
    "kpi-without-owner",
    .warning,
    "a KPI that nobody owns",
    "It has no owner and its priority no lead, so nobody will be asked about it.",
    isOptional: true,
    bad: "staffing:\n  target: below 75%",
    good: "staffing:\n  target: below 75%\n  owner: CFO"
  ),
  RulePage(
    "kpi-without-reading",
    .warning,
    "a KPI with a target and no reading",
    "Nobody has ever said how it stands, neither for a school nor for the trust.",
    isOptional: true,
    bad: "staffing: {target: below 75%}   # and no row of readings",
    good: "staffing,ketton,2015/16,74%"
  ),
  RulePage(
    "kpi-without-comparator",
    .warning,
    "a KPI whose comparator has no reading",
    "The target compares with a figure that nobody has recorded, so it can be neither met nor missed.",
    isOptional: true,
    bad: "target: above national   # and no row for national",
    good: "attainment,national,2015/16,66%"
  ),
  RulePage(
    "stale-reading",
    .warning,
    "a KPI whose last reading is too old",
    "It is to be read more often than it was. It depends on the day: `--today` sets it. After the plan has ended, its "
      + "last day counts.",
    isOptional: true,
    bad: "frequency: monthly   # last read eight months ago",
    good: "frequency: yearly"
  ),
]
