import PlanFiles
import PlanModel
import SourceText

extension Benchmarks {
  /// How far the readings of a trust are taken.
  enum Depth {
    /// Not at all: what the trust and its plan cost by themselves.
    case plan
    /// Every row scanned, its ids found, and filed under its series.
    case rows
    /// And the latest value of every school and KPI read.
    case latest
  }

  /// Loads trusts, one after the other, and says how much that was.
  static func loadTrusts(_ folders: ArraySlice<String>, _ depth: Depth) {
    var options = LoadOptions()
    options.plans = .current
    options.checksReadings = false
    options.loadsReadings = depth != .plan
    var problems = 0
    var known = 0
    for folder in folders {
      var files = SourceFiles()
      let loaded = loadTrust(folder, from: DiskFiles(), into: &files, options)
      problems += loaded.diagnostics.count
      if depth == .latest, let plan = loaded.currentPlan {
        for kpi in plan.strategies.flatMap({ $0.priorities.flatMap(\.kpis) }) {
          for school in loaded.trust.schools {
            let series = loaded.record.readings.series(kpi.id, nil, .school(school.id))
            if let last = series.last, case .number = last.value { known += 1 }
          }
        }
      }
    }
    print("\(folders.count) trusts, \(known) latest figures, \(problems) problems")
  }
}
