import Documents
public import PlanEvaluation
import PlanModel

/// One KPI, or one part of a KPI, that is red or amber: where, and how far from its target.
public struct Miss: Sendable {
  /// The verdicts that are, the furthest from the target first; never empty.
  public var verdicts: [Verdict]
  /// How many scopes of the same KPI and part have a verdict with a reading.
  public var judged: Int

  /// The one furthest from its target.
  public var furthest: Verdict { verdicts[0] }

  /// Of how many KPIs the misses are; each part of a KPI is a miss of its own.
  static func kpiCount(_ misses: [Miss]) -> Int { Set(misses.map(\.furthest.path)).count }
}

extension ReportSubject {
  /// What is of a status, the furthest from its target first.
  ///
  /// Distances of several units are compared as shares of their targets: 2 points over 75% count
  /// for less than 1 point short of 2%. What has no distance comes last, in the order of the plan.
  /// Where schools are read one by one, they are named and not the trust.
  func misses(_ status: Status) -> [Miss] {
    var all: [Miss] = []
    for group in groupedByKPI(verdicts.filter { !$0.repeatsAnother }) {
      var hits = parts(of: group.filter { $0.scope != .trust }, status)
      if hits.isEmpty { hits = parts(of: group.filter { $0.scope == .trust }, status) }
      all += hits
    }
    let keys = all.map { share(of: $0.furthest) }
    let order = all.indices.sorted { first, second in
      keys[first] == keys[second] ? first < second : keys[first] > keys[second]
    }
    return order.map { all[$0] }
  }

  /// Verdicts in the order of the plan, those of one KPI together.
  func groupedByKPI(_ verdicts: [Verdict]) -> [[Verdict]] {
    var groups: [[Verdict]] = []
    for verdict in verdicts {
      if groups.last?.last?.path == verdict.path {
        groups[groups.count - 1].append(verdict)
      } else {
        groups.append([verdict])
      }
    }
    return groups
  }

  /// The verdicts of one KPI that are of a status, those of one part together.
  private func parts(of verdicts: [Verdict], _ status: Status) -> [Miss] {
    var hits: [(strand: String?, miss: Miss)] = []
    for verdict in verdicts {
      let strands = strands(of: verdict)
      let own = strands.filter { $0.status == status }
      for hit in own.isEmpty && verdict.status == status ? [verdict] : own {
        if let index = hits.firstIndex(where: { $0.strand == hit.strand }) {
          hits[index].miss.verdicts.append(hit)
        } else {
          let judged = verdicts.count { each in
            let same = hit.strand == nil ? each : part(hit.strand, of: each)
            return same?.status != .grey
          }
          hits.append((hit.strand, Miss(verdicts: [hit], judged: judged)))
        }
      }
    }
    return hits.map { _, miss in
      let keys = miss.verdicts.map(share)
      let order = miss.verdicts.indices.sorted { first, second in
        keys[first] == keys[second] ? first < second : keys[first] > keys[second]
      }
      return Miss(verdicts: order.map { miss.verdicts[$0] }, judged: miss.judged)
    }
  }

  /// How far a verdict is from its target as a share of it; below 0 where nobody can say.
  private func share(of verdict: Verdict) -> Double {
    guard let margin = verdict.margin else {
      return -1
    }
    if margin.isLevels {
      return margin.amount.double / Double(max(1, wording(verdict).scale?.levels.count ?? 1))
    }
    let limits = KPIWording.limits(of: verdict.target).filter { $0 != .zero }
    guard let limit = limits.first else {
      return margin.amount.double / (wording(verdict).mark == .percent ? 100 : 1)
    }
    return margin.amount.double / limit.double
  }
}

extension ExactNumber {
  /// The size of the number, near enough to put things in order.
  fileprivate var double: Double {
    var size = Double(digits.magnitude)
    for _ in 0..<decimals { size /= 10 }
    return size
  }
}
