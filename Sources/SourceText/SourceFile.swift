/// One file as it was read: its name, as people know it, and its bytes, unchanged.
public struct SourceFile: Sendable {
  /// The path as it is shown in messages.
  public let name: String
  /// The bytes of the file.
  public let bytes: [UInt8]

  /// Creates a file from the name shown in messages and its bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The line and column of a byte offset.
  ///
  /// Linear in the size of the file: for messages only.
  public func lineColumn(at offset: Int) -> LineColumn {
    LineTable(bytes).lineColumn(at: offset, in: bytes)
  }

  /// The line, from 1, of a byte offset.
  ///
  /// Linear in the offset: for messages only.
  public func line(at offset: Int) -> Int {
    let span = bytes.span
    var line = 1
    for index in 0..<min(max(offset, 0), span.count) where span[index] == 0x0A { line += 1 }
    return line
  }
}

extension LineTable {
  /// The line and column of a byte offset in the bytes that this table was made from.
  public func lineColumn(at offset: Int, in bytes: [UInt8]) -> LineColumn {
    let clamped = min(max(offset, 0), bytes.count)
    let line = line(at: clamped)
    var start = Int(range(ofLine: line).lower)
    if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    var column = 1
    // Bytes that continue a scalar (10xxxxxx) do not start a column.
    for index in start..<max(start, clamped) where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return LineColumn(line: line, column: column)
  }
}

/// The files of one run, so that a place can be shown as a name and a line.
public struct SourceFiles: Sendable {
  /// The files, in the order of their numbers.
  public private(set) var files: [SourceFile] = []

  /// Creates an empty set of files.
  public init() {}

  /// Adds a file and returns its number.
  public mutating func add(_ file: SourceFile) -> FileID {
    files.append(file)
    return FileID(files.count - 1)
  }

  /// The file with a number, which must come from this set of files.
  public subscript(_ id: FileID) -> SourceFile { files[Int(id.index)] }
}
