public import SourceText

/// The condition that readings must satisfy, with the words it was given in.
public struct Target: Sendable, Hashable {
  /// The words, as typed, in one line.
  public var text: String
  /// What they mean.
  public var condition: Condition
  /// Where they stand.
  public var place: Place
  /// Whether the plan's source gave a bare figure, so that "at least" was supplied.
  public var operatorAssumed = false

  /// Creates a target.
  public init(_ text: String, _ condition: Condition, at place: Place) {
    self.text = text
    self.condition = condition
    self.place = place
  }
}

/// The tolerance inside which a miss is "nearly".
public struct Amber: Sendable, Hashable {
  /// The words, as typed.
  public var text: String
  /// What they mean.
  public var rule: Rule
  /// Where they stand.
  public var place: Place

  /// Creates a tolerance.
  public init(_ text: String, _ rule: Rule, at place: Place) {
    self.text = text
    self.rule = rule
    self.place = place
  }

  /// The ways to declare a tolerance.
  public enum Rule: Sendable, Hashable {
    /// A condition that a near miss still satisfies: `up to 76%`, `between 19.5 and 23.5`.
    case condition(Condition)
    /// A distance from the target: `within 2 points`.
    case within(Quantity)
  }
}

/// A target for one school in place of the KPI's own.
public struct TargetOverride: Sendable, Hashable {
  /// The school.
  public var school: School.ID
  /// Its target.
  public var target: Target
  /// Its tolerance, where it has its own.
  public var amber: Amber?
  /// Why it has its own.
  public var reason: String?
  /// The last day on which it holds.
  public var until: Day?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates an override.
  public init(_ school: School.ID, _ target: Target) {
    self.school = school
    self.target = target
  }
}

/// How many of the schools must satisfy the target for the trust to satisfy it.
public struct Quantifier: Sendable, Hashable {
  /// The words, as typed; empty where the plan says nothing.
  public var text: String
  /// What they mean.
  public var rule: Rule
  /// Where they stand; `nil` where the plan says nothing and every school is taken.
  public var place: Place?

  /// Creates a quantifier.
  public init(_ text: String, _ rule: Rule, at place: Place?) {
    self.text = text
    self.rule = rule
    self.place = place
  }

  /// The ways to ask for a number of schools.
  public enum Rule: Sendable, Hashable {
    /// Every school.
    case every
    /// The trust itself is read; schools are not.
    case theTrust
    /// A bound on the number of schools: `at most 1 school`, `no school`.
    case count(Bound)
    /// A bound on the share of schools, in percent: `at least 85% of schools`, `most schools`.
    case share(Bound)
    /// A word for which the trust has declared no share, such as `almost all`.
    case undeclared(word: String)
  }
}

/// The last day by which a target is to be met.
public struct Deadline: Sendable, Hashable {
  /// The words, as typed.
  public var text: String
  /// What they mean.
  public var rule: Rule
  /// Where they stand.
  public var place: Place

  /// Creates a deadline.
  public init(_ text: String, _ rule: Rule, at place: Place) {
    self.text = text
    self.rule = rule
    self.place = place
  }

  /// The ways to set a deadline.
  public indirect enum Rule: Sendable, Hashable {
    /// The last day of a period: `2020-08-31`, `July 2020`, `2020`, `2019/20`.
    case period(Period)
    /// So many years after the school joined.
    case yearsAfterJoining(Int)
    /// The first inspection after the school joined, of a section where one is named.
    case firstInspection(section: String?)
    /// Whichever comes first.
    case earliest([Rule])
    /// Words without a date that can be worked out, kept as they are.
    case unparsed
  }
}

/// A test that picks the schools to which a KPI applies.
public struct SchoolPredicate: Sendable, Hashable {
  /// Church schools only, or others only.
  public var church: Bool?
  /// Phases, any of which will do.
  public var phases: [String] = []
  /// Named schools only.
  public var schools: [School.ID] = []
  /// Where it stands.
  public var place: Place

  /// Creates a test that every school passes.
  public init(at place: Place) { self.place = place }
}
