public import SourceText

/// The rules that the content of files is held to; each is the id of a diagnostic.
///
/// Rules of the way files are written, such as `colon-text`, are those of `PlanSyntax`.
public enum PlanRule: String, Sendable, Hashable, CaseIterable {
  // MARK: Files

  /// A file could not be read.
  case fileUnreadable = "file-unreadable"
  /// A file is larger than any plan or year of readings.
  case fileTooLarge = "file-too-large"
  /// A file of a trust is not there.
  case fileMissing = "file-missing"
  /// A file holds nothing where a plan, a trust or readings are expected.
  case fileEmpty = "file-empty"
  /// A file that looks as if it were to be read lies where it is not.
  case strayFile = "stray-file"
  /// Names and values that rest on a file with mistakes were not looked at.
  case notChecked = "not-checked"

  // MARK: Keys and shapes

  /// A key that means nothing where it stands.
  case unknownKey = "unknown-key"
  /// A key that must be given.
  case missingKey = "missing-key"
  /// A list where a text is expected, and the like.
  case wrongShape = "wrong-shape"
  /// A key without a value.
  case emptyValue = "empty-value"
  /// A word that is none of those the key allows.
  case unknownWord = "unknown-word"
  /// A text that should be a whole number, a date or the like.
  case badValue = "bad-value"
  /// An id that is not made of lower-case words.
  case badID = "bad-id"
  /// An id that is given twice.
  case duplicateID = "duplicate-id"
  /// A text that other programs read as nothing.
  case nullText = "null-text"

  // MARK: Allowances

  /// A comment for the program that cannot be understood.
  case allowSyntax = "allow-syntax"
  /// An allowance whose last day has passed.
  case allowExpired = "allow-expired"
  /// An allowance of what nothing breaks.
  case allowUnused = "allow-unused"

  // MARK: Targets

  /// A target that cannot be understood.
  case targetSyntax = "target-syntax"
  /// A tolerance that cannot be understood.
  case amberSyntax = "amber-syntax"
  /// A tolerance on the wrong side of its target, or one that tolerates nothing.
  case amberSide = "amber-side"
  /// A tolerance where there is no target to miss.
  case amberAlone = "amber-alone"
  /// A figure that is a fraction of one where percentages are counted.
  case fractionForPercent = "fraction-for-percent"
  /// A target that asks for figures which are not the better ones.
  case betterContradicted = "better-contradicted"
  /// A "how many schools" that cannot be understood.
  case quantifierSyntax = "quantifier-syntax"
  /// A word for "how many" that the trust does not list.
  case undeclaredQuantifier = "undeclared-quantifier"
  /// A mark that does not fit the KPI's unit.
  case unitMismatch = "unit-mismatch"
  /// A grade in the middle of a scale, which means that grade and no better one.
  case gradeAlone = "grade-alone"
  /// A grade that the KPI's scale does not have.
  case unknownGrade = "unknown-grade"
  /// A grade on a KPI that names no scale.
  case gradeWithoutScale = "grade-without-scale"
  /// A scale that the trust does not describe.
  case unknownScale = "unknown-scale"
  /// A comparator that the trust does not describe.
  case unknownComparator = "unknown-comparator"
  /// A deadline in words that name no date.
  case deadlineUnparsed = "deadline-unparsed"

  // MARK: Time

  /// A period that cannot be understood.
  case periodSyntax = "period-syntax"
  /// A stretch of time that cannot be understood.
  case windowSyntax = "window-syntax"
  /// A count over a window that the KPI does not have.
  case windowMissing = "window-missing"
  /// A date that no calendar has.
  case impossibleDate = "impossible-date"
  /// A due date in words that name no date.
  case dueUnparsed = "due-unparsed"
  /// Dates beside pieces of work, of which it is not known whose.
  case datesUnaligned = "dates-unaligned"
  /// A school year outside the years of the plan.
  case yearOutsidePlan = "year-outside-plan"

  /// Work that is due before the year begins in which it stands.
  case dueBeforeYear = "due-before-year"
  /// A yearly target that asks for less than that of an earlier year.
  case pathOutOfOrder = "path-out-of-order"

  /// A day on which something is said to have happened lies in the future.
  case futureDate = "future-date"
  /// A date before the plan begins or after it ends.
  case dateOutsidePlan = "date-outside-plan"
  /// Grades of a scale that had ended or not begun.
  case scaleEnded = "scale-ended"

  // MARK: What a plan says of itself

  /// A percentage that does not say of what.
  case percentOfWhat = "percent-of-what"
  /// More strategies, priorities and KPIs than anyone can follow.
  case planTooLarge = "plan-too-large"
  /// What looks like a pupil's own data.
  case pupilData = "pupil-data"
  /// A KPI that nobody owns; off unless asked for.
  case kpiWithoutOwner = "kpi-without-owner"
  /// A KPI with a target and no reading; off unless asked for.
  case kpiWithoutReading = "kpi-without-reading"
  /// A KPI whose comparator has no reading; off unless asked for.
  case kpiWithoutComparator = "kpi-without-comparator"
  /// A KPI whose last reading is too old; off unless asked for.
  case staleReading = "stale-reading"

  // MARK: References

  /// A KPI that no plan has.
  case unknownKPI = "unknown-kpi"
  /// A strand that the KPI does not have.
  case unknownStrand = "unknown-strand"
  /// A school that the trust does not have.
  case unknownSchool = "unknown-school"
  /// An action that the plan does not have.
  case unknownAction = "unknown-action"
  /// A plan that the trust does not have.
  case unknownPlan = "unknown-plan"
  /// An offer that the plan does not have.
  case unknownOffer = "unknown-offer"
  /// A risk that the plan does not have.
  case unknownRisk = "unknown-risk"
  /// An owner that the trust does not list.
  case unknownOwner = "unknown-owner"
  /// A name that several things bear.
  case ambiguousName = "ambiguous-name"
  /// KPIs that rest on each other in a circle.
  case kpiCycle = "kpi-cycle"

  // MARK: Mail

  /// An address that no mail can be sent to.
  case badAddress = "bad-address"
  /// An address that two recipients have.
  case duplicateAddress = "duplicate-address"
  /// A role that the trust does not list, or that no recipient has.
  case unknownRole = "unknown-role"

  // MARK: Readings

  /// A column that must be there.
  case missingColumn = "missing-column"
  /// A column that means nothing.
  case unknownColumn = "unknown-column"
  /// A column that is given twice.
  case duplicateColumn = "duplicate-column"
  /// A row with more or fewer fields than the header.
  case fieldCount = "field-count"
  /// A quotation mark that is never closed.
  case unclosedQuote = "unclosed-quote"
  /// Text beside the quotation marks of a field.
  case strayQuote = "stray-quote"
  /// A file of readings that is not UTF-8.
  case readingsEncoding = "readings-encoding"
  /// A character in a file of readings that nobody can see or type.
  case readingsControl = "readings-control"
  /// A file of readings whose columns are not divided by commas.
  case readingsDelimiter = "readings-delimiter"
  /// A file of readings whose lines end as on old Macintosh computers.
  case readingsLineEnds = "readings-line-ends"
  /// A reading that was recorded before its period began.
  case recordedEarly = "recorded-early"
  /// A row with neither value nor note.
  case missingValue = "missing-value"
  /// A value that is no figure of the KPI's unit.
  case valueUnit = "value-unit"
  /// A value that is no grade of the KPI's scale.
  case valueGrade = "value-grade"
  /// Two rows that say the same thing of the same day.
  case duplicateReading = "duplicate-reading"
  /// A share of less than nothing or more than everything.
  case impossibleValue = "impossible-value"
  /// A reading of a school before it joined or after it left.
  case notMember = "not-member"
  /// A reading in the file of another school year.
  case wrongYearFile = "wrong-year-file"
  /// A figure about so few people that it can tell who they are.
  case smallCohort = "small-cohort"

  /// The name of the rule, as messages show it.
  public var id: DiagnosticID { DiagnosticID(rawValue) }

  /// How much a breach of the rule matters.
  public var severity: Severity {
    switch self {
    case .undeclaredQuantifier, .gradeAlone, .deadlineUnparsed, .dueUnparsed, .datesUnaligned,
      .yearOutsidePlan, .dueBeforeYear, .pathOutOfOrder, .allowSyntax, .allowExpired, .allowUnused,
      .unknownOwner,
      .unknownColumn, .duplicateReading, .dateOutsidePlan, .scaleEnded, .percentOfWhat,
      .planTooLarge, .pupilData, .kpiWithoutOwner, .kpiWithoutReading, .kpiWithoutComparator,
      .staleReading, .impossibleValue, .wrongYearFile, .smallCohort, .amberAlone,
      .fractionForPercent, .betterContradicted, .strayFile, .futureDate, .nullText, .recordedEarly:
      .warning
    case .emptyValue, .notMember, .notChecked: .note
    default: .error
    }
  }
}

extension PlanRule {
  /// Whether the rule is off unless somebody asks for it by name.
  ///
  /// What such a rule finds is no fault of a file, or depends on the day.
  public var isOptional: Bool {
    switch self {
    case .kpiWithoutOwner, .kpiWithoutReading, .kpiWithoutComparator, .staleReading: true
    default: false
    }
  }
}

extension Diagnostic {
  /// A breach of a rule, as severe as the rule says.
  init(
    _ rule: PlanRule,
    _ message: String,
    at place: Place,
    label: String = "",
    help: String,
    notes: [Note] = []
  ) {
    self.init(
      rule.id,
      rule.severity,
      readable(message),
      at: place,
      label: readable(label),
      help: readable(help),
      notes: notes
    )
  }
}
