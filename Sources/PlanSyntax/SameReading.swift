/// Whether a tree says what another says, spaces and signs that cannot be seen left aside.
///
/// What could not be read in the first, or only by guessing, may be anything in the second.
public func readsAlike(_ before: SyntaxTree, _ after: SyntaxTree) -> Bool {
  switch (before.root, after.root) {
  case (nil, nil): true
  case (let first?, let second?): areAlike(first, second)
  default: false
  }
}

private func areAlike(_ first: NodeSyntax, _ second: NodeSyntax) -> Bool {
  if first.kind == .invalid { return true }
  guard first.kind == second.kind else { return first.kind == .absent && first.isBroken }
  switch first.kind {
  case .absent, .invalid: return true
  case .scalar:
    guard !first.isBroken, let one = first.asScalar, let two = second.asScalar else { return true }
    return seen(one) == seen(two)
  case .list:
    guard let one = first.asList, let two = second.asList else { return false }
    var others = two.items.makeIterator()
    for item in one.items {
      guard let other = others.next(), areAlike(item, other) else { return false }
    }
    return others.next() == nil
  case .mapping:
    guard let one = first.asMapping, let two = second.asMapping else { return false }
    var others = two.entries.makeIterator()
    for entry in one.entries {
      guard let other = others.next(), seen(entry.name) == seen(other.name),
        areAlike(entry.value, other.value)
      else { return false }
    }
    return others.next() == nil
  }
}

/// The bytes of a text without what cannot be seen.
private func seen(_ scalar: ScalarSyntax) -> [UInt8] {
  scalar.withBytes { bytes in
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      let (value, length) = bytes.scalar(at: at)
      let isHidden =
        value <= 0x20 || value == 0xFFFD || isOddSpace(value) || isForbidden(value)
        || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
      if !isHidden { for index in at..<at + length { out.append(bytes[index]) } }
      at += length
    }
    return out
  }
}
