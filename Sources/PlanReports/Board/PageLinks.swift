import Documents
import PlanEvaluation
import PlanModel

/// Where the names of schools and priorities lead to on a page.
struct PageLinks: Sendable {
  /// The page or place of a school; `nil` where there is none.
  var school: @Sendable (School.ID) -> String? = { _ in nil }
  /// The page or place of a priority; `nil` where there is none.
  var priority: @Sendable (PriorityPlace) -> String? = { _ in nil }

  /// The name of what a verdict speaks of, with a link where there is a page of it.
  func name(of scope: Scope, in trust: Trust) -> Span {
    let name = trust.name(of: scope)
    guard case .school(let id) = scope, let target = school(id) else { return .text(name) }
    return .link(name, to: target)
  }

  /// Words that lead to a priority, where there is a page of it.
  func words(_ words: String, to path: KPIPath) -> Span {
    guard let target = priority(PriorityPlace(path)) else { return .text(words) }
    return .link(words, to: target)
  }
}
