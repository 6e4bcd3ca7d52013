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

  @Test func `another kind of file is named`() {
    #expect(ProgramRun(["schema", "readings"]).status == .usage)
    #expect(ProgramRun(["schema"]).status == .usage)
  }

  private func mentioned(_ shape: FileShape) -> [String] {
    switch shape {
    case .text, .words, .flag, .texts: []
    case .noun(let name): [name]
    case .list(let inner), .entries(let inner), .named(let inner): mentioned(inner)
    case .oneOf(let shapes): shapes.flatMap(mentioned)
    }
  }
}
