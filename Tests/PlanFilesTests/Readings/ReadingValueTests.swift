import PlanFiles
import PlanModel
import Testing

@Suite struct ReadingValueTests {
  @Test(arguments: [
    ("77%", "%", ReadingValue.number(number("77"))), ("77", "%", .number(number("77"))),
    ("10 %", "%", .number(number("10"))), ("-2.8", "points", .number(number("-2.8"))),
    ("−2.8", "points", .number(number("-2.8"))), ("0", "", .number(.zero)),
    ("£1,250", "£ per pupil", .number(number("1250"))),
    ("3 schools", "schools", .number(number("3"))),
    ("> 97%", "%", .censored(.above, number("97"))),
    ("over 97%", "%", .censored(.above, number("97"))),
    ("at least 97%", "%", .censored(.atLeast, number("97"))),
    ("<5%", "%", .censored(.below, number("5"))),
    ("97% or more", "%", .censored(.atLeast, number("97"))),
    ("5% or below", "%", .censored(.atMost, number("5"))),
    ("77% of pupils", "% of pupils", .number(number("77"))),
    ("1 school", "schools", .number(number("1"))),
    ("77% of cake", "% of pupils", .unreadable), ("3 pupils", "schools", .unreadable),
    ("90% to 95%", "%", .between(number("90"), number("95"))),
    ("Good", "grade", .grade(rank: 1)), ("2", "grade", .grade(rank: 1)),
    ("ri", "grade", .grade(rank: 2)),
    ("Good or Outstanding", "grade", .gradeBand(ranks: [0, 1])),
    ("at least good", "grade", .gradeBand(ranks: [0, 1])),
    ("yes", "", .fact(true)), ("no", "", .fact(false)),
    ("almost all governors", "", .share("almost all")), ("none", "", .share("none")),
    ("above national", "%", .compared(.bound(.above), comparator: "national")),
    ("in line with national", "%", .compared(.inLine, comparator: "national")),
    ("well above national", "%", .compared(.wellAbove, comparator: "national")),
    ("SUPP", "%", .missing(.suppressed)), ("supp", "%", .missing(.suppressed)),
    ("z", "%", .missing(.notApplicable)), ("low", "%", .missing(.low)),
    ("Not collected", "grade", .missing(.notCollected)), ("awaited", "", .missing(.awaited)),
    ("", "%", .evidence), ("£5", "%", .unreadable), ("77%", "schools", .unreadable),
    ("5/10", "", .unreadable), ("Z", "%", .unreadable), ("Gold", "grade", .unreadable),
    ("95% to 90%", "%", .unreadable), ("1,00", "%", .unreadable), ("developing", "", .unreadable),
    ("rising", "%", .unreadable), ("3 of 4", "", .unreadable),
  ])
  func `a value is understood against the unit or scale`(
    text: String,
    unit: String,
    value: ReadingValue
  ) {
    #expect(parseReadingValue(text, TargetWords.context(for: unit)) == value)
  }
}
