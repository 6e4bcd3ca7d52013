import FoundationEssentials
import TestSupport
import Testing

@testable import rlt

/// Texts that a file must quote, fold or leave as they are.
private let texts = [
  "Plain words", "Compare: cost", "The #1 task", "a #b", "> 75%", "no", "2016", "it's \"so\"",
  "é – £5", "[x], {y}", "several\nlines: of\n\n  text", "tab\there", "@jane",
]

@Suite struct UndoLawTests {
  @Test(
    "on generated plans: an edit that is taken back leaves the bytes that were there",
    arguments: 0..<8
  )
  func generated(part: Int) throws {
    let space = try EditSpace(copying: "Tests/rltTests/Fixture/data")
    var plans = RandomPlan(seed: UInt64(part) &+ 9_000)
    var random = SeededGenerator(seed: UInt64(part) &* 37 &+ 11)
    let trust = "\(space.folder)/data/oak"
    let path = "\(trust)/plans/p.yaml"
    try FileManager.default.createDirectory(
      atPath: "\(trust)/plans",
      withIntermediateDirectories: true
    )
    try space.write(
      "trust: oak\nname: Oak\nschools:\n  oak:\n    name: Oak\n",
      to: "\(trust)/trust.yaml"
    )
    var made = 0
    for _ in 0..<130 {
      let text = plans.text()
      try space.write(text, to: path)
      let words = edit(of: plans, &random) + ["--trust", "oak"]
      let run = space.run(words)
      let after = try space.bytes(path)
      if run.status == .success {
        made += after == Array(text.utf8) ? 0 : 1
        if after != Array(text.utf8) { takeBack(in: space, path, text, words) }
      } else {
        // A comment inside a list of owners, or behind a value that goes, is a reason to refuse.
        #expect(run.status == .sideEffect, "\(words): \(run.errors) \(text.debugDescription)")
        #expect(after == Array(text.utf8), "\(words) was refused, and the file changed")
      }
    }
    #expect(made > 90, "only \(made) edits were made")
  }

  private func takeBack(in space: EditSpace, _ path: String, _ text: String, _ words: [String]) {
    let undone = space.run(["undo", "--trust", "oak"])
    let now = try? space.bytes(path)
    guard undone.status == .success, now == Array(text.utf8) else {
      Issue.record("\(words): \(undone.errors) \(text.debugDescription)")
      return
    }
  }

  /// An edit of a generated plan, as it would be typed.
  private func edit(of plans: RandomPlan, _ random: inout SeededGenerator) -> [String] {
    let text = random.pick(texts)
    let year = random.pick(["2015/16", "2016/17", "2019/20"])
    let priority = random.pick(plans.priorities)
    let addition = ["plan", "add-action", "--priority", priority, "--year", year, text]
    switch random.below(9) {
    case 0: return addition
    case 1 where !plans.kpis.isEmpty:
      let kpi = random.pick(plans.kpis)
      return ["plan", "add-action", "--kpi", kpi, "--year", year, "--owner", "Head: #1", text]
    case 2 where !plans.actions.isEmpty:
      let id = random.pick(plans.actions)
      return ["plan", "edit-action", id, "--due", "2017-01-31", "--note", text]
    case 3 where !plans.actions.isEmpty:
      return ["plan", "complete-action", random.pick(plans.actions), "--impact", text]
    case 4 where !plans.kpis.isEmpty:
      let kpi = random.pick(plans.kpis)
      return ["plan", "set-target", kpi, "at most 12", "--year", year, "--reason", text]
    case 5: return ["plan", "add-kpi", "new.kpi", "--priority", priority, "--title", text]
    case 6 where !plans.kpis.isEmpty:
      return ["plan", "rename", random.pick(plans.kpis), "other.id"]
    case 7: return ["format"]
    case 8: return ["plan", "add-strategy", "another", "--title", text]
    default: return addition
    }
  }

  @Test("on the plans of the repository: step by step forth, and back again", arguments: realPlans)
  func real(plan: RealPlan) throws {
    let space = try EditSpace(copying: "data")
    var states = [try space.everything()]
    let place = ["--trust", plan.trust, "--plan", plan.id]
    var steps = [
      ["plan", "add-action", "--priority", plan.priority, "--year", plan.year, "A: new #1 task"],
      ["plan", "edit-action", "new-1-task", "--due", "2030-01-31", "--note", "several\nlines: #2"],
      ["plan", "complete-action", "new-1-task", "--on", "2017-03-20", "--impact", "> 5%: \"yes\""],
      ["plan", "add-kpi", "new.kpi", "--priority", plan.priority, "--title", "New: one"],
      ["plan", "set-target", "new.kpi", "at most 12", "--year", plan.year, "--reason", "it's so"],
      ["plan", "rename", plan.kpi, "other.id"],
    ]
    if let action = plan.action {
      steps.append(["plan", "edit-action", action, "--due", "2030-01-31"])
    }
    for step in steps {
      let run = space.run(step + place)
      #expect(run.status == .success, "\(step): \(run.errors)")
      let state = try space.everything()
      #expect(state != states.last, "\(step) changed nothing")
      states.append(state)
    }
    for state in states.dropLast().reversed() {
      let run = space.run(["undo", "--trust", plan.trust])
      #expect(run.status == .success, "\(run.errors)")
      #expect(try space.everything() == state)
    }
  }
}

/// A plan of the repository, and things in it that are edited.
struct RealPlan: CustomTestStringConvertible {
  var trust: String
  var id: String
  var priority: String
  var kpi: String
  var action: String?
  var year: String

  var testDescription: String { id }
}

private let realPlans = [
  RealPlan(
    trust: "learning-together",
    id: "strategic-plan-2018-2021",
    priority: "leadership.success",
    kpi: "sc.12",
    action: nil,
    year: "2018/19"
  ),
  RealPlan(
    trust: "owls",
    id: "strategic-development-2016-2019",
    priority: "capacity",
    kpi: "s4.engagement",
    action: "scitt-mentors",
    year: "2016/17"
  ),
  RealPlan(
    trust: "rutland",
    id: "strategy-2018-2022",
    priority: "achievement",
    kpi: "ach.rwm",
    action: "visioning-morning",
    year: "2018/19"
  ),
  RealPlan(
    trust: "rutland",
    id: "transformation-2016-2020",
    priority: "achievement",
    kpi: "ach.rwm",
    action: "small-projects-fund",
    year: "2015/16"
  ),
  RealPlan(
    trust: "teaching-school-alliance",
    id: "action-plan-2014-15",
    priority: "inspection-training",
    kpi: "insp.accuracy",
    action: "evaluate-middle",
    year: "2014/15"
  ),
]
