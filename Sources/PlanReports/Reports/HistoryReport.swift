public import Documents
public import PlanEvaluation
public import PlanModel
public import SourceText

/// The past of one KPI of a trust, under every plan that has it.
public struct HistorySubject: Sendable {
  /// The trust.
  public var trust: Trust
  /// The id of the KPI, or of a piece of evidence.
  public var id: KPI.ID
  /// The day up to which readings count.
  public var asOf: Day
  /// The plans that have the KPI, oldest first, each with how it judges every reading.
  public var chapters: [Chapter]
  /// The readings of a piece of evidence, which no plan judges.
  public var evidence: [PastReading]
  /// The title of the piece of evidence.
  public var evidenceTitle: String?
  /// The files from which everything was read.
  public var files: SourceFiles

  /// One plan that has the KPI.
  public struct Chapter: Sendable {
    /// The plan.
    public var plan: Plan
    /// The KPI as the plan has it.
    public var kpi: KPI
    /// Every reading, as the plan judges it.
    public var readings: [PastReading]

    /// Creates the chapter of a plan.
    public init(plan: Plan, kpi: KPI, readings: [PastReading]) {
      self.plan = plan
      self.kpi = kpi
      self.readings = readings
    }
  }

  /// Creates the past of a KPI.
  public init(
    trust: Trust,
    id: KPI.ID,
    asOf: Day,
    chapters: [Chapter],
    evidence: [PastReading] = [],
    evidenceTitle: String? = nil,
    files: SourceFiles
  ) {
    self.trust = trust
    self.id = id
    self.asOf = asOf
    self.chapters = chapters
    self.evidence = evidence
    self.evidenceTitle = evidenceTitle
    self.files = files
  }

  /// The readings in order, each with the plans under which it is judged.
  ///
  /// A plan judges the readings of its own school years; readings of other years are judged by the
  /// plan nearest to them.
  var entries: [(reading: PastReading, chapters: [(chapter: Chapter, past: PastReading)])] {
    guard let first = chapters.first else { return evidence.map { ($0, []) } }
    return first.readings.indices.map { index in
      let year = trust.calendar.year(of: first.readings[index].reading.period)
      var judging = chapters.filter { $0.plan.years.contains(year) }
      if judging.isEmpty {
        let next = chapters.first { $0.plan.years.lowerBound > year } ?? chapters.last
        judging = next.map { [$0] } ?? []
      }
      let judged = judging.map { ($0, $0.readings[index]) }
      return (judged.first?.1 ?? first.readings[index], judged)
    }
  }
}

/// Every reading of a KPI in order, with how each stood under the target of its time.
public func historyReport(_ subject: HistorySubject) -> Document {
  let title = subject.chapters.last?.kpi.title ?? subject.evidenceTitle ?? subject.id
  var page = Document([
    .heading(Line([.text(subject.trust.name, .strong)]), level: 1),
    .heading(Line([.text(title, .strong)]), level: 2),
    .paragraph(Line([.text(subject.id, .quiet)]), indent: 2),
    .paragraph(Line("As of \(dayWords(subject.asOf)).")),
    .gap,
  ])
  let entries = subject.entries
  guard !entries.isEmpty else {
    page.append(.paragraph("There is no reading."))
    return page
  }
  let hasParts = entries.contains { $0.reading.reading.strand != nil }
  let hasPlans = subject.chapters.count > 1
  var columns = [Column("Period", narrowest: 8), Column("Where", narrowest: 10)]
  if hasParts { columns.append(Column("Part", narrowest: 8)) }
  columns += [
    Column("Value", side: .right, narrowest: 6), Column("Status", narrowest: 10),
    Column("Target", narrowest: 12),
  ]
  if hasPlans { columns.append(Column("Plan", narrowest: 14)) }
  columns.append(Column("Recorded", narrowest: 9, leavesOut: 1))
  var table = Table(columns: columns)
  for entry in entries {
    table.rows += rows(entry.reading, entry.chapters, subject, hasParts, hasPlans)
  }
  page.append(.table(table))
  page.append(.gap)
  page.append(.paragraph(Line(counted(entries.count, "reading") + ".")))
  return page
}

private func rows(
  _ past: PastReading,
  _ chapters: [(chapter: HistorySubject.Chapter, past: PastReading)],
  _ subject: HistorySubject,
  _ hasParts: Bool,
  _ hasPlans: Bool
) -> [Row] {
  var rows: [Row] = []
  let judged = chapters.isEmpty ? [nil] : chapters.map(Optional.some)
  for (index, each) in judged.enumerated() {
    let past = each?.past ?? past
    let reading = past.reading
    let wording = each.map {
      KPIWording(trust: subject.trust, kpi: $0.chapter.kpi.read(as: reading.strand))
    }
    let isFirst = index == 0
    var cells: [Cell] = [
      isFirst ? .text(periodWords(reading.period)) : .empty,
      isFirst ? .text(subject.trust.name(of: reading.scope)) : .empty,
    ]
    if hasParts { cells.append(isFirst ? .text(partWords(reading, each?.chapter.kpi)) : .empty) }
    cells.append(isFirst ? valueCell(past, wording) : .empty)
    if past.isReplaced {
      cells += [.text("replaced"), .empty]
    } else if let verdict = past.verdict, let wording {
      cells += [.mark(verdict.mark), .text(verdict.target.map { wording.words($0) } ?? "")]
    } else if past.reading.value == .evidence {
      cells += [.text("a note"), .empty]
    } else if case .comparator = reading.scope {
      cells += [.text("compared with"), .empty]
    } else {
      cells += [.text("not judged"), .empty]
    }
    if hasPlans { cells.append(.text(each?.chapter.plan.title ?? "")) }
    cells.append(isFirst ? reading.recorded.map { .text(dayWords($0)) } ?? .empty : .empty)
    rows.append(Row(cells, isQuiet: past.isReplaced))
  }
  if !past.reading.note.isEmpty {
    rows.append(Row(note: Line([.text("Note: \(past.reading.note)", .quiet)]), indent: 1))
  }
  return rows
}

private func partWords(_ reading: Reading, _ kpi: KPI?) -> String {
  guard let strand = reading.strand else { return "" }
  return kpi?.strands.first { $0.id == strand }?.title ?? strand
}

private func valueCell(_ past: PastReading, _ wording: KPIWording?) -> Cell {
  guard let wording else { return .text(past.reading.text) }
  let limits = KPIWording.limits(of: past.verdict?.target)
  return .text(wording.value(of: past.reading, beside: limits))
}
