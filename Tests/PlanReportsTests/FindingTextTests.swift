import PlanReports
import SourceText
import Testing

@Suite struct FindingTextTests {
  private func files() -> SourceFiles {
    var files = SourceFiles()
    _ = files.add(
      SourceFile(
        name: "data/a/plans/p.yaml",
        bytes: Array("plan: p\n  target: less 75%   \r\n\ttitle: naïve plan: 日本\n".utf8)
      )
    )
    let long = "note: " + String(repeating: "many words ", count: 40) + "bad\n"
    _ = files.add(
      SourceFile(name: "data/a/trust.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array(long.utf8))
    )
    return files
  }

  private func place(_ file: Int, _ from: Int, _ to: Int) -> Place {
    Place(FileID(file), TextRange(from, to))
  }

  private var diagnostics: [Diagnostic] {
    [
      Diagnostic(
        "later",
        .note,
        "this stands in the second file",
        at: place(1, 449, 452),
        label: "here",
        help: "leave it"
      ),
      Diagnostic(
        "target-syntax",
        .error,
        "'less 75%' is not a target",
        at: place(0, 18, 22),
        label: "expected a bound such as 'below', 'at most', 'at least'",
        help: "write `below 75%`"
      ),
      Diagnostic(
        "wide",
        .warning,
        "a colon in a text",
        at: place(0, 50, 51),
        fixIt: FixIt("put the text in quotes", edits: []),
        notes: [Note("the mapping begins here", at: place(0, 0, 4))]
      ),
      Diagnostic("start", .error, "this file has no end", at: place(1, 0, 0)),
    ]
  }

  @Test func `problems stand in the order of files, each in the one shape`() {
    let files = files()
    let text = drawn(findingsReport(inFileOrder(diagnostics), in: files), width: 100)
    expectPage(text, "findings.txt")
    let narrow = drawn(findingsReport(inFileOrder(diagnostics), in: files), width: 60)
    expectPage(narrow, "findings-60.txt")
    expectPage(
      String(decoding: findingsJSON(diagnostics, in: files), as: UTF8.self),
      "findings.json"
    )
  }

  @Test func `the count in one line`() {
    #expect(findingsSummary(diagnostics) == "2 errors, 1 warning, 1 note in 2 files")
    #expect(findingsSummary([diagnostics[1]]) == "1 error in 1 file")
    #expect(findingsSummary([]) == "no problems")
  }
}
