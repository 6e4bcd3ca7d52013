import SourceText

/// Finds the lines that problems stand in, each file's lines counted once.
struct FindingLines {
  private let files: SourceFiles
  private var lines: SourceLines
  /// The place whose column was counted last, so that many places in one line are counted on.
  private var last: (file: FileID, offset: Int, at: LineColumn)?

  init(_ files: SourceFiles) {
    self.files = files
    lines = SourceLines(files)
  }

  /// A place as people and editors see it.
  struct Spot {
    var file: String
    var line: Int
    var column: Int
    var endLine: Int
    var endColumn: Int
    /// The bytes of the line, without its end and without a byte order mark.
    var bytes: [UInt8]
    /// The part of the line that is meant.
    var marked: Range<Int>
  }

  /// The file of a place; `nil` where the files of the run do not hold it.
  func file(of place: Place) -> SourceFile? {
    Int(place.file.index) < files.files.count ? files[place.file] : nil
  }

  /// The lines of the file of a place, which must be a file of the run.
  mutating func table(_ place: Place) -> LineTable { lines.table(place.file) }

  /// Finds a place; `nil` where the files of the run do not hold it.
  mutating func spot(_ place: Place) -> Spot? {
    guard Int(place.file.index) < files.files.count else { return nil }
    let file = files[place.file]
    let table = lines.table(place.file)
    let start = lineColumn(place.file, Int(place.range.lower), table)
    // Offsets in a byte order mark are no columns to count on from.
    if place.range.lower > 2 { last = (place.file, Int(place.range.lower), start) }
    let end = lineColumn(place.file, Int(place.range.upper), table)
    let range = table.range(ofLine: start.line)
    var lower = Int(range.lower)
    var upper = Int(range.upper)
    if lower == 0, file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lower = 3 }
    while upper > lower, file.bytes[upper - 1] == 0x0A || file.bytes[upper - 1] == 0x0D {
      upper -= 1
    }
    let from = min(max(Int(place.range.lower), lower), upper)
    let to = min(max(Int(place.range.upper), from), upper)
    // Of an endless line what stands near is enough; it would be copied for each of its problems.
    lower = max(lower, from - Self.mostAround)
    upper = min(upper, from + Self.mostAround)
    return Spot(
      file: file.name,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      bytes: Array(file.bytes[lower..<max(lower, upper)]),
      marked: (from - lower)..<(min(to, upper) - lower)
    )
  }

  /// The most bytes of a line that are shown before and after the beginning of a place.
  private static let mostAround = 4_000

  private func lineColumn(_ file: FileID, _ offset: Int, _ table: LineTable) -> LineColumn {
    let bytes = files[file].bytes
    let line = table.line(at: min(offset, bytes.count))
    guard let last, last.file == file, last.at.line == line, last.offset <= offset else {
      return table.lineColumn(at: offset, in: bytes)
    }
    var column = last.at.column
    let span = bytes.span
    for index in last.offset..<min(offset, bytes.count) where span[index] & 0xC0 != 0x80 {
      column += 1
    }
    return LineColumn(line: line, column: column)
  }
}
