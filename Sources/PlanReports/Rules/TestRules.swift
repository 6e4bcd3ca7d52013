import SourceText

/// Rules of the tests that a trust writes of its own thresholds.
let testRules: [RulePage] = [
  RulePage(
    "test-failed",
    .error,
    "a test of a threshold that comes out otherwise",
    "What `rlt test` found is not what the test expects. The lines after `why` say how it came. Either the "
      + "test is mistaken, or the target does not say what the trust means.",
    bad: "kpi: staffing   # target: below 75%\nvalues:\n  75%: met",
    good: "kpi: staffing   # target: below 75%\nvalues:\n  75%: missed"
  )
]
