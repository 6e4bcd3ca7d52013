import PlanSyntax
import SourceText
import Testing

@Suite("A tree")
struct TreeTests {
  @Test("gives names, lists and texts")
  func shape() throws {
    let parsed = parse(
      """
      plan: a   # note
      list:
      - x
      - id: y
        more: [1, "two"]
      text: >
        one
        two

      """
    )
    #expect(parsed.diagnostics.isEmpty)
    let root = try #require(parsed.tree.root?.asMapping)
    #expect(root.entry(named: "plan")?.value.asScalar?.text == "a")
    #expect(root.entry(named: "plan")?.trailingComment?.text == "note")
    #expect(root.entry(named: "text")?.value.asScalar?.text == "one two\n")
  }
}
