import Documents
import PlanEvaluation
import PlanModel

extension ReportSubject {
  /// Every KPI against every school: one row for a KPI, one narrow column for a school.
  func matrix(_ verdicts: [Verdict]) -> Table {
    let hasTrust = verdicts.contains { $0.scope == .trust }
    var columns = [Column("KPI", narrowest: 20), Column("Target", narrowest: 10)]
    if hasTrust { columns.append(Column("Trust", narrowest: 9)) }
    columns += heardSchools.map { Column($0.name, narrowest: 9) }
    return Table(
      columns: columns,
      rows: groupedRows(verdicts, countsGroups: true) { group in
        var rows = [matrixRow(group, strand: nil, hasTrust: hasTrust)]
        for strand in strandNames(group) {
          rows.append(matrixRow(group, strand: strand, hasTrust: hasTrust))
        }
        return rows
      }
    )
  }

  private func matrixRow(_ group: [Verdict], strand: String?, hasTrust: Bool) -> Row {
    let picked = group.compactMap { part(strand, of: $0) }
    let wording = wording(picked.first ?? group[0])
    let target = picked.lazy.compactMap(\.target).first
    var cells: [Cell] = [
      .text(rowTitle(picked.first ?? group[0])),
      .text(target.map { wording.words($0) } ?? ""),
    ]
    if hasTrust {
      cells.append(picked.first { $0.scope == .trust }.map { compact($0, wording) } ?? .empty)
    }
    for school in heardSchools {
      let own = picked.first { $0.scope == .school(school.id) }
      cells.append(own.map { compact($0, wording) } ?? .empty)
    }
    return Row(cells, indent: strand == nil ? 2 : 3, isQuiet: picked.allSatisfy(\.isQuiet))
  }

  /// Every KPI with the schools listed beside it, for pages too narrow for a column each.
  func lists(_ verdicts: [Verdict]) -> Table {
    let hasTrust = verdicts.contains { $0.scope == .trust }
    return Table(
      columns: [
        Column("KPI", narrowest: 22), Column("Target", narrowest: 12, leavesOut: 2),
        Column("Trust", narrowest: 8), Column("Schools", narrowest: 20),
      ],
      rows: groupedRows(verdicts, countsGroups: true) { group in
        var rows = [listRow(group, strand: nil, hasTrust: hasTrust)]
        for strand in strandNames(group) {
          rows.append(listRow(group, strand: strand, hasTrust: hasTrust))
        }
        return rows
      }
    )
  }

  private func listRow(_ group: [Verdict], strand: String?, hasTrust: Bool) -> Row {
    let picked = group.compactMap { part(strand, of: $0) }
    let wording = wording(picked.first ?? group[0])
    let target = picked.lazy.compactMap(\.target).first
    let ofTrust = picked.first { $0.scope == .trust }
    return Row(
      [
        .text(rowTitle(picked.first ?? group[0])),
        .text(target.map { wording.words($0) } ?? ""),
        ofTrust.map { compact($0, wording) } ?? .empty,
        .list(schoolCells(picked, wording)),
      ],
      indent: strand == nil ? 2 : 3,
      isQuiet: picked.allSatisfy(\.isQuiet)
    )
  }

  /// The schools of one KPI, those without a value left to one phrase at the end.
  private func schoolCells(_ picked: [Verdict], _ wording: KPIWording) -> [Cell] {
    var cells: [Cell] = []
    var silent: [(words: String, verdicts: [Verdict])] = []
    for verdict in picked {
      guard case .school(let id) = verdict.scope, isHeard(id) else { continue }
      let isSilent = verdict.members == nil || verdict.outcome == .noReading
      if verdict.reading == nil, isSilent, verdict.status == .grey {
        let words = verdict.outcome.words
        if let index = silent.firstIndex(where: { $0.words == words }) {
          silent[index].verdicts.append(verdict)
        } else {
          silent.append((words, [verdict]))
        }
      } else {
        let name = trust.name(of: verdict.scope)
        cells.append(.marked(verdict.mark, "\(name) \(compactValue(verdict, wording))"))
      }
    }
    for (words, verdicts) in silent {
      guard let first = verdicts.first else { continue }
      if verdicts.count > 2 {
        let all = cells.isEmpty && silent.count == 1
        cells.append(.marked(first.mark, all ? words : "\(verdicts.count) schools \(words)"))
      } else {
        let names = verdicts.map { trust.name(of: $0.scope) }
        cells.append(.marked(first.mark, "\(listed(names, "and")) \(words)"))
      }
    }
    return cells
  }

  /// The title of a KPI or of one of its strands, with a sign where it repeats another KPI.
  func rowTitle(_ verdict: Verdict) -> String {
    strandTitle(verdict) + (verdict.repeatsAnother ? " (=)" : "")
  }

  /// The strands of a KPI that any of its verdicts has, in the order of the plan.
  func strandNames(_ group: [Verdict]) -> [String] {
    var names: [String] = []
    for verdict in group {
      for part in strands(of: verdict) {
        if let strand = part.strand, !names.contains(strand) { names.append(strand) }
      }
    }
    return names
  }

  /// The verdict itself, or that of one of its strands.
  func part(_ strand: String?, of verdict: Verdict) -> Verdict? {
    guard let strand else { return verdict }
    return strands(of: verdict).first { $0.strand == strand }
  }

  /// A status in one narrow cell: its letter with the value, or with the outcome where none is.
  private func compact(_ verdict: Verdict, _ wording: KPIWording) -> Cell {
    switch verdict.outcome {
    case .noReading where verdict.members?.met ?? 0 == 0: .marked(verdict.mark, "")
    case .notApplicable: .marked(verdict.mark, "n/a")
    default: .marked(verdict.mark, compactValue(verdict, wording))
    }
  }

  private func compactValue(_ verdict: Verdict, _ wording: KPIWording) -> String {
    if let reading = verdict.reading {
      return wording.value(of: reading, beside: KPIWording.limits(of: verdict.target))
    }
    if let members = verdict.members, members.of > 0, members.unknown < members.of {
      return "\(members.met) of \(members.of) met"
    }
    return verdict.outcome.words
  }
}
