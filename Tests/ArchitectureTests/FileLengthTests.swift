import Testing

/// The longest that a file may be: beyond this nobody reads it from top to bottom.
private let limit = 500

/// Whether a text is longer than the limit, and by which line it shows.
private func lengthFinding(in source: SwiftSource) -> Finding? {
  let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
  // What follows the last line break is a line only if it holds something.
  let count = lines.last == "" ? lines.count - 1 : lines.count
  return count > limit
    ? Finding(path: source.path, line: limit + 1, reason: "\(count) lines") : nil
}

@Suite struct FileLengthTests {
  @Test func `no file is longer than one sitting`() throws {
    let sources = try swiftSources(below: "Sources")
    #expect(sources.count >= importTable.count)
    #expect(sources.compactMap(lengthFinding) == [])
  }

  @Test(arguments: [(499, false), (500, false), (501, true), (900, true)])
  func `the limit is counted in lines`(count: Int, tooLong: Bool) {
    let text = String(repeating: "a\n", count: count)
    for text in [text, String(text.dropLast())] {
      let source = SwiftSource(path: "Sources/SourceText/A.swift", text: text)
      #expect((lengthFinding(in: source) != nil) == tooLong)
    }
  }
}
