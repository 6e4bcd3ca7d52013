internal import PlanModel

/// Whether a value says something about a KPI: a figure where it has a unit, a grade where it has a
/// scale, or why there is none.
///
/// A figure that is no code of the scale is as wrong as a grade that nobody gives; the same goes for
/// `yes` and `almost all`.
func fits(_ text: String, _ context: TargetContext) -> Bool {
  switch parseReadingValue(text, context) {
  case .unreadable: false
  case .number, .between, .censored: context.scale == nil || context.unit != nil
  case .fact, .share: context.scale == nil
  default: true
  }
}
