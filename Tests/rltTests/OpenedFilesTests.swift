import FoundationEssentials
import Glibc
import Testing

@testable import rlt

@Suite struct OpenedFilesTests {
  @Test(arguments: [
    ["kpi", "record", "money.staff", "71%", "--school", "alder", "--period", "2015/16"],
    [
      "kpi", "record", "money.staff", "71%", "--school", "alder", "--period", "2015/16",
      "--dry-run",
    ],
    ["kpi", "record", "--from-stdin"],
  ])
  func `recording opens the readings of its own year and no others`(words: [String]) throws {
    let space = try EditSpace()
    let folder = "\(space.folder)/data/woodland/readings"
    for year in ["2013-14", "2014-15", "2016-17", "2017-18"] {
      // Anybody who reads these stumbles.
      try space.write("not,a,header\n\"never closed", to: "\(folder)/\(year).csv")
    }
    let watch = try FolderWatch(folder)
    // What the watch would show if another year were opened.
    _ = try space.bytes("\(folder)/2013-14.csv")
    try #require(watch.opened() == ["2013-14.csv"])
    let rows = ["kpi,scope,period,value", "money.staff,alder,2015/16,71%"]
    let run = space.run(words, typed: rows)
    #expect(run.status == .success, "\(run.errors)")
    let opened = watch.opened().filter { !$0.hasPrefix(".") }
    #expect(opened == ["2015-16.csv"])
  }
}

/// Notices which files of a folder are opened, whoever opens them.
private final class FolderWatch {
  private let descriptor: Int32

  init(_ folder: String) throws {
    descriptor = inotify_init1(Int32(O_NONBLOCK))
    let isWatching = unsafe inotify_add_watch(descriptor, folder, UInt32(IN_OPEN)) >= 0
    try #require(isWatching, "this computer cannot watch a folder")
  }

  deinit { close(descriptor) }

  /// The names of the files that were opened since the last time.
  func opened() -> Set<String> {
    var names: Set<String> = []
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    var at = 0
    // An event: three numbers of four bytes, the length of the name, and the name with noughts.
    while at + 16 <= count {
      let length = (0..<4).reduce(0) { $0 | Int(bytes[at + 12 + $1]) << (8 * $1) }
      let name = bytes[(at + 16)..<(at + 16 + length)].prefix { $0 != 0 }
      if !name.isEmpty { names.insert(String(decoding: name, as: UTF8.self)) }
      at += 16 + length
    }
    return names
  }
}
