/// Looks for names that come near what was typed, as long as that takes no more than a moment.
///
/// Each look compares a name with all others. A file of ten thousand unknown names would take a
/// hundred million comparisons to say of each which one may have been meant; nobody reads that far,
/// so after a share that no file of ordinary size uses up, names are reported without a guess.
struct NameSearch: Sendable {
  /// How many more names may be compared.
  private var left = 100_000

  /// Whether a look among so many names may still be taken; it then counts.
  mutating func allows(_ count: Int) -> Bool {
    guard left > 0 else { return false }
    left -= count
    return true
  }

  /// The names that come nearest to one that was typed, best first; none after the share is used up.
  mutating func nearest(to name: String, among names: [String]) -> [String] {
    allows(names.count) ? nearestNames(to: name, among: names) : []
  }
}
