public import PlanModel
public import SourceText

/// One line of a proof: a fact that led to the verdict and where it stands.
///
/// Reasons carry values, not words; `PlanReports` words them.
public struct Reason: Sendable {
  /// The fact.
  public var fact: Fact
  /// Where it stands in a file; `nil` for facts that are worked out.
  public var place: Place?

  /// Creates a line of a proof.
  public init(_ fact: Fact, at place: Place? = nil) {
    self.fact = fact
    self.place = place
  }

  /// Whether it compares a figure known only within limits.
  var isLooseComparison: Bool {
    if case .comparedLoosely = fact { true } else { false }
  }

  /// Whether it compares a figure.
  var isComparison: Bool {
    if case .compared = fact { true } else { isLooseComparison }
  }

  /// The facts that proofs are made of.
  ///
  /// Large ones are held indirectly, so that a proof is short to copy.
  public enum Fact: Sendable {
    /// The target in force is this one.
    indirect case target(Target)
    /// The plan's source gave a bare figure, so "at least" was supplied.
    case operatorAssumed
    /// The target was taken from the path for a school year.
    case targetOfYear(AcademicYear)
    /// The path of targets begins only in this school year.
    case noTargetBefore(AcademicYear)
    /// The school has a target of its own, and why.
    case override(reason: String?, until: Day?)
    /// The reading used is this one.
    indirect case reading(Reading)
    /// A reading for every school was used, as the scope has none of its own.
    case readingForEverySchool(Scope)
    /// A reading of the whole KPI was used, as the strand has none of its own.
    case readingForWholeKPI
    /// A reading of the trust as a whole was used, as no school has one of its own and it says the
    /// same of each.
    case readingForTrust
    /// The figure or grade of the trust as a whole does not say what each school has.
    case figureOfTrust
    /// A row without a value, kept for its note; it decides nothing.
    indirect case evidence(Reading)
    /// A later row replaced this reading.
    indirect case superseded(Reading)
    /// Only readings of these days count.
    indirect case window(Window, ClosedRange<Day>)
    /// The latest reading lies before the window, at least in part, so it does not count.
    indirect case beforeWindow(Reading)
    /// The latest reading is of a period in which the KPI was not in force, so it does not count.
    indirect case outsideValidity(Reading)
    /// No reading was found.
    case noReading
    /// No reading was found, although the plan has run longer than the frequency allows.
    case neverRead(Frequency)
    /// The value fits neither the unit nor the scale of the KPI.
    indirect case unreadable(Reading)
    /// The figure was compared with the limit.
    case compared(ExactNumber, BoundRelation, ExactNumber, holds: Bool)
    /// A figure known only within limits was compared; `nil` where it cannot be told.
    indirect case comparedLoosely(ReadingValue, BoundRelation, ExactNumber, holds: Bool?)
    /// The reading's words were compared with the words of the target; `nil` where it cannot be
    /// told.
    indirect case comparedInWords(Comparison.Relation, asked: Comparison, holds: Bool?)
    /// The grade was compared with the grades asked for.
    case graded(rank: Int, asked: [Int], holds: Bool)
    /// The fact was compared with the fact asked for.
    case fact(Bool, asked: Bool)
    /// The share in words was compared with the share asked for; `nil` where it cannot be told.
    case shared(String, asked: String, holds: Bool?)
    /// The word has no declared share.
    case undeclaredWord(String)
    /// The value leaves room for both answers.
    case couldGoEitherWay
    /// The tolerance was tried; `nil` where the miss is certain, and only this cannot be told.
    indirect case amber(Amber, holds: Bool?)
    /// The members miss for certain; whether inside their tolerances cannot be told.
    case toleranceUnknown
    /// No tolerance is declared, so nothing is nearly met.
    case noAmber
    /// The comparator has this reading.
    indirect case comparator(String, Reading)
    /// The comparator has no reading for the period.
    case noComparator(String, Period)
    /// The trust compares with the comparator's figure of this one period, whatever the year.
    case comparatorOfOnePeriod(Period)
    /// The limit is the comparator's figure and so much more, or less.
    case movedLimit(ExactNumber, by: ExactNumber, to: ExactNumber)
    /// The comparator declares no margin for the word.
    case noMargin(String)
    /// No margin is declared for the word, and none could change the answer.
    indirect case anyMarginWillDo(Comparison, holds: Bool)
    /// The reading before it, for a trend.
    indirect case previous(Reading)
    /// There is no reading to compare it with, so no trend: none of the period in question, where
    /// one is, and else none at all.
    case noPrevious(Period?)
    /// The reading to compare it with gives no figure, so no trend.
    indirect case previousMissing(Reading)
    /// The gap to the comparator, now and before.
    case gap(now: ExactNumber, before: ExactNumber?)
    /// Low figures are better here.
    case lowerIsBetter
    /// The improvement since the period before, and that of the comparator.
    case improvement(ExactNumber, comparator: ExactNumber)
    /// The comparator did not improve, so a multiple of it means nothing.
    case comparatorNotImproving(String)
    /// The comparator's figure is not above zero, so a multiple of it means nothing.
    case comparatorNotPositive(String)
    /// So many of a cap are used.
    indirect case counted(ExactNumber, Cap)
    /// So many of a cap are used at least; what was counted besides is not known exactly.
    indirect case countedAtLeast(ExactNumber, Cap)
    /// An exception excuses the count.
    indirect case exception(KPI.CapException)
    /// The deadline falls on this day.
    indirect case due(Deadline, Day)
    /// The deadline falls after the day looked at, on this day at the latest where one is known.
    indirect case deadlineAhead(Deadline, by: Day?, DeadlineGap)
    /// The deadline cannot be worked out, and why.
    indirect case deadlineUnknown(Deadline, DeadlineGap)
    /// A miss is left open, as nobody can tell whether it is due already.
    case dueUnknown
    /// The period has no declared dates, so the end of its school year is taken.
    case termNotDeclared(Period)
    /// It is met, but what stood on the deadline did not meet it.
    indirect case metLate(Day, Outcome, Reading?)
    /// The plan begins only on this day, so no miss is due.
    case planNotBegun(Day)
    /// The grade was given on a scale that was not in use then.
    indirect case scaleNotInUse(Scale, Day)
    /// The value is a grade of a scale that came after the KPI's own.
    indirect case gradeOfLaterScale(Reading, Scale)
    /// The scale went out of use on this day, within the period of the grade.
    indirect case scaleEndedWithin(Scale, Day, Period)
    /// The reading is older than the frequency allows.
    case older(days: Int, than: Frequency)
    /// The KPI does not apply to the school.
    indirect case doesNotApply(SchoolPredicate)
    /// Whether the KPI applies cannot be told, as the school's entry lacks a detail.
    indirect case mayNotApply(SchoolPredicate)
    /// The KPI is in force only in this stretch.
    indirect case validity(KPI.Validity)
    /// The school joined later.
    case joinedLater(Period)
    /// The school is a candidate for joining.
    case candidate
    /// The school left earlier.
    case leftEarlier(Period)
    /// The verdict of a member of the roll-up, and of the parts of it that are not met.
    indirect case member(Scope, strand: String?, Outcome, lacking: [LackingPart] = [])
    /// The members were counted against the quantifier.
    indirect case members(MemberCount, Quantifier)
    /// No quantifier is declared, so every school is taken.
    case quantifierAssumed
    /// There are no members, which never satisfies anything.
    case noMembers
    /// One of several conditions and what it gave.
    indirect case branch(Condition, Outcome)
    /// Whatever the value is, all of the conditions hold, at least one does, or this is never so.
    case togetherDecided(isAll: Bool, holds: Bool)
    /// Another KPI and what it gave.
    case otherKPI(KPI.ID, Outcome)
    /// A line of the proof of another KPI, worded as its own.
    indirect case ofOtherKPI(KPI, Fact)
    /// A school's reading counts in the trust's figure with this weight; without one where `nil`.
    indirect case weighed(Reading, weight: ExactNumber?)
    /// A school has no reading for the period of the trust's figure.
    indirect case notWeighed(Scope, Period)
    /// A school's reading says that there is nothing to weigh.
    indirect case nothingToWeigh(Reading)
    /// The weighted sum of the schools' figures, the sum of the weights, and the figure of the trust.
    indirect case weightedMean(ExactNumber, ExactNumber, ReadingValue)
    /// Whatever is not known, the figure of the trust is this.
    indirect case meanWithin(ReadingValue)
    /// The figure of the trust cannot be told.
    case noMean
    /// The KPI asks, by way of others, about itself, so nothing can be said.
    case kpiCycle(KPI.ID)
    /// Too many KPIs rest on each other for this one to be looked at.
    case kpiTooFar(KPI.ID)
    /// The KPI repeats another and is not counted twice.
    case sameAs(KPI.ID)
    /// The plan has ended; this is its final position.
    case planEnded(Day)
    /// The question asked in place of a target.
    case question(String)
    /// The document that holds the KPI.
    case reference(String)
    /// The plan sets no target.
    case noTarget
    /// The entry of the KPI has a mistake, so nothing is judged by it.
    case mistake
  }

  /// A part of a school that keeps it from being met.
  public struct LackingPart: Sendable, Hashable {
    /// The strand.
    public var strand: String
    /// What was found.
    public var outcome: Outcome

    /// Creates a part.
    public init(_ strand: String, _ outcome: Outcome) {
      self.strand = strand
      self.outcome = outcome
    }
  }

  /// Why a deadline cannot be worked out.
  public enum DeadlineGap: Sendable, Hashable {
    /// The school's joining day is not known.
    case noJoiningDay
    /// No inspection since joining is known.
    case noInspection
    /// The words name no date.
    case unparsed
  }
}
