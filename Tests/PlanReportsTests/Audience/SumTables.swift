import PlanModel
import SourceText
import TestSupport

/// Random small tables of figures in which some are sums of others, as files hold them.
///
/// Two schools, two strands and two terms of a year make eight figures that everything else is a
/// sum of; each is 0, 1 or 2. A second KPI repeats the first, or holds what the first leaves of 2.
struct SumTable {
  /// How the second KPI follows from the first.
  enum Second: CaseIterable {
    case none
    case same
    case rest
  }

  /// A figure of the table, and the figures it is the sum of.
  struct Figure {
    var reading: Reading
    var parts: [Int]
    var isRest: Bool
    var isSmall: Bool

    /// The value that the figure has where its parts have these.
    func value(_ parts: [Int]) -> Int {
      let sum = self.parts.reduce(0) { $0 + parts[$1] }
      return isRest ? 2 * self.parts.count - sum : sum
    }
  }

  private(set) var figures: [Figure] = []
  let second: Second

  private static let schools = ["alder", "beech"]
  private static let strands = ["reading", "writing"]
  private static let terms: [Period.Season] = [.autumn, .spring]
  private static let place = Place(FileID(0), TextRange(0, 0))
  private static let year = AcademicYear(startingIn: 2016)

  init(_ random: inout SeededGenerator) {
    second = random.pick(Second.allCases)
    let truth = (0..<8).map { _ in random.below(3) }
    // How many people: of a school and strand, the same in both terms.
    let people = (0..<4).map { _ in 1 + random.below(random.below(2) == 0 ? 6 : 30) }
    let choices: [Int?] = [nil, 0, 1]
    let ids = second == .none ? ["first"] : ["first", "second"]
    for id in ids {
      for strand in choices {
        for school in choices {
          for term in choices where random.below(5) > 0 {
            let parts = (0..<8).filter { part in
              func isIn(_ choice: Int?, _ bit: Int) -> Bool {
                guard let choice else { return true }
                return choice == (part >> bit) & 1
              }
              return isIn(strand, 0) && isIn(school, 1) && isIn(term, 2)
            }
            let groups = Set(parts.map { $0 & 3 })
            add(
              id,
              strand,
              school,
              term,
              parts,
              groups.reduce(0) { $0 + people[$1] },
              truth,
              &random
            )
          }
        }
      }
    }
  }

  private mutating func add(
    _ id: KPI.ID,
    _ strand: Int?,
    _ school: Int?,
    _ term: Int?,
    _ parts: [Int],
    _ people: Int,
    _ truth: [Int],
    _ random: inout SeededGenerator
  ) {
    let period: Period =
      term.map { .season(Self.year, Self.terms[$0]) } ?? .academicYear(Self.year)
    var reading = Reading(
      kpi: id,
      strand: strand.map { Self.strands[$0] },
      scope: school.map { .school(Self.schools[$0]) } ?? .trust,
      period: period,
      value: .evidence,
      text: "",
      cohort: random.below(4) > 0 ? people : nil,
      at: Self.place
    )
    var figure = Figure(
      reading: reading,
      parts: parts,
      isRest: id == "second" && second == .rest,
      isSmall: (reading.cohort ?? 99) < 6
    )
    reading.value = .number(ExactNumber(figure.value(truth)))
    if random.below(20) == 0 {
      reading.value = .missing(.suppressed)
      figure.isSmall = true
    }
    figure.reading = reading
    figures.append(figure)
  }

  /// The table as the record of a trust.
  var record: TrustRecord {
    var trust = Trust(id: "oak", name: "Oak Schools", at: Self.place)
    trust.schools = Self.schools.map { School(id: $0, name: $0, at: Self.place) }
    var kpis = ["first", "second"].map { KPI(id: $0, title: $0, at: Self.place) }
    if second == .same { kpis[1].sameAs = Sourced("first", at: Self.place) }
    var priority = Priority(id: "p", title: "p", at: Self.place)
    priority.kpis = kpis
    var strategy = Strategy(id: "s", title: "s", at: Self.place)
    strategy.priorities = [priority]
    var plan = Plan(id: "plan", title: "plan", years: Self.year...Self.year, at: Self.place)
    plan.strategies = [strategy]
    if second == .rest {
      let parts = kpis.map { Sourced($0.id, at: Self.place) }
      let total = ExactNumber(2)
      plan.wholes = [Whole(id: "w", title: "w", parts: parts, total: total, at: Self.place)]
    }
    return TrustRecord(trust: trust, plans: [plan], readings: ReadingList(figures.map(\.reading)))
  }

  /// The small figures whose value follows from the figures that are shown.
  ///
  /// By trying every value of everything: nothing is known here of how figures are chosen to be
  /// hidden.
  ///
  /// - Parameter isShown: Whether the value of a figure can be read.
  /// - Returns: The numbers of the figures.
  func determined(where isShown: [Bool]) -> [Int] {
    let shown = figures.indices.compactMap { index -> (Figure, Int)? in
      guard isShown[index], case .number(let number) = figures[index].reading.value else {
        return nil
      }
      return (figures[index], Int(number.digits))
    }
    let small = figures.indices.filter { figures[$0].isSmall }
    var seen = [Set<Int>](repeating: [], count: small.count)
    var values = [Int](repeating: 0, count: 8)
    for number in 0..<6_561 {
      var rest = number
      for index in 0..<8 {
        values[index] = rest % 3
        rest /= 3
      }
      guard shown.allSatisfy({ $0.0.value(values) == $0.1 }) else { continue }
      for (position, index) in small.enumerated() {
        seen[position].insert(figures[index].value(values))
      }
    }
    return small.indices.filter { seen[$0].count < 2 }.map { small[$0] }
  }
}
