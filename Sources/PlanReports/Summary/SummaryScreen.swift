import Documents
import PlanEvaluation
import PlanModel
import SourceText

extension PlanSummary {
  /// What stands below the counts where all of it is to fit one screen: of everything the most
  /// important first, and what shows the rest.
  func screen(below head: [Block]) -> [Block] {
    var space = ScreenSpace(below: head)
    let lists = [list(red, .red), list(amber, .amber), moved(), late(), unseen()]
    return space.blocks(lists.compactMap { $0 })
  }

  /// The KPIs that are red or amber, a point for each, the furthest from its target first.
  private func list(_ misses: [Miss], _ status: Status) -> ScreenSpace.List? {
    if misses.isEmpty {
      guard case .paragraph(let line, _)? = subject.blocks([], status).first else { return nil }
      return ScreenSpace.List(title: line, points: [], rest: "")
    }
    let kpis = subject.byKPI(misses)
    let only = subject.onlyPeriod(misses.flatMap(\.verdicts))
    let tells = only != nil && subject.onlyPeriod(subject.verdicts) == nil
    let period = tells ? only.map { ", for \(periodWords($0))" } ?? "" : ""
    let words =
      kpis.count == 1 ? ": 1 KPI" : ": \(kpis.count) KPIs, the furthest from its target first"
    let name = status == .red ? "Red" : "Amber"
    return ScreenSpace.List(
      title: Line([.toned(name, status.tone), .text(period + words)]),
      points: kpis.map { parts in
        let point = Point(parts[0].furthest.mark, subject.line(of: parts, tellsPeriod: only == nil))
        return ScreenSpace.Candidate(point: point, kind: status == .red ? .red : .amber)
      },
      rest: command("kpi status --status \(status.rawValue)")
    )
  }

  /// What moved since the earlier day.
  private func moved() -> ScreenSpace.List {
    if let sentence = moves.sentence(subject) {
      return ScreenSpace.List(title: Line(sentence), points: [], rest: "")
    }
    let points = Moves.directions.flatMap { direction in
      moves.points(direction, subject, most: 1).map { point in
        ScreenSpace.Candidate(point: point, kind: direction.screenKind)
      }
    }
    let days = "diff \(moves.since) \(subject.evaluation.asOf)"
    return ScreenSpace.List(title: moves.title, points: points, rest: command(days, isOfDay: false))
  }

  /// What is overdue, and who owes it.
  private func late() -> ScreenSpace.List {
    let points = overdue.map { work in
      ScreenSpace.Candidate(point: Point(nil, Line(words(work))), kind: .overdue)
    }
    let list = command("action list --overdue", namesSchool: false)
    return ScreenSpace.List(title: overdueTitle, points: points, rest: list)
  }

  /// What nobody knows.
  private func unseen() -> ScreenSpace.List? {
    guard let title = unknownTitle else { return nil }
    return ScreenSpace.List(
      title: title,
      points: unknownPoints(most: 2).map { ScreenSpace.Candidate(point: $0, kind: .unknown) },
      rest: command("kpi status --status grey")
    )
  }

  /// A command that shows all of something.
  private func command(
    _ words: String,
    isOfDay: Bool = true,
    namesSchool: Bool = true
  ) -> String {
    let school = namesSchool ? subject.school.map { " --school \($0.id)" } : nil
    let place = school ?? " --trust \(subject.trust.id)"
    return "rlt \(words)\(place)\(options)\(isOfDay ? dayOptions : "")"
  }
}

extension ReportSubject {
  /// The misses of each KPI together, in the order of the first of each.
  func byKPI(_ misses: [Miss]) -> [[Miss]] {
    var groups: [[Miss]] = []
    for miss in misses {
      let same = groups.firstIndex { $0[0].furthest.path == miss.furthest.path }
      if let same { groups[same].append(miss) } else { groups.append([miss]) }
    }
    return groups
  }

  /// A KPI that is red or amber in a line: how many of its parts, and the one furthest from its
  /// target.
  fileprivate func line(of parts: [Miss], tellsPeriod: Bool) -> Line {
    guard parts.count > 1 else { return line(of: parts[0], tellsPeriod: tellsPeriod) }
    let more = "; and \(counted(parts.count - 1, "other part"))"
    return Line(line(of: parts[0], tellsPeriod: tellsPeriod).spans + [.text(more)])
  }
}

extension Movement.Direction {
  /// The kind of points that tell of movements of the direction.
  fileprivate var screenKind: ScreenSpace.Kind {
    switch self {
    case .worse: .worse
    case .noLongerKnown: .noLongerKnown
    case .better: .better
    case .newlyKnown: .newlyKnown
    case .newFigure: .newFigure
    case .noLongerAsked: .noLongerAsked
    }
  }
}
