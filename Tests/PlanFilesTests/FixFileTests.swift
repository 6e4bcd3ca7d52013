import PlanFiles
import PlanSyntax
import SourceText
import TestSupport
import Testing

private func corrected(_ bytes: [UInt8]) -> FixedFile {
  fixed(SourceFile(name: "plan.yaml", bytes: bytes)) { _ in true }
}

private func corrected(_ text: String) -> String {
  String(decoding: corrected(Array(text.utf8)).bytes, as: UTF8.self)
}

private func problems(_ bytes: [UInt8]) -> Int {
  parsePlanText(SourceFile(name: "p", bytes: bytes), id: FileID(0), maximum: .max).diagnostics.count
}

@Suite struct FixFileTests {
  @Test(arguments: [
    ("title:Reading\n", "title: Reading\n"),
    ("a: Reading: all\nb: *x*\n", "a: \"Reading: all\"\nb: \"*x*\"\n"),
    ("a:\n\t- b\n", "a:\n  - b\n"), ("a:\n  • b\n  • c\n", "a:\n  - b\n  - c\n"),
    ("a: b\n---\nc: d\n", "a: b\n# ---\nc: d\n"), ("a: b\t\n", "a: b\n"),
    ("a:\u{A0}b\n", "a: b\n"), ("a: x\n", "a: x\n"),
  ])
  func `mistakes that leave no doubt are put right`(before: String, after: String) {
    #expect(corrected(before) == after)
  }

  @Test(arguments: [
    "a: \"b\nc: d\n", "a: [b\nc: d\n", "a: b\n  c: d\n", "a: see below\n  - b\n", "a: 1\na: 2\n",
    "a:\n    b: c\n   d: e\n", "a: {{ name }}\n",
  ])
  func `mistakes that a person must look at are left alone`(text: String) {
    #expect(corrected(text) == text)
  }

  @Test func `other encodings are turned into UTF-8`() {
    #expect(corrected([0x61, 0x3A, 0x20, 0x92, 0x0A]).bytes == Array("a: ’\n".utf8))
    let wide: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0x62, 0, 0x0A, 0]
    #expect(corrected(wide).bytes == Array("a: b\n".utf8))
  }

  @Test func `damaged files never get worse, and a second run finds nothing to do`() {
    let whole = Array("a: b\nlist:\n  - c: \"d\"\n    e: [f, g]\nh: >\n  text\n".utf8)
    let pieces = ["\t", ": ", "- ", "* ", "&", "#", "\"", "[", "\n", "\u{A0}", "•", "!", "%", "|"]
    var mutator = SeededMutator(seed: 5, pieces: pieces)
    for _ in 0..<400 {
      let bytes = mutator.mutated(whole)
      let first = corrected(bytes)
      #expect(first.bytes == bytes || problems(first.bytes) < problems(bytes) || !isText(bytes))
      let second = corrected(first.bytes)
      #expect(second.bytes == first.bytes)
    }
  }

  private func isText(_ bytes: [UInt8]) -> Bool { String(validating: bytes, as: UTF8.self) != nil }
}
