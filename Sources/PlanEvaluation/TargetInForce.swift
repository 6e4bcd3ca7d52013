import PlanModel
import SourceText

/// The target and tolerance that hold for a scope, strand and period.
struct TargetInForce {
  var target: Target?
  var amber: Amber?
  var reasons: [Reason] = []
}

extension Evaluator {
  /// The target in force: the school's own, else the strand's, else the year's, else the KPI's.
  ///
  /// The year is that of the reading's period, or of the day looked at where there is no reading.
  func targetInForce(
    _ kpi: KPI,
    _ strand: KPI.Strand?,
    _ school: School?,
    _ reading: Reading?
  ) -> TargetInForce {
    var force = TargetInForce(amber: kpi.amber)
    if let school,
      let override = kpi.overrides.first(where: { $0.school == school.id && holds($0) })
    {
      force.amber = override.amber ?? kpi.amber
      set(override.target, in: &force)
      force.reasons.append(
        Reason(.override(reason: override.reason, until: override.until), at: override.target.place)
      )
      return force
    }
    if let target = strand?.target {
      set(target, in: &force)
      return force
    }
    if !kpi.targetsByYear.isEmpty {
      let year = reading.map { trust.calendar.year(of: $0.period) } ?? trust.calendar.year(of: asOf)
      var latest: (year: AcademicYear, target: Target)?
      var first = kpi.targetsByYear[0].year
      for entry in kpi.targetsByYear {
        first = min(first, entry.year)
        guard entry.year <= year, latest.map({ $0.year <= entry.year }) ?? true else { continue }
        latest = entry
      }
      if let latest {
        set(latest.target, in: &force)
        force.reasons.append(Reason(.targetOfYear(latest.year), at: latest.target.place))
        return force
      }
      if kpi.target == nil {
        force.reasons.append(Reason(.noTargetBefore(first), at: kpi.targetsByYear[0].target.place))
        return force
      }
    }
    if let target = kpi.target {
      set(target, in: &force)
    } else {
      force.reasons.append(Reason(.noTarget, at: kpi.place))
    }
    return force
  }

  private func holds(_ override: TargetOverride) -> Bool {
    override.until.map { asOf <= $0 } ?? true
  }

  private func set(_ target: Target, in force: inout TargetInForce) {
    force.target = target
    force.reasons.append(Reason(.target(target), at: target.place))
    if target.operatorAssumed {
      force.reasons.append(Reason(.operatorAssumed, at: target.place))
    }
  }
}
