import FoundationEssentials
import PlanFiles
import TestSupport
import Testing

@testable import rlt

@Suite struct SchemaTests {
  @Test(arguments: SchemaKind.allCases)
  func `the schema of a kind of file`(kind: SchemaKind) {
    let run = ProgramRun(["schema", kind.rawValue])
    #expect(run.status == .success)
    expectGolden(run.output, at: "docs/format/\(kind.rawValue).schema.json")
  }

  @Test func `every name is explained, and every noun is there`() {
    for nouns in [planNouns, trustNouns, testNouns] {
      let names = Set(nouns.map(\.name))
      #expect(names.count == nouns.count)
      for noun in nouns {
        for key in noun.keys {
          #expect(key.description.hasSuffix("."), "\(noun.name).\(key.name)")
          for wanted in mentioned(key.shape) { #expect(names.contains(wanted), "\(wanted)") }
        }
      }
    }
  }

  @Test func `the first line of every file leads to its schema`() throws {
    let made = "\(temporaryFolder())/modelines"
    try? FileManager.default.removeItem(atPath: made)
    #expect(ProgramRun(["init", made]).status == .success)
    var count = 0
    for root in [made, "\(repositoryPath)/data"] {
      for path in try FileManager.default.subpathsOfDirectory(atPath: root)
      where path.hasSuffix(".yaml") {
        let bytes = try #require(FileManager.default.contents(atPath: "\(root)/\(path)"))
        let line = try #require(String(decoding: bytes, as: UTF8.self).split(separator: "\n").first)
        let start = "# yaml-language-server: $schema="
        #expect(line.hasPrefix(start), "\(path)")
        let schema = folder(of: "\(root)/\(path)") + "/" + line.dropFirst(start.count)
        let kind: SchemaKind =
          path.hasSuffix("trust.yaml") ? .trust : path.contains("tests/") ? .test : .plan
        #expect(FileManager.default.contents(atPath: schema) == Data(kind.schema), "\(schema)")
        count += 1
      }
    }
    #expect(count >= 12)
  }

  @Test func `another kind of file is named`() {
    #expect(ProgramRun(["schema", "readings"]).status == .usage)
    #expect(ProgramRun(["schema"]).status == .usage)
  }

  private func mentioned(_ shape: FileShape) -> [String] {
    switch shape {
    case .text, .id, .form, .words, .flag, .texts: []
    case .noun(let name): [name]
    case .list(let inner), .entries(let inner), .named(let inner), .years(let inner):
      mentioned(inner)
    case .oneOf(let shapes): shapes.flatMap(mentioned)
    }
  }
}
