import SourceText

/// Rules of names that must be names of something.
let nameRules: [RulePage] = [
  RulePage(
    "unknown-kpi",
    .error,
    "a KPI that no plan has",
    "The id leads nowhere. In a file of readings it may also be an id from `evidence:`.",
    bad: "kpis: [teachin]",
    good: "kpis: [teaching]"
  ),
  RulePage(
    "unknown-strand",
    .error,
    "a strand that the KPI does not have",
    "The message lists the strands of the KPI.",
    bad: "teaching,math,ketton,2015/16,Good",
    good: "teaching,maths,ketton,2015/16,Good"
  ),
  RulePage(
    "unknown-school",
    .error,
    "a school that the trust does not have",
    "Add it under `schools:` in trust.yaml, or correct its name. A reading may also be of the trust or of a "
      + "comparator.",
    bad: "overrides:\n  keton: {target: at least 96%}",
    good: "overrides:\n  ketton: {target: at least 96%}"
  ),
  RulePage(
    "unknown-action",
    .error,
    "an action that the plan does not have",
    "The id leads nowhere.",
    bad: "part-of: reviews",
    good: "part-of: review"
  ),
  RulePage(
    "unknown-plan",
    .error,
    "a plan that the trust does not have",
    "There is no such file under `plans/`.",
    bad: "current-plan: plann",
    good: "current-plan: plan"
  ),
  RulePage(
    "unknown-offer",
    .error,
    "an offer that the plan does not have",
    "Describe it under `offers:` in the plan.",
    bad: "checklist: core",
    good: "checklist: core-offer"
  ),
  RulePage(
    "unknown-risk",
    .error,
    "a risk that the plan does not have",
    "The id leads nowhere.",
    bad: "same-as: groth",
    good: "same-as: growth"
  ),
  RulePage(
    "unknown-owner",
    .warning,
    "an owner who is none of the trust's roles",
    "Nobody would be told. People are named by their role; add the role under `roles:` in trust.yaml, or "
      + "correct its name.",
    bad: "owner: CF0",
    good: "owner: CFO"
  ),
  RulePage(
    "ambiguous-name",
    .error,
    "a name that two things bear",
    "Write the id, or give one of the two another name.",
    bad:
      "ketton: {name: Ketton, aliases: [St Nichs]}\nst-nicholas: {name: St Nicholas, aliases: [St Nichs]}",
    good: "ketton: {name: Ketton}\nst-nicholas: {name: St Nicholas, aliases: [St Nichs]}"
  ),
  RulePage(
    "kpi-cycle",
    .error,
    "KPIs that rest on each other in a circle",
    "Each waits for the other, so that none of them could ever be judged.",
    bad: "a: {title: A, target: {all of: [kpi b]}}\nb: {title: B, target: {all of: [kpi a]}}",
    good: "a: {title: A, target: {all of: [kpi b]}}\nb: {title: B, target: at least 5}"
  ),
]
