import FoundationEssentials
import TestSupport
import Testing

/// The scenarios of all scripts.
private let scenarios: [EvaluationScript.Scenario] = {
  let folder = "\(repositoryPath)/Tests/PlanEvaluationTests/Scripts"
  let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return files.filter { $0.hasSuffix(".eval") }.sorted().flatMap { file in
    let text = (try? String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)) ?? ""
    return EvaluationScript.scenarios(text, file: file)
  }
}()

@Suite struct ScriptTests {
  @Test func `there are scripts`() { #expect(scenarios.count > 20) }

  @Test(arguments: scenarios)
  func `what a script expects comes true`(scenario: EvaluationScript.Scenario) {
    let script = EvaluationScript(scenario)
    #expect(script.checked > 0, "\(scenario.name) expects nothing")
    #expect(script.problems.isEmpty, "\(script.problems.joined(separator: "\n"))")
  }
}
