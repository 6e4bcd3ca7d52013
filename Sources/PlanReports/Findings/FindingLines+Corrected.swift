import SourceText

extension FindingLines {
  /// A line as it should be.
  struct CorrectedLine {
    /// The number of the line in the corrected file.
    var number: Int
    /// The bytes of the line, without its end.
    var bytes: [UInt8]
    /// The part that is new.
    var changed: Range<Int>

    /// The line as plain forms show it: `3 | title: "Reading: every child"`.
    var text: String { "\(number) | \(String(decoding: bytes, as: UTF8.self))" }
  }

  /// The most corrected lines that are shown of one problem.
  private static var most: Int { 4 }

  /// The lines that the correction of a problem changes, as they are then.
  ///
  /// None where there is no correction, where it changes the whole file, and where nothing would be
  /// seen of it.
  mutating func corrected(_ diagnostic: Diagnostic) -> [CorrectedLine] {
    guard let edits = diagnostic.fixIt?.edits, let file = file(of: diagnostic.place),
      let lower = edits.map(\.range.lower).min(), let upper = edits.map(\.range.upper).max(),
      edits.reduce(0, { $0 + $1.replacement.count }) <= 8192, upper - lower <= 8192
    else { return [] }
    let table = table(diagnostic.place)
    let first = table.line(at: Int(lower))
    let start = Int(table.range(ofLine: first).lower)
    let end = Int(table.range(ofLine: table.line(at: Int(upper))).upper)
    if start == 0, end == file.bytes.count, file.bytes.contains(0) { return [] }
    let old = Array(file.bytes[start..<end])
    let moved = edits.map { edit in
      TextEdit(
        replacing: TextRange(Int(edit.range.lower) - start, Int(edit.range.upper) - start),
        with: edit.replacement
      )
    }
    guard let new = moved.applied(to: old) else { return [] }
    let before = lines(of: old)
    let after = lines(of: new)
    var result: [CorrectedLine] = []
    for (index, bytes) in after.enumerated() where result.count < Self.most {
      let was = before.count == after.count ? before[index] : []
      if before.count == after.count, seen(was) == seen(bytes) { continue }
      result.append(
        CorrectedLine(number: first + index, bytes: bytes, changed: difference(was, bytes))
      )
    }
    return result
  }

  private func lines(of bytes: [UInt8]) -> [[UInt8]] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for index in lines.indices where lines[index].last == 0x0D { lines[index].removeLast() }
    if lines.first?.starts(with: [0xEF, 0xBB, 0xBF]) == true { lines[0].removeFirst(3) }
    return lines
  }

  /// A line without the spaces at its end, which nobody sees.
  private func seen(_ line: [UInt8]) -> ArraySlice<UInt8> {
    var line = line[...]
    while let last = line.last, last == 0x20 || last == 0x09 { line.removeLast() }
    return line
  }

  /// The part of a line that another does not have.
  private func difference(_ old: [UInt8], _ new: [UInt8]) -> Range<Int> {
    var (head, tail) = commonEnds(old, new)
    var end = max(head, new.count - tail)
    while head > 0, head < new.count, new[head] & 0xC0 == 0x80 { head -= 1 }
    while end < new.count, new[end] & 0xC0 == 0x80 { end += 1 }
    return head..<end
  }
}
