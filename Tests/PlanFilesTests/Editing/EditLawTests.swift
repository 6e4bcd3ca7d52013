import PlanModel
import PlanSyntax
import SourceText
import TestSupport
import Testing

@testable import PlanFiles

/// An edit, and where in the file before it may change something.
private struct Attempt {
  var name: String
  var edit: PlanEdit
  var allowed: Range<Int>
  var holds: (Plan) -> Bool
}

private let texts = [
  "Plain words", "Compare: cost", "The #1 task", "a #b", "> 75%", "no", "2016", "- dash",
  "it's \"so\"",
  "é – £5", "[x], {y}", "several\nlines: of\n\n  text", "ends:", "tab\there", "'q'", "@jane",
]

@Suite struct EditLawTests {
  @Test(
    "on generated plans: only its own bytes, comments kept, the model as meant",
    arguments: 0..<8
  )
  func generated(part: Int) throws {
    var plans = RandomPlan(seed: UInt64(part) &+ 4_000)
    var random = SeededGenerator(seed: UInt64(part) &* 31 &+ 7)
    var made = 0
    for _ in 0..<130 {
      let text = plans.text()
      let file = SourceFile(name: "plans/p.yaml", bytes: Array(text.utf8))
      let document = try PlanDocument(file, of: testTrust)
      try #require(
        document.findings.allSatisfy { $0.severity != .error },
        "\(document.findings.map(\.message)) \(text.debugDescription)"
      )
      for kind in [random.below(3), 3 + random.below(3), 6 + random.below(2)] {
        do throws(EditProblem) {
          guard let attempt = try attempt(kind, document, plans, &random) else { continue }
          check(attempt, document)
          made += 1
        } catch {
          // A comment inside a list of owners, or behind a value that goes, is a reason to refuse.
          #expect(error.kind == .file, "\(kind): \(error.message) \(text.debugDescription)")
        }
      }
    }
    #expect(made > 200, "only \(made) edits were made")
  }

  @Test("on the plans of the repository", arguments: planFiles)
  func real(path: String) throws {
    let (trust, file) = try loaded(path)
    let document = try PlanDocument(file, of: trust)
    let plan = document.plan
    let year = plan.years.lowerBound
    // Each twentieth, so that the tests stay quick without being optimised.
    for priority in plan.strategies.flatMap(\.priorities) {
      let kpis = priority.kpis.enumerated().filter { $0.offset % 20 == 0 }.map(\.element)
      for home in [.priority(priority.id)] + kpis.map({ NewAction.Home.kpi($0.id) }) {
        let (edit, id) = try addAction(
          NewAction("A: new #1 task", in: home, year: year),
          to: document
        )
        let holds = { (plan: Plan) in
          plan.actions.contains { $0.id == id && $0.text == "A: new #1 task" }
        }
        check(
          Attempt(name: "add", edit: edit, allowed: 0..<file.bytes.count, holds: holds),
          document
        )
      }
    }
    for kpi in plan.kpis.enumerated().filter({ $0.offset % 9 == 0 }).map(\.element) {
      let edit = try renameKPI(kpi.id, to: "renamed.id", in: document)
      #expect(edit.plan.kpis.contains { $0.id == "renamed.id" })
    }
    for action in plan.actions.enumerated().filter({ $0.offset % 20 == 0 }).map(\.element) {
      var change = ActionChange()
      change.due = "2030-01-31"
      let edit = try editAction(action.id, change, in: document)
      let holds = { (plan: Plan) in
        plan.actions.contains { $0.id == action.id && $0.due?.text == "2030-01-31" }
      }
      let allowed = document.range(ofAction: action.id)
      check(Attempt(name: "edit", edit: edit, allowed: allowed, holds: holds), document)
    }
  }

  // MARK: - Making and checking

  private func attempt(
    _ kind: Int,
    _ document: PlanDocument,
    _ plans: RandomPlan,
    _ random: inout SeededGenerator
  ) throws(EditProblem) -> Attempt? {
    let text = random.pick(texts)
    let whole = 0..<document.file.bytes.count
    let year = AcademicYear(startingIn: 2015 + random.below(5))
    switch kind {
    case 0, 1:
      let homes =
        plans.priorities.map { NewAction.Home.priority($0) } + plans.kpis.map { .kpi($0) }
      var action = NewAction(text, in: random.pick(homes), year: year)
      if random.below(2) == 0 { action.owners = ["CFO", "Head: of #1"] }
      let (edit, id) = try addAction(action, to: document)
      return Attempt(name: "add-action", edit: edit, allowed: whole) { plan in
        plan.actions.contains { $0.id == id && $0.text == text }
      }
    case 2, 3:
      guard !plans.actions.isEmpty else { return nil }
      let id = random.pick(plans.actions)
      var change = ActionChange()
      change.text = text
      change.due = random.pick([nil, "2017-01-31", "", "July 2017"])
      change.owners = random.pick([nil, ["CEO"], []])
      change.impact = random.pick([nil, text])
      let edit = try editAction(id, change, in: document)
      let allowed = document.range(ofAction: id)
      return Attempt(name: "edit-action", edit: edit, allowed: allowed) { plan in
        plan.actions.contains { $0.id == id && $0.text == text }
      }
    case 4:
      guard !plans.actions.isEmpty else { return nil }
      let id = random.pick(plans.actions)
      let day = Day(number: 17_000)
      let edit = try completeAction(id, on: day, impact: text, in: document)
      let allowed = document.range(ofAction: id)
      return Attempt(name: "complete-action", edit: edit, allowed: allowed) { plan in
        plan.actions.contains { $0.id == id && $0.doneOn == day && $0.status?.value == .done }
      }
    case 5:
      guard !plans.kpis.isEmpty else { return nil }
      let id = random.pick(plans.kpis)
      var target = NewTarget("at most 12", of: id)
      if random.below(2) == 0 { target.year = year } else { target.school = "oak" }
      target.reason = text
      let edit = try setTarget(target, in: document)
      return Attempt(name: "set-target", edit: edit, allowed: document.range(ofKPI: id)) { plan in
        plan.kpis.contains { kpi in
          kpi.id == id
            && (kpi.targetsByYear.contains { $0.target.text == "at most 12" }
              || kpi.overrides.contains { $0.target.text == "at most 12" })
        }
      }
    case 6:
      let priority = random.pick(plans.priorities)
      var kpi = NewKPI("new.kpi", title: text, in: priority)
      kpi.unit = "%"
      kpi.target = "at least 95%"
      let edit = try addKPI(kpi, to: document)
      return Attempt(name: "add-kpi", edit: edit, allowed: whole) { plan in
        plan.kpis.contains { $0.id == "new.kpi" && $0.target != nil }
      }
    default:
      guard !plans.kpis.isEmpty else { return nil }
      let id = random.pick(plans.kpis)
      let edit = try renameKPI(id, to: "other.id", in: document)
      return Attempt(name: "rename", edit: edit, allowed: document.range(ofKPI: id)) { plan in
        plan.kpis.contains { $0.id == "other.id" } && !plan.kpis.contains { $0.id == id }
      }
    }
  }

  private func check(_ attempt: Attempt, _ document: PlanDocument) {
    let before = document.file.bytes
    let after = attempt.edit.after.bytes
    var head = 0
    while head < min(before.count, after.count), before[head] == after[head] { head += 1 }
    var tail = 0
    let most = min(before.count, after.count) - head
    while tail < most, before[before.count - 1 - tail] == after[after.count - 1 - tail] {
      tail += 1
    }
    // In whole lines, as lines that begin alike could be told apart in two ways.
    while head > 0, before[head - 1] != 0x0A { head -= 1 }
    let rest = min(before.count, after.count) - head
    while tail < rest, before[before.count - 1 - tail] == after[after.count - 1 - tail] {
      tail += 1
    }
    while tail > 0, before.count - tail > head, before[before.count - tail - 1] != 0x0A {
      tail -= 1
    }
    let changed = head..<(before.count - tail)
    let isInside =
      changed.lowerBound >= attempt.allowed.lowerBound
      && changed.upperBound <= attempt.allowed.upperBound
    let comments = document.tree.comments.map(\.text)
    var left = PlanReading(attempt.edit.after, of: document.trust).tree.comments.map(\.text)[...]
    var isKept = true
    for comment in comments {
      guard let at = left.firstIndex(where: { $0.hasPrefix(comment) }) else {
        isKept = false
        break
      }
      left = left[(at + 1)...]
    }
    // What was added is written as the file is: with its line ends.
    let isCRLF = before.contains(0x0D)
    let mixed = after.indices.contains { index in
      after[index] == 0x0A && (index > 0 && after[index - 1] == 0x0D) != isCRLF
    }
    let holds = attempt.holds(attempt.edit.plan)
    guard isInside, isKept, holds, !mixed || !before.contains(0x0A) else {
      Issue.record(
        """
        \(attempt.name): \(changed) in \(attempt.allowed), inside \(isInside), kept \(isKept), holds \(holds), mixed \(mixed)
        before \(String(decoding: before, as: UTF8.self).debugDescription)
        after  \(String(decoding: after, as: UTF8.self).debugDescription)
        """
      )
      return
    }
  }
}

extension PlanDocument {
  /// The bytes of the lines in which an action stands, and the line end before them.
  fileprivate func range(ofAction id: String) -> Range<Int> {
    guard let spot = tree.actionSpots.first(where: { $0.id == id }) else { return 0..<0 }
    return range(spot.path)
  }

  /// The bytes of the lines in which a KPI stands.
  fileprivate func range(ofKPI id: String) -> Range<Int> { range(tree.path(ofKPI: id) ?? []) }

  private func range(_ path: [TreeStep]) -> Range<Int> {
    guard let node = tree.node(at: path) else { return 0..<0 }
    let table = LineTable(file.bytes)
    let first = table.line(at: Int(node.range.lower))
    let last = table.line(at: Int(node.range.upper))
    // The id of a KPI stands on a line above, with comments between; a blank line may follow.
    var start = max(1, first - 1)
    while start > 1, isQuiet(table.range(ofLine: start)) { start -= 1 }
    var end = last
    while end < table.count, isQuiet(table.range(ofLine: end + 1)) { end += 1 }
    let lower = Int(table.range(ofLine: start).lower)
    return lower..<Int(table.range(ofLine: end).upper)
  }

  private func isQuiet(_ range: TextRange) -> Bool {
    let first = file.bytes[range.indices].first { $0 != 0x20 && $0 != 0x0D && $0 != 0x0A }
    return first == nil || first == UInt8(ascii: "#")
  }
}

extension Plan {
  /// The KPIs of the plan.
  var kpis: [KPI] { strategies.flatMap(\.priorities).flatMap(\.kpis) }

  /// The actions of the plan.
  var actions: [Action] {
    strategies.flatMap(\.priorities).flatMap { priority in
      let own = priority.actions + priority.years.flatMap(\.actions)
      return own + priority.kpis.flatMap { $0.actions + $0.years.flatMap(\.actions) }
    }
  }
}
