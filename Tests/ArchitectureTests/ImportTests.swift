import Testing

@Suite struct ImportTests {
  @Test func `a module imports only what lies below it`() throws {
    let findings = try swiftSources(below: "Sources")
      .flatMap { importFindings(in: $0, table: importTable) }
    #expect(findings == [])
  }

  @Test func `every module stands in the table`() throws {
    #expect(try folders(below: "Sources") == Set(importTable.keys))
  }

  @Test func `nothing imports the whole of Foundation`() throws {
    let sources = try swiftSources(below: "Sources") + swiftSources(below: "Tests")
    #expect(sources.count > importTable.count)
    for source in sources {
      #expect(!imports(of: source.text).contains { $0.module == "Foundation" }, "\(source.path)")
    }
  }

  @Test(arguments: [
    ("import Glibc", "Glibc"),
    ("internal import PlanSyntax", "PlanSyntax"),
    ("@preconcurrency public import Foundation", "Foundation"),
    ("@_spi(Tests) import PlanFiles", "PlanFiles"),
    ("import struct Foundation.Date", "Foundation"),
    ("import\tGlibc.stdlib\r", "Glibc"),
    ("#if os(Linux)\n  import Glibc\n#endif", "Glibc"),
    ("let a = 1; import Glibc", "Glibc"),
  ])
  func `an import is seen however it is written`(text: String, module: String) {
    #expect(imports(of: text).map(\.module) == [module])
    let source = SwiftSource(path: "Sources/SourceText/A.swift", text: text)
    #expect(importFindings(in: source, table: importTable).count == 1)
  }

  @Test(arguments: [
    "// import Glibc", "let text = \"\"\"\n  import Glibc\n  \"\"\"", "let important = 1",
    "func import_() {}", "// a word about import tables",
  ])
  func `what only looks like an import is not one`(text: String) {
    #expect(imports(of: text).isEmpty)
  }

  @Test func `an import against the table is found with its line`() {
    let source = SwiftSource(
      path: "Sources/PlanEvaluation/A.swift",
      text: "import PlanModel\n\nimport PlanSyntax\n"
    )
    #expect(
      importFindings(in: source, table: importTable) == [
        Finding(path: source.path, line: 3, reason: "PlanEvaluation may not import PlanSyntax")
      ]
    )
    #expect(importFindings(in: source, table: [:]).count == 2)
  }
}
