import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// The two versions of the files that are compared, in words.
public struct FileVersions: Sendable {
  /// The older: `main~5`.
  public var old: String
  /// The newer: `main`, or `the files as they are`.
  public var new: String
  /// How many errors the files of the older version have; what they stand in is not compared.
  public var oldErrors = 0
  /// How many errors the files of the newer version have.
  public var newErrors = 0

  /// Creates the names of two versions.
  public init(old: String, new: String) {
    self.old = old
    self.new = new
  }

  /// What is to be known of the errors in the files.
  var notes: [String] {
    [(old, oldErrors), (new, newErrors)].filter { $0.1 > 0 }.map { name, count in
      "\(name) has \(counted(count, "error")) in its files; what they stand in is not compared."
    }
  }
}

/// What changed between two versions of the files, in the words of the plans.
public func fileDiffParts(_ changes: [FileChanges], _ versions: FileVersions) -> [ReportPart] {
  let parts = changes.filter { !$0.isEmpty }.map { fileDiffReport($0, versions) }
  if !parts.isEmpty { return parts }
  let title = "\(versions.old) to \(versions.new)"
  let notes = versions.notes.map { Block.paragraph(Line([.text($0, .quiet)])) }
  let words = "Nothing changed that plans, readings and reports rest on."
  return [
    ReportPart(
      title: title,
      anchor: "nothing",
      document: Document(
        [.heading(Line([.text("From \(title)", .strong)]), level: 1)] + notes
          + [.paragraph(Line(words))]
      ),
      day: "From \(title)."
    )
  ]
}

private func fileDiffReport(_ changes: FileChanges, _ versions: FileVersions) -> ReportPart {
  let from = "From \(versions.old) to \(versions.new)"
  var page = Document([
    .heading(Line([.text(changes.trust.name, .strong)]), level: 1),
    .paragraph(Line("\(from), both looked at on \(dayWords(changes.asOf)).")),
  ])
  for note in versions.notes { page.append(.paragraph(Line([.text(note, .quiet)]))) }
  switch changes.kind {
  case .added: page.append(.paragraph("The trust is new."))
  case .removed: page.append(.paragraph("The trust is not there any more."))
  default: page.append(.paragraph(Line(changes.summary)))
  }
  page.append(contentsOf: section("The trust", changes.things.map { $0.point(sortIsTold: true) }))
  for plan in changes.plans where !plan.isEmpty {
    page.append(contentsOf: plan.document(of: changes.trust))
  }
  page.append(contentsOf: changes.readingSection())
  var legend: [LegendEntry] = []
  for plan in changes.plans {
    let shown = plan.movements.filter { !$0.isToldElsewhere }.map(\.now)
    let signs = plan.new?.legendEntries(shown) ?? []
    for entry in signs where entry.sign != Line("-") && entry.sign != Line("*") {
      if !legend.contains(entry) { legend.append(entry) }
    }
  }
  return ReportPart(
    title: changes.trust.name,
    anchor: changes.trust.id,
    document: page,
    legend: legend,
    day: "\(from), on \(dayWords(changes.asOf))."
  )
}

/// Points under a heading; nothing where there are none.
private func section(_ title: String, _ points: [Point], level: Int = 2) -> Document {
  if points.isEmpty { return Document() }
  return Document([
    .gap, .heading(Line([.text(title, .strong)]), level: level), .points(points),
  ])
}

extension FileChanges {
  /// How much changed, in one sentence.
  var summary: String {
    var words: [String] = []
    let moved = plans.flatMap(\.movements).filter { !$0.isToldElsewhere }
    for direction in Movement.Direction.allCases {
      let count = moved.count { $0.direction == direction }
      if count > 0 { words.append("\(count) \(direction.counted)") }
    }
    let all = things + plans.flatMap(\.things)
    for sort in ThingChange.Sort.allCases {
      for kind in ThingChange.Kind.allCases {
        let count = all.count { $0.sort == sort && $0.kind == kind }
        if count > 0 { words.append("\(counted(count, sort.one, sort.many)) \(kind.rawValue)") }
      }
    }
    for kind in ReadingChange.Kind.allCases {
      let count = readings.count { $0.kind == kind }
      if count > 0 { words.append("\(counted(count, "reading")) \(kind.rawValue)") }
    }
    for plan in plans where plan.kind != .changed { words.append("1 plan \(plan.kind.rawValue)") }
    return listed(words, "and") + "."
  }

  /// The rows of readings that differ.
  func readingSection() -> Document {
    if readings.isEmpty { return Document() }
    var table = Table(
      columns: [
        Column("Reading of", narrowest: 20), Column("Where", narrowest: 10),
        Column("Period", narrowest: 8, leavesOut: 1), Column("Value", side: .right, narrowest: 8),
        Column("What", narrowest: 9),
      ],
      caption: "Readings that differ"
    )
    for change in readings {
      let reading = change.reading
      let part = reading.strand.map { ", \($0)" } ?? ""
      let was = change.old.map { ", was \(words(of: $0))" } ?? ""
      table.rows.append(
        Row([
          .text(change.title + part), .text(trust.name(of: reading.scope)),
          .text(periodWords(reading.period)), .text(words(of: reading) + was),
          .text(change.kind.rawValue),
        ])
      )
    }
    return Document([
      .gap, .heading(Line([.text("Readings", .strong)]), level: 2), .table(table),
    ])
  }

  private func words(of reading: Reading) -> String {
    reading.text.isEmpty ? "a note" : reading.text
  }
}

extension PlanFileChanges {
  /// What changed in the plan.
  fileprivate func document(of trust: Trust) -> Document {
    guard let plan else { return Document() }
    let title = "\(plan.title), \(yearWords(plan.years))"
    let state = kind == .added ? " is new." : kind == .removed ? " is not there any more." : ""
    var page = Document([
      .gap, .heading(Line([.text(title + state, .strong)]), level: 2),
    ])
    if let new {
      for direction in Movement.Direction.allCases {
        let told = movements.filter { $0.direction == direction && !$0.isToldElsewhere }
        let points = movementPoints(told, trust, plan, namesSchools: new.school == nil)
        page.append(contentsOf: section(direction.heading, points, level: 3))
      }
    }
    for sort in ThingChange.Sort.allCases {
      let points = things.filter { $0.sort == sort }.map { $0.point(sortIsTold: false) }
      page.append(contentsOf: section(sort.heading, points, level: 3))
    }
    return page
  }
}

extension ThingChange {
  /// The change as a point: `Attendance, att, changed: target at least 95% to at least 96%`.
  ///
  /// - Parameter sortIsTold: Whether the point says what sort of thing it is.
  /// - Returns: The point.
  func point(sortIsTold: Bool) -> Point {
    let told = differences.map { difference -> String in
      if difference.old.isEmpty { return "\(difference.what) \(difference.new)" }
      if difference.new.isEmpty { return "\(difference.what) no longer \(difference.old)" }
      return "\(difference.what) \(difference.old) to \(difference.new)"
    }
    let sort = sortIsTold && sort != .trust ? "\(sort.one) " : ""
    // A renamed thing's ids stand in its differences, and a trust needs none.
    let name = kind == .renamed || self.sort == .trust || id == title ? "" : " (\(id))"
    let what = told.isEmpty ? "" : ": \(told.joined(separator: "; "))"
    return Point(
      nil,
      Line([.text("\(sort)\(title)", .strong), .text("\(name) \(kind.rawValue)\(what)")])
    )
  }
}

extension ThingChange.Sort {
  /// The name of one.
  var one: String { self == .kpi ? "KPI" : rawValue }

  /// The name of several.
  var many: String {
    switch self {
    case .strategy: "strategies"
    case .priority: "priorities"
    default: one + "s"
    }
  }

  /// The heading over them.
  fileprivate var heading: String {
    switch self {
    case .trust: "The trust"
    default: many.prefix(1).uppercased() + many.dropFirst()
    }
  }
}
