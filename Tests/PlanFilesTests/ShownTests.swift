import PlanModel
import SourceText
import Testing

@testable import PlanFiles

@Suite struct ShownTests {
  private let long = String(repeating: "9", count: 3000)

  @Test func `a message cuts what it quotes, and keeps what it says`() {
    #expect(readable("short") == "short")
    let cut = readable("'\(long)' is not a value in “% of pupils”")
    #expect(cut == "'\(String(repeating: "9", count: 60))…' is not a value in “% of pupils”")
    let inner = readable("'it's \(long), isn't it' is not a target")
    #expect(inner.hasSuffix("…' is not a target"))
    #expect(inner.unicodeScalars.count < 100)
    let other = readable("write `below \(long)`")
    #expect(other.unicodeScalars.count < 80)
  }

  @Test func `words alone are kept, up to a screenful`() {
    let keys = (0..<60).map { "`key-\($0)`" }.joined(separator: ", ")
    #expect(readable("the keys are \(keys)") == "the keys are \(keys)")
    #expect(readable(long).unicodeScalars.count == 1001)
    #expect(readable(String(repeating: "“", count: 5000)).unicodeScalars.count == 1001)
  }

  @Test func `a problem of any value is short`() {
    let place = Place(FileID(0), TextRange(0, 1))
    let found = Diagnostic(
      .badValue,
      "'\(long)' is not a figure",
      at: place,
      help: "write `\(long)`"
    )
    #expect(found.message.utf8.count < 100)
    #expect(found.help.utf8.count < 100)
  }

  @Test func `nobody meant a name by a whole page`() {
    #expect(nearestNames(to: "staffing", among: ["staffin", long]) == ["staffin"])
    #expect(nearestNames(to: "staffing\(long)", among: ["staffing"]) == [])
  }
}
