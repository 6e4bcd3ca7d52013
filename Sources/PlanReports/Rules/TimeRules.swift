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
    "impossible-date",
    .error,
    "a day that no calendar has",
    "The message says how many days the month has.",
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
    "year-outside-plan",
    .warning,
    "a year that lies outside the plan",
    "The plan says from which year to which it runs. Check the year, or the years of the plan.",
    bad: "years: 2015/16 to 2018/19\n…\n2019/20:\n  impact: Kept at one school.",
    good: "years: 2015/16 to 2019/20\n…\n2019/20:\n  impact: Kept at one school."
  ),
]
