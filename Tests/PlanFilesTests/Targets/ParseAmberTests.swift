import PlanFiles
import PlanModel
import SourceText
import Testing

@Suite struct ParseAmberTests {
  @Test(arguments: [
    ("up to 76%", Amber.Rule.condition(.bound(Bound(.atMost, percent("76"))))),
    ("within 2 points", .within(plain("2"))),
    ("within 3", .within(plain("3"))),
    (
      "between 19.5 and 23.5",
      .condition(
        .range(
          BoundedRange(lower: Bound(.atLeast, plain("19.5")), upper: Bound(.atMost, plain("23.5")))
        )
      )
    ),
    ("within 2 points of peers", .condition(.comparison(Comparison(.within(plain("2")), "peers")))),
  ])
  func `a tolerance is a condition or a distance`(text: String, rule: Amber.Rule) {
    var findings: [Diagnostic] = []
    let amber = parseAmber(
      SourcedText(text, in: FileID(0)),
      TargetWords.context(unit: "%"),
      &findings
    )
    #expect(findings.map(\.message) == [])
    #expect(amber?.rule == rule)
  }

  @Test(arguments: [
    ("within 2%", 8, "within 2 points"), ("roughly 76%", 1, "for example"),
    ("within -1 points", 8, "minus"), ("76%", 1, "write `up to 76%` or `at least 76%`"),
  ])
  func `a wrong tolerance is shown at its column`(text: String, column: Int, help: String) throws {
    var findings: [Diagnostic] = []
    let amber = parseAmber(
      SourcedText(text, in: FileID(0)),
      TargetWords.context(unit: "%"),
      &findings
    )
    #expect(amber == nil)
    let found = try #require(findings.first)
    #expect(found.id == "amber-syntax")
    #expect(Int(found.place.range.lower) == column - 1)
    #expect(found.help.contains(help))
  }

  @Test(arguments: [
    ("below 75%", "76%", "write `up to 76%`"), ("at most 75%", "70%", "a figure that misses"),
    ("at least 50%", "45%", "write `at least 45%`"), ("above national", "60%", "`at least 60%`"),
    ("between 20% and 30%", "18%", "write `up to 18%` or `at least 18%`"),
  ])
  func `a figure alone is put on the side on which its target is missed`(
    target: String,
    text: String,
    help: String
  ) throws {
    let context = TargetWords.context(unit: "% of income")
    let condition = parseTarget(SourcedText(target, in: FileID(0)), context).condition
    var findings: [Diagnostic] = []
    let amber = parseAmber(SourcedText(text, in: FileID(0)), context, beside: condition, &findings)
    #expect(amber == nil)
    let found = try #require(findings.first)
    #expect(found.id == "amber-syntax")
    #expect(found.help.contains(help), "\(found.help)")
    #expect(!found.help.contains("assumed"))
  }

  @Test(arguments: [
    ("every school", Quantifier.Rule.every), ("all schools", .every), ("100% of schools", .every),
    ("the trust", .theTrust), ("at least 85% of schools", .share(Bound(.atLeast, percent("85")))),
    ("over 85% of schools", .share(Bound(.above, percent("85")))),
    ("at least 2 schools", .count(Bound(.atLeast, plain("2")))),
    ("at most one school", .count(Bound(.atMost, plain("1")))),
    ("no school", .count(Bound(.exactly, plain("0")))),
    ("almost all schools", .undeclared(word: "almost all")),
    ("overwhelming majority of schools", .share(Bound(.above, percent("85")))),
  ])
  func `a quantifier says how many schools`(text: String, rule: Quantifier.Rule) {
    var findings: [Diagnostic] = []
    let found = parseQuantifier(SourcedText(text, in: FileID(0)), TargetWords.context(), &findings)
    #expect(findings.map(\.message) == [])
    #expect(found?.rule == rule)
  }

  @Test(arguments: [
    ("most schools", "undeclared-quantifier"), ("several schools", "quantifier-syntax"),
    ("at least 120% of schools", "quantifier-syntax"),
    ("at least 1.5 schools", "quantifier-syntax"),
    ("every pupil", "quantifier-syntax"),
  ])
  func `a quantifier that says nothing is reported`(text: String, id: String) {
    var findings: [Diagnostic] = []
    _ = parseQuantifier(SourcedText(text, in: FileID(0)), TargetWords.context(), &findings)
    #expect(findings.map(\.id.description) == [id])
  }
}
