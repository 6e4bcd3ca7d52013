internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension Plan {
  /// Notes on each KPI the first mistake in its entry, so that it is not judged as if the faulty
  /// part had never been written.
  ///
  /// Mistakes in what no verdict rests on, such as the title, the owner and the work of a year, are
  /// left aside. The tree is gone through only where there is an error at all.
  ///
  /// - Parameters:
  ///   - findings: The problems of the writing and the meaning of the file.
  ///   - root: The outermost node of the file.
  mutating func noteMistakes(_ findings: [Diagnostic], in root: NodeSyntax?) {
    guard let root, findings.contains(where: { $0.severity == .error }) else { return }
    let errors = findings.filter { $0.severity == .error }.map(\.place.range)
      .sorted { $0.lower < $1.lower }
    for (s, strategy) in entries(PlanKey.strategies, in: root).enumerated() {
      for (p, priority) in entries(StrategyKey.priorities, in: strategy.value).enumerated() {
        for (k, kpi) in entries(PriorityKey.kpis, in: priority.value).enumerated() {
          guard let error = errors.first(where: { isMistake($0, in: kpi) }) else { continue }
          let place = Place(kpi.place.file, error)
          strategies[s].priorities[p].kpis[k].mistake = place
        }
      }
    }
    noteMistakesOfRepeats()
  }

  /// A KPI that repeats another takes parts, unit and scale from it, and its mistakes with them.
  private mutating func noteMistakesOfRepeats() {
    for s in strategies.indices {
      for p in strategies[s].priorities.indices {
        for k in strategies[s].priorities[p].kpis.indices {
          let kpi = strategies[s].priorities[p].kpis[k]
          guard kpi.sameAs != nil, kpi.mistake == nil, let path = path(of: repeated(by: kpi)) else {
            continue
          }
          strategies[s].priorities[p].kpis[k].mistake = self[path].mistake
        }
      }
    }
  }
}

/// The entries below a key, in the order in which they are lowered.
private func entries<Key: FileKey>(_ key: Key, in node: NodeSyntax) -> [EntrySyntax] {
  let below = node.asMapping?.entry(named: key.rawValue)?.value.asMapping
  return below?.entries.filter { !$0.isDuplicate } ?? []
}

/// Whether an error lies in an entry, outside its name and what no verdict rests on.
private func isMistake(_ error: TextRange, in kpi: EntrySyntax) -> Bool {
  guard kpi.range.holds(error), !kpi.name.place.range.holds(error) else { return false }
  let part = kpi.value.asMapping?.entries.first { $0.range.holds(error) }
  switch part.flatMap({ KPIKey(rawValue: $0.name.text) }) {
  case .title, .label, .population, .owner, .note, .source, .years, .actions: return false
  default: return true
  }
}

extension TextRange {
  /// Whether the range begins in this one.
  fileprivate func holds(_ other: TextRange) -> Bool {
    other.lower >= lower && other.lower < upper
  }
}
