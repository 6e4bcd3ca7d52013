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
}
