extension Span<UInt8> {
  /// Whether the file starts with the mark of UTF-32, or with characters of four bytes each.
  public var isUTF32: Bool {
    guard count >= 8, self[1] == 0 || self[2] == 0 else { return false }
    if self[0] == 0xFF, self[1] == 0xFE, self[2] == 0, self[3] == 0 { return true }
    if self[0] == 0, self[1] == 0, self[2] == 0xFE, self[3] == 0xFF { return true }
    for kept in [0, 3] {
      var isWide = true
      for quad in 0..<Swift.min(count / 4, 16) {
        for index in 0..<4 where (self[4 * quad + index] == 0) == (index == kept) {
          isWide = false
        }
      }
      if isWide { return true }
    }
    return false
  }

  /// Whether the file starts with the mark of UTF-16, or nearly every other of its first bytes is zero.
  public var isUTF16: Bool {
    guard count >= 2 else { return false }
    if self[0] == 0xFF && self[1] == 0xFE || self[0] == 0xFE && self[1] == 0xFF { return true }
    guard count >= 4 else { return false }
    let pairs = Swift.min(count / 2, 512)
    var first = 0
    var second = 0
    for pair in 0..<pairs {
      if self[2 * pair] == 0 { first += 1 }
      if self[2 * pair + 1] == 0 { second += 1 }
    }
    let (more, less) = (Swift.max(first, second), Swift.min(first, second))
    return more * 10 >= pairs * 9 && less * 10 < pairs
  }
}
