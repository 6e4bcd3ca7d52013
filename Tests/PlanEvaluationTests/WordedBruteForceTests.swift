import PlanEvaluation
import PlanModel
import SourceText
import Testing

/// A value of a KPI that is told in grades, facts or shares, and what it may stand for.
private enum WordedValue: Hashable {
  case grades([Int])
  case fact(Bool)
  case share(String)
  case percent(Int)
  case suppressed
  case note
}

/// A target told in grades, facts or shares.
private enum WordedTarget: Hashable {
  case gradeAtLeast(Int)
  case gradeOneOf([Int])
  case fact(Bool)
  case share(String)
  case question
}

/// One school, one KPI and one reading, put together by chance.
private struct WordedWorld {
  /// Four grades, the best first.
  static let grades = 0...3
  /// What each word for a share may stand for, in half percent; no word stands for all but `all`.
  static let shares: [String: [Int]] = [
    "all": [200], "none": [0], "almost all": Array(180...199), "most": Array(101...199),
    "many": Array(1...199),
  ]
  /// The words for which the trust has declared a share; "many" is not one of them.
  static let declared = ["almost all": (BoundRelation.atLeast, 90), "most": (.above, 50)]

  var value: WordedValue?
  var target: WordedTarget
  var scaleHasEnded: Bool
  var isDueLater: Bool

  init(_ random: inout SeededRandom) {
    let words = Self.shares.keys.sorted()
    switch Int.random(in: 0..<5, using: &random) {
    case 0: target = .gradeAtLeast(Int.random(in: Self.grades, using: &random))
    case 1: target = .gradeOneOf(Self.ranks(&random))
    case 2: target = .fact(random.once(in: 2))
    case 3: target = .share(random.pick(words))
    default: target = .question
    }
    switch Int.random(in: 0..<9, using: &random) {
    case 0: value = nil
    case 1: value = .suppressed
    case 2: value = .note
    case 3: value = .fact(random.once(in: 2))
    case 4, 5: value = .grades(Self.ranks(&random))
    case 6, 7: value = .share(random.pick(words))
    default: value = .percent(random.pick([0, 1, 100, 101, 179, 180, 199, 200]))
    }
    scaleHasEnded = random.once(in: 4)
    isDueLater = random.once(in: 4)
  }

  private static func ranks(_ random: inout SeededRandom) -> [Int] {
    let ranks = grades.filter { _ in random.once(in: 2) }
    return ranks.isEmpty ? [0] : ranks
  }

  // MARK: - What is expected, by trying every grade and every half percent

  var expected: Outcome {
    if target == .question { return value == nil ? .questionOpen : .questionAnswered }
    let judged = judgement
    return judged == .missed && isDueLater ? .notDue : judged
  }

  private var judgement: Outcome {
    guard let value, value != .note else { return .noReading }
    if value == .suppressed { return .missing(.suppressed) }
    if case .grades = value, scaleHasEnded { return .noScale }
    switch (target, value) {
    case (.gradeAtLeast(let floor), .grades(let ranks)):
      return outcome(ranks.map { $0 <= floor })
    case (.gradeOneOf(let asked), .grades(let ranks)):
      return outcome(ranks.map { asked.contains($0) })
    case (.fact(let asked), .fact(let fact)): return asked == fact ? .met : .missed
    case (.share(let asked), .share(let word)):
      if asked == word { return .met }
      return share(Self.shares[word] ?? [], asked)
    case (.share(let asked), .percent(let halves)): return share([halves], asked)
    default: return .undetermined
    }
  }

  private func share(_ figures: [Int], _ asked: String) -> Outcome {
    switch asked {
    case "all": return outcome(figures.map { $0 == 200 })
    case "none": return outcome(figures.map { $0 == 0 })
    case "almost all": return outcome(figures.map { $0 >= 180 })
    case "most": return outcome(figures.map { $0 > 100 })
    default:
      // Nobody has said how many "many" is: all of them are, and none of them are not.
      return figures == [200] ? .met : figures == [0] ? .missed : .undetermined
    }
  }

  private func outcome(_ answers: [Bool]) -> Outcome {
    Set(answers).count > 1 ? .undetermined : answers.first == true ? .met : .missed
  }

  // MARK: - The same world for the evaluator

  var verdict: Verdict? {
    var world = World()
    var school = School(id: "s", name: "s", at: nowhere)
    school.membership = .member
    world.trust.schools = [school]
    world.trust.quantifierWords = Self.declared.keys.sorted().map { word in
      let (relation, limit) = Self.declared[word] ?? (.atLeast, 0)
      return QuantifierWord(
        word,
        meaning: Bound(relation, Quantity(ExactNumber(limit), .percent)),
        at: nowhere
      )
    }
    world.trust.quantifierWords.append(QuantifierWord("many", meaning: nil, at: nowhere))
    var scale = Scale(
      id: "scale",
      title: "scale",
      levels: Self.grades.map { Scale.Level("grade \($0)") },
      at: nowhere
    )
    if scaleHasEnded { scale.until = Day(year: 2015, month: 8, day: 31) }
    world.trust.scales = [scale]
    var kpi = KPI(id: "k", title: "k", at: nowhere)
    kpi.unit = Unit("% of pupils")
    switch target {
    case .question: kpi.question = "How well?"
    case .gradeAtLeast(let rank): kpi.target = Target("", .gradeAtLeast(rank: rank), at: nowhere)
    case .gradeOneOf(let ranks): kpi.target = Target("", .gradeOneOf(ranks: ranks), at: nowhere)
    case .fact(let fact): kpi.target = Target("", .fact(fact), at: nowhere)
    case .share(let word): kpi.target = Target("", .share(word), at: nowhere)
    }
    switch (target, value) {
    case (.gradeAtLeast, _), (.gradeOneOf, _), (_, .grades):
      kpi.scale = Sourced("scale", at: nowhere)
    default: break
    }
    if isDueLater { kpi.deadline = Deadline("", .period(.calendarYear(2020)), at: nowhere) }
    world.kpi = kpi
    if let value {
      let period = Period.academicYear(AcademicYear(startingIn: 2016))
      world.readings = [
        Reading(
          kpi: "k",
          scope: .school("s"),
          period: period,
          value: read(value),
          text: "",
          at: nowhere
        )
      ]
    }
    let asOf = Day(year: 2017, month: 12, day: 1) ?? Day(number: 0)
    return world.evaluation(EvaluationRequest(asOf: asOf)).verdict(0, "s")
  }

  private func read(_ value: WordedValue) -> ReadingValue {
    switch value {
    case .grades(let ranks): ranks.count == 1 ? .grade(rank: ranks[0]) : .gradeBand(ranks: ranks)
    case .fact(let fact): .fact(fact)
    case .share(let word): .share(word)
    case .percent(let halves): .number(ExactNumber(digits: Int64(halves * 5), decimals: 1))
    case .suppressed: .missing(.suppressed)
    case .note: .evidence
    }
  }
}

@Suite struct WordedBruteForceTests {
  @Test(arguments: [201, 202])
  func `grades, facts, shares and questions stand as trying each of them says`(seed: Int) {
    var random = SeededRandom(seed: UInt64(seed))
    var seen: Set<Outcome> = []
    for _ in 0..<10_000 {
      let world = WordedWorld(&random)
      guard let verdict = world.verdict, verdict.outcome == world.expected else {
        Issue.record(
          "\(world): \(String(describing: world.verdict?.outcome)), expected \(world.expected)"
        )
        return
      }
      seen.insert(verdict.outcome)
    }
    #expect(
      seen == [
        .met, .missed, .undetermined, .noReading, .noScale, .missing(.suppressed), .notDue,
        .questionOpen, .questionAnswered,
      ]
    )
  }
}
