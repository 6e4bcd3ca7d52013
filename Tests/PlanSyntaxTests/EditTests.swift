import PlanSyntax
import SourceText
import TestSupport
import Testing

@Suite("Edits by example")
struct EditTests {
  private func mapping(_ tree: SyntaxTree) throws -> MappingSyntax {
    try #require(tree.root?.asMapping)
  }

  private func list(_ tree: SyntaxTree, _ name: String) throws -> ListSyntax {
    try #require(tree.root?.asMapping?.entry(named: name)?.value.asList)
  }

  private func text(_ edits: [TextEdit], _ tree: SyntaxTree) throws -> String {
    String(decoding: try #require(edits.applied(to: tree.bytes)), as: UTF8.self)
  }

  @Test(
    "an item is added in the style of its list",
    arguments: [
      ("l:\n-   a: 1\n\n-   a: 2", "l:\n-   a: 1\n\n-   a: 2\n\n-   a: 3\n    b: \"no\"\n"),
      ("l:\r\n  - x # y\r\nm: 1\r\n", "l:\r\n  - x # y\r\n  - a: 3\r\n    b: \"no\"\r\nm: 1\r\n"),
      ("l: [x]\n", "l: [x, {a: 3, b: \"no\"}]\n"), ("l: []\n", "l: [{a: 3, b: \"no\"}]\n"),
      ("l:\n  - x\n# end\n", "l:\n  - x\n  - a: 3\n    b: \"no\"\n# end\n"),
    ]
  )
  func item(_ before: String, _ after: String) throws {
    let tree = parse(before).tree
    let item = NewNode.mapping([NewEntry("a", .text("3")), NewEntry("b", .text("no"))])
    let edits = try tree.appending(item, to: try list(tree, "l"))
    #expect(try text(edits, tree) == after)
  }

  @Test("an entry goes after another or to the end")
  func entry() throws {
    let tree = parse("a: |+\n  x\n\nb: 1 # c").tree
    let root = try mapping(tree)
    let new = NewEntry("new", .list([.text("x y")]))
    let first = try tree.inserting(new, into: root, after: root.entry(named: "a"))
    #expect(try text(first, tree) == "a: |+\n  x\n\nnew:\n  - x y\nb: 1 # c")
    let last = try tree.inserting(new, into: root)
    #expect(try text(last, tree) == "a: |+\n  x\n\nb: 1 # c\n\nnew:\n  - x y\n")
    #expect(throws: EditRefused.nameExists) { try tree.inserting(NewEntry("b", nil), into: root) }
  }

  @Test("a list below a name is indented as the file's others are")
  func habit() throws {
    let tree = parse("a:\n- x\nb: # later\n").tree
    let entry = try #require(try mapping(tree).entry(named: "b"))
    let edits = try tree.settingValue(of: entry, to: .list([.text("z")]))
    let result = try text(edits, tree)
    #expect(result == "a:\n- x\nb: # later\n- z\n")
  }

  @Test(
    "a text keeps its quotes and its comment",
    arguments: [
      ("k: a # c\n", "b", "k: b # c\n"), ("k: 'a'\n", "it's", "k: 'it''s'\n"),
      ("k: \"a\"\n", "b", "k: \"b\"\n"),
      ("k: # c\n", "b", "k: b # c\n"), ("k: a\n", "> 5", "k: \"> 5\"\n"),
      ("k: a # c\n", "x\ny", "k: \"x\\ny\" # c\n"),
      ("k: a\n", "x\ny", "k: |-\n  x\n  y\n"), ("k: | # c\n  a\n", "b", "k: b  # c\n"),
    ]
  )
  func set(_ before: String, _ new: String, _ after: String) throws {
    let tree = parse(before).tree
    let value = try #require(try mapping(tree).entry(named: "k")?.value)
    #expect(try text(try tree.settingText(of: value, to: new), tree) == after)
  }

  @Test("characters that no plan holds are refused")
  func forbidden() throws {
    let tree = parse("k: a\n").tree
    let value = try #require(try mapping(tree).entry(named: "k")?.value)
    #expect(throws: EditRefused.cannotBeWritten) { try tree.settingText(of: value, to: "\u{7}") }
  }

  @Test(
    "the first entries of an empty file",
    arguments: [
      ("", "a: 1\n"), ("# c", "# c\na: 1\n"), ("# c\r\n", "# c\r\na: 1\r\n"),
      ("\u{FEFF}", "\u{FEFF}a: 1\n"),
    ]
  )
  func first(_ before: String, _ after: String) throws {
    let tree = parse(before).tree
    #expect(try text(try tree.insertingFirst([NewEntry("a", .text("1"))]), tree) == after)
  }

  @Test("what does not read back as meant is refused")
  func check() throws {
    let tree = parse("k: a\n").tree
    let bad = [TextEdit(replacing: TextRange(3, 4), with: "b: c")]
    #expect(throws: EditRefused.wouldNotReadBack) { try tree.applying(bad) }
    let other = [TextEdit(replacing: TextRange(3, 4), with: "b")]
    let expected = TreeValue.mapping([TreeValue.Pair("k", .text("c"))])
    #expect(throws: EditRefused.wouldNotReadBack) { try tree.applying(other, expecting: expected) }
    #expect(try tree.applying(other).root?.value == .mapping([TreeValue.Pair("k", .text("b"))]))
  }

  @Test(
    "problems stand at the markers",
    arguments: [
      "a: b1️⃣: c\nd: 2️⃣*e\n", "a:\n  - b: 1️⃣@c\n 2️⃣d: e\n", "é: ü 1️⃣#x\n", "a: 1️⃣[b\nc: d\n1️⃣c: e\n",
    ]
  )
  func marked(_ marked: String) {
    let text = MarkedText(marked)
    #expect(parse(text.text).diagnostics.map { Int($0.place.range.lower) } == text.offsets)
  }
}
