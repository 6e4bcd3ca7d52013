import Glibc
import PlanFiles
import PlanModel
import SourceText
import TestSupport
import Testing

private let head = """
  plan: p
  title: P
  years: 2015/16 to 2019/20
  strategies:
    s:
      title: S
      priorities:
        a:
          title: A

  """

private func kpis(_ count: Int, _ line: (Int) -> String) -> String {
  head + "        kpis:\n"
    + (0..<count).map { "          k\($0):\n            title: K\n            \(line($0))\n" }
    .joined()
}

private func names(_ count: Int, _ line: (Int) -> String) -> String {
  (0..<count).map { "  \(line($0))\n" }.joined()
}

/// A workspace of so many things that each take a look at all others where that is done badly.
private struct Case: Sendable, CustomTestStringConvertible {
  var name: String
  var trust: @Sendable (Int) -> String = { _ in "" }
  var plan: @Sendable (Int) -> String = { _ in kpis(1) { _ in "target: yes" } }
  var header = "kpi,scope,period,value\n"
  var readings: @Sendable (Int) -> String = { _ in "" }
  /// How many problems there are of so many things.
  var problems: @Sendable (Int) -> Int = { $0 }

  var testDescription: String { name }
}

private let cases: [Case] = [
  Case(name: "KPIs that repeat unknown ones", plan: { kpis($0) { "same-as: zz\($0)" } }),
  Case(name: "targets of unknown KPIs", plan: { kpis($0) { "target: {all of: [kpi zz\($0)]}" } }),
  Case(
    name: "a chain of KPIs that repeat the next",
    plan: { count in kpis(count) { $0 + 1 < count ? "same-as: k\($0 + 1)" : "target: yes" } },
    problems: { _ in 0 }
  ),
  Case(
    name: "a circle of KPIs that repeat the next",
    plan: { count in kpis(count) { "same-as: k\(($0 + 1) % count)" } },
    problems: { _ in 1 }
  ),
  Case(
    name: "many circles through one KPI",
    plan: { count in kpis(count) { "target: {all of: [kpi k\(min($0 + 1, count - 1)), kpi k0]}" } },
    problems: { $0 + 1 }
  ),
  Case(
    name: "actions that are a part of unknown ones",
    plan: { count in
      head + "        actions:\n"
        + (0..<count).map {
          "          - id: a\($0)\n            action: A\n            part-of: zz\($0)\n"
        }.joined()
    }
  ),
  Case(
    name: "owners on one line",
    trust: { _ in "roles:\n  cfo: CFO\n" },
    plan: { count in
      kpis(1) { _ in "owner: [" + (0..<count).map { "R\($0)" }.joined(separator: ", ") + "]" }
    }
  ),
  Case(
    name: "many roles, and owners that are none of them",
    trust: { "roles:\n" + names($0) { "r\($0): Role \($0)" } },
    plan: { count in
      kpis(1) { _ in "owner: [" + (0..<count).map { "Rule \($0)" }.joined(separator: ", ") + "]" }
    }
  ),
  Case(
    name: "schools with targets of their own",
    trust: { "schools:\n" + names($0) { "s\($0): School \($0)" } },
    plan: { count in
      kpis(1) { _ in "overrides:\n" + names(count) { "            s\($0): yes" } }
    },
    problems: { _ in 0 }
  ),
  Case(
    name: "unknown schools with targets of their own",
    trust: { "schools:\n" + names($0) { "s\($0): School \($0)" } },
    plan: { count in
      kpis(1) { _ in "overrides:\n" + names(count) { "            z\($0): yes" } }
    }
  ),
  Case(
    name: "many scales, and KPIs on others",
    trust: { "scales:\n" + names($0) { "s\($0): [Good, Bad]" } },
    plan: { kpis($0) { "scale: z\($0)" } }
  ),
  Case(
    name: "comparators named as schools are",
    trust: { count in
      "schools:\n" + names(count) { "s\($0): S \($0)" } + "comparators:\n"
        + names(count) { "s\($0): C \($0)" }
    }
  ),
  Case(
    name: "readings of unknown KPIs",
    plan: { kpis($0) { _ in "target: yes" } },
    readings: { (0..<$0).map { "zz\($0),trust,2015/16,yes\n" }.joined() }
  ),
  Case(
    name: "readings of unknown schools",
    trust: { "schools:\n" + names($0) { "s\($0): School \($0)" } },
    readings: { (0..<$0).map { "k0,z\($0),2015/16,yes\n" }.joined() }
  ),
  Case(
    name: "readings of many strands",
    plan: { count in kpis(1) { _ in "strands:\n" + names(count) { "            s\($0): S" } } },
    header: "kpi,strand,scope,period,value\n",
    readings: { (0..<$0).map { "k0,s\($0),trust,2015/16,yes\n" }.joined() },
    problems: { _ in 0 }
  ),
  Case(
    name: "readings of unknown strands",
    plan: { count in kpis(1) { _ in "strands:\n" + names(count) { "            s\($0): S" } } },
    header: "kpi,strand,scope,period,value\n",
    readings: { (0..<$0).map { "k0,z\($0),trust,2015/16,yes\n" }.joined() }
  ),
]

/// The work that this thread has done, in nanoseconds; what others do does not count.
private func work() -> Int {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return time.tv_sec * 1_000_000_000 + time.tv_nsec
}

@Suite struct LinearWorkTests {
  @Test(arguments: cases)
  fileprivate func `work grows as the number of things does`(found: Case) {
    let few = measured(found, 1_000)
    let many = measured(found, 4_000)
    // Four times as many take four times as long, and sixteen times where each looks at all others.
    #expect(many < 8 * few + 200_000_000, "\(found.name): \(few) ns, then \(many) ns")
  }

  private func measured(_ found: Case, _ count: Int) -> Int {
    var files = [
      "t/trust.yaml": "trust: t\nname: T\n" + found.trust(count),
      "t/plans/p.yaml": found.plan(count),
    ]
    files["t/readings/2015-16.csv"] = found.header + found.readings(count)
    let fileSystem = InMemoryFileSystem(files)
    var options = LoadOptions()
    options.reportsEverything = true
    options.today = Day("2017-03-31")
    var sources = SourceFiles()
    let start = work()
    let loaded = loadTrust("t", from: fileSystem, into: &sources, options)
    let end = work()
    let problems = loaded.diagnostics.filter { $0.id != "plan-too-large" }
    #expect(problems.count == found.problems(count))
    return end - start
  }
}
