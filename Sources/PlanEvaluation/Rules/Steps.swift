/// How many more times a target may ask about another KPI.
///
/// A KPI asked about twice by one that is itself asked about twice is judged four times, and so
/// on: thirty such lines would take years. No plan that people wrote comes near the limits.
final class Steps {
  /// The longest way from a KPI to one that its target rests on.
  static let deepest = 32

  private var left = 100_000

  /// Takes one step; `false` where none is left.
  func take() -> Bool {
    guard left > 0 else { return false }
    left -= 1
    return true
  }
}
