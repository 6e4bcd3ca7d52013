/// Where the lines of a file begin.
///
/// A line ends with LF or CRLF; the last may lack an end. Looking up a line takes logarithmic time.
public struct LineTable: Sendable {
  private let starts: [UInt32]
  private let byteCount: Int

  /// Finds the lines of a file.
  ///
  /// Linear in its size.
  public init(_ bytes: [UInt8]) {
    var starts: [UInt32] = [0]
    let span = bytes.span
    for index in span.indices where span[index] == 0x0A {
      starts.append(UInt32(clamping: index + 1))
    }
    self.starts = starts
    byteCount = bytes.count
  }

  /// The number of lines; an empty file has one.
  public var count: Int { starts.count }

  /// The line, from 1, that holds a byte offset; offsets past the end give the last line.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a line, its line end included; lines outside the file give an empty range.
  public func range(ofLine line: Int) -> TextRange {
    guard line >= 1, line <= starts.count else { return TextRange(byteCount, byteCount) }
    let lower = Int(starts[line - 1])
    let upper = line < starts.count ? Int(starts[line]) : byteCount
    return TextRange(lower, upper)
  }
}
