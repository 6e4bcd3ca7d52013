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
  // Nobody slips in a name that is longer than a line.
  guard !typed.isEmpty, typed.count <= 64 else { return [] }
  let allowed = max(1, min(3, typed.count / 3))
  var found: [(distance: Int, order: Int, name: String)] = []
  for (order, candidate) in names.enumerated() where candidate.utf8.count <= 64 {
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
///
/// The time grows with the length of the texts and not with its square: nobody's plan may hold up
/// the program by a word of a hundred thousand letters.
func editDistance(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
  guard abs(first.count - second.count) <= limit else { return nil }
  // Of the table only what lies near its diagonal: what is further off has more slips than allowed.
  let width = 2 * limit + 1
  var beforeLast = [Int](repeating: limit + 1, count: width)
  var last = beforeLast
  var row = beforeLast
  for i in 0...first.count {
    for place in 0..<width {
      let j = i + place - limit
      guard j >= 0, j <= second.count else {
        row[place] = limit + 1
        continue
      }
      guard i > 0, j > 0 else {
        row[place] = i + j
        continue
      }
      var cost = last[place] + (first[i - 1] == second[j - 1] ? 0 : 1)
      if place + 1 < width { cost = min(cost, last[place + 1] + 1) }
      if place > 0 { cost = min(cost, row[place - 1] + 1) }
      if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
        cost = min(cost, beforeLast[place] + 1)
      }
      row[place] = cost
    }
    guard row.contains(where: { $0 <= limit }) else { return nil }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  let distance = last[second.count - first.count + limit]
  return distance <= limit ? distance : nil
}
