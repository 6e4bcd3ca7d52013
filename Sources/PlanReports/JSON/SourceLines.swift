import SourceText

/// Finds the names and lines of places, each file's lines counted once.
struct SourceLines {
  private let files: SourceFiles
  private var tables: [FileID: LineTable] = [:]

  init(_ files: SourceFiles) { self.files = files }

  /// The file and line of a place; `nil` where the files of the run do not hold it.
  mutating func line(of place: Place) -> (file: String, line: Int)? {
    guard Int(place.file.index) < files.files.count else { return nil }
    let table = table(place.file)
    return (files[place.file].name, table.line(at: Int(place.range.lower)))
  }

  /// The table of the lines of a file.
  mutating func table(_ file: FileID) -> LineTable {
    if let table = tables[file] { return table }
    let table = LineTable(files[file].bytes)
    tables[file] = table
    return table
  }
}
