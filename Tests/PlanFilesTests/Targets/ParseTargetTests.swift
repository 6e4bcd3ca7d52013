import PlanFiles
import PlanModel
import SourceText
import Testing

private func bound(_ relation: BoundRelation, _ limit: Quantity) -> Condition {
  .bound(Bound(relation, limit))
}

private func range(_ lower: Bound, _ upper: Bound) -> Condition {
  .range(BoundedRange(lower: lower, upper: upper))
}

/// What each form means: the text, the unit of the KPI, the condition.
private let meanings: [(text: String, unit: String, condition: Condition)] = [
  ("below 75%", "%", bound(.below, percent("75"))),
  ("under 75 %", "% of income", bound(.below, percent("75"))),
  ("less than 75 percent", "%", bound(.below, percent("75"))),
  ("Below  75%", "%", bound(.below, percent("75"))),
  ("at most 23%", "%", bound(.atMost, percent("23"))),
  ("no more than 3 schools", "schools", bound(.atMost, plain("3"))),
  ("at least 90% of reading and maths or science", "%", bound(.atLeast, percent("90"))),
  ("at least 98", "%", bound(.atLeast, plain("98"))),
  ("not below -0.5", "points", bound(.atLeast, plain("-0.5"))),
  ("at least −0.5", "points", bound(.atLeast, plain("-0.5"))),
  ("above 1,200 pupils", "pupils", bound(.above, plain("1200"))),
  ("at least £1,250 a pupil", "£ per pupil", bound(.atLeast, Quantity(number("1250"), .pounds))),
  ("exactly 100% of skill areas", "% of skill areas", bound(.exactly, percent("100"))),
  ("over 95%", "%", bound(.above, percent("95"))),
  (
    "between 2,500 and 3,500", "pupils",
    range(Bound(.atLeast, plain("2500")), Bound(.atMost, plain("3500")))
  ),
  (
    "between 20 and 22.5%", "%",
    range(Bound(.atLeast, percent("20")), Bound(.atMost, percent("22.5")))
  ),
  (
    "above 0 and below 5 posts", "posts",
    range(Bound(.above, plain("0")), Bound(.below, plain("5")))
  ),
  (
    "at most 5% and at least 2%", "%",
    range(Bound(.atLeast, percent("2")), Bound(.atMost, percent("5")))
  ),
  ("at least Good", "grade", .gradeAtLeast(rank: 1)),
  ("at least 2", "grade", .gradeAtLeast(rank: 1)),
  ("Good or better", "grade", .gradeAtLeast(rank: 1)),
  ("good or outstanding", "grade", .gradeOneOf(ranks: [0, 1])),
  ("Outstanding", "grade", .gradeOneOf(ranks: [0])),
  ("exactly Good", "grade", .gradeOneOf(ranks: [1])),
  ("above RI", "grade", .gradeAtLeast(rank: 1)),
  ("at least requires improvement", "grade", .gradeAtLeast(rank: 2)),
  ("yes", "", .fact(true)),
  ("No", "", .fact(false)),
  ("all governors", "governors", .share("all")),
  ("every parent", "", .share("all")),
  ("none", "", .share("none")),
  ("no deficits", "", .share("none")),
  ("almost all", "", .share("almost all")),
  ("overwhelming majority of parents", "", .share("overwhelming majority")),
  ("above national", "%", .comparison(Comparison(.bound(.above), "national"))),
  ("at least the national average", "%", .comparison(Comparison(.bound(.atLeast), "national"))),
  ("well above NA", "%", .comparison(Comparison(.wellAbove, "national"))),
  ("in line with peers", "%", .comparison(Comparison(.inLine, "peers"))),
  ("close to local authority", "%", .comparison(Comparison(.closeTo, "local-authority"))),
  ("within 2 points of peers", "%", .comparison(Comparison(.within(plain("2")), "peers"))),
  (
    "at least national + 2 points", "%",
    .comparison(Comparison(.bound(.atLeast), "national", offset: plain("2")))
  ),
  (
    "at least national - 1.5 points", "%",
    .comparison(Comparison(.bound(.atLeast), "national", offset: plain("-1.5")))
  ),
  ("rising", "", .trend(.rising)),
  ("not falling", "", .trend(.notFalling)),
  ("falling", "", .trend(.falling)),
  ("not rising", "", .trend(.notRising)),
  ("at least peers, or closing the gap", "%", .gap(.atLeast, comparator: "peers")),
  ("at least peers or closing the gap", "%", .gap(.atLeast, comparator: "peers")),
  ("at most peers, or closing the gap", "%", .gap(.atMost, comparator: "peers")),
  (
    "national + 2 points", "%",
    .comparison(Comparison(.bound(.atLeast), "national", offset: plain("2")))
  ),
  (
    "the national average - 1 point", "%",
    .comparison(Comparison(.bound(.atLeast), "national", offset: plain("-1")))
  ),
  (
    "national plus 0.5", "score",
    .comparison(Comparison(.bound(.atLeast), "national", offset: plain("0.5")))
  ),
  ("95% or more", "% of pupils", bound(.atLeast, percent("95"))),
  ("95% of pupils or more", "% of pupils", bound(.atLeast, percent("95"))),
  ("95% or above of the pupils", "% of pupils", bound(.atLeast, percent("95"))),
  ("95% and above", "%", bound(.atLeast, percent("95"))),
  ("95%+", "%", bound(.atLeast, percent("95"))),
  ("75% or less", "%", bound(.atMost, percent("75"))),
  ("75% or below", "%", bound(.atMost, percent("75"))),
  ("3 schools or fewer", "schools", bound(.atMost, plain("3"))),
  ("3 or fewer a year", "schools", .cap(Cap(Bound(.atMost, plain("3")), per: .year))),
  ("minimum of 3", "schools", bound(.atLeast, plain("3"))),
  ("minimum 95%", "%", bound(.atLeast, percent("95"))),
  ("min 95%", "%", bound(.atLeast, percent("95"))),
  ("95% minimum", "%", bound(.atLeast, percent("95"))),
  ("maximum 5%", "%", bound(.atMost, percent("5"))),
  ("max. 5%", "%", bound(.atMost, percent("5"))),
  ("below 75% of total income", "% of total income", bound(.below, percent("75"))),
  ("below 75% of income", "% of total income", bound(.below, percent("75"))),
  ("at least 1 school", "schools", bound(.atLeast, plain("1"))),
  ("at least 80% of pupils in Year 6", "% of pupils in Year 6", bound(.atLeast, percent("80"))),
  (
    "at least £1,250 for each pupil", "£ for each pupil",
    bound(.atLeast, Quantity(number("1250"), .pounds))
  ),
  (
    "at least 2 × improvement of peers", "%",
    .multiple(factor: number("2"), comparator: "peers")
  ),
  ("at least 2 × peers", "%", .multipleOfFigure(factor: number("2"), comparator: "peers")),
  ("at least twice the peers", "%", .multipleOfFigure(factor: number("2"), comparator: "peers")),
  ("at least 2x improvement of peers", "%", .multiple(factor: number("2"), comparator: "peers")),
  (
    "at least twice the improvement of peers", "%",
    .multiple(factor: number("2"), comparator: "peers")
  ),
  ("at most 3 a year", "schools", .cap(Cap(Bound(.atMost, plain("3")), per: .year))),
  (
    "at most 3 schools per term", "schools",
    .cap(Cap(Bound(.atMost, plain("3")), per: .term))
  ),
  (
    "at most 1 a year, unless excepted", "schools",
    .cap(Cap(Bound(.atMost, plain("1")), per: .year, allowsException: true))
  ),
  ("kpi growth.pupils", "", .kpi("growth.pupils")),
]

/// What is wrong with each text: where the caret stands, the rule, and what the help says.
private let mistakes:
  [(text: String, unit: String, column: Int, width: Int, id: String, help: String)] =
    [
      ("less 75%", "%", 1, 4, "target-syntax", "write `below 75%`"),
      ("atleast 75%", "%", 1, 7, "target-syntax", "write `at least 75%`"),
      ("belwo 75%", "%", 1, 5, "target-syntax", "write `below 75%`"),
      ("=> 75%", "%", 1, 2, "target-syntax", "write `>= 75%`"),
      ("increasing", "", 1, 10, "target-syntax", "write `rising`"),
      ("98%", "%", 1, 3, "target-syntax", "write `at least 98%`"),
      ("75% or better", "%", 1, 3, "target-syntax", "write `at least 75%`"),
      ("75% max", "%", 1, 3, "target-syntax", "write `at most 75%`"),
      ("95+", "%", 1, 3, "target-syntax", "write `at least 95`"),
      ("10-12 schools", "schools", 1, 13, "target-syntax", "write `between 10 and 12 schools`"),
      ("10 to 12", "schools", 1, 8, "target-syntax", "write `between 10 and 12`"),
      ("95-97%", "%", 1, 6, "target-syntax", "write `between 95% and 97%`"),
      ("below 75% banana", "% of income", 11, 6, "unit-mismatch", "leave it out: `below 75%`"),
      ("below 75% banana", "%", 11, 6, "unit-mismatch", "leave it out: `below 75%`"),
      ("below 75% of cake", "% of total income", 11, 7, "unit-mismatch", "`below 75%`"),
      ("below 75% of pupils", "% of total income", 11, 9, "unit-mismatch", "change the unit"),
      ("at least 75 pupils", "%", 13, 6, "unit-mismatch", "change the unit"),
      ("at least £5 a head", "£ per pupil", 14, 6, "unit-mismatch", "`at least £5`"),
      ("between 10 and 12 pupils", "schools", 19, 6, "unit-mismatch", "change the unit"),
      ("all governors", "% of parents", 5, 9, "unit-mismatch", "leave it out: `all`"),
      ("below 75% except Ketton", "%", 11, 13, "target-syntax", "overrides:"),
      ("below 75% by 2018", "%", 11, 7, "target-syntax", "write `by: 2018` on a line of its own"),
      ("below 75% before 2018", "%", 11, 11, "target-syntax", "`by: 2018`"),
      ("below 75% in 2018", "%", 11, 7, "target-syntax", "`by: 2018`"),
      (
        "below 75% for every school", "%", 11, 16, "target-syntax",
        "`for: every school`"
      ),
      ("at least 95% or more", "%", 14, 7, "target-syntax", "one bound is enough: `at least 95%`"),
      ("at least 950%", "% of pupils", 10, 4, "impossible-value", "check the figure"),
      ("at least 0.95", "% of pupils", 10, 4, "fraction-for-percent", "write `at least 95%`"),
      ("below 75%", "schools", 7, 3, "unit-mismatch", "write `75`"),
      ("below £75", "%", 7, 4, "unit-mismatch", "write `75`"),
      ("below 75%", "", 7, 3, "unit-mismatch", "add a unit"),
      ("at least 3k", "pupils", 10, 2, "target-syntax", "in full"),
      ("at least 12,34", "pupils", 10, 5, "target-syntax", "`12.34`"),
      ("between 23 and 20", "%", 9, 9, "target-syntax", "between 20 and 23"),
      ("at least 2% and above 3%", "%", 1, 24, "target-syntax", "a lower and an upper end"),
      ("at least", "%", 9, 0, "target-syntax", "at least 75%"),
      ("between 10", "%", 11, 0, "target-syntax", "between 20 and 22.5"),
      ("above natonal", "%", 7, 7, "unknown-comparator", "national"),
      ("above Mars", "%", 7, 4, "unknown-comparator", "comparators:"),
      ("national", "%", 1, 8, "target-syntax", "at least national"),
      ("at least Gold", "grade", 10, 4, "unknown-grade", "best first"),
      ("at least Goood", "grade", 10, 5, "unknown-grade", "best first"),
      ("at least Good", "", 10, 4, "grade-without-scale", "scale: ofsted-grade"),
      ("95% or more", "grade", 1, 3, "unit-mismatch", "add a unit to the KPI"),
      ("above Outstanding", "grade", 7, 11, "unknown-grade", "best first"),
      ("Good", "grade", 1, 4, "grade-alone", "at least Good"),
      ("most pupils", "", 1, 4, "undeclared-quantifier", "quantifiers:"),
      ("within 2% of national", "%", 8, 2, "target-syntax", "within 2 points"),
      ("above peers, or closing the gap", "%", 12, 20, "target-syntax", "at least peers"),
      ("below peers, or closing the gap", "%", 12, 20, "target-syntax", "at most peers"),
      ("at least 10 schools or at least 1200 pupils", "", 21, 23, "target-syntax", "any of:"),
      ("effective", "", 1, 9, "target-syntax", "for example"),
      ("", "", 1, 0, "target-syntax", "for example"),
    ]

@Suite struct ParseTargetTests {
  @Test(arguments: meanings)
  func `words have one meaning`(text: String, unit: String, condition: Condition) {
    let parsed = parseTarget(
      SourcedText(text, in: FileID(0)),
      TargetWords.context(for: unit)
    )
    #expect(parsed.diagnostics.map(\.message) == [])
    #expect(parsed.condition == condition)
  }

  @Test(arguments: mistakes)
  func `a mistake is shown at its column with what to write`(
    text: String,
    unit: String,
    column: Int,
    width: Int,
    id: String,
    help: String
  ) throws {
    let parsed = parseTarget(
      SourcedText(text, in: FileID(0), at: 100),
      TargetWords.context(for: unit)
    )
    let found = try #require(parsed.diagnostics.first)
    #expect(parsed.diagnostics.count == 1)
    #expect(found.id.description == id)
    #expect(Int(found.place.range.lower) == 100 + column - 1, "\(found.message)")
    #expect(found.place.range.count == width, "\(found.message)")
    #expect(found.help.contains(help), "\(found.help)")
    #expect((parsed.condition == nil) == (found.severity == .error))
  }

  @Test(arguments: ["3", "-0.5", "1,200", "75%"])
  func `symbols mean the same as words`(figure: String) {
    let pairs = [
      ("<", "below"), ("<=", "at most"), ("≤", "at most"), (">=", "at least"), ("≥", "at least"),
      (">", "above"), ("=", "exactly"), ("<", "less than"), (">", "more than"), ("≤", "up to"),
      ("<=", "no more than"), ("≥", "no less than"), (">=", "not below"), ("<", "under"),
      (">", "over"),
    ]
    let context = TargetWords.context(unit: "%")
    for (sign, words) in pairs {
      let expected = parseTarget(SourcedText("\(words) \(figure)", in: FileID(0)), context)
      #expect(expected.condition != nil)
      for text in ["\(sign) \(figure)", "\(sign)\(figure)", " \(sign)  \(figure) "] {
        let found = parseTarget(SourcedText(text, in: FileID(0)), context)
        #expect(found.condition == expected.condition, "\(text)")
      }
    }
  }

  @Test func `any bytes are read to an end`() {
    let pieces = [
      "below", "at least", "75%", "and", "between", " ", "£", "-", "national", "or", ",", "é",
      "kpi",
      "within", "of", "2", "points", "\u{A0}", "Good", "a year", "×", "improvement of", "+", "no",
    ]
    var seed: UInt64 = 7
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<6 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(seed >> 33) % pieces.count] + (seed >> 20 & 1 == 0 ? " " : "")
      }
      let parsed = parseTarget(
        SourcedText(text, in: FileID(0)),
        TargetWords.context(unit: "%", scale: TargetWords.ofsted)
      )
      let errors = parsed.diagnostics.filter { $0.severity == .error }
      #expect((parsed.condition == nil) == !errors.isEmpty, "\(text)")
      for found in parsed.diagnostics {
        #expect(Int(found.place.range.upper) <= text.utf8.count, "\(text)")
        #expect(!found.help.isEmpty, "\(text)")
      }
    }
  }
}
