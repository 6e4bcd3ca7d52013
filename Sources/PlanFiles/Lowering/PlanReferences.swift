internal import PlanModel
internal import SourceText

/// What a plan names before or after it is described; looked up when the whole plan is known.
struct PlanReferences {
  /// KPIs that are named.
  var kpis: [Sourced<KPI.ID>] = []
  /// Actions that are named.
  var actions: [Sourced<String>] = []
  /// Risks that are named.
  var risks: [Sourced<String>] = []
  /// Which KPI rests on which, by its target or by `same-as`.
  var edges: [(from: KPI.ID, to: Sourced<KPI.ID>)] = []
  /// Whether a KPI repeats another.
  var hasRepeats = false
  /// The ids of KPIs and evidence, with their places.
  var measureIDs: [Sourced<String>] = []
  /// The ids of priorities, with their places; those of strategies are keys of one mapping.
  var priorityIDs: [Sourced<String>] = []
  /// The ids of actions, with their places.
  var actionIDs: [Sourced<String>] = []
  /// The ids of milestones, with their places.
  var milestoneIDs: [Sourced<String>] = []
  /// School years that are named, with their places.
  var years: [Sourced<AcademicYear>] = []
}
