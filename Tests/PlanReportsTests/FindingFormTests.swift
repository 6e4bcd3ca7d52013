import FoundationEssentials
import PlanReports
import SourceText
import Testing

/// Text with whatever means something in one of the forms.
private let hostile = "a<b> & \"c\" 'd' 100%, ::error::x\n%0A # SKIP ]]> \u{1B}[31m\u{FFFE} ü\\n"

private func made() -> Findings {
  var files = SourceFiles()
  _ = files.add(
    SourceFile(name: "data/a, b:c/#1 <x>.yaml", bytes: Array("plan: p\n  x: \u{1B}é<y>\n".utf8))
  )
  _ = files.add(SourceFile(name: "data/a/trust.yaml", bytes: []))
  _ = files.add(SourceFile(name: "/else/where.yaml", bytes: Array("a: b\n".utf8)))
  let place = Place(FileID(0), TextRange(10, 13))
  let diagnostics = [
    Diagnostic("target-syntax", .error, hostile, at: place, label: hostile, help: hostile),
    Diagnostic("target-syntax", .error, hostile, at: place, label: hostile, help: hostile),
    Diagnostic(
      "colon-space",
      .warning,
      "over two lines",
      at: Place(FileID(0), TextRange(5, 13)),
      fixIt: FixIt(
        "write a space",
        edits: [TextEdit(replacing: TextRange(12, 13), with: "\"\n\"")]
      ),
      notes: [Note("first here", at: Place(FileID(2), TextRange(0, 1)))]
    ),
    Diagnostic("empty-value", .note, "nothing here", at: Place(FileID(2), TextRange(3, 4))),
  ]
  return Findings(diagnostics, in: files, checked: [FileID(0), FileID(1), FileID(2)])
}

private let forms: [(String, @Sendable (Findings) -> [UInt8])] = [
  ("findings.jsonl", { findingsJSONLines($0) }), ("findings-github.txt", { findingsGitHub($0) }),
  ("findings-gitlab.json", { findingsGitLab($0) }),
  ("findings.sarif", { findingsSARIF($0, version: "1.2.3") }),
  ("findings-junit.xml", { findingsJUnit($0) }), ("findings.tap", { findingsTAP($0) }),
]

@Suite struct FindingFormTests {
  @Test(arguments: forms.indices)
  func `hostile text cannot break out of any form`(index: Int) {
    let (name, form) = forms[index]
    let bytes = form(made())
    expectPage(String(decoding: bytes, as: UTF8.self), name)
    #expect(!bytes.contains(0x1B))
    #expect(form(made()) == bytes)
  }

  @Test func `each line that GitHub reads is one command of its own`() {
    let lines = findingsGitHub(made()).split(separator: 0x0A)
    #expect(lines.count == 4)
    for line in lines {
      let text = String(decoding: line, as: UTF8.self)
      #expect(text.hasPrefix("::"))
      let parts = text.split(separator: "::", maxSplits: 1)
      #expect(parts.count == 2)
      #expect(parts[0].split(separator: ",").count <= 6)
    }
  }

  @Test(arguments: ["findings-gitlab.json", "findings.sarif"])
  func `JSON is well formed`(name: String) throws {
    let (_, form) = try #require(forms.first { $0.0 == name })
    #expect(throws: Never.self) {
      _ = try JSONDecoder().decode(AnyJSON.self, from: Data(form(made())))
    }
    #expect(throws: Never.self) {
      let none = Findings([], in: SourceFiles(), checked: [])
      _ = try JSONDecoder().decode(AnyJSON.self, from: Data(form(none)))
    }
  }

  @Test func `the fingerprints of two problems differ, though they read alike`() {
    let text = String(decoding: findingsGitLab(made()), as: UTF8.self)
    let prints = text.split(separator: "\"fingerprint\": \"").dropFirst().map { $0.prefix(32) }
    #expect(prints.count == 4)
    #expect(Set(prints).count == 4)
  }
}

/// Whatever JSON holds.
private struct AnyJSON: Decodable {
  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if value.decodeNil() { return }
    if (try? value.decode(Bool.self)) != nil { return }
    if (try? value.decode(Double.self)) != nil { return }
    if (try? value.decode(String.self)) != nil { return }
    if (try? value.decode([AnyJSON].self)) != nil { return }
    _ = try value.decode([String: AnyJSON].self)
  }
}
