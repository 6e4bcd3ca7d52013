import FoundationEssentials
import Glibc
import PlanFiles
import TestSupport
import Testing

@testable import rlt

/// A folder for a site, removed at the end.
private final class SiteSpace {
  let folder = "\(temporaryFolder())/site-\(UUID().uuidString)"

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func run(
    _ words: String = "",
    data: String = "Tests/rltTests/Fixture/data",
    threads: Int = 2,
    terminal: Terminal = Terminal()
  ) -> ProgramRun {
    let line = "report dashboard --data \(repositoryPath)/\(data) --output \(folder) \(words)"
    return ProgramRun(
      line.split(separator: " ").map(String.init),
      environment: ["RLT_THREADS": String(threads)],
      terminal: terminal
    )
  }

  /// Every file of the folder, by its path.
  func files() throws -> [String: [UInt8]] {
    var all: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder)
    where LocalFileSystem().kind(of: "\(folder)/\(name)") == .file {
      all[name] = try bytes(name)
    }
    return all
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
  }

  func write(_ text: String, to name: String) throws {
    let url = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try Data(text.utf8).write(to: url)
  }

  /// The number of the file on the disk, another one for every file written anew.
  func inode(_ name: String) -> UInt64 {
    var facts = stat()
    return unsafe stat("\(folder)/\(name)", &facts) == 0 ? UInt64(facts.st_ino) : 0
  }
}

@Suite struct DashboardCommandTests {
  @Test(arguments: ["Tests/rltTests/Fixture/data", "Tests/rltTests/Fixture/work/data", "data"])
  func `the bytes do not depend on how many threads there are`(data: String) throws {
    let one = SiteSpace()
    let four = SiteSpace()
    #expect(one.run(data: data, threads: 1).status == .success)
    #expect(four.run(data: data, threads: 4).status == .success)
    #expect(try one.files() == four.files())
  }

  @Test func `the pages of the plans that ship with the project`() throws {
    let site = SiteSpace()
    _ = site.run("--as-of 2018-03-31", data: "data")
    let names = try site.files().keys.sorted().joined(separator: "\n") + "\n"
    expectScreen(names, "dashboard/pages.txt")
  }

  @Test(arguments: [("index.html", "index"), ("schools/alder.html", "school")])
  func `what a page holds`(path: String, name: String) throws {
    let site = SiteSpace()
    _ = site.run(data: "Tests/rltTests/Fixture/work/data")
    expectScreen(
      unstyled(String(decoding: try site.bytes(path), as: UTF8.self)),
      "dashboard/\(name).html"
    )
  }

  @Test(arguments: ["Tests/rltTests/Fixture/work/data", "data"])
  func `every link leads to a page or a place of the site`(data: String) throws {
    let site = SiteSpace()
    _ = site.run("--as-of 2018-03-31", data: data)
    let files = try site.files()
    var count = 0
    for (path, bytes) in files where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      for link in values(of: "href", in: text) where !link.hasPrefix("data:") {
        count += 1
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? path : resolved(String(parts[0]), from: path)
        let page = files[target]
        #expect(page != nil, "\(path): \(link)")
        if parts.count > 1, let page {
          let places = values(of: "id", in: String(decoding: page, as: UTF8.self))
          #expect(places.contains(String(parts[1])), "\(path): \(link)")
        }
      }
    }
    #expect(count > 50)
  }

  @Test func `a second run writes only what differs and removes only its own`() throws {
    let site = SiteSpace()
    _ = site.run(data: "Tests/rltTests/Fixture/work/data")
    try site.write("mine", to: "notes.txt")
    let before = site.inode("schools/alder.html")
    let again = site.run(data: "Tests/rltTests/Fixture/work/data")
    #expect(again.output.contains("0 new or changed"))
    #expect(site.inode("schools/alder.html") == before)
    let later = site.run("--as-of 2017-06-30", data: "Tests/rltTests/Fixture/work/data")
    #expect(!later.output.contains("0 new or changed"))
    #expect(site.inode("schools/alder.html") != before)

    // Another plan has other priorities; a page that somebody has changed stays.
    let priority = try #require(
      site.files().keys.sorted().first { $0.hasPrefix("priorities/") }
    )
    try site.write("changed by hand", to: priority)
    let other = site.run(data: "data", terminal: Terminal())
    #expect(other.status == .success)
    #expect(other.errors.contains(priority))
    let left = try site.files()
    #expect(left[priority] == Array("changed by hand".utf8))
    #expect(left["schools/alder.html"] == nil)
    #expect(left["notes.txt"] == Array("mine".utf8))
  }

  @Test func `files of others are not touched`() throws {
    let site = SiteSpace()
    try site.write("my own page", to: "index.html")
    let run = site.run()
    #expect(run.status == .sideEffect)
    #expect(run.errors.contains("rlt did not write it"))
    #expect(try site.files() == ["index.html": Array("my own page".utf8)])
  }

  @Test func `what is no folder is called that`() throws {
    let site = SiteSpace()
    try site.write("", to: "x")
    let run = ProgramRun(
      ["report", "dashboard", "--output", "\(site.folder)/x"]
        + ["--data", "\(repositoryPath)/Tests/rltTests/Fixture/data"]
    )
    #expect(run.status == .sideEffect)
    #expect(run.errors.contains("it is not a folder\n  choose another folder with --output"))
  }

  @Test func `a link in the place of a folder is not followed`() throws {
    let site = SiteSpace()
    let other = SiteSpace()
    try site.write("", to: "x")
    try other.write("", to: "x")
    _ = unsafe symlink(other.folder, "\(site.folder)/schools")
    #expect(site.run().status == .sideEffect)
    #expect(try other.files().count == 1)
  }

  @Test func `a run that was ended in the middle is taken up`() throws {
    let site = SiteSpace()
    let whole = SiteSpace()
    _ = site.run()
    _ = whole.run()
    // As a run leaves it that was ended: some pages missing, one begun beside its place.
    try FileManager.default.removeItem(atPath: "\(site.folder)/gaps.html")
    try site.write("<html", to: "gaps.html\(SafeWriter.temporaryEnding)")
    try site.write("<html", to: "index.html\(SafeWriter.temporaryEnding)")
    #expect(site.run().status == .success)
    #expect(try site.files() == whole.files())
  }

  @Test func `a bar is shown on a terminal only`() {
    var terminal = Terminal()
    #expect(SiteSpace().run(terminal: terminal).errors.isEmpty)
    terminal.isErrorTerminal = true
    let errors = SiteSpace().run(terminal: terminal).errors
    #expect(errors.hasPrefix("\r░"))
    #expect(errors.hasSuffix("\u{1B}[2K"))
    let quiet = SiteSpace().run("--quiet", terminal: terminal)
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output.isEmpty)
  }

  @Test(arguments: ["report dashboard", "report dashboard --output -"])
  func `a folder must be named`(line: String) {
    #expect(ProgramRun(line.split(separator: " ").map(String.init)).status == .usage)
  }

  @Test func `help of the dashboard`() {
    let run = ProgramRun(["report", "dashboard", "--help"])
    expectScreen(run.transcript, "help-report-dashboard.txt")
  }

  @Test func `a list of pages reads back, and lines of others count for nothing`() {
    var list = SiteManifest()
    list.digests = [
      "index.html": String(repeating: "a", count: 64), "a/b.html": SiteManifest.pending,
    ]
    #expect(SiteManifest(list.bytes) == list)
    let digest = String(repeating: "0", count: 64)
    for path in ["../x.html", "/etc/x.html", "a/../x.html", ".x.html", "x.txt", "a//x.html", ""] {
      #expect(SiteManifest(Array("\(digest)  \(path)\n".utf8)) == SiteManifest(), "\(path)")
    }
  }

  /// A path relative to a page, as a browser finds it.
  private func resolved(_ link: String, from page: String) -> String {
    var names = page.split(separator: "/").dropLast().map(String.init)
    for name in link.split(separator: "/").map(String.init) {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}

/// The values of an attribute, in order.
func values(of name: String, in page: String) -> [String] {
  page.split(separator: " \(name)=\"").dropFirst().compactMap { rest in
    rest.split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init)
  }
}

/// A page without its style, which has tests of its own.
func unstyled(_ page: String) -> String {
  var lines: [Substring] = []
  var isStyle = false
  for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
    if line.contains("Content-Security-Policy") { continue }
    if line.hasPrefix("<style>") { isStyle = true }
    if !isStyle { lines.append(line) }
    if line.contains("</style>") { isStyle = false }
  }
  return lines.joined(separator: "\n")
}
