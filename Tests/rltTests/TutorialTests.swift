import FoundationEssentials
import TestSupport
import Testing

@testable import rlt

/// The tutorial's own files, taken from its page, do what it says they do.
@Suite struct TutorialTests {
  @Test func `the files of the tutorial are valid and answer as it says`() throws {
    let folder = "\(temporaryFolder())/tutorial/our-trust"
    try write(to: folder, target: "below 75%")
    let day = ["--today", "2026-12-01", "--data", folder]
    #expect(ProgramRun(["validate"] + day).transcript == "--- exit 0\n")
    let status = ProgramRun(["kpi", "status"] + day)
    #expect(status.output.contains("A Staff costs, target below 75%: Ashfield Primary 75.4%"))
    let explained = ProgramRun(
      ["kpi", "explain", "finance.staffing", "--school", "ashfield"] + day
    )
    #expect(explained.output.contains("The tolerance “up to 76%” holds."))
  }

  @Test func `the mistake of the tutorial is found where it says`() throws {
    let folder = "\(temporaryFolder())/mistake/our-trust"
    try write(to: folder, target: "less 75%")
    let run = ProgramRun(["validate", "--data", folder])
    #expect(run.status == .findings)
    #expect(run.output.contains("'less 75%' is not a target"))
    #expect(run.output.contains("help: write `below 75%`"))
  }

  private func write(to folder: String, target: String) throws {
    let page = try String(contentsOfFile: "\(repositoryPath)/docs/tutorial.md", encoding: .utf8)
    let blocks = page.components(separatedBy: "```").enumerated().filter { $0.offset % 2 == 1 }
      .map { block in block.element.drop { $0 != "\n" }.dropFirst() }
    let names = ["trust.yaml", "plans/plan-2026-2029.yaml", "readings/2026-27.csv"]
    for sub in ["plans", "readings"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(sub)",
        withIntermediateDirectories: true
      )
    }
    // The first block draws the folder; the files follow.
    for (name, block) in zip(names, blocks.dropFirst()) {
      let text = block.replacing("below 75%", with: target)
      try String(text).write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }
  }
}
