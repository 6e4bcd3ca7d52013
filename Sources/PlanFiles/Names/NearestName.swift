/// The names that come nearest to one that was typed, best first, at most three.
///
/// Works on UTF-8 bytes: case is ignored for a to z, and a swap of neighbours counts as one slip.
///
/// - Parameters:
///   - name: What was typed.
///   - names: What could have been meant.
/// - Returns: The nearest names; none where nothing is near.
public func nearestNames(to name: String, among names: [String]) -> [String] {
  let typed = name.utf8.map(\.lowercased)
  guard !typed.isEmpty else { return [] }
  let allowed = max(1, min(3, typed.count / 3))
  var found: [(distance: Int, order: Int, name: String)] = []
  for (order, candidate) in names.enumerated() {
    let other = candidate.utf8.map(\.lowercased)
    var distance = editDistance(typed, other, atMost: allowed)
    if distance == nil, typed.count >= 3, other.starts(with: typed) || isPart(typed, of: other) {
      distance = allowed
    }
    if let distance { found.append((distance, order, candidate)) }
  }
  found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
  return found.prefix(3).map(\.name)
}

/// Whether the bytes are one of the words of a name, split at `-`, `.` and spaces.
private func isPart(_ bytes: [UInt8], of name: [UInt8]) -> Bool {
  name.split { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || $0 == 0x20 }
    .contains { $0.elementsEqual(bytes) }
}

/// The number of slips between two texts, or `nil` where it is larger than allowed.
func editDistance(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
  guard abs(first.count - second.count) <= limit else { return nil }
  var beforeLast: [Int] = []
  var last = Array(0...second.count)
  for i in 0..<first.count {
    var row = [i + 1]
    row.reserveCapacity(second.count + 1)
    for j in 0..<second.count {
      var cost = min(last[j] + (first[i] == second[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
      if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
        cost = min(cost, beforeLast[j - 1] + 1)
      }
      row.append(cost)
    }
    (beforeLast, last) = (last, row)
  }
  return last[second.count] <= limit ? last[second.count] : nil
}
