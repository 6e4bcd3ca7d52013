import SourceText

/// Rules of the files of readings.
let readingRules: [RulePage] = [
  RulePage(
    "missing-column",
    .error,
    "a column that must be there",
    "Every row needs a KPI, a scope, a period and a value, and the header says where they stand. Nothing in the file is "
      + "read without.",
    bad: "kpi,value\nstaffing,77%",
    good: "kpi,scope,period,value\nstaffing,ketton,2015/16,77%"
  ),
  RulePage(
    "unknown-column",
    .warning,
    "a column that is ignored",
    "Columns with other names are kept in the file but not read.",
    bad: "kpi,scope,period,value,not",
    good: "kpi,scope,period,value,note"
  ),
  RulePage(
    "duplicate-column",
    .error,
    "a column that is given twice",
    "Nobody could tell which of the two counts.",
    bad: "kpi,scope,period,value,value",
    good: "kpi,scope,period,value,note"
  ),
  RulePage(
    "field-count",
    .error,
    "a row with more or fewer fields than the header",
    "Most often a text holds a comma and needs quotation marks. Where every row has the same number of fields, the "
      + "header is the one that is wrong.",
    bad: "staffing,ketton,2015/16,77%,from the budget, as agreed",
    good: "staffing,ketton,2015/16,77%,\"from the budget, as agreed\""
  ),
  RulePage(
    "stray-quote",
    .error,
    "text beside the quotation marks of a field",
    "Put the whole field in quotation marks, and write each mark inside it twice.",
    bad: "staffing,ketton,2015/16,77%,\"as\" agreed",
    good: "staffing,ketton,2015/16,77%,\"\"\"as\"\" agreed\""
  ),
  RulePage(
    "readings-encoding",
    .error,
    "a file of readings that is not UTF-8",
    "Signs such as £ cannot be read. Save it in the spreadsheet as \"CSV UTF-8 (comma delimited)\".",
    bad: "a file saved as \"CSV\"",
    good: "the same file saved as \"CSV UTF-8\""
  ),
  RulePage(
    "readings-delimiter",
    .error,
    "a file of readings whose columns are not divided by commas",
    "Spreadsheets of other countries write semicolons. Save it as \"CSV UTF-8 (comma delimited)\"; if that writes "
      + "semicolons again, set the list separator of Windows to a comma (Region, Additional settings). The line "
      + "`sep=;` is a sign for Excel alone.",
    bad: "kpi;scope;period;value",
    good: "kpi,scope,period,value"
  ),
  RulePage(
    "readings-line-ends",
    .error,
    "a file of readings that is read as one long line",
    "Its lines end as on old Macintosh computers. Save it as \"CSV UTF-8 (comma delimited)\", not as \"CSV "
      + "(Macintosh)\".",
    bad: "a file saved as \"CSV (Macintosh)\"",
    good: "the same file saved as \"CSV UTF-8\""
  ),
  RulePage(
    "readings-control",
    .error,
    "an invisible character in a file of readings",
    "Copying out of other programs may leave a character that nobody can see, such as NUL. The message says "
      + "which, and where.",
    bad: "gov.surplus,ketton,2015/16,2%,a note with a NUL",
    good: "gov.surplus,ketton,2015/16,2%,a note"
  ),
  RulePage(
    "missing-value",
    .error,
    "a row with neither a value nor a reason",
    "Write the value, `awaited`, `not collected`, or a note that says what was found. Nothing is ever taken "
      + "for zero.",
    bad: "staffing,ketton,2015/16,",
    good: "staffing,ketton,2015/16,awaited"
  ),
  RulePage(
    "value-unit",
    .error,
    "a value that is no figure of what the KPI counts",
    "Write the figure in the unit of the KPI, or the code of a gap such as `SUPP`.",
    bad: "staffing,ketton,2015/16,£77",
    good: "staffing,ketton,2015/16,77%"
  ),
  RulePage(
    "value-grade",
    .error,
    "a value that is no grade of the KPI's scale",
    "The message lists the grades of the scale, best first.",
    bad: "teaching,ketton,2015/16,Goood",
    good: "teaching,ketton,2015/16,Good"
  ),
  RulePage(
    "duplicate-reading",
    .warning,
    "two rows that say the same thing of the same day",
    "The later row counts. For a correction, say in `recorded` when it was made.",
    bad: "staffing,ketton,2015/16,77%,2016-09-30\nstaffing,ketton,2015/16,76%,2016-09-30",
    good: "staffing,ketton,2015/16,77%,2016-09-30\nstaffing,ketton,2015/16,76%,2016-10-14"
  ),
  RulePage(
    "recorded-early",
    .warning,
    "a reading that was recorded before its period began",
    "Nobody can know a figure of a year that has not begun. Check the year of the date and the period.",
    bad: "staffing,ketton,2016/17,77%,2016-06-30",
    good: "staffing,ketton,2016/17,77%,2017-06-30"
  ),
  RulePage(
    "impossible-value",
    .warning,
    "a share below 0% or above 100%",
    "Of what is a part of a whole there cannot be less than nothing or more than everything. The figure is used "
      + "as it stands. Shares of money are left alone: costs can exceed an income, and a surplus can be a loss.",
    bad: "attendance,ketton,2015/16,977%",
    good: "attendance,ketton,2015/16,97.7%"
  ),
  RulePage(
    "not-member",
    .note,
    "a reading of a school before it joined or after it left",
    "It may be meant, as where a school began; often the year or the school is a slip of the pen. It never counts "
      + "for the trust in that period.",
    bad: "staffing,newby,2015/16,77%   # joined 2017-09-01",
    good: "staffing,newby,2017/18,77%"
  ),
  RulePage(
    "wrong-year-file",
    .warning,
    "a reading in the file of another school year",
    "Readings stand in one file for each school year. The row counts all the same, but nobody will look for it "
      + "here.",
    bad: "readings/2015-16.csv:\nstaffing,ketton,2016/17,77%",
    good: "readings/2016-17.csv:\nstaffing,ketton,2016/17,77%"
  ),
  RulePage(
    "small-cohort",
    .warning,
    "a figure about very few people",
    "Everybody in the village will know who is meant. The Department for Education publishes no results of groups "
      + "of fewer than six; nor should a plan. `small-cohort` in trust.yaml sets another number.",
    bad: "kpi,scope,period,value,cohort\nreading,ketton,2015/16,75%,4",
    good: "kpi,scope,period,value,cohort\nreading,ketton,2015/16,SUPP,4"
  ),
]
