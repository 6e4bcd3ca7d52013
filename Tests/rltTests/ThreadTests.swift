import TestSupport
import Testing

@testable import rlt

/// Whatever works on several threads says the same on any number of them.
///
/// `.ci/run` runs these, and the tests of the dashboard and of mail, under the thread sanitizer.
@Suite struct ThreadTests {
  @Test(arguments: [
    "validate --data DATA/data",
    "validate --data DATA/data --select stale-reading,kpi-without-owner --strict --format json",
    "validate --data DATA/Tests/rltTests/Fixture/broken/data",
  ])
  func `two, three and nine threads say what one says`(line: String) {
    let words = line.split(separator: " ").map { word in
      word.hasPrefix("DATA") ? repositoryPath + word.dropFirst(4) : String(word)
    }
    let alone = ProgramRun(words, environment: ["RLT_THREADS": "1"])
    #expect(!alone.output.isEmpty || alone.errors.isEmpty)
    for threads in ["2", "3", "9"] {
      #expect(ProgramRun(words, environment: ["RLT_THREADS": threads]) == alone)
    }
  }
}
