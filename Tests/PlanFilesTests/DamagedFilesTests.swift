import FoundationEssentials
import PlanFiles
import PlanModel
import SourceText
import TestSupport
import Testing

/// What means something in one file or the other.
private let pieces = [
  ": ", "- ", "\"", ",", "\n", "\r\n", "#", "[", "]", "{", "}", "below ", "at least ", "75%",
  "2015/16",
  "2016-02-30", "T9", "999999999999999999999", "-", "×", "within ", " of ", "national", "kpi ",
  "  ",
  "\u{FEFF}", "é", "any of:", "source: 1:2", "T1 2015/16", "0", ",,,", "SUPP", "> ", "9999/10", "|",
]

@Suite struct DamagedFilesTests {
  /// The files of the trust that ships with the project.
  private let whole: InMemoryFileSystem = {
    var files = InMemoryFileSystem()
    let root = "\(repositoryPath)/data/teaching-school-alliance"
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    for path in paths where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
      files.files["t/\(path)"] = FileManager.default.contents(atPath: "\(root)/\(path)").map(
        Array.init
      )
    }
    for (path, bytes) in TinyTrust.files(readings: ["x.csv": DamagedFilesTests.readings]).files
    where files.files[path] == nil { files.files[path] = bytes }
    return files
  }()

  private static let readings =
    "kpi,strand,scope,period,value,recorded,note\n"
    + "staffing,,ketton,2015/16,77%,2016-09-30,\"a \"\"b\"\"\"\n"
    + "staffing,teachers,trust,July 2016,> 97%,,\nstaffing,,national,T2 2015/16,SUPP,,x\n"

  @Test(arguments: 0..<30)
  func `damaged files are loaded to an end, each problem inside its file`(seed: Int) {
    #expect(whole.files.count > 3)
    var mutator = SeededMutator(seed: UInt64(seed) &+ 900, pieces: pieces)
    for _ in 0..<3 {
      var files = whole
      for path in files.files.keys.sorted() {
        if let bytes = files.files[path] { files.files[path] = mutator.mutated(bytes) }
      }
      var sources = SourceFiles()
      let loaded = loadTrust("t", from: files, into: &sources)
      var last: (UInt32, UInt32) = (0, 0)
      for found in loaded.diagnostics {
        let place = found.place
        #expect(Int(place.range.upper) <= max(1, sources[place.file].bytes.count))
        #expect((place.file.index, place.range.lower) >= last)
        #expect(!found.message.isEmpty)
        last = (place.file.index, place.range.lower)
      }
      for kpi in loaded.record.plans.flatMap(\.strategies).flatMap(\.priorities).flatMap(\.kpis) {
        for scope in [Scope.trust, .everySchool, .school("ketton"), .comparator("national")] {
          for strand in [nil] + kpi.strands.map({ Optional($0.id) }) {
            let found = loaded.record.readings.series(kpi.id, strand, scope)
            #expect(found.allSatisfy { $0.kpi == kpi.id && $0.strand == strand })
          }
        }
      }
    }
  }
}
