import PlanEvaluation
public import PlanModel

/// A target that took the place of another between two days, because the plan's path says so.
public struct TargetShift: Sendable {
  /// The KPI.
  public var path: KPIPath
  /// The strand, where only its target is another.
  public var strand: String?
  /// The target that held on the first day; `nil` where there was none.
  public var old: Target?
  /// The target that holds on the second day; `nil` where there is none any more.
  public var new: Target?
  /// Where the new one holds: schools, or the trust.
  public var scopes: [Scope]
}

/// The targets that hold on the second of two days and did not on the first.
func targetShifts(before: Evaluation, now: Evaluation) -> [TargetShift] {
  var shifts: [TargetShift] = []
  var old: [SamePlanKey: Verdict] = [:]
  for verdict in before.verdicts {
    for each in [verdict] + verdict.ownParts { old[SamePlanKey(each)] = each }
  }
  for verdict in now.verdicts where !verdict.repeatsAnother {
    for each in verdict.ownParts.isEmpty ? [verdict] : verdict.ownParts {
      guard let before = old[SamePlanKey(each)], each.isAskedForTarget, before.isAskedForTarget,
        !hasSameWords(before.target, each.target)
      else { continue }
      let same = shifts.lastIndex {
        $0.path == each.path && $0.strand == each.strand && hasSameWords($0.old, before.target)
          && hasSameWords($0.new, each.target)
      }
      if let same {
        shifts[same].scopes.append(each.scope)
      } else {
        shifts.append(
          TargetShift(
            path: each.path,
            strand: each.strand,
            old: before.target,
            new: each.target,
            scopes: [each.scope]
          )
        )
      }
    }
  }
  return shifts
}

extension Verdict {
  /// Whether the verdict would name the target that holds.
  fileprivate var isAskedForTarget: Bool { target != nil || outcome == .noTarget }
}

/// Whether two targets are the same in their own words.
func hasSameWords(_ first: Target?, _ second: Target?) -> Bool {
  guard let first, let second else { return first == nil && second == nil }
  return first.text.utf8.elementsEqual(second.text.utf8)
}

/// What a verdict is of, in two evaluations of one plan.
private struct SamePlanKey: Hashable {
  let path: KPIPath
  let strand: String?
  let scope: Scope

  init(_ verdict: Verdict) {
    path = verdict.path
    strand = verdict.strand
    scope = verdict.scope
  }
}
