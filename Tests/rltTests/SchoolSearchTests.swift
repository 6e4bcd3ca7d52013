import TestSupport
import Testing

@testable import rlt

/// Two trusts side by side, so that a school must be looked for.
@Suite struct SchoolSearchTests {
  @Test(arguments: [
    ("Ketton", "Rutland Learning Trust"), ("st nicholas", "Rutland Learning Trust"),
    ("KETTON", "Rutland Learning Trust"), ("whiss", "Rutland Learning Trust"),
  ])
  func `a school is found among all trusts, however it is typed`(name: String, trust: String) {
    let data = "\(repositoryPath)/data"
    let run = ProgramRun(["kpi", "status", "--data", data, "--school", name])
    #expect(run.status == .success)
    #expect(run.output.split(separator: "\n").first?.hasSuffix(trust) == true)
  }

  @Test func `a school that no trust has is not found`() {
    let run = ProgramRun(["kpi", "status", "--data", "\(repositoryPath)/data", "--school", "zzz"])
    #expect(run.status == .usage)
    #expect(run.errors.contains("no school is called “zzz”"))
  }
}
