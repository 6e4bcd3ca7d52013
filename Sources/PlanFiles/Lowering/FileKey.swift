internal import PlanSyntax

/// The keys that one noun of the files may have: each is listed once, here begins every check.
protocol FileKey: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// The noun with its article, for messages: `a KPI`.
  static var noun: String { get }
  /// The keys by their bytes.
  static var table: KeyTable { get }
  /// The keys in the order in which new ones are written.
  static var written: [Self] { get }
}

extension FileKey {
  static var written: [Self] { Array(allCases) }
}

extension FileKey {
  /// The position of the key among all cases.
  ///
  /// The value of a case without parts is its position; a test holds this for every noun. Looking
  /// the case up among all of them would cost more than all the rest of reading an entry.
  var position: Int { Int(unsafe unsafeBitCast(self, to: UInt8.self)) }
}

/// Finds the keys of one noun by their bytes.
///
/// Keys are told apart by their position among all cases. One type serves all nouns: each type of
/// its own would cost the runtime as much, at its first use, as reading a page of text.
struct KeyTable: Sendable {
  /// The bytes of all keys one after the other.
  private var letters: [UInt8] = []
  /// Where the bytes of each key end.
  private var ends: [Int] = []

  init<Key: FileKey>(_ keys: Key.Type) {
    for key in Key.allCases {
      letters += key.rawValue.utf8
      ends.append(letters.count)
    }
  }

  /// The position of a key among all cases.
  func position(_ name: Span<UInt8>) -> Int? {
    let all = letters.span
    var start = 0
    for position in ends.indices {
      let end = ends[position]
      if end - start == name.count {
        var index = 0
        while index < name.count, all[start + index] == name[index] { index += 1 }
        if index == name.count { return position }
      }
      start = end
    }
    return nil
  }
}

enum TrustKey: String, FileKey {
  case trust, name, aliases, source, note, calendar, schools, roles, groups, bodies, documents
  case schemes, partners, comparators, scales, quantifiers, recipients, mail
  case currentPlan = "current-plan"
  case smallCohort = "small-cohort"
  static let noun = "a trust"
  static let table = KeyTable(Self.self)
}

enum CalendarKey: String, FileKey {
  case terms, source, note
  case yearStarts = "year-starts"
  static let noun = "a calendar"
  static let table = KeyTable(Self.self)
}

enum SchoolKey: String, FileKey {
  case name, aliases, urn, phase, church, pupils, membership, joined, left, route, champion
  case inspections, note, source
  static let noun = "a school"
  static let table = KeyTable(Self.self)
}

enum InspectionKey: String, FileKey {
  case on, section, scale, grades, note, source
  static let noun = "an inspection"
  static let table = KeyTable(Self.self)
}

enum EntityKey: String, FileKey {
  case name, aliases, note, source
  static let noun = "an entry"
  static let table = KeyTable(Self.self)
}

enum ComparatorKey: String, FileKey {
  case name, aliases, period, note, source
  case wellAbove = "well-above"
  case inLine = "in-line"
  case closeTo = "close-to"
  static let noun = "a comparator"
  static let table = KeyTable(Self.self)
}

enum ScaleKey: String, FileKey {
  case title, ordered, levels, from, until, successor, note, source
  static let noun = "a scale"
  static let table = KeyTable(Self.self)
}

enum LevelKey: String, FileKey {
  case level, code, aliases, note, source
  static let noun = "a grade"
  static let table = KeyTable(Self.self)
}

enum QuantifierKey: String, FileKey {
  case means, note, source
  static let noun = "a word for \"how many\""
  static let table = KeyTable(Self.self)
}

enum RecipientKey: String, FileKey {
  case role, name, address, schools, owners, audience, frequency, note, source
  case escalateTo = "escalate-to"
  static let noun = "a recipient"
  static let table = KeyTable(Self.self)
}

enum MailKey: String, FileKey {
  case from, name, link, note, source
  case replyTo = "reply-to"
  case escalateTo = "escalate-to"
  static let noun = "`mail`"
  static let table = KeyTable(Self.self)
}

enum PlanKey: String, FileKey {
  case plan, title, years, supersedes, legend, source, note, vision, aims, values, notes
  case strategies, risks, offers, wholes
  static let noun = "a plan"
  static let table = KeyTable(Self.self)
}

enum WholeKey: String, FileKey {
  case title, parts, total, note, source
  static let noun = "a whole"
  static let table = KeyTable(Self.self)
}

enum StrategyKey: String, FileKey {
  case title, aliases, lead, source, note, vision, aims, values, notes, priorities
  static let noun = "a strategy"
  static let table = KeyTable(Self.self)
}

enum PriorityKey: String, FileKey {
  case title, label, aliases, starred, lead, refers, source, note, vision, aims, values, notes
  case kpis, evidence, milestones, years, actions
  case datesAsGiven = "dates-as-given"
  static let noun = "a priority"
  static let table = KeyTable(Self.self)
}

enum KPIKey: String, FileKey {
  case title, label, source, note, unit, scale, better, level, population, strands, checklist
  case target
  case targets, overrides, amber, by, valid, window, frequency, owner, question, reference,
    exceptions
  case years, actions
  case assumedOperator = "operator"
  case quantifier = "for"
  case appliesTo = "applies-to"
  case sameAs = "same-as"
  static let noun = "a KPI"
  static let table = KeyTable(Self.self)
}

enum StrandKey: String, FileKey {
  case title, unit, scale, better, target, note, source
  static let noun = "a strand"
  static let table = KeyTable(Self.self)
}

enum OverrideKey: String, FileKey {
  case target, amber, reason, until, note, source
  static let noun = "an override"
  static let table = KeyTable(Self.self)
}

enum PredicateKey: String, FileKey {
  case church, phase, schools, note, source
  static let noun = "`applies-to`"
  static let table = KeyTable(Self.self)
}

enum ValidityKey: String, FileKey {
  case from, to, note, source
  static let noun = "`valid`"
  static let table = KeyTable(Self.self)
}

enum ExceptionKey: String, FileKey {
  case period, by, on, reason, note, source
  static let noun = "an exception"
  static let table = KeyTable(Self.self)
}

enum CombinationKey: String, FileKey {
  case allOf = "all of"
  case anyOf = "any of"
  static let noun = "a target"
  static let table = KeyTable(Self.self)
}

enum EvidenceKey: String, FileKey {
  case title, unit, scale, strands, note, source
  static let noun = "a piece of evidence"
  static let table = KeyTable(Self.self)
}

enum StatementKey: String, FileKey {
  case text, note, source
  static let noun = "a statement"
  static let table = KeyTable(Self.self)
}

enum YearKey: String, FileKey {
  case impact, actions, note, source
  case datesAsGiven = "dates-as-given"
  static let noun = "a year"
  static let table = KeyTable(Self.self)
}

enum ActionKey: String, FileKey {
  case id, action, label, owner, due, every, status, done, resources, kpis, refers, condition
  case impact, note, source
  case lastDone = "last-done"
  case partOf = "part-of"
  case repeats
  static let noun = "an action"
  static let table = KeyTable(Self.self)
}

enum MilestoneKey: String, FileKey {
  case milestone, label, due, every, revised, reached, owner, kpis, refers, note, source
  static let noun = "a milestone"
  static let table = KeyTable(Self.self)
}

enum RiskKey: String, FileKey {
  case risk, label, implied, mitigations, owner, kpis, note, source
  static let noun = "a risk"
  static let table = KeyTable(Self.self)
}

enum MitigationKey: String, FileKey {
  case mitigation, owner, note, source
  case sameAs = "same-as"
  static let noun = "a mitigation"
  static let table = KeyTable(Self.self)
}

enum OfferKey: String, FileKey {
  case title, audience, items, note, source
  static let noun = "an offer"
  static let table = KeyTable(Self.self)
}

enum ItemKey: String, FileKey {
  case title, note, source
  static let noun = "an entitlement"
  static let table = KeyTable(Self.self)
}
