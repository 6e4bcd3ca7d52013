import FoundationEssentials
import TestSupport
import Testing

@testable import rlt

private let broken = "\(repositoryPath)/Tests/rltTests/Fixture/broken"

/// Words after `validate` in the broken workspace, and the golden file of the screen.
private let screens: [(name: String, words: [String])] = [
  ("validate-jsonl", ["--format", "jsonl"]), ("validate-github", ["--format", "github"]),
  ("validate-gitlab", ["--format", "gitlab"]), ("validate-sarif", ["--format", "sarif"]),
  ("validate-junit", ["--format", "junit"]), ("validate-tap", ["--format", "tap"]),
  ("validate-two-forms", ["--format", "github", "--output", "tap:-"]),
  ("validate-first-error", ["--max-errors", "1"]),
  ("validate-no-name", ["-"]), ("validate-select", ["--select", "target-syntax"]),
  ("validate-ignore", ["--ignore", "target-syntax,unknown-key"]),
  ("validate-unknown-rule", ["--ignore", "target-sintax"]),
  ("validate-list-rules", ["--list-rules"]),
]

@Suite struct ValidateTests {
  @Test(arguments: screens.indices)
  func `what is shown in each form`(index: Int) {
    let (name, words) = screens[index]
    expectScreen(ProgramRun(["validate"] + words, in: "broken").transcript, "\(name).txt")
  }

  @Test(arguments: ["target-syntax", "bidi", "empty-value", "targt-syntax", "rainbows"])
  func `help explains a rule`(rule: String) {
    let run = ProgramRun(["help", rule])
    expectScreen(run.transcript, "help-rule-\(rule).txt")
  }

  @Test func `the rules are listed as JSON too`() {
    let run = ProgramRun(["validate", "--list-rules", "--format", "json"])
    #expect(run.output.hasPrefix("{\n  \"schema\": \"rlt.rules/1\""))
    #expect(ProgramRun(["validate", "--list-rules", "--format", "tap"]).status == .usage)
  }

  @Test func `what could not be read cannot be ignored`() throws {
    let trust = "\(temporaryFolder())/unread"
    let files = FileManager.default
    // A folder where a file is expected can be read by nobody, whoever runs the test.
    try files.createDirectory(
      atPath: "\(trust)/plans/plan.yaml",
      withIntermediateDirectories: true
    )
    #expect(files.createFile(atPath: "\(trust)/trust.yaml", contents: Data("trust: t".utf8)))
    for words in [["--ignore", "file-unreadable"], ["--select", "target-syntax"]] {
      let run = ProgramRun(["validate", trust] + words)
      #expect(run.status == .unreadable)
      #expect(run.output.contains("error[file-unreadable]"))
    }
  }

  /// A trust with files of a test's own, and the folder that holds it.
  private func trust(_ name: String, _ texts: [String: [UInt8]]) throws -> String {
    let folder = "\(temporaryFolder())/\(name)"
    try? FileManager.default.removeItem(atPath: folder)
    let plan = "plan: p\ntitle: P\nyears: 2015/16\nlegend: a: b\n"
    var files = ["trust.yaml": Array("trust: t\nname: T\n".utf8), "plans/p.yaml": Array(plan.utf8)]
    files.merge(texts) { _, own in own }
    for (path, bytes) in files {
      let whole = "\(folder)/\(path)"
      try FileManager.default.createDirectory(
        atPath: rlt.folder(of: whole),
        withIntermediateDirectories: true
      )
      #expect(FileManager.default.createFile(atPath: whole, contents: Data(bytes)))
    }
    return folder
  }

  @Test(
    arguments: [
      ("utf16", "plans/p.yaml", [0xFF, 0xFE, 0x61, 0x00], 1),
      ("utf8", "plans/p.yaml", Array("plan: p\ntitle: ".utf8) + [0x92, 0x0A], 1),
      ("not-text", "plans/p.yaml", [0x50, 0x4B, 0x03, 0x04], 3),
      ("not-text", "readings/2015-16.csv", [0x50, 0x4B, 0x03, 0x04], 3),
      ("readings-encoding", "readings/2015-16.csv", [0xFF, 0xFE, 0x61, 0x00], 1),
      ("readings-line-ends", "readings/2015-16.csv", Array("kpi,scope\r1,2\r".utf8), 1),
      ("readings-delimiter", "readings/2015-16.csv", Array("kpi;scope;period;value\n".utf8), 1),
      ("missing-column", "readings/2015-16.csv", Array("kpi,scope\n".utf8), 1),
      (
        "unclosed-quote", "readings/2015-16.csv", Array("kpi,scope,period,value\n\"a,b,c,d\n".utf8),
        1
      ),
    ] as [(String, String, [UInt8], Int32)]
  )
  func `what was read in part or not at all is shown whatever is asked for`(
    rule: String,
    path: String,
    bytes: [UInt8],
    status: Int32
  ) throws {
    let folder = try trust("select-\(rule)-\(rlt.lastName(of: path))", [path: bytes])
    for words in [["--select", "due-unparsed"], ["--ignore", rule]] {
      let run = ProgramRun(["validate", folder] + words)
      #expect(run.output.contains("error[\(rule)]"), "\(run.output)")
      #expect(run.status.rawValue == status)
    }
  }

  @Test func `what was not checked is shown, and is not in order`() throws {
    let readings = "kpi,scope,period,value\nk,ketton,2015/16,1\n"
    let folder = try trust(
      "not-checked",
      [
        "trust.yaml": Array("trust: t\nname: T\nscools:\n  ketton: Ketton\n".utf8),
        "plans/p.yaml": Array(
          ("plan: p\ntitle: P\nyears: 2015/16\n"
            + "strategies: {s: {title: S, priorities: {a: {title: A, kpis: {k: {title: K}}}}}}\n")
            .utf8
        ), "readings/2015-16.csv": Array(readings.utf8),
      ]
    )
    let run = ProgramRun(["validate", folder, "--select", "unknown-school"])
    #expect(run.output.contains("note[not-checked]: 1 name was not checked"))
    #expect(run.status == .findings)
  }

  @Test func `a difference has every byte in a file, and nothing that a terminal obeys on one`()
    throws
  {
    let folder = try trust(
      "difference",
      ["plans/p.yaml": Array("plan: p\ntitle:\u{1B}[31mred\n".utf8)]
    )
    let words = ["validate", "--fix", "--dry-run", folder]
    let state = ["XDG_STATE_HOME": "\(temporaryFolder())/state"]
    let file = ProgramRun(words, environment: state)
    #expect(file.output.contains("+title: \u{1B}[31mred"))
    let seen = ProgramRun(words, environment: state, terminal: Terminal(isTerminal: true))
    #expect(seen.output.contains("+title: \\u{1b}[31mred"), "\(seen.output)")
    #expect(!seen.output.contains("\u{1B}[31m"))
  }

  @Test func `safe mistakes are put right, others are left and shown`() throws {
    let trust = "\(temporaryFolder())/fix"
    let plan = "\(trust)/plans/plan.yaml"
    let files = FileManager.default
    try? files.removeItem(atPath: trust)
    try files.createDirectory(atPath: "\(trust)/plans", withIntermediateDirectories: true)
    #expect(files.createFile(atPath: "\(trust)/trust.yaml", contents: Data("trust: t".utf8)))
    let head = "plan: plan\nyears: 2015/16\n"
    let before = head + "title:Reading\nlegend: a: b \nvision: *Good*\nnotes: \"a\n"
    let after = head + "title: Reading\nlegend: \"a: b\" \nvision: \"*Good*\"\n"
    #expect(files.createFile(atPath: plan, contents: Data(before.utf8)))
    let state = ["XDG_STATE_HOME": "\(temporaryFolder())/state"]
    let dry = ProgramRun(["validate", "--fix", "--dry-run", plan], environment: state)
    #expect(dry.output.contains("+vision: \"*Good*\""))
    #expect(dry.status == .findings)
    #expect(files.contents(atPath: plan) == Data(before.utf8))
    let run = ProgramRun(["validate", "--fix", plan], environment: state)
    #expect(run.errors.contains("Put 3 mistakes right"))
    #expect(run.output.contains("error[unclosed-quote]"))
    #expect(!run.output.contains("alias"))
    let text = String(decoding: files.contents(atPath: plan) ?? Data(), as: UTF8.self)
    #expect(text == after + "notes: \"a\n")
    let again = ProgramRun(["validate", "--fix", plan], environment: state)
    #expect(!again.errors.contains("Put"))
    #expect(ProgramRun(["validate", "--fix", "-"]).status == .usage)
    #expect(ProgramRun(["validate", "--dry-run"]).status == .usage)
    let ignored = ProgramRun(["validate", "--fix", "--dry-run", "--ignore", "alias", plan])
    #expect(ignored.output == "")
  }

  @Test func `every correction is told with its place`() throws {
    let space = try EditSpace(copying: "Tests/rltTests/Fixture/broken/data")
    let plan = "data/bad/plans/new.yaml"
    let text = "plan: new\ntitle:New\nyears: 2015/16\nvision: *Good*\nlegend: \"a\n"
    try space.write(text, to: "\(space.folder)/\(plan)")
    let dry = space.run(["validate", "--fix", "--dry-run", plan])
    #expect(dry.output.contains("+title: New"))
    #expect(dry.errors.contains("2 mistakes would be put right"))
    let run = space.run(["validate", "--fix", plan])
    #expect(run.errors.contains("Put 2 mistakes right"))
    #expect(run.errors.contains("\(plan):2:6: colon-space: a space is needed after the colon"))
    #expect(run.errors.contains("\(plan):4:9: alias: text cannot start with ‘*’"))
    #expect(run.output.contains("error[unclosed-quote]"))
    let again = space.run(["validate", "--fix", "--dry-run", plan])
    #expect(again.status == .findings)
    #expect(again.output == "")
    #expect(again.errors.contains("nothing can be put right by itself; left are 1 error in 1 file"))
  }

  @Test func `a dry run writes its difference where it is told to`() throws {
    let space = try EditSpace(copying: "Tests/rltTests/Fixture/broken/data")
    let plan = "data/bad/plans/new.yaml"
    try space.write("plan: new\ntitle:New\nyears: 2015/16\n", to: "\(space.folder)/\(plan)")
    let diff = "\(space.folder)/a.diff"
    let run = space.run(["validate", "--fix", "--dry-run", plan, "--output", diff])
    #expect(run.output == "")
    #expect(String(decoding: try space.bytes(diff), as: UTF8.self).contains("+title: New\n"))
    for words in [["--format", "json"], ["--output", "sarif:a.sarif"]] {
      #expect(space.run(["validate", "--fix", "--dry-run", plan] + words).status == .usage)
    }
  }

  @Test(arguments: ["ansi", "utf16", "mac", "readings"])
  func `the correction of an encoding can be taken back`(kind: String) throws {
    let space = try EditSpace(copying: "Tests/rltTests/Fixture/broken/data")
    let isReadings = kind == "readings"
    let path = "data/bad/" + (isReadings ? "readings/2016-17.csv" : "plans/new.yaml")
    let text = "plan: new\ntitle: New\nyears: 2015/16\nvision: Children\n"
    var bytes = Array(text.utf8)
    switch kind {
    case "ansi": bytes += Array("legend: it".utf8) + [0x92] + Array("s\n".utf8)
    case "mac": bytes = Array(text.replacing("\n", with: "\r").utf8)
    case "utf16": bytes = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    default: bytes = Array("kpi,scope,period,value,note\n,,,,".utf8) + [0xA3, 0x35, 0x0A]
    }
    let whole = "\(space.folder)/\(path)"
    #expect(FileManager.default.createFile(atPath: whole, contents: Data(bytes)))
    let run = space.run(["validate", "--fix", path])
    #expect(run.errors.contains("mistake right"))
    let fixed = try space.bytes(whole)
    #expect(String(validating: fixed, as: UTF8.self) != nil && !fixed.contains(0x0D))
    #expect(space.run(["undo"]).status == .success)
    #expect(try space.bytes(whole) == bytes)
  }

  @Test func `what is not text is shown whatever rules are selected`() throws {
    let space = try EditSpace(copying: "Tests/rltTests/Fixture/broken/data")
    let plan = "data/bad/plans/new.yaml"
    let bytes: [UInt8] = [0xFF, 0xFE] + "plan: new\n".utf16.flatMap { [UInt8($0), 0] }
    #expect(
      FileManager.default.createFile(atPath: "\(space.folder)/\(plan)", contents: Data(bytes))
    )
    for words in [["--select", "due-unparsed"], ["--ignore", "utf16"]] {
      let run = space.run(["validate", plan] + words)
      #expect(run.output.contains("error[utf16]"))
      #expect(run.status == .findings)
    }
  }

  @Test func `a path that is not checked is no path that is valid`() throws {
    let space = try EditSpace(copying: "Tests/rltTests/Fixture/broken/data")
    for name in ["notes.txt", "plans/notes.txt", "readings/2016-17.csv.bak", "other/a.yaml"] {
      let path = "\(space.folder)/data/bad/\(name)"
      try? FileManager.default.createDirectory(
        atPath: "\(space.folder)/data/bad/other",
        withIntermediateDirectories: true
      )
      try space.write("x", to: path)
      let run = space.run(["validate", "data/bad/\(name)"])
      #expect(run.status == .unreadable)
      #expect(run.errors.contains("is none of the files that rlt reads"), "\(run.errors)")
    }
  }

  @Test func `a file of tests is checked, and where it is named alone`() throws {
    let space = try EditSpace(copying: "Tests/rltTests/Fixture/broken/data")
    try FileManager.default.createDirectory(
      atPath: "\(space.folder)/data/bad/tests",
      withIntermediateDirectories: true
    )
    let tests = "tests:\n  one:\n    kpi: nothing\n    values:\n      74.99%:met\n"
    try space.write(tests, to: "\(space.folder)/data/bad/tests/a.yaml")
    for path in ["data/bad/tests/a.yaml", "data/bad/tests", "data/bad"] {
      let run = space.run(["validate", path])
      #expect(run.status == .findings)
      #expect(run.output.contains("data/bad/tests/a.yaml:3:10: error[unknown-kpi]"))
    }
  }

  @Test func `folders of a trust can be checked alone`() {
    let plans = ProgramRun(["validate", "data/bad/plans"], in: "broken")
    #expect(plans == ProgramRun(["validate", "data/bad/plans/plan-2015.yaml"], in: "broken"))
    let nothing = ProgramRun(["validate", repositoryPath + "/docs"])
    #expect(nothing.status == .unreadable)
    #expect(nothing.errors.contains("there is no trust in "))
  }

  @Test(arguments: [
    (["--output", "sariff:x"], "did you mean `sarif:x`?"),
    (["--stdin-name", "data/bad/plans/a.yaml"], "--stdin-name goes with `-`"),
    (["--plan", "nope"], "no plan is called “nope”"),
    (["--plan", "nope", "data/bad"], "the paths say which files are meant"),
    (["--trust", "bad", "data/bad"], "the paths say which files are meant"),
  ])
  func `no option is passed over in silence`(words: [String], said: String) {
    let run = ProgramRun(["validate"] + words, in: "broken")
    #expect(run.status == .usage)
    #expect(run.errors.contains(said), "\(run.errors)")
  }

  @Test(arguments: FindingForm.allCases)
  func `a workspace without a mistake ends well in every form`(form: FindingForm) {
    let run = ProgramRun(["validate", "--format", form.rawValue])
    #expect(run.status == .success)
    #expect(run.errors == "")
    let isSilent = [.text, .jsonl, .github].contains(form)
    #expect(run.output.isEmpty == isSilent, "\(run.output)")
  }

  @Test func `one file, one folder, and a path to nothing can be checked`() {
    let all = ProgramRun(["validate", broken], in: "broken")
    #expect(all.errors.contains("3 errors in 2 files"))
    let plan = "data/bad/plans/plan-2015.yaml"
    let one = ProgramRun(["validate", plan], in: "broken")
    #expect(one.errors.contains("2 errors in 1 file"))
    #expect(ProgramRun(["validate", "\(broken)/\(plan)"], in: "broken").output == one.output)
    let trust = ProgramRun(["validate", "\(broken)/data/bad/trust.yaml"], in: "broken")
    #expect(trust.transcript == "--- exit 0\n")
    #expect(ProgramRun(["validate", "\(broken)/nothing"]).status.rawValue == 3)
    #expect(ProgramRun(["validate", "\(repositoryPath)/Package.swift"]).status.rawValue == 3)
  }

  @Test func `a file named twice, or with its folder, is checked once`() {
    let plan = "data/bad/plans/plan-2015.yaml"
    let once = ProgramRun(["validate", plan], in: "broken")
    #expect(ProgramRun(["validate", plan, "./data/../\(plan)"], in: "broken") == once)
    let all = ProgramRun(["validate"], in: "broken")
    #expect(ProgramRun(["validate", plan, "data/bad"], in: "broken") == all)
    let two = ProgramRun(["validate", plan, "data/bad/readings/2015-16.csv"], in: "broken")
    #expect(two == all)
  }

  @Test func `standard input stands for a file, and its trust explains it`() {
    let plan = "data/bad/plans/plan-2015.yaml"
    let onDisk = ProgramRun(["validate", plan], in: "broken")
    let words = ["validate", "--stdin-name", plan, "-"]
    #expect(ProgramRun(words, in: "broken", input: "\(broken)/\(plan)") == onDisk)
    let other = ProgramRun(words, in: "broken", input: "\(broken)/data/bad/trust.yaml")
    #expect(other.output.contains("\(plan):1:1: error[unknown-key]"))
    let new = ["validate", "--stdin-name", "data/bad/plans/new.yaml", "-"]
    let named = ProgramRun(new, in: "broken", input: "\(broken)/data/bad/plans/plan-2015.yaml")
    #expect(named.output.contains("data/bad/plans/new.yaml:14:21: error[target-syntax]"))
    let nowhere = ["validate", "--stdin-name", "nowhere/plans/a.yaml", "-"]
    #expect(ProgramRun(nowhere, input: "/dev/null").status == .unreadable)
  }

  @Test func `several forms at once, each to its file`() throws {
    let folder = temporaryFolder()
    let words = [
      "validate", "--output", "sarif:\(folder)/a.sarif", "--output", "junit:\(folder)/a.xml",
    ]
    let run = ProgramRun(words, in: "broken")
    #expect(run == ProgramRun(["validate"], in: "broken"))
    for (form, name) in [("sarif", "a.sarif"), ("junit", "a.xml")] {
      let bytes = try LocalFileSystem().bytes(of: "\(folder)/\(name)", atMost: 1 << 20)
      let alone = ProgramRun(["validate", "--format", form], in: "broken")
      #expect(bytes == Array(alone.output.utf8))
    }
  }

  @Test(arguments: ["notes/.././plans//a.yaml", "/w/plans/a.yaml", "../w/plans/a.yaml"])
  func `a path has one spelling`(path: String) {
    #expect(absolutePath(path, in: "/w") == "/w/plans/a.yaml")
  }
}
