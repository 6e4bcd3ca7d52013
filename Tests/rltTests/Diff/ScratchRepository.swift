import FoundationEssentials
import TestSupport

@testable import rlt

/// A git repository of its own for one test, with the made-up trusts of `Fixture/work` in it.
final class ScratchRepository {
  let folder: String

  /// The words that make a run read it.
  var data: [String] { ["--data", "\(folder)/data", "--today", "2017-03-31"] }

  init() throws {
    folder = FileManager.default.temporaryDirectory.path + "/rlt-git-\(UUID().uuidString)"
    try FileManager.default.createDirectory(
      atPath: folder,
      withIntermediateDirectories: true
    )
    try FileManager.default.copyItem(
      atPath: "\(repositoryPath)/Tests/rltTests/Fixture/work/data",
      toPath: "\(folder)/data"
    )
    try git("init", "--quiet", "--initial-branch", "main")
    try commit("one")
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Runs git in the repository.
  @discardableResult
  func git(_ words: String...) throws -> String {
    let child = ChildProgram(
      name: "git",
      arguments: ["-C", folder] + words,
      variables: [
        "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
        "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
        "GIT_COMMITTER_EMAIL": "a@example.org",
      ]
    )
    let result = try child.run()
    guard result.isSuccess else { throw Failed(what: "\(words): \(result.errorText)") }
    return String(decoding: result.output, as: UTF8.self)
  }

  /// What went wrong.
  struct Failed: Error { var what: String }

  /// Keeps everything as it is, under a tag.
  func commit(_ tag: String) throws {
    try git("add", "--all")
    try git("commit", "--quiet", "--allow-empty", "--message", tag)
    try git("tag", tag)
  }

  /// Puts something in place of something in a file, everywhere in it.
  func edit(_ path: String, _ changes: (old: String, new: String)...) throws {
    let at = "\(folder)/data/birch/\(path)"
    var text = try String(contentsOfFile: at, encoding: .utf8)
    for (old, new) in changes {
      guard text.contains(old) else { throw Failed(what: "\(path) holds no \(old)") }
      text = text.replacing(old, with: new)
    }
    try text.write(toFile: at, atomically: true, encoding: .utf8)
  }

  /// Adds text at the end of a file, which may be new.
  func add(_ text: String, to path: String) throws {
    let at = "\(folder)/data/\(path)"
    let old = (try? String(contentsOfFile: at, encoding: .utf8)) ?? ""
    let last = at.lastIndex(of: "/") ?? at.endIndex
    try FileManager.default.createDirectory(
      atPath: String(at[..<last]),
      withIntermediateDirectories: true
    )
    try (old + text).write(toFile: at, atomically: true, encoding: .utf8)
  }

  /// Compares two versions, or one and the files as they are.
  func diff(_ words: String) -> ProgramRun {
    ProgramRun(["diff"] + words.split(separator: " ").map(String.init) + data)
  }

  /// A year's changes: of a school, roles, KPIs, targets, work and readings.
  func change() throws {
    try edit(
      "plans/second-2015-2018.yaml",
      ("target: below 75%", "target: below 72%"),
      ("title: Reserve\n", "title: Reserve fund\n"),
      ("status: open\n", "status: done\n                    done: 2016-11-20\n"),
      ("          learn.many:", "          learn.lots:"),
      ("            target: at least 66%", "            target: at least 58%"),
      (
        "          learn.depth:\n            title: Greater depth\n",
        "          learn.new:\n            title: Reading for pleasure\n"
      ),
      ("      - id: sell-minibus", "      - id: keep-minibus"),
      ("due: December 2016\n", "due: December 2016\n            reached: 2017-01-10\n"),
      ("Prices rise faster than income", "Prices rise much faster than income")
    )
    try edit(
      "trust.yaml",
      ("name: Alder\n", "name: Alder Academy\n"),
      ("roles:\n", "roles:\n  head: Head\n")
    )
    try edit(
      "readings/2015-16.csv",
      ("learn.many", "learn.lots"),
      ("beech,2015/16,72%", "beech,2015/16,73%"),
      ("learn.depth", "learn.new"),
      ("lead.grade,,alder,2016/17,Good,,,,\n", "")
    )
    try add(
      "money.reserve,,alder,2015/16,\"£25,000\",2016-12-01,,,\nmoney.staff,,beech,2015/16,71%,2016-12-01,,,\n",
      to: "birch/readings/2015-16.csv"
    )
  }
}
