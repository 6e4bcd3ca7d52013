import FoundationEssentials
import TestSupport
import Testing

@testable import rlt

@Suite struct InitTests {
  @Test func `a new workspace is valid, answers, and is never written over`() throws {
    let folder = "\(temporaryFolder())/init/our-trust"
    let made = ProgramRun(["init", folder])
    #expect(made.status == .success)
    #expect(ProgramRun(["validate", "--data", folder]).transcript == "--- exit 0\n")
    let status = ProgramRun(["kpi", "status", "--data", folder])
    #expect(status.output.contains("Staff costs  below 75%  R 1 of 2 met  R 77%         G 72%"))

    let file = "\(folder)/trust.yaml"
    try "trust: mine\n".write(toFile: file, atomically: false, encoding: .utf8)
    let again = ProgramRun(["init", folder])
    #expect(again.status == .sideEffect)
    #expect(again.errors.contains("trust.yaml is already there; nothing was changed"))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "trust: mine\n")
  }

  @Test func `a folder that cannot be made is a clear failure`() {
    let run = ProgramRun(["init", "/proc/none/our-trust"])
    #expect(run.status == .sideEffect)
    #expect(run.errors.contains("/proc/none/our-trust/trust.yaml could not be written"))
  }

  @Test func `what init says of itself`() {
    expectScreen(ProgramRun(["init", "--help"]).transcript, "help-init.txt")
  }
}
