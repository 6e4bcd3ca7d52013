import TestSupport
import Testing

@testable import rlt

/// A golden file and the words that make it.
struct Screen: Sendable, CustomTestStringConvertible {
  let name: String
  let words: [String]
  var folder = ""

  init(_ name: String, _ words: String..., in folder: String = "") {
    self.name = name
    self.words = words
    self.folder = folder
  }

  var testDescription: String { name }
}

private let screens = [
  Screen("kpi-status", "kpi", "status"),
  Screen("kpi-status-alder", "kpi", "status", "--school", "Alder"),
  Screen("kpi-status-annes", "kpi", "status", "--school", "st annes"),
  Screen("kpi-status-two", "kpi", "status", "--school=alder", "--school=cedar hill"),
  Screen("kpi-status-red", "kpi", "status", "--status", "red,amber"),
  Screen("kpi-status-priority", "kpi", "status", "--priority", "spend", "--school", "alder"),
  Screen("kpi-status-owner", "kpi", "status", "--owner", "finance", "--school", "alder"),
  Screen("kpi-status-ended", "kpi", "status", "--school", "alder", "--as-of", "2020-01-01"),
  Screen("kpi-status-known", "kpi", "status", "--school", "alder", "--known-at", "2016-09-01"),
  Screen("kpi-status-old-plan", "kpi", "status", "--school", "alder", "--plan", "first"),
  Screen("kpi-status-json", "kpi", "status", "--school", "alder", "--format", "json"),
  Screen("kpi-list", "kpi", "list"),
  Screen("kpi-list-json", "kpi", "list", "--format", "json"),
  Screen("kpi-show", "kpi", "show", "staff costs"),
  Screen("kpi-show-json", "kpi", "show", "money.staff", "--format", "json"),
  Screen("kpi-explain", "kpi", "explain", "money.staff"),
  Screen("kpi-explain-parts", "kpi", "explain", "learn.score", "--school", "alder"),
  Screen("kpi-explain-parts-trust", "kpi", "explain", "learn.score"),
  Screen("kpi-explain-as-of", "kpi", "explain", "money.staff", "--as-of", "2016-08-31"),
  Screen(
    "kpi-explain-known-at",
    "kpi",
    "explain",
    "money.staff",
    "--as-of",
    "2016-08-31",
    "--known-at",
    "2016-08-31"
  ),
  Screen("kpi-explain-broken", "kpi", "explain", "money.surplus", in: "broken"),
  Screen("kpi-explain-json", "kpi", "explain", "money.staff", "--format", "json"),
  Screen("plan-list", "plan", "list"),
  Screen("plan-list-json", "plan", "list", "--format", "json"),
  Screen("plan-show", "plan", "show"),
  Screen("plan-show-year", "plan", "show", "--year", "2016/17", "--priority", "money"),
  Screen("plan-show-json", "plan", "show", "--format", "json"),
  Screen("validate-silent", "validate"),
  Screen("validate-broken", "validate", in: "broken"),
  Screen("validate-broken-json", "validate", "--format", "json", in: "broken"),
  Screen("kpi-status-broken", "kpi", "status", in: "broken"),
  Screen("kpi-status-broken-quiet", "kpi", "status", "--quiet", in: "broken"),
  Screen("no-workspace", "kpi", "status", "--data", "/nowhere"),
  Screen("unknown-school", "kpi", "status", "--school", "oak"),
  Screen("near-school", "kpi", "status", "--school", "aldr"),
  Screen("ambiguous-school", "kpi", "status", "--school", "cedar"),
  Screen("unknown-status", "kpi", "status", "--status", "purple"),
  Screen("unknown-level", "kpi", "status", "--fail-on", "blue"),
  Screen("unknown-day", "kpi", "status", "--as-of", "31/03/2017"),
  Screen("unknown-kpi", "kpi", "explain", "money.stuff"),
  Screen("unknown-priority", "plan", "show", "--priority", "peace"),
  Screen("unknown-option", "kpi", "status", "--scool", "alder"),
  Screen("unknown-command", "kpi", "statu"),
  Screen("unknown-format", "kpi", "status", "--format", "xml"),
  Screen("missing-value", "kpi", "status", "--school"),
  Screen("missing-argument", "kpi", "explain"),
  Screen("version", "--version"),
]

/// Words, and the exit status they lead to.
private let endings: [(String, Int32)] = [
  ("kpi status", 0), ("kpi status --fail-on red", 1), ("kpi status --fail-on stale", 0),
  ("kpi status --school annes --fail-on red", 0), ("kpi status --school annes --fail-on amber", 1),
  ("kpi status --school oak", 2), ("kpi status --data /nowhere", 3),
  ("kpi status --output /nowhere/at/all.txt", 4), ("kpi", 0), ("", 0), ("wat", 2), ("--help", 0),
]

@Suite struct CommandTests {
  @Test(arguments: screens)
  func `what a command answers`(screen: Screen) {
    expectScreen(ProgramRun(screen.words, in: screen.folder).transcript, "\(screen.name).txt")
  }

  @Test(arguments: [[], ["kpi"], ["plan"], ["validate"], ["schema"], ["format"], ["undo"]])
  func `help begins with what to type`(words: [String]) {
    let run = ProgramRun(words + ["--help"])
    expectScreen(run.transcript, "help-\(words.first ?? "rlt").txt")
    let examples = run.output.firstRange(of: "EXAMPLES:")
    let usage = run.output.firstRange(of: "USAGE:")
    #expect(examples != nil && usage != nil)
    if let examples, let usage { #expect(examples.lowerBound < usage.lowerBound) }
  }

  @Test(arguments: ["status", "list", "show", "explain", "record"])
  func `help of a command on KPIs`(name: String) {
    expectScreen(ProgramRun(["kpi", name, "--help"]).transcript, "help-kpi-\(name).txt")
  }

  @Test(arguments: [
    "list", "show", "add-action", "edit-action", "complete-action", "set-target", "add-kpi",
    "add-priority", "add-strategy", "rename",
  ])
  func `help of a command on plans`(name: String) {
    expectScreen(ProgramRun(["plan", name, "--help"]).transcript, "help-plan-\(name).txt")
  }

  @Test(arguments: endings)
  func `how the program ends`(words: String, status: Int32) {
    #expect(ProgramRun(words.split(separator: " ").map(String.init)).status.rawValue == status)
  }

  @Test func `colours are used where they are wanted, and never alone`() {
    let words = ["kpi", "status", "--school", "alder"]
    let plain = ProgramRun(words).output
    #expect(!plain.utf8.contains(0x1B))
    let always = ProgramRun(words + ["--color", "always"]).output
    #expect(always.contains("\u{1B}[31mR missed\u{1B}[0m"))
    #expect(ProgramRun(words + ["--colour=always"]).output == always)
    var terminal = Terminal(isTerminal: true)
    #expect(ProgramRun(words, terminal: terminal).output == always)
    #expect(ProgramRun(words + ["--color", "never"], terminal: terminal).output == plain)
    terminal.wantsColor = false
    #expect(ProgramRun(words, terminal: terminal).output == plain)
  }

  @Test func `a file is written whole, with the same bytes`() throws {
    let path = "\(temporaryFolder())/status.txt"
    let words = ["kpi", "status", "--school", "alder"]
    let run = ProgramRun(words + ["--output", path])
    #expect(run.output.isEmpty)
    #expect(
      try LocalFileSystem().bytes(of: path, atMost: 1 << 20) == Array(ProgramRun(words).output.utf8)
    )
    #expect(ProgramRun(words + ["--output", "-"]).output == ProgramRun(words).output)
  }
}
