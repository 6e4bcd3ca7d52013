import SourceText

/// Rules of days, terms and years.
let timeRules: [RulePage] = [
  RulePage(
    "period-syntax",
    .error,
    "a day, term or year that cannot be understood",
    "A day and month in figures alone can mean two different days, so it is refused. Write the month in "
      + "letters, or the year first.",
    bad: "due: 03/04/2016",
    good: "due: 3 April 2016"
  ),
  RulePage(
    "window-syntax",
    .error,
    "a stretch of time that cannot be understood",
    "A window says how many years, months, weeks or days before the day looked at a reading may lie.",
    bad: "window: recently",
    good: "window: 3 years"
  ),
  RulePage(
    "window-missing",
    .error,
    "a count over a window that the KPI does not have",
    "A target such as `at most 2 in the window` needs to know how long the window is.",
    bad: "target: at most 2 in the window",
    good: "target: at most 2 in the window\nwindow: 3 years"
  ),
  RulePage(
    "impossible-date",
    .error,
    "a day that no calendar has, or an end before its beginning",
    "The message says how many days the month has, or which of two dates comes first.",
    bad: "by: 31 June 2020",
    good: "by: 30 June 2020"
  ),
  RulePage(
    "due-unparsed",
    .warning,
    "a due date in words that name no date",
    "The words are kept, but the work is never overdue, and no reminder goes out.",
    bad: "due: ongoing",
    good: "due: 2016/17 T2"
  ),
  RulePage(
    "dates-unaligned",
    .warning,
    "dates of which it is not known whose they are",
    "Milestones and dates stood in cells of their own, and their numbers differ. The dates are kept as they were "
      + "given; none of them is paired with a piece of work, and no work is late by one. Somebody who knows gives "
      + "each piece its `due:`.",
    bad: "dates-as-given: [October 2014, May 2015]\nactions:\n  - {id: bid, action: Bid}\n"
      + "  - {id: recruit, action: Recruit}\n  - {id: train, action: Train}",
    good: "actions:\n  - {id: bid, action: Bid, due: October 2014}\n"
      + "  - {id: recruit, action: Recruit, due: May 2015}\n"
      + "  - {id: train, action: Train, due: May 2015}"
  ),
  RulePage(
    "year-outside-plan",
    .warning,
    "a year that lies outside the plan",
    "The plan says from which year to which it runs. Check the year, or the years of the plan.",
    bad: "years: 2015/16 to 2018/19\n…\n2019/20:\n  impact: Kept at one school.",
    good: "years: 2015/16 to 2019/20\n…\n2019/20:\n  impact: Kept at one school."
  ),
  RulePage(
    "due-before-year",
    .warning,
    "work that is due before its year begins",
    "The date lies before the first day of the year under which the action stands, so it would be overdue "
      + "from the start. Most often the year of the date is wrong.",
    bad: "2016/17:\n  actions:\n    - {id: review, action: Review, due: March 2016}",
    good: "2016/17:\n  actions:\n    - {id: review, action: Review, due: March 2017}"
  ),
  RulePage(
    "path-out-of-order",
    .warning,
    "a later year that asks for less than an earlier",
    "Targets by year usually lead somewhere. Check the two figures and their years.",
    bad: "targets: {2016/17: at least 97%, 2017/18: at least 79%}",
    good: "targets: {2016/17: at least 97%, 2017/18: at least 98%}"
  ),
  RulePage(
    "future-date",
    .warning,
    "a day in the future on which something is said to have happened",
    "Work is done, a milestone reached and a reading recorded on a day that has passed. Check the year. It depends on "
      + "the day: `--today` sets it.",
    bad: "done: 2071-03-31",
    good: "done: 2017-03-31"
  ),
  RulePage(
    "date-outside-plan",
    .warning,
    "a date before the plan begins or after it ends",
    "The plan says from which year to which it runs, and nobody looks at it on that day. Check the year of the "
      + "date, or the years of the plan.",
    bad: "years: 2015/16 to 2018/19\n…\n- {id: review, action: Review, due: March 2061}",
    good: "years: 2015/16 to 2018/19\n…\n- {id: review, action: Review, due: March 2016}"
  ),
  RulePage(
    "scale-ended",
    .warning,
    "grades of a scale that had ended or not begun",
    "Ofsted and SIAMS have changed their grades. A grade of the old scale says nothing on the new one, and none is "
      + "ever converted. End the KPI with the scale, and add one on its successor.",
    bad: "scale: ofsted-grade   # until 2024-09-01, in a plan to 2027/28",
    good: "scale: ofsted-grade\nvalid: {to: 2023/24}"
  ),
]
