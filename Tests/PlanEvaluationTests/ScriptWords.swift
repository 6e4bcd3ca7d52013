import PlanModel
import SourceText

/// The words of scripts, understood: a small reader of periods, targets and values for tests only.
struct ScriptWords {
  var scale: Scale?
  var comparators: [String] = []

  struct NotUnderstood: Error, CustomStringConvertible {
    var description: String
  }

  func day(_ text: String) throws -> Day {
    guard let day = Day(text) else { throw NotUnderstood(description: "no day: \(text)") }
    return day
  }

  func period(_ text: String) throws -> Period {
    guard let period = maybePeriod(text) else {
      throw NotUnderstood(description: "no period: \(text)")
    }
    return period
  }

  func maybePeriod(_ text: String) -> Period? {
    let words = text.split(separator: " ").map(String.init)
    if words.count == 2, let year = AcademicYear(words[0]) {
      if words[1].hasPrefix("T"), let term = Int(words[1].dropFirst()) { return .term(year, term) }
      return Period.Season(rawValue: words[1]).map { .season(year, $0) }
    }
    if let day = Day(text) { return .day(day) }
    if text.utf8.count == 7, text.contains("-"), let year = Int(text.prefix(4)),
      let month = Int(text.suffix(2))
    {
      return .month(year: year, month: month)
    }
    if let year = AcademicYear(text) { return .academicYear(year) }
    return text.utf8.count == 4 ? Int(text).map { .calendarYear($0) } : nil
  }

  func quantity(_ text: String) -> Quantity? {
    let words = text.split(separator: " ")
    guard var figure = words.first.map(String.init), words.count <= 2 else { return nil }
    var mark = UnitMark.none
    if figure.hasSuffix("%") {
      figure.removeLast()
      mark = .percent
    }
    return ExactNumber(figure).map { Quantity($0, mark) }
  }

  static let relations: [(String, BoundRelation)] = [
    ("below ", .below), ("< ", .below), ("at most ", .atMost), ("<= ", .atMost),
    ("up to ", .atMost), ("at least ", .atLeast), (">= ", .atLeast), ("above ", .above),
    ("over ", .above), ("> ", .above), ("exactly ", .exactly),
  ]

  func relation(_ text: String) -> (BoundRelation, String)? {
    for (word, relation) in Self.relations where text.hasPrefix(word) {
      return (relation, String(text.dropFirst(word.count)))
    }
    return nil
  }

  func bound(_ text: String) -> Bound? {
    guard let (relation, rest) = relation(text), let limit = quantity(rest) else { return nil }
    return Bound(relation, limit)
  }

  func rank(_ text: String) -> Int? { scale?.rank(of: text) }

  func condition(_ text: String) throws -> Condition {
    if text.hasPrefix("all of: ") { return .allOf(try parts(text)) }
    if text.hasPrefix("any of: ") { return .anyOf(try parts(text)) }
    if text.hasPrefix("kpi ") { return .kpi(String(text.dropFirst(4))) }
    if let trend = Trend(rawValue: text) { return .trend(trend) }
    if text == "yes" { return .fact(true) }
    if text == "no" { return .fact(false) }
    if let bound = bound(text) { return .bound(bound) }
    if let range = range(text) { return .range(range) }
    if let cap = cap(text) { return .cap(cap) }
    if let grades = grades(text) { return grades }
    if let comparison = comparison(text) { return comparison }
    if text.contains("%") { throw NotUnderstood(description: "no target: \(text)") }
    return .share(text)
  }

  private func parts(_ text: String) throws -> [Condition] {
    try text.dropFirst(8).split(separator: ";").map {
      try condition(String($0.drop { $0 == " " }))
    }
  }

  private func range(_ text: String) -> BoundedRange? {
    let isBetween = text.hasPrefix("between ")
    let parts = (isBetween ? text.dropFirst(8) : text[...]).split(separator: " and ")
    guard parts.count == 2 else { return nil }
    if isBetween, let low = quantity(String(parts[0])), let high = quantity(String(parts[1])) {
      return BoundedRange(lower: Bound(.atLeast, low), upper: Bound(.atMost, high))
    }
    guard let low = bound(String(parts[0])), let high = bound(String(parts[1])) else { return nil }
    return BoundedRange(lower: low, upper: high)
  }

  private func cap(_ text: String) -> Cap? {
    let plain = text.replacing(", unless excepted", with: "")
    if plain.hasSuffix(" in the window"), let bound = bound(String(plain.dropLast(14))) {
      return Cap(bound, per: .window, allowsException: plain != text)
    }
    for stretch in Cap.Stretch.allCases where plain.hasSuffix(" a \(stretch.rawValue)") {
      guard let bound = bound(String(plain.dropLast(3 + stretch.rawValue.count))) else { continue }
      return Cap(bound, per: stretch, allowsException: plain != text)
    }
    return nil
  }

  private func grades(_ text: String) -> Condition? {
    if text.hasPrefix("at least "), let rank = rank(String(text.dropFirst(9))) {
      return .gradeAtLeast(rank: rank)
    }
    if text.hasPrefix("exactly "), let rank = rank(String(text.dropFirst(8))) {
      return .gradeOneOf(ranks: [rank])
    }
    let ranks = text.split(separator: " or ").map { rank(String($0)) }
    return ranks.isEmpty || ranks.contains(nil) ? nil : .gradeOneOf(ranks: ranks.compactMap(\.self))
  }

  func relationToComparator(_ text: String) -> (Comparison.Relation, String)? {
    for (word, relation) in [
      ("well above ", Comparison.Relation.wellAbove), ("in line with ", .inLine),
      ("close to ", .closeTo),
    ] where text.hasPrefix(word) {
      return (relation, String(text.dropFirst(word.count)))
    }
    if text.hasPrefix("within "), let range = text.firstRange(of: " points of "),
      let distance = quantity(String(text[..<range.lowerBound].dropFirst(7)))
    {
      return (.within(distance), String(text[range.upperBound...]))
    }
    return relation(text).map { (.bound($0), $1) }
  }

  private func comparison(_ text: String) -> Condition? {
    guard let (relation, rest) = relationToComparator(text) else { return nil }
    if rest.hasSuffix(", or closing the gap"), case .bound(let side) = relation {
      return .gap(side, comparator: String(rest.dropLast(20)))
    }
    if let range = rest.firstRange(of: " x improvement of "),
      let factor = ExactNumber(String(rest[..<range.lowerBound]))
    {
      return .multiple(factor: factor, comparator: String(rest[range.upperBound...]))
    }
    if let range = rest.firstRange(of: " x "),
      let factor = ExactNumber(String(rest[..<range.lowerBound]))
    {
      return .multipleOfFigure(factor: factor, comparator: String(rest[range.upperBound...]))
    }
    let words = rest.split(separator: " ").map(String.init)
    guard let id = words.first, comparators.contains(id) else { return nil }
    var comparison = Comparison(relation, id)
    if words.count >= 3, let number = ExactNumber(words[2]) {
      comparison.offset = Quantity(words[1] == "-" ? ExactNumber(digits: -number.digits) : number)
    }
    return .comparison(comparison)
  }

  func value(_ text: String) -> ReadingValue {
    if text == "evidence" { return .evidence }
    if text.hasPrefix("unreadable") { return .unreadable }
    if text == "yes" { return .fact(true) }
    if text == "no" { return .fact(false) }
    if let missing = MissingValue(rawValue: text) { return .missing(missing) }
    if let quantity = quantity(text) { return .number(quantity.number) }
    if let bound = bound(text) { return .censored(bound.relation, bound.limit.number) }
    let ends = text.split(separator: " to ").compactMap { quantity(String($0))?.number }
    if ends.count == 2 { return .between(ends[0], ends[1]) }
    switch grades(text) {
    case .gradeOneOf(let ranks):
      return ranks.count == 1 ? .grade(rank: ranks[0]) : .gradeBand(ranks: ranks)
    case .gradeAtLeast(let rank): return .gradeBand(ranks: Array(0...rank))
    default: break
    }
    if let (relation, id) = relationToComparator(text), comparators.contains(id) {
      return .compared(relation, comparator: id)
    }
    return .share(text)
  }

  func quantifier(_ text: String) throws -> Quantifier {
    func made(_ rule: Quantifier.Rule) -> Quantifier { Quantifier(text, rule, at: nowhere) }
    if text == "every school" { return made(.every) }
    if text == "the trust" { return made(.theTrust) }
    if text == "no school" { return made(.count(Bound(.exactly, Quantity(.zero)))) }
    if text.hasSuffix("% of schools"), let bound = bound(String(text.dropLast(11))) {
      return made(.share(bound))
    }
    if let bound = bound(text) { return made(.count(bound)) }
    if text.hasSuffix(" schools") { return made(.undeclared(word: String(text.dropLast(8)))) }
    throw NotUnderstood(description: "no quantifier: \(text)")
  }

  func deadline(_ text: String) -> Deadline {
    Deadline(text, deadlineRule(text), at: nowhere)
  }

  private func deadlineRule(_ text: String) -> Deadline.Rule {
    if text.hasSuffix(", whichever is sooner") {
      let parts = text.dropLast(21).split(separator: " or ")
      return .earliest(parts.map { deadlineRule(String($0)) })
    }
    if let period = maybePeriod(text) { return .period(period) }
    let words = text.split(separator: " ").map(String.init)
    if words.count >= 4, words[2...].joined(separator: " ") == "after joining",
      let years = Int(words[0])
    {
      return .yearsAfterJoining(years)
    }
    if words.first == "first", words.last == "inspection" {
      let section = words.dropFirst().dropLast().joined(separator: " ")
      return .firstInspection(section: section.isEmpty ? nil : section)
    }
    return .unparsed
  }
}
