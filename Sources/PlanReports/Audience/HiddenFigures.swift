import PlanModel
import SourceText

/// The figures that are not shown outside the trust, because they are of few people or would tell
/// such figures.
///
/// Figures are parts of each other: a strand of the whole KPI, a school of the trust, a term of the
/// year. KPIs whose shares fill a whole, and KPIs that repeat each other, tell each other and are
/// looked at as one.
///
/// 1. A figure is *small* if its cohort is, or if the files say that it is suppressed.
/// 2. A part of a small figure is small too, whether it was written down or can only be worked out:
///    it is of no more people, and all parts would tell the whole.
/// 3. A figure is hidden if it is small or a part of it is: it and the other parts would tell the
///    small one.
///
/// So whatever a small figure was, everything that is made of it is hidden with it, and every other
/// value of it fits what is shown equally well. What is hidden follows from cohorts and names
/// alone, never from a value: that something is hidden tells nothing either.
struct HiddenFigures: Sendable {
  /// One figure of one series.
  struct Figure: Hashable, Sendable {
    var series: Series
    var period: Period
  }

  /// The figures of one strand and scope of a KPI.
  struct Series: Hashable, Sendable {
    var kpi: KPI.ID
    var strand: String?
    var scope: Scope
  }

  /// The figures that are not shown.
  private(set) var figures: Set<Figure> = []
  /// The series that have such figures.
  private(set) var series: Set<Series> = []
  /// The KPIs that have such figures.
  private(set) var kpis: Set<KPI.ID> = []

  /// Finds the figures of a record that are not shown.
  ///
  /// - Parameters:
  ///   - record: The trust, its plans and its readings.
  ///   - own: The schools whose figures are shown whatever they are.
  init(in record: TrustRecord, exceptOf own: [School.ID]) {
    let trust = record.trust
    let scopes = [.trust, .everySchool] + trust.schools.map { Scope.school($0.id) }
    for group in linkedKPIs(record.plans) {
      var found: [Found] = []
      for kpi in group {
        for strand in [nil] + record.readings.strands(of: kpi).map(Optional.some) {
          for scope in scopes {
            let series = Series(kpi: kpi, strand: strand, scope: scope)
            for reading in record.readings.series(kpi, strand, scope) {
              found.append(
                Found(
                  figure: Figure(series: series, period: reading.period),
                  days: trust.calendar.days(of: reading.period),
                  isSmall: reading.isSmall(below: trust.leastCohort)
                )
              )
            }
          }
        }
      }
      hide(found, exceptOf: own)
    }
  }

  private mutating func hide(_ all: [Found], exceptOf own: [School.ID]) {
    func isOwn(_ found: Found) -> Bool {
      if case .school(let id) = found.figure.series.scope { own.contains(id) } else { false }
    }
    let all = own.isEmpty ? all : all.filter { !isOwn($0) }
    guard all.contains(where: \.isSmall) else { return }
    // Parts that nobody wrote down can be worked out as well as those that were.
    let keys = Self.keys(of: all)
    let stretches = Set(all.map(\.days))
    var small = Stretches()
    var tellers = Stretches()
    for found in all where found.isSmall && small.add(found.days, of: found.key) {
      let parts = stretches.filter { found.days.contains($0) }
      for key in found.key.parts(among: keys) {
        for whole in key.wholes { tellers.add(parts, of: whole) }
      }
    }
    for found in all where tellers.any(in: found.key, where: { found.days.contains($0) }) {
      figures.insert(found.figure)
      series.insert(found.figure.series)
      kpis.insert(found.figure.series.kpi)
    }
  }

  /// A figure that was found in the files.
  private struct Found {
    var figure: Figure
    var days: ClosedRange<Day>
    var isSmall: Bool

    var key: Key {
      let school: School.ID? =
        if case .school(let id) = figure.series.scope { id } else { nil }
      return Key(strand: figure.series.strand, school: school)
    }
  }

  /// A strand or the whole KPI, of a school or the whole trust.
  private struct Key: Hashable {
    var strand: String?
    var school: School.ID?

    /// Itself, and what it is a part of.
    var wholes: Set<Key> {
      [
        self, Key(strand: nil, school: school), Key(strand: strand, school: nil),
        Key(strand: nil, school: nil),
      ]
    }

    /// Itself, and what is a part of it.
    func parts(among keys: Set<Key>) -> [Key] {
      if strand != nil, school != nil { return [self] }
      return keys.filter { $0.wholes.contains(self) }
    }
  }

  /// Every strand of every school, and what they are parts of.
  private static func keys(of all: [Found]) -> Set<Key> {
    let strands = Set(all.map(\.key.strand)).union([nil])
    let schools = Set(all.map(\.key.school)).union([nil])
    var keys: Set<Key> = []
    for strand in strands {
      for school in schools { keys.insert(Key(strand: strand, school: school)) }
    }
    return keys
  }

  /// Stretches of days, by what they are known of.
  private struct Stretches {
    private var days: [Key: Set<ClosedRange<Day>>] = [:]

    /// Adds a stretch; says whether it was not there before.
    mutating func add(_ stretch: ClosedRange<Day>, of key: Key) -> Bool {
      days[key, default: []].insert(stretch).inserted
    }

    mutating func add(_ stretches: Set<ClosedRange<Day>>, of key: Key) {
      days[key, default: []].formUnion(stretches)
    }

    func any(in key: Key, where holds: (ClosedRange<Day>) -> Bool) -> Bool {
      days[key]?.contains(where: holds) ?? false
    }
  }
}

extension Reading {
  /// Whether it is of few people, or is suppressed in the files already.
  fileprivate func isSmall(below least: Int) -> Bool {
    switch value {
    case .missing(.suppressed), .missing(.confidential): true
    default: cohort.map { $0 < least } ?? false
    }
  }
}

/// The KPIs and pieces of evidence of some plans, those together that tell each other's figures.
private func linkedKPIs(_ plans: [Plan]) -> [[KPI.ID]] {
  var ids: [KPI.ID] = []
  var numbers: [KPI.ID: Int] = [:]
  var groups: [Int] = []
  func number(_ id: KPI.ID) -> Int {
    if let number = numbers[id] { return number }
    numbers[id] = ids.count
    groups.append(ids.count)
    ids.append(id)
    return ids.count - 1
  }
  func root(_ number: Int) -> Int {
    var number = number
    while groups[number] != number { number = groups[number] }
    return number
  }
  func link(_ first: KPI.ID, _ second: KPI.ID) {
    let (a, b) = (root(number(first)), root(number(second)))
    groups[max(a, b)] = min(a, b)
  }
  for plan in plans {
    for strategy in plan.strategies {
      for priority in strategy.priorities {
        for kpi in priority.kpis {
          _ = number(kpi.id)
          if let other = kpi.sameAs { link(kpi.id, other.value) }
        }
        for evidence in priority.evidence { _ = number(evidence.id) }
      }
    }
    for whole in plan.wholes {
      for part in whole.parts.dropFirst() { link(whole.parts[0].value, part.value) }
    }
  }
  var result = [[KPI.ID]](repeating: [], count: ids.count)
  for index in ids.indices { result[root(index)].append(ids[index]) }
  return result.filter { !$0.isEmpty }
}

extension ClosedRange {
  /// Whether all of another stretch lies in this one.
  fileprivate func contains(_ other: ClosedRange) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
