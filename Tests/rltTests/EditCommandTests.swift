import FoundationEssentials
import Glibc
import TestSupport
import Testing

@testable import rlt

/// Edits, each as it would be typed, and words that it must leave in a file or say.
private let edits: [[String]] = [
  ["plan", "add-action", "--kpi", "money.staff", "--year", "2016/17", "Compare: costs #1"],
  ["plan", "add-action", "--priority", "money", "Without a year, the year of today"],
  ["plan", "set-target", "money.staff", "below 70%", "--year", "2016/17", "--reason", "agreed"],
  ["plan", "set-target", "money.staff", "below 79%", "--school", "alder", "--until", "2018-08-31"],
  ["plan", "add-kpi", "money.new", "--priority", "money", "--title", "New: one", "--unit", "%"],
  ["plan", "add-strategy", "places", "--title", "A place for all"],
  ["plan", "rename", "money.staff", "money.people"],
  ["kpi", "record", "money.staff", "71%", "--school", "alder", "--period", "2016/17"],
  ["kpi", "record", "money.staff", "71%", "--school", "alder", "--period", "2015/16"],
  ["kpi", "record", "money.reserve", "-2.8", "--school", "alder", "--period", "2015/16"],
  ["format"],
]

@Suite struct EditCommandTests {
  @Test(arguments: edits)
  func `an edit is taken back to the same bytes`(words: [String]) throws {
    let space = try EditSpace()
    // Something for `format` to do, in every run alike.
    try space.write(
      String(decoding: try space.bytes(space.plan), as: UTF8.self) + "\n\n# the end\n\n\n",
      to: space.plan
    )
    let before = try space.everything()
    let dry = space.run(words + ["--dry-run"])
    #expect(dry.status == .success, "\(dry.errors)")
    #expect(dry.output.hasPrefix("--- "), "\(dry.output)")
    #expect(try space.everything() == before)
    let done = space.run(words)
    #expect(done.status == .success, "\(done.errors)")
    #expect(done.output.contains("next: "), "\(done.output)")
    #expect(try space.everything() != before)
    let valid = space.run(["validate"])
    #expect(valid.status == .success, "\(valid.output)\(valid.errors)")
    let undone = space.run(["undo"])
    #expect(undone.status == .success, "\(undone.errors)")
    #expect(try space.everything() == before)
    #expect(space.run(["undo"]).status == .usage)
  }

  @Test func `an action is added, changed, completed, and all of it taken back step by step`()
    throws
  {
    let space = try EditSpace()
    var states = [try space.everything()]
    let steps = [
      [
        "plan", "add-action", "--kpi", "money.staff", "--year", "2016/17",
        "Compare the supply costs",
      ],
      [
        "plan", "edit-action", "compare-supply-costs", "--due", "2017-06-30", "--status", "started",
      ],
      ["plan", "complete-action", "compare-supply-costs", "--impact", "Two lines\nof: text"],
    ]
    for step in steps {
      let run = space.run(step)
      #expect(run.status == .success, "\(run.errors)")
      states.append(try space.everything())
    }
    let text = String(decoding: try space.bytes(space.plan), as: UTF8.self)
    #expect(text.contains("done: 2017-03-31"))
    for state in states.dropLast().reversed() {
      #expect(space.run(["undo"]).status == .success)
      #expect(try space.everything() == state)
    }
  }

  @Test func `what another program wrote since is not taken back`() throws {
    let space = try EditSpace()
    #expect(space.run(edits[0]).status == .success)
    let text = String(decoding: try space.bytes(space.plan), as: UTF8.self) + "# more\n"
    try space.write(text, to: space.plan)
    let run = space.run(["undo"])
    #expect(run.status == .sideEffect && run.errors.contains("has changed since"), "\(run.errors)")
    #expect(String(decoding: try space.bytes(space.plan), as: UTF8.self) == text)
  }

  @Test func `scripts get the id and the difference`() throws {
    let space = try EditSpace()
    let run = space.run(edits[0] + ["--format", "json"])
    #expect(run.output.contains(#""schema": "rlt.plan-add-action/1""#))
    #expect(run.output.contains(#""id": "compare-costs-1""#), "\(run.output)")
    #expect(
      run.output.contains(##"+                    action: \"Compare: costs #1\""##)
        || run.output.contains("Compare: costs #1")
    )
  }

  @Test func `a person is asked, with what there is to choose from`() throws {
    let space = try EditSpace()
    let typed = ["peace", "money.staff", "Compare costs", "", "nobody at all", "2017-06-30"]
    let run = space.run(["plan", "add-action"], typed: typed, isAsked: true)
    #expect(run.status == .success, "\(run.errors)")
    #expect(run.errors.contains("Which priority or KPI?") && run.errors.contains("“peace”"))
    let text = String(decoding: try space.bytes(space.plan), as: UTF8.self)
    #expect(text.contains("owner: nobody at all") && text.contains("due: 2017-06-30"))
    let before = try space.everything()
    #expect(space.run(["plan", "add-action"], typed: ["money"], isAsked: true).status == .usage)
    #expect(space.run(["plan", "add-action", "--no-input"], isAsked: true).status == .usage)
    #expect(try space.everything() == before)
  }

  @Test(arguments: [
    (["plan", "add-action", "--kpi", "money.stuff", "x"], "did you mean money.staff?"),
    (["plan", "add-action", "--kpi", "money.staff", "--year", "2031/32", "x"], "2015/16"),
    (["plan", "set-target", "money.staff", "less 75%"], "not a target"),
    (["plan", "set-target", "money.staff", "below £75"], "£"),
    (["plan", "edit-action", "no-such-action", "--due", "2017"], "no action is called"),
    (["plan", "add-kpi", "Not An Id", "--priority", "money", "--title", "T"], "not-an-id"),
    (["plan", "rename", "money.staff", "money.staff"], "already"),
    (
      ["kpi", "record", "money.staff", "Good", "--school", "alder", "--period", "2016/17"], "figure"
    ),
    (
      ["kpi", "record", "money.staff", "7%", "--school", "aldr", "--period", "2016/17"],
      "did you mean alder?"
    ),
    (["kpi", "record", "money.staff", "7%", "--school", "alder", "--period", "soon"], "period"),
    (["kpi", "record", "money.staff", "--school", "alder", "--period", "2016/17"], "what was"),
  ])
  func `what cannot be is refused with what could be`(words: [String], said: String) throws {
    let space = try EditSpace()
    let before = try space.everything()
    let run = space.run(words)
    #expect(run.status == .usage && run.errors.contains(said), "\(run.status) \(run.errors)")
    #expect(try space.everything() == before)
  }

  @Test func `a second reading shows both`() throws {
    let space = try EditSpace()
    let words = ["kpi", "record", "money.staff", "--school", "alder", "--period", "2016/17"]
    #expect(space.run(words + ["71%"]).status == .success)
    let run = space.run(words + ["72%"])
    #expect(run.output.contains("72% supersedes 71%"), "\(run.output)")
    let older = space.run(words + ["73%", "--recorded", "2017-01-01"])
    #expect(older.output.contains("still counts"), "\(older.output)")
  }

  @Test func `a torn last line is reported and never built upon`() throws {
    let space = try EditSpace()
    let path = "\(space.folder)/data/woodland/readings/2015-16.csv"
    var text = String(decoding: try space.bytes(path), as: UTF8.self)
    text += "money.staff,alder,2015/16,7"
    try space.write(text, to: path)
    let run = space.run(edits[8])
    #expect(run.status == .sideEffect && run.errors.contains("has no end"), "\(run.errors)")
    #expect(String(decoding: try space.bytes(path), as: UTF8.self) == text)
  }

  @Test func `many readings are all recorded or none`() throws {
    let space = try EditSpace()
    let before = try space.everything()
    let good = [
      "kpi,scope,period,value", "money.staff,alder,2016/17,71%", "money.staff,alder,2014/15,70%",
    ]
    let bad = space.run(
      ["kpi", "record", "--from-stdin"],
      typed: good + ["money.stuff,oak,2016/17,1"]
    )
    #expect(bad.status == .usage)
    #expect(
      bad.errors.contains("<stdin>:4:1") && bad.errors.contains("<stdin>:4:13"),
      "\(bad.errors)"
    )
    #expect(try space.everything() == before)
    let done = space.run(["kpi", "record", "--from-stdin"], typed: good)
    #expect(done.status == .success && done.output.contains("2 readings"), "\(done.errors)")
    #expect(try space.everything().keys.contains("woodland/readings/2014-15.csv"))
    #expect(space.run(["undo"]).status == .success)
    #expect(try space.everything() == before)
    let lines = [#"{"kpi": "money.staff", "scope": "Alder", "period": "2016/17", "value": "71%"}"#]
    #expect(space.run(["kpi", "record", "--from-stdin"], typed: lines).status == .success)
    let wrong = space.run(["kpi", "record", "--from-stdin"], typed: lines + [#"{"kpi": 1"#])
    #expect(wrong.status == .usage && wrong.errors.contains("<stdin>:2:"), "\(wrong.errors)")
  }

  @Test func `an edit stopped between two files is not built upon, and is taken back`() throws {
    let space = try EditSpace()
    let before = try space.everything()
    let rows = [
      "kpi,scope,period,value", "money.staff,alder,2016/17,71%", "money.staff,alder,2015/16,70%",
    ]
    #expect(space.run(["kpi", "record", "--from-stdin"], typed: rows).status == .success)
    // As if it had been killed before it came to the second file, which is new.
    try FileManager.default.removeItem(
      atPath: "\(space.folder)/data/woodland/readings/2016-17.csv"
    )
    let half = try space.everything()
    for words in [
      ["kpi", "record", "--from-stdin"], edits[8], ["plan", "rename", "money.staff", "x"],
    ] {
      let run = space.run(words, typed: rows)
      #expect(run.status == .sideEffect && run.errors.contains("halfway"), "\(run.errors)")
      #expect(run.errors.contains("did not reach data/woodland/readings/2016-17.csv"))
      #expect(try space.everything() == half)
    }
    #expect(space.run(["undo"]).status == .success)
    #expect(try space.everything() == before)
    #expect(space.run(["kpi", "record", "--from-stdin"], typed: rows).status == .success)
  }

  @Test func `an id to the letter means its own action, and no other that reads alike`() throws {
    let space = try EditSpace()
    let words = [
      "plan", "add-action", "--kpi", "money.staff", "--year", "2016/17", "Compare costs",
    ]
    #expect(space.run(words).status == .success)
    #expect(space.run(words).output.contains("compare-costs-2"))
    for id in ["compare-costs", "compare-costs-2"] {
      let run = space.run(["plan", "complete-action", id])
      #expect(run.status == .success && run.output.contains("\(id) "), "\(run.output)\(run.errors)")
    }
    let text = String(decoding: try space.bytes(space.plan), as: UTF8.self)
    #expect(text.split(separator: "done: 2017-03-31").count == 3)
    let again = space.run(["plan", "complete-action", "compare-costs", "--on", "2017-03-01"])
    #expect(again.output.contains("not on 2017-03-31 as before"), "\(again.output)")
  }

  @Test func `links, permissions and line ends are kept`() throws {
    let space = try EditSpace()
    let real = "\(space.folder)/kept.yaml"
    try FileManager.default.moveItem(atPath: space.plan, toPath: real)
    let text = String(decoding: try space.bytes(real), as: UTF8.self)
    let bytes = text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    try Data(bytes).write(to: URL(filePath: real))
    let isMarked = unsafe chmod(real, 0o640) == 0
    let isLinked = unsafe symlink("../../../kept.yaml", space.plan) == 0
    try #require(isMarked && isLinked)
    let run = space.run(edits[0])
    #expect(run.status == .success, "\(run.errors)")
    var facts = stat()
    #expect(unsafe lstat(space.plan, &facts) == 0 && facts.st_mode & S_IFMT == S_IFLNK)
    #expect(unsafe stat(real, &facts) == 0 && facts.st_mode & 0o777 == 0o640)
    let after = try space.bytes(real)
    #expect(after.count { $0 == 0x0A } == after.count { $0 == 0x0D } && after.count > bytes.count)
    #expect(space.run(["undo"]).status == .success)
    #expect(try space.bytes(real) == bytes)
  }

  @Test func `what a killed run left is cleared by the next`() throws {
    let space = try EditSpace()
    let litter = "\(space.folder)/data/woodland/plans/.growing-2015-2018.yaml.rlt-tmp"
    try space.write("half", to: litter)
    #expect(space.run(edits[0]).status == .success)
    #expect(LocalFileSystem().kind(of: litter) == nil)
  }
}
