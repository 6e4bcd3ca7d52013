/// How much two lists have in common at their beginnings, and then at their ends.
///
/// - Parameters:
///   - old: One list.
///   - new: The other.
/// - Returns: The numbers of elements, which do not overlap in either list.
public func commonEnds<Element: Equatable>(
  _ old: [Element],
  _ new: [Element]
) -> (head: Int, tail: Int) {
  let least = min(old.count, new.count)
  var head = 0
  while head < least, old[head] == new[head] { head += 1 }
  var tail = 0
  while tail < least - head, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
  return (head, tail)
}
