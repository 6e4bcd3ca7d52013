import PlanModel

/// A tiny trust with one KPI, and perhaps another on which its target rests.
struct SlowWorld {
  struct School {
    var isCandidate = false
    var leftBefore = false
    var isChurch: Bool?
    /// The day on which it joined, as 20150901; `nil` where nobody wrote it down.
    var joined: Int?
    /// The days of its inspections, each with the number of its section.
    var inspections: [(on: Int, section: Int)] = []
    var now: SlowValue?
    var before: SlowValue?
  }

  var schools: [School] = []
  /// What was read of the trust, where the KPI is read of the trust as a whole.
  var whole = School()
  var isOfTrust = false
  var target: SlowTarget?
  var isReference = false
  var amber: SlowAmber?
  var rule = Quantifier.Rule.every
  var onlyChurch = false
  var deadline: SlowDeadline?
  var isReadYearly = false
  /// How many years before the day looked at a reading may begin.
  var window: Int?
  /// Whether it is looked at long after the last reading.
  var isLater = false
  var comparatorNow: SlowValue?
  var comparatorBefore: SlowValue?
  var margin: Int?
  /// Whether everything is compared with the comparator's figure of the year before.
  var isFrozen = false
  /// Whether low figures are better, where the plan says so.
  var lowIsBetter: Bool?
  var isExcused = false
  /// The day on which the plan begins: before both days looked at, or after the earlier.
  var planBegins = 2015_09_01
  /// The first day on which the KPI is in force, where it has not always been.
  var validFrom: Int?
  /// A figure of the trust as a whole, of a KPI that is read of schools.
  var trustFigure: SlowValue?
  /// The strands of the KPI: the same KPI and schools, with other readings.
  var strands: [SlowWorld] = []
  /// The world of the other KPI; the same schools, with readings of their own.
  var others: [SlowWorld] = []

  /// The day looked at.
  var asOf: Int { isLater ? 2019_12_01 : 2017_12_01 }
}

/// A value in halves.
enum SlowValue: Hashable {
  case exact(Int)
  case censored(BoundRelation, Int)
  case between(Int, Int)
  case suppressed

  /// Every figure that it may stand for.
  var figures: [Int] {
    switch self {
    case .exact(let figure): [figure]
    case .censored(let relation, let limit):
      SlowEvaluator.figures.filter { SlowEvaluator.holds(relation, $0, limit) }
    case .between(let low, let high): Array(low...high)
    case .suppressed: []
    }
  }

  /// The figure, where there is only one.
  var exact: Int? { figures.count == 1 ? figures[0] : nil }

  /// Every number of things that it may stand for: what is not known exactly is none at least.
  var counts: [Int] {
    if let exact { return [exact] }
    return self == .suppressed ? Array(0...60) : figures.filter { $0 >= 0 }
  }
}

/// A target in halves.
indirect enum SlowTarget {
  case bound(BoundRelation, Int)
  case range(Int, Int)
  case above(BoundRelation, offset: Int)
  case inLine
  case wellAbove
  case within(Int)
  case trend(Trend)
  case gap(isLow: Bool)
  case multiple(Int)
  case multipleOfFigure(Int)
  case cap(Int, mayBeExcused: Bool)
  case windowCap(Int, mayBeExcused: Bool)
  case other
  case allOf([SlowTarget])
  case anyOf([SlowTarget])

  /// The name of its kind, and those of its parts with it.
  var kinds: [String] {
    let name = Mirror(reflecting: self).children.first?.label ?? "\(self)"
    switch self {
    case .allOf(let parts), .anyOf(let parts):
      return [name] + parts.flatMap(\.kinds).map { "\(name) \($0)" }
    default: return [name]
    }
  }
}

/// A tolerance in halves.
enum SlowAmber {
  case within(Int)
  case bound(BoundRelation, Int)
}

/// A deadline; days are written as 20150901.
indirect enum SlowDeadline {
  case on(Int)
  case yearsAfterJoining(Int)
  case firstInspection(section: Int?)
  case words
  case earliest([SlowDeadline])

  /// The name of its kind.
  var kind: String { Mirror(reflecting: self).children.first?.label ?? "\(self)" }
}
