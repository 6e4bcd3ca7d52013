public import Documents
import PlanEvaluation
import PlanModel
import SourceText

/// Everything that a plan says of its KPIs, and where each of them stands now.
///
/// - Parameter subject: The plan as evaluated; its verdicts pick the KPIs.
/// - Returns: One part of a page for each KPI.
public func kpiReport(_ subject: ReportSubject) -> Document {
  var page = Document(subject.pageHead())
  var lines = SourceLines(subject.files)
  var shown: Set<KPIPath> = []
  for verdict in subject.verdicts where shown.insert(verdict.path).inserted {
    page.append(.gap)
    page.append(contentsOf: subject.page(of: verdict.path, &lines))
  }
  if shown.isEmpty {
    page.append(.gap)
    page.append(.paragraph("No KPI of the plan answers to what was asked for."))
  }
  return page
}

extension ReportSubject {
  fileprivate func page(of path: KPIPath, _ lines: inout SourceLines) -> Document {
    let kpi = plan[path]
    let strategy = plan.strategies[path.strategy]
    let priority = strategy.priorities[path.priority]
    var page = Document([.heading(Line([.text(kpi.title, .strong)]), level: 2)])
    var rows: [(String, String)] = [("Id", kpi.id)]
    rows.append(("Stands under", "\(strategy.title), \(priority.title)"))
    rows += kpi.facts(in: trust)
    if let place = lines.line(of: kpi.place) {
      rows.append(("Written in", "\(place.file):\(place.line)"))
    }
    if let source = kpi.source { rows.append(("Taken from", source)) }
    page.append(
      .table(
        Table(
          columns: [Column("What"), Column("Says", narrowest: 20)],
          rows: rows.map { Row([.line(Line([.text($0.0, .quiet)])), .text($0.1)], indent: 1) },
          showsTitles: false
        )
      )
    )
    let own = verdicts.filter { $0.path == path }
    page.append(.gap)
    page.append(.table(standings(own)))
    page.append(contentsOf: years(kpi))
    return page
  }

  /// Where each scope stands: one row for each, and one for each part of it.
  private func standings(_ verdicts: [Verdict]) -> Table {
    Table(
      columns: [
        Column("Where", narrowest: 16), Column("Status", narrowest: 12),
        Column("Value", side: .right, narrowest: 11),
        Column("Target", narrowest: 13), Column("Distance", narrowest: 9, leavesOut: 1),
        Column("Period", narrowest: 7), Column("Age", leavesOut: 2),
      ],
      rows: verdicts.flatMap { verdict in
        let wording = wording(verdict)
        return [row(verdict, title: trust.name(of: verdict.scope), indent: 1, wording)]
          + strands(of: verdict).map { part in
            row(part, title: wording.title(ofPart: part), indent: 2, self.wording(part))
          }
      }
    )
  }

  private func years(_ kpi: KPI) -> Document {
    var page = Document()
    for entry in kpi.years where !(entry.impact.isEmpty && entry.actions.isEmpty) {
      page.append(.gap)
      page.append(.tree([yearNode(entry, trust)]))
    }
    return page
  }
}

extension KPI {
  /// What the plan says of the KPI, each with its name; what is not said is left out.
  func facts(in trust: Trust) -> [(String, String)] {
    var rows: [(String, String)] = []
    let wording = KPIWording(trust: trust, kpi: self)
    func add(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { rows.append((name, text)) }
    }
    add("Target", target.map { wording.words($0) })
    for step in targetsByYear { add("Target from \(step.year)", wording.words(step.target)) }
    for strand in strands {
      add("Part", strand.title + (strand.target.map { ": " + wording.words($0) } ?? ""))
    }
    add("Amber", amber?.text)
    for override in overrides {
      let end = override.until.map { " until \(dayWords($0))" } ?? ""
      let why = override.reason.map { ", \($0)" } ?? ""
      add(
        "Target of \(trust.name(of: .school(override.school)))",
        override.target.text + end + why
      )
    }
    add("For", forWords(self, trust))
    add("Better", better?.value.rawValue)
    add("Measured on", population)
    add("Unit", unit?.text)
    add("Grades", wording.scale?.title)
    add("By", deadline?.text)
    add("Read within", window.map(windowWords))
    add("Read", frequency?.value.words)
    add("Owner", listed(owners.map { trust.ownerName($0.value) }, "and"))
    add("Repeats", sameAs?.value)
    add("Question", question)
    add("Kept in", reference)
    add("Note", note)
    return rows
  }
}
