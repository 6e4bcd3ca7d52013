import Testing

@testable import rlt

/// Words that both ways of reading must understand alike.
private let plainWords = [
  "kpi status", "kpi status --school Ketton", "kpi status --school=Ketton --school a",
  "kpi status --status red --fail-on red --fail-on stale",
  "kpi status --data d --trust t --plan p --strategy s --priority r --kpi k --owner o",
  "kpi status --as-of 2017-03-31 --known-at 2016-01-01 --today 2017-04-01",
  "kpi status --format json --color never --output f --quiet",
  "kpi status --colour always -o f -q", "kpi status --output -", "kpi list --owner CFO",
  "kpi list --format=text", "kpi show a.b", "kpi show a.b --school x -q",
  "kpi explain --school x a.b", "plan list --trust t", "plan show --year 2016/17 --strategy s",
  "plan show --priority p --plan q", "validate",
  "kpi record k 97% --school s --period p --source x --dry-run", "kpi record --from-stdin",
  "kpi record k --scope trust --value=-2.8 --strand t --recorded d --basis b --note n --weight 1",
  "plan add-action t --kpi k --year 2016/17 --owner o --owner q --due d --no-input",
  "plan edit-action i --due d --status open --text t --impact i --resources r",
  "plan complete-action i --on d --impact t", "plan set-target k t --year y --reason r",
  "plan set-target k t --school s --until d", "plan rename a b --dry-run", "undo", "format --check",
  "plan add-kpi i --priority p --title t --unit u --target t --for e --by b --level trust",
  "plan add-priority i --strategy s --title t --lead l --starred", "format a b --diff",
  "plan add-strategy i --title t", "validate a b --format json",
  "action list --overdue --owner CFO --year 2016/17", "action list --unowned --undated",
  "action list --status open --status done --fail-on overdue --as-of 2017-03-31",
  "schema plan", "schema trust --output f", "schema plan -o -",
  "validate --list-rules --select a,b --select c --ignore d",
  "validate - --stdin-name x --strict --max-errors 5 --output sarif:a -o b",
  "milestone list --as-of 2020-03-01 --kpi k", "risk list --unmitigated --kpi k --owner o",
  "kpi history k --school s --known-at 2017-01-01", "plan diff a b --trust t --format json",
  "kpi status --gaps", "report summary", "report matrix --priority p", "diff a --fail-on red",
  "report weekly --since 2017-03-01 --owner o",
  "diff 2016-01-01 2016-08-31 --school s --school t --format json -o f",
  "report summary -o f --format json --fail-on overdue", "report matrix --audience board",
  "report summary --school a --school b --status red --trust t --kpi k --as-of 2017-03-31 -q",
  "test", "test a b --coverage --format tap -o f --quiet", "schema test",
  "test --generate k --generate l --plan p --data d",
  "mail weekly", "mail weekly --send --quiet --data d", "mail weekly --dry-run --since 2017-03-01",
  "mail weekly --output-dir o --always --again --recipient a --recipient b --attach csv,ics",
  "mail weekly --from a@b.org --sendmail s --today 2017-03-31 --trust t --format json -o f",
  "mail test a@b.org --from c@d.org --sendmail s -q", "report weekly --to a@b.org --from c@d.org",
]

/// Words that are left to ArgumentParser, right or wrong.
private let otherWords = [
  "kpi status --help", "kpi status -h", "kpi status --format xml", "kpi status --color blue",
  "kpi status extra", "kpi status --school", "kpi status --school --quiet", "kpi status -qo f",
  "kpi status --format json --format text", "kpi show", "kpi show a b", "kpi status -- x",
  "kpi status --unknown 1", "plan", "kpi", "", "wat", "schema", "schema x", "schema plan trust",
  "--version", "help kpi",
  "report summary --format pdf", "report summary --format json --format json", "report x",
  "kpi status -q --quiet", "kpi status -s=Ketton",
]

private func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

/// Whether two requests ask for the same.
private func isSame<Asked: Request>(_ first: Asked, _ second: any Request) -> Bool {
  (second as? Asked) == first
}

@Suite struct OptionReaderTests {
  @Test(arguments: plainWords)
  func `plain words mean the same both ways`(line: String) throws {
    let short = try #require(CommandTree.plainRequest(for: words(line)[...]))
    let long = try Main.longWay(words(line))
    let same = isSame(short, long)
    #expect(same, "\(short) \(long)")
  }

  @Test(arguments: otherWords)
  func `words that are not plain go the long way`(line: String) {
    #expect(CommandTree.plainRequest(for: words(line)[...]) == nil)
  }

  @Test(arguments: [
    "kpi status", "kpi list", "kpi show", "kpi explain", "plan list", "plan show", "validate",
    "kpi record", "plan add-action", "plan edit-action", "plan complete-action", "plan set-target",
    "plan add-kpi", "plan add-priority", "plan add-strategy", "plan rename", "format", "undo",
    "action list", "milestone list", "risk list", "kpi history",
    "report summary", "report matrix", "report school", "report weekly", "mail weekly", "mail test",
  ])
  func `every option that help names is read the short way`(command: String) throws {
    let help = ProgramRun(words(command) + ["--help"]).output
    let argument = help.contains("ARGUMENTS:") ? ["a"] : []
    var seen = 0
    for line in help.split(separator: "\n") where line.hasPrefix("  -") {
      let options = line.split(separator: " ").filter { $0.hasPrefix("-") }
        .flatMap { $0.split(whereSeparator: { $0 == "," || $0 == "/" }) }.map(String.init)
      for option in options where !["-h", "--help", "--version"].contains(option) {
        let line = words(command) + argument + [option] + value(of: option)
        #expect(CommandTree.plainRequest(for: line[...]) != nil, "\(line)")
        seen += 1
      }
    }
    #expect(seen >= 5)
  }

  private func value(of option: String) -> [String] {
    switch option {
    case "-q", "--quiet", "--dry-run", "--no-input", "--starred", "--from-stdin", "--check",
      "--diff", "--overdue", "--unowned", "--undated", "--unmitigated", "--strict",
      "--list-rules", "--gaps", "--fix", "--send", "--always", "--again":
      []
    case "--format": ["json"]
    case "--audience": ["board"]
    case "--today": ["2017-03-31"]
    case "--color", "--colour": ["never"]
    case "--max-errors": ["5"]
    default: ["x"]
    }
  }
}
