import PlanFiles
import PlanModel
import SourceText
import TestSupport
import Testing

@Suite struct DataTests {
  @Test func `the plans that ship with the project hold no error`() throws {
    let files = FolderFileSystem(root: repositoryPath)
    let workspace = try findWorkspace(option: "data", environment: nil, from: "", in: files)
    var sources = SourceFiles()
    let found = validateWorkspace(workspace, from: files, into: &sources)
    let errors = found.diagnostics.filter { $0.severity == .error }
    #expect(!found.trusts.isEmpty)
    #expect(plainText(errors, in: sources) == "")
    for trust in found.trusts { #expect(!trust.record.plans.isEmpty, "\(trust.folder)") }
  }

  @Test func `every warning on the plans that ship with the project is explained`() throws {
    let files = FolderFileSystem(root: repositoryPath)
    let workspace = try findWorkspace(option: "data", environment: nil, from: "", in: files)
    var sources = SourceFiles()
    let found = validateWorkspace(workspace, from: files, into: &sources)
    let bytes = try files.bytes(of: "docs/data-gaps.md", atMost: 1 << 20)
    let page = String(decoding: bytes, as: UTF8.self)
    let warnings = found.diagnostics.count { $0.severity == .warning }
    let notes = found.diagnostics.count { $0.severity == .note }
    #expect(page.contains("no error, \(warnings) warnings and \(notes) note"))
    for problem in found.diagnostics {
      // The words that a message is about stand first, between quotation marks.
      let words = problem.message.split(separator: "'").first ?? ""
      let folder = sources[problem.place.file].name.split(separator: "/").dropFirst().first ?? ""
      let isExplained = page.split(separator: "\n").contains {
        $0.contains("| `\(words)` |") && $0.contains(folder)
      }
      #expect(isExplained, "\(problem.message)")
    }
  }

  /// The examples of the page on targets, and the KPIs of the data that they name.
  @Test func `the examples of the page on targets are in the data`() throws {
    let files = FolderFileSystem(root: repositoryPath)
    let workspace = try findWorkspace(option: "data", environment: nil, from: "", in: files)
    var sources = SourceFiles()
    let found = validateWorkspace(workspace, from: files, into: &sources)
    let kpis = found.trusts.flatMap(\.record.plans).flatMap(\.strategies).flatMap(\.priorities)
      .flatMap(\.kpis)
    let bytes = try files.bytes(of: "docs/format/targets.md", atMost: 1 << 20)
    let rows = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { row in
      ["rutland", "learning-together", "teaching-school"].contains { row.contains("(\($0)") }
    }
    #expect(rows.count >= 20)
    for row in rows {
      let code = row.split(separator: "`", omittingEmptySubsequences: false)
      let id = row.hasPrefix("| bound with") ? code[3] : code[1]
      #expect(kpis.contains { $0.id == id }, "\(row)")
    }
  }
}
