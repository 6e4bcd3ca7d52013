import Documents
public import PlanEvaluation
import PlanModel
public import SourceText

/// What the tests of thresholds gave, plan by plan.
public struct TestSubject: Sendable {
  /// The runs, one for each plan that is tested, in the order of trusts and plans.
  public var runs: [TestRun]
  /// The files of tests, in order.
  public var tested: [FileID]
  /// The files of the run.
  public var files: SourceFiles

  /// Creates the subject of a report on tests.
  public init(runs: [TestRun], tested: [FileID], files: SourceFiles) {
    self.runs = runs
    self.tested = tested
    self.files = files
  }

  /// How many expectations there are, and how many came out otherwise.
  var counts: (all: Int, failed: Int) {
    var all = 0
    var failed = 0
    for run in runs {
      all += run.results.count
      failed += run.results.count { !$0.isAsExpected }
    }
    return (all, failed)
  }

  /// What came of every expectation, file by file.
  var byFile: [(name: String, results: [WordedResult])] {
    tested.map { file in
      let results = runs.flatMap { run in
        run.results.filter { $0.expected.place.file == file }.map { WordedResult($0, run) }
      }
      return (files[file].name, results)
    }
  }

  /// Whether there is anything to say.
  public var isEmpty: Bool { counts.all == 0 }

  /// Whether every expectation came out.
  public var isAsExpected: Bool { counts.failed == 0 }
}

/// What came of one expectation, with words for it.
struct WordedResult {
  let result: TestResult
  private let run: TestRun

  init(_ result: TestResult, _ run: TestRun) {
    self.result = result
    self.run = run
  }

  /// The name of the expectation: the test, the value that is tried, and of what something is
  /// expected where the test says so of several.
  var name: String {
    var name = result.test.test
    if !result.test.value.isEmpty { name += " with \(result.test.value)" }
    if result.test.expected.count > 1 {
      name += " for \(run.trust.name(of: result.expected.scope))"
    }
    return name
  }

  /// What the verdict speaks of, in words.
  var subject: String {
    let scope = run.trust.name(of: result.expected.scope)
    return result.expected.strand.map { "\(scope), \($0)" } ?? scope
  }

  /// What came, in words: `missed (red)`.
  var came: String {
    guard let verdict = result.verdict else { return "nothing" }
    return "\(verdict.outcome.name) (\(verdict.status.rawValue))"
  }

  /// The failure as a problem of the file of tests.
  var problem: Diagnostic {
    Diagnostic(
      "test-failed",
      .error,
      "\(name): \(result.expected.result.rawValue) is expected, and \(came) came",
      at: result.expected.place,
      label: "\(subject), as of \(dayWords(result.test.asOf))",
      help: help
    )
  }

  private var help: String {
    if result.verdict == nil {
      return "the KPI says nothing of \(subject): see `level:` and `for:` in the plan"
    }
    return "if that is right, write `\(came.prefix { $0 != " " })` here; if not, mend the plan"
  }

  /// Why it came so, line by line, each with the place it rests on.
  var why: [(sentence: String, place: Place?)] {
    guard let verdict = result.verdict else { return [] }
    let wording = KPIWording(trust: run.trust, kpi: run.plan[verdict.path])
    return verdict.reasons.map { (wording.sentence($0.fact), $0.place) }
  }
}
