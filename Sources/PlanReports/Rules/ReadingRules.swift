import SourceText

/// Rules of the files of readings.
let readingRules: [RulePage] = [
  RulePage(
    "missing-column",
    .error,
    "a column that must be there",
    "Every row needs a KPI, a scope, a period and a value, and the header says where they stand.",
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
    "Most often a text holds a comma and needs quotation marks.",
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
]
