import PlanFiles
import PlanSyntax
import SourceText
import TestSupport
import Testing

private func corrected(_ bytes: [UInt8], _ name: String = "plan.yaml") -> FixedFile {
  fixed(SourceFile(name: name, bytes: bytes)) { _ in true }
}

private func corrected(_ text: String) -> String {
  String(decoding: corrected(Array(text.utf8)).bytes, as: UTF8.self)
}

private func parsed(_ bytes: [UInt8]) -> ParsedText {
  parsePlanText(SourceFile(name: "p", bytes: bytes), id: FileID(0), maximum: .max)
}

/// Levels at every second column, the last of them that of an action.
private let deep =
  "strategies:\n  a:\n    priorities:\n      b:\n        kpis:\n          c:\n            years:\n"
  + "              2016/17:\n                actions:\n                  - id: d\n"
  + "                    owner: CFO\n"

@Suite struct FixFileTests {
  @Test(arguments: [
    ("title:Reading\n", "title: Reading\n"),
    ("a: Reading: all\nb: *x*\n", "a: \"Reading: all\"\nb: \"*x*\"\n"),
    ("a:\n\t- b\n", "a:\n  - b\n"), ("a:\n  • b\n  • c\n", "a:\n  - b\n  - c\n"),
    ("a:\n  1. b\n  2. c\n", "a:\n  - b\n  - c\n"),
    ("a: b\n---\nc: d\n", "a: b\n# ---\nc: d\n"), ("a: b\t\n", "a: b\n"),
    ("a:\u{A0}b\n", "a: b\n"), ("a: x\n", "a: x\n"),
    ("a: Fix the #1 complaint\n", "a: \"Fix the #1 complaint\"\n"), ("a: >5\n", "a: \">5\"\n"),
    ("a: [CFO: x, Headteacher]\n", "a: [\"CFO: x\", Headteacher]\n"),
    ("a: [@jane, b]\n", "a: [\"@jane\", b]\n"), ("a: b\r\r\nc: d\r\r\n", "a: b\r\nc: d\r\n"),
    ("a: Reading: all\n  of it\n", "a: \"Reading: all\n  of it\"\n"),
    ("a: [b] c\n", "a: \"[b] c\"\n"), ("a: x\u{B}y\n", "a: x y\n"),
  ])
  func `mistakes that leave no doubt are put right`(before: String, after: String) {
    #expect(corrected(before) == after)
  }

  @Test(arguments: [
    "a: \"b\nc: d\n", "a: [b\nc: d\n", "a: b\n  c: d\n", "a: see below\n  - b\n", "a: 1\na: 2\n",
    "a:\n    b: c\n   d: e\n", "a: {{ name }}\n",
    // A comment or a part of the text; a minus or a dash; a year or a place in a list.
    "due: 2016-11-30 #check\n", "owner: CFO #2\n", "a: #todo\n", "a:\n  -5 points\n",
    "a:\n  -£5\n", "a:\n  – 5 points\n", "a:\n  2018. That was the year\n  2019. So was this\n",
    "a:\n  3. b\n  4. c\n", "a: see below\n  • b\n",
    // One text or several.
    "a: \"CFO\", \"CEO\"\n", "a: [CFO], [CEO]\n", "a: [*]\nb: [{c]\n",
    // A sentence or a name.
    "a: b\nSee here:there\n", "a: b\u{92}s\n", "a: |\n",
  ])
  func `mistakes that a person must look at are left alone`(text: String) {
    #expect(corrected(text) == text.replacing("a: [*]", with: "a: [\"*\"]"))
  }

  @Test(arguments: [
    // Two tabs and four spaces: columns 8, 12 and 20 are all levels here.
    "\t\t    note: only if funded\n", "\t    owner: x\n", "\t\t\t\t\tdue: x\n", "\t  e:\n",
  ])
  func `a tab that could mean two levels is left, with the likeliest shown`(line: String) {
    let bytes = Array((deep + line).utf8)
    #expect(corrected(bytes).bytes == bytes)
    let found = parsed(bytes).diagnostics
    #expect(found.map(\.id) == ["tab"])
    #expect(found.first?.fixIt?.isSafe == false)
  }

  @Test(arguments: ["\t\tb: c\n\t\td: e\n", "\t\tb:\n\t\t\tc: d\n\t\te: f\n"])
  func `where all is indented by tabs, only one level is possible`(lines: String) {
    let text = "x:\n\ta:\n" + lines
    let after = corrected(text)
    #expect(!after.utf8.contains(0x09))
    #expect(parsed(Array(after.utf8)).diagnostics.isEmpty)
    #expect(after == text.replacing("\t", with: "  "))
  }

  @Test func `other encodings are turned into UTF-8`() {
    #expect(corrected([0x61, 0x3A, 0x20, 0x92, 0x0A]).bytes == Array("a: ’\n".utf8))
    let wide: [UInt8] = [0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0x62, 0, 0x0A, 0]
    #expect(corrected(wide).bytes == Array("a: b\n".utf8))
    // A letter of UTF-8 that lost its end is none of Windows-1252.
    let torn: [UInt8] = Array("a: é ".utf8) + [0xE2, 0x80] + Array("\n".utf8)
    #expect(corrected(torn).bytes == torn)
  }

  @Test func `the line ends of old Macs are put right at once, in the whole file`() {
    let text = "a: b\rc:\r\t- d\r\r# e\r"
    #expect(corrected(text) == "a: b\nc:\n  - d\n\n# e\n")
  }

  @Test func `readings are turned into UTF-8, and nothing else is touched`() {
    let rows = "kpi,scope\n-x, \"y: z\"\t\n"
    let ansi = Array(rows.utf8) + [0xA3, 0x35, 0x0A]
    #expect(corrected(ansi, "2015-16.csv").bytes == Array(rows.utf8) + Array("£5\n".utf8))
    let mac = Array(rows.replacing("\n", with: "\r").utf8)
    #expect(corrected(mac, "2015-16.csv").bytes == Array(rows.utf8))
    #expect(corrected(Array(rows.utf8), "2015-16.csv").fixes.isEmpty)
  }

  @Test func `a correction that brings a problem elsewhere is not made`() {
    let file = SourceFile(name: "plan.yaml", bytes: Array("a: *x*\nowner: @jane\nb: !y\n".utf8))
    let result = fixed(file) { _ in
      true
    } rereading: { bytes in
      let text = String(decoding: bytes, as: UTF8.self)
      guard let quoted = text.firstRange(of: "\"@jane\"") else { return [] }
      let at = text.utf8.distance(from: text.startIndex, to: quoted.lowerBound)
      let place = Place(FileID(0), TextRange(at, at + 1))
      return [Diagnostic("unknown-owner", .warning, "nobody is called @jane", at: place)]
    }
    let after = String(decoding: result.bytes, as: UTF8.self)
    #expect(after == "a: \"*x*\"\nowner: @jane\nb: \"!y\"\n")
    #expect(result.fixes.map { $0.at.line } == [1, 3])
  }

  @Test func `damaged files never get worse, and a second run finds nothing to do`() {
    let whole = Array("a: b\nlist:\n  - c: \"d\"\n    e: [f, g]\nh: >\n  text\n".utf8)
    let pieces = ["\t", ": ", "- ", "* ", "&", "#", "\"", "[", "\n", "\u{A0}", "•", "!", "%", "|"]
    var mutator = SeededMutator(seed: 5, pieces: pieces)
    for _ in 0..<400 {
      let bytes = mutator.mutated(whole)
      let first = corrected(bytes)
      let before = parsed(bytes)
      let after = parsed(first.bytes)
      if isText(bytes), before.isReadable {
        #expect(after.diagnostics.count + first.fixes.count <= before.diagnostics.count)
        #expect(readsAlike(before.tree, after.tree))
      }
      let second = corrected(first.bytes)
      #expect(second.bytes == first.bytes)
    }
  }

  private func isText(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self) != nil && !bytes.contains(0x0D)
  }
}
