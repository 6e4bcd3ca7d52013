import Documents
import PlanEvaluation
import PlanModel

extension ReportSubject {
  /// How many of each status, a row for the trust and for each school; of many schools the worst.
  ///
  /// - Parameters:
  ///   - counts: The counts.
  ///   - most: The most schools that have a row of their own.
  ///   - keepsNames: Whether the table in letters is taken before long names are broken.
  /// - Returns: A table in words, and one in letters for narrow pages.
  func countTables(
    _ counts: [(scope: Scope, counts: StatusCounts)],
    most: Int = .max,
    keepsNames: Bool = false
  ) -> [Table] {
    var rows = counts.map { count in
      (count.scope == .trust ? "Trust" : trust.name(of: count.scope), count.counts)
    }
    let schools = counts.filter { $0.scope != .trust }
    if schools.count - 1 > most {
      let order = schools.indices.sorted { first, second in
        (schools[second].counts[.red], first) < (schools[first].counts[.red], second)
      }
      let shown = Set(order.prefix(most))
      rows = rows.enumerated().filter { index, _ in
        let school = index - (counts.count - schools.count)
        return school < 0 || shown.contains(school)
      }.map(\.element)
      let rest = Set(schools.indices.filter { !shown.contains($0) }.map { schools[$0].scope })
      let all = StatusCounts(evaluation.verdicts.lazy.filter { rest.contains($0.scope) })
      rows.append(("the other \(counted(rest.count, "school"))", all))
    }
    let longest = rows.map(\.0.count).max() ?? 0
    let narrowest = keepsNames ? min(40, max(12, longest)) : 12
    return [true, false].map { tellsWords in
      Table(
        columns: [Column("Where", narrowest: narrowest)]
          + Self.statusOrder.map { Column($0.rawValue) },
        rows: rows.map { name, counts in
          Row(
            [.text(name)]
              + Self.statusOrder.map { status in
                let number = String(counts[status])
                return .marked(
                  Outcome.mark(of: status),
                  tellsWords ? "\(number) \(status.rawValue)" : number
                )
              }
          )
        },
        showsTitles: false,
        caption: "How many KPIs are red, amber, green and grey"
      )
    }
  }
}
