import FoundationEssentials
import PlanEvaluation
import PlanModel
import TestSupport
import Testing

@testable import rlt

/// Words after `test` on the made-up trust, and the golden file of the screen.
private let screens: [(name: String, words: [String])] = [
  ("test", []), ("test-coverage", ["--coverage"]),
  ("test-failing", ["data/woodland/drafts/failing.yaml"]),
  ("test-failing-json", ["data/woodland/drafts/failing.yaml", "--format", "json"]),
  ("test-failing-junit", ["data/woodland/drafts/failing.yaml", "--format", "junit"]),
  ("test-failing-tap", ["data/woodland/drafts/failing.yaml", "--format", "tap"]),
  ("test-broken", ["data/woodland/drafts/broken.yaml", "data/woodland/drafts/broken-tests.yaml"]),
  ("test-generate", ["--generate", "staff costs", "--generate", "learn.depth"]),
  ("test-generate-unknown", ["--generate", "rainbows"]),
  ("test-no-file", ["data/woodland/tests/nothing.yaml"]),
]

@Suite struct ThresholdTestTests {
  @Test(arguments: screens.indices)
  func `what is shown`(index: Int) {
    let (name, words) = screens[index]
    expectScreen(ProgramRun(["test"] + words).transcript, "\(name).txt")
  }

  @Test func `quiet says nothing where all is as expected`() {
    #expect(ProgramRun(["test", "--quiet"]).transcript == "--- exit 0\n")
    let failing = ProgramRun(["test", "--quiet", "data/woodland/drafts/failing.yaml"])
    #expect(failing.status == .findings)
    #expect(failing.output.contains("error[test-failed]"))
  }

  @Test func `a workspace without tests says how to begin`() {
    let run = ProgramRun(["test"], in: "broken")
    #expect(run.status.rawValue == 3)
    #expect(run.errors.contains("--generate"))
  }

  @Test func `the tests of the real trust hold`() {
    let run = ProgramRun(["test", "--data", "\(repositoryPath)/data"])
    #expect(run.status == .success, "\(run.transcript)")
  }

  /// What is made from the targets now must hold now, whatever the plan.
  @Test(arguments: ["rutland", "owls", "learning-together", "teaching-school-alliance"])
  func `boundaries that were made hold when they are run`(trust: String) throws {
    let folder = "\(repositoryPath)/data/\(trust)"
    let made = ProgramRun(["test", "--generate", "all", "--data", folder])
    #expect(made.status == .success)
    let path = "\(temporaryFolder())/made-\(trust).yaml"
    #expect(FileManager.default.createFile(atPath: path, contents: Data(made.output.utf8)))
    let run = ProgramRun(["test", "-", "--data", folder], input: path)
    #expect(run.status == .success, "\(run.transcript)")
    #expect(run.output.contains("all as expected"))
  }

  @Test func `a file that is there is not written over`() {
    let path = "data/woodland/tests/thresholds.yaml"
    let run = ProgramRun(["test", "--generate", "money.staff", "--output", path])
    #expect(run.status.rawValue == 4)
    #expect(run.errors.contains("already there"))
  }

  @Test func `there is a word for every outcome`() {
    let outcomes: [Outcome] = [
      .met, .nearly, .missed, .undetermined, .noComparator, .noScale, .noReading, .awaited, .stale,
      .notApplicable, .notYetJoined, .left, .notDue, .excepted, .questionOpen, .questionAnswered,
      .external, .noTarget,
    ]
    for name in outcomes.map(\.name) + MissingValue.allCases.map({ Outcome.missing($0).name }) {
      #expect(ResultWord(rawValue: name) != nil, "\(name)")
    }
  }
}
