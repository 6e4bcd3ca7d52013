import FoundationEssentials
import TestSupport
import Testing

@testable import rlt

@Suite struct RevisionDiffTests {
  @Test(arguments: [
    ("text", "one two"), ("json", "one two --format json"), ("csv", "one two --format csv"),
    ("school", "one two --school beech"), ("owner", "one two --owner finance"),
    ("kpi", "one two --kpi learn.score"), ("back", "two one"),
  ])
  func `two revisions in the words of the plan`(name: String, words: String) throws {
    let scratch = try ScratchRepository()
    try scratch.change()
    try scratch.commit("two")
    expectScreen(scratch.diff(words).transcript, "diff/revisions-\(name).txt")
  }

  @Test func `the files as they are stand for the newer version`() throws {
    let scratch = try ScratchRepository()
    try scratch.change()
    let before = scratch.diff("one").output
    try scratch.commit("two")
    #expect(before.contains("From one to the files as they are"))
    #expect(
      before.replacing("the files as they are", with: "two") == scratch.diff("one two").output
    )
  }

  @Test(arguments: ["one one", "one", "HEAD one", "main~0 HEAD"])
  func `nothing changes in files that are the same`(words: String) throws {
    let run = try ScratchRepository().diff(words)
    #expect(run.status == .success)
    #expect(run.output.contains("Nothing changed that plans, readings and reports rest on."))
  }

  @Test func `layout and comments change nothing`() throws {
    let scratch = try ScratchRepository()
    try scratch.edit(
      "plans/second-2015-2018.yaml",
      ("title: Staff costs", "title:   Staff costs   # a comment")
    )
    let run = scratch.diff("one")
    #expect(run.output.contains("Nothing changed"))
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    ("two", 0), ("two --fail-on red", 0), ("three --fail-on red", 1),
    ("three --fail-on red --kpi money.reserve", 0),
  ])
  func `it fails on what turns red`(words: String, status: Int32) throws {
    let scratch = try ScratchRepository()
    try scratch.change()
    try scratch.commit("two")
    try scratch.edit(
      "readings/2015-16.csv",
      ("learn.score,reading,alder,2015/16,59%", "learn.score,reading,alder,2015/16,50%")
    )
    try scratch.commit("three")
    let run = scratch.diff("two \(words)")
    #expect(run.status.rawValue == status, "\(run.transcript)")
  }

  @Test func `what moved is confined to a status`() throws {
    let scratch = try ScratchRepository()
    try scratch.change()
    try scratch.commit("two")
    let forms = [
      ("text", "Got better", "Not known any more"), ("csv", ",better,", ",no-longer-known,"),
      ("json", "\"direction\": \"better\"", "\"direction\": \"no-longer-known\""),
    ]
    for (form, better, unknown) in forms {
      let all = scratch.diff("one two --format \(form)").output
      let green = scratch.diff("one two --format \(form) --status green").output
      let red = scratch.diff("one two --format \(form) --status red").output
      #expect(all.contains(better) && all.contains(unknown), "\(all)")
      #expect(green.contains(better) && !green.contains(unknown), "\(green)")
      #expect(!red.contains(better) && !red.contains(unknown), "\(red)")
    }
  }

  @Test func `trusts and plans come and go`() throws {
    let scratch = try ScratchRepository()
    try scratch.add("trust: elm\nname: Elm Trust\nschools:\n  elm: Elm\n", to: "elm/trust.yaml")
    try scratch.git("rm", "--quiet", "data/birch/plans/first-2012-2015.yaml")
    let text = FileManager.default.contents(
      atPath: "\(repositoryPath)/Tests/rltTests/Fixture/work/data/birch/plans/first-2012-2015.yaml"
    ).map { String(decoding: $0, as: UTF8.self) }
    try scratch.add(
      try #require(text).replacing("first-2012-2015", with: "zero-2009-2012"),
      to: "birch/plans/zero-2009-2012.yaml"
    )
    try scratch.edit("plans/second-2015-2018.yaml", ("first-2012-2015", "zero-2009-2012"))
    try scratch.commit("two")
    expectScreen(scratch.diff("one two").transcript, "diff/revisions-trusts.txt")
    expectScreen(scratch.diff("two one --trust elm").transcript, "diff/revisions-gone.txt")
  }

  @Test func `errors in the older version are said and stop nothing`() throws {
    let scratch = try ScratchRepository()
    try scratch.edit("plans/second-2015-2018.yaml", ("target: below 75%", "target: less 75%"))
    try scratch.commit("broken")
    try scratch.git("checkout", "--quiet", "one", ".")
    try scratch.commit("mended")
    let run = scratch.diff("broken mended")
    #expect(run.status == .success)
    #expect(run.output.contains("broken has 1 error in its files"))
    #expect(run.errors.contains("1 error in broken"))
    #expect(run.output.contains("Staff costs"))
    #expect(scratch.diff("mended broken").status == .unreadable)
    #expect(scratch.diff("broken mended --quiet").errors.isEmpty)
  }

  @Test(arguments: [
    ("nowhere", "git knows no revision “nowhere”"), ("mian", "did you mean main?"),
    ("one nowhere", "git knows no revision “nowhere”"), ("one:data", "git knows no revision"),
    ("2016-13-01", "a day is written as 2016-01-01"), ("HEAD~40", "git knows no revision"),
    ("one 2016-01-01", "a day and a revision cannot be compared"),
  ])
  func `a revision that git does not know is named`(words: String, message: String) throws {
    let run = try ScratchRepository().diff(words)
    #expect(run.status == .usage)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func `a revision never becomes an option of git`() throws {
    let scratch = try ScratchRepository()
    for revision in ["--output=/tmp/x", "-x", "--all", "--"] {
      let run = ProgramRun(["diff"] + scratch.data + ["--", revision])
      #expect(run.status == .usage)
      #expect(run.errors.contains("git knows no revision “\(revision)”"), "\(run.errors)")
    }
  }

  @Test func `a KPI that moves to another priority is told`() throws {
    let scratch = try ScratchRepository()
    try scratch.edit(
      "plans/second-2015-2018.yaml",
      (
        "          money.reserve:\n            title: Reserve\n            unit: \"£\"\n"
          + "            target: at least £20,000\n            operator: assumed\n",
        ""
      ),
      (
        "          lead.grade:\n",
        "          money.reserve:\n            title: Reserve\n            unit: \"£\"\n"
          + "            target: at least £20,000\n            operator: assumed\n"
          + "          lead.grade:\n"
      )
    )
    let run = scratch.diff("one")
    #expect(
      run.output.replacing("\n  ", with: " ").contains(
        "priority Spend wisely to Read and count with confidence"
      ),
      "\(run.output)"
    )
  }

  @Test func `words that a shell would run are words`() throws {
    let scratch = try ScratchRepository()
    let run = ProgramRun(["diff", "$(touch \(scratch.folder)/ran)"] + scratch.data)
    #expect(run.status == .usage)
    #expect(!FileManager.default.fileExists(atPath: "\(scratch.folder)/ran"))
  }

  @Test func `revisions are only for those who work with the files`() throws {
    let run = try ScratchRepository().diff("one --audience public")
    #expect(run.status == .usage)
    #expect(run.errors.contains("--audience"))
    #expect(run.output.isEmpty)
  }

  @Test func `a folder outside git says so`() throws {
    let scratch = try ScratchRepository()
    try FileManager.default.removeItem(atPath: "\(scratch.folder)/.git")
    let run = scratch.diff("HEAD")
    #expect(run.status == .unreadable)
    #expect(run.errors.contains("is in no git repository that can be read: fatal: not a git"))
    #expect(run.errors.contains("two days need none"))
  }

  @Test func `a copy without the history says how to get it`() throws {
    let scratch = try ScratchRepository()
    try scratch.change()
    try scratch.commit("two")
    try scratch.git(
      "clone",
      "--quiet",
      "--depth",
      "1",
      "file://\(scratch.folder)",
      "\(scratch.folder)/copy"
    )
    let run = ProgramRun(["diff", "HEAD~1", "HEAD", "--data", "\(scratch.folder)/copy/data"])
    #expect(run.status == .usage)
    #expect(run.errors.contains("git fetch --unshallow"), "\(run.errors)")
  }

  @Test func `files of any name are read, and links are not followed`() throws {
    let scratch = try ScratchRepository()
    try scratch.git(
      "mv",
      "data/birch/readings/2015-16.csv",
      "data/birch/readings/é \"2015\" *\n16.csv"
    )
    try FileManager.default.createSymbolicLink(
      atPath: "\(scratch.folder)/data/birch/plans/linked.yaml",
      withDestinationPath: "second-2015-2018.yaml"
    )
    try scratch.commit("two")
    let run = scratch.diff("one two")
    #expect(!run.output.contains("Readings"))
    #expect(run.errors.contains("1 error in two"), "\(run.transcript)")
    #expect(run.status == .unreadable)
  }

  @Test func `what changed in the trust as a whole is what changed revision by revision`() throws {
    let scratch = try ScratchRepository()
    var rows: [[String]] = []
    for number in 1...4 {
      let row = "money.staff,,alder,2016/17 T\(number),7\(number)%,2017-01-0\(number),,,\n"
      try scratch.add(row, to: "birch/readings/2016-17.csv")
      if number == 1 {
        try scratch.edit(
          "readings/2016-17.csv",
          (row, "kpi,strand,scope,period,value,recorded,basis,source,note\n" + row)
        )
      }
      try scratch.commit("v\(number)")
      let from = number == 1 ? "one" : "v\(number - 1)"
      rows.append(Self.readings(scratch.diff("\(from) v\(number) --format csv").output))
    }
    #expect(rows.allSatisfy { $0.count == 1 })
    #expect(rows.flatMap(\.self) == Self.readings(scratch.diff("one v4 --format csv").output))
  }

  private static func readings(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map(String.init).filter { $0.contains(",reading,") }
  }
}
