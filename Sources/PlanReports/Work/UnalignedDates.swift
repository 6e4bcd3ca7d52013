import Documents
public import PlanModel
public import SourceText

/// Dates that a plan gives beside pieces of work without saying which belongs to which.
///
/// Nobody is late by such a date; a person has to say first whose it is.
public struct UnalignedDates: Sendable {
  /// The strategy under which they stand.
  public var strategy: Strategy
  /// The priority under which they stand.
  public var priority: Priority
  /// The KPI under which they stand, where they are not those of the whole priority.
  public var kpi: KPI?
  /// The school year, or run of them; `nil` for dates of no year.
  public var years: ClosedRange<AcademicYear>?
  /// The dates, as given.
  public var dates: [Sourced<String>]
  /// The actions beside them.
  public var actions: [Action]
  /// The milestones beside them.
  public var milestones: [Milestone]

  /// Whether a piece of work is left without a date of its own, so that the dates are still open.
  var isOpen: Bool {
    actions.contains { $0.due == nil && $0.every == nil }
      || milestones.contains { $0.due == nil && $0.every == nil }
  }

  /// The ids of the work that has no date of its own.
  public var undated: [String] {
    milestones.filter { $0.due == nil && $0.every == nil }.map(\.id)
      + actions.filter { $0.due == nil && $0.every == nil }.map(\.id)
  }

  /// The owners of the work.
  public var owners: [Sourced<String>] {
    milestones.flatMap(\.owners) + actions.flatMap(\.owners)
  }

  /// The KPIs that the work serves.
  public var kpis: [KPI.ID] {
    let named = milestones.flatMap(\.kpis) + actions.flatMap(\.kpis)
    return [kpi?.id].compactMap { $0 } + named.map(\.value)
  }

  /// What stands beside the dates, counted: `6 actions`.
  var workWords: String {
    var words: [String] = []
    if !milestones.isEmpty { words.append(counted(milestones.count, "milestone")) }
    if !actions.isEmpty { words.append(counted(actions.count, "action")) }
    return listed(words, "and")
  }

  /// The dates, as given, in one line.
  var dateWords: String { dates.map(\.value).joined(separator: ", ") }

  /// Where the first of the dates stands.
  var place: Place? { dates.first?.place }
}

extension Plan {
  /// The dates of the plan that are paired with no work, in the order of the plan.
  public var unalignedDates: [UnalignedDates] {
    var all: [UnalignedDates] = []
    for strategy in strategies {
      for priority in strategy.priorities {
        func add(_ kpi: KPI?, _ entry: YearEntry) {
          guard !entry.datesAsGiven.isEmpty else { return }
          all.append(
            UnalignedDates(
              strategy: strategy,
              priority: priority,
              kpi: kpi,
              years: entry.years,
              dates: entry.datesAsGiven,
              actions: entry.actions,
              milestones: []
            )
          )
        }
        for kpi in priority.kpis { for entry in kpi.years { add(kpi, entry) } }
        for entry in priority.years { add(nil, entry) }
        if priority.datesAsGiven.isEmpty { continue }
        all.append(
          UnalignedDates(
            strategy: strategy,
            priority: priority,
            years: nil,
            dates: priority.datesAsGiven,
            actions: priority.actions,
            milestones: priority.milestones
          )
        )
      }
    }
    return all.filter(\.isOpen)
  }
}

/// Dates that are paired with no work, as a part of a page; nothing where there are none.
func unalignedBlocks(_ all: [UnalignedDates]) -> [Block] {
  guard !all.isEmpty else { return [] }
  return [
    .gap,
    .heading(Line([.text("\(Gap.Kind.datesUnaligned.heading) (\(all.count))", .strong)]), level: 2),
    .table(
      Table(
        columns: [
          Column("Where", narrowest: 24), Column("Beside", narrowest: 9),
          Column("Dates as given", narrowest: 20),
        ],
        rows: all.map { each in
          Row(
            [
              .text(each.kpi?.title ?? each.priority.title), .text(each.workWords),
              .text(each.dateWords),
            ],
            indent: 1
          )
        }
      )
    ),
  ]
}
