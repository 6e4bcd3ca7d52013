import PlanFiles
import PlanModel
import SourceText
import Testing

/// A row of a test, and the same row as CSV in one of the ways it may be written.
private struct MadeRow {
  var kpi: String
  var strand: String
  var scope: String
  var period: String
  var value: String
  var recorded: String
  var note: String
}

/// Numbers that are the same in every run.
private struct Dice {
  var state: UInt64

  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  mutating func pick(_ items: [String]) -> String { items[roll(items.count)] }
}

@Suite struct ReadingRoundTripTests {
  @Test(arguments: 0..<40)
  func `random files say what a slow reader finds in them`(seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 77 &+ 5)
    var rows: [MadeRow] = []
    var files: [String: String] = [:]
    for name in ["2015-16.csv", "2016-17.csv"] {
      var columns = ["kpi", "strand", "scope", "period", "value", "recorded", "note", "colour"]
      if dice.roll(2) == 0 {
        for index in columns.indices { columns.swapAt(index, dice.roll(columns.count)) }
      }
      let hasStrand = dice.roll(3) > 0
      if !hasStrand { columns.removeAll { $0 == "strand" } }
      let lineEnd = dice.pick(["\n", "\r\n"])
      var text = (dice.roll(3) == 0 ? "\u{FEFF}" : "") + columns.joined(separator: ",") + lineEnd
      let count = dice.roll(30)
      for index in 0..<count {
        let row = MadeRow(
          kpi: "staffing",
          strand: hasStrand ? dice.pick(["", "", "teachers", "support"]) : "",
          scope: dice.pick(["ketton", "Ketton", "st-nicholas", "trust", "national"]),
          period: dice.pick(["2015/16", "2015/16 T2", "July 2016", "2016-07-14"]),
          value: dice.pick(["1%", "22.5%", "-3", "> 97%", "SUPP"]),
          recorded: dice.pick(["", "", "2016-09-01", "2016-10-01"]),
          note: dice.pick(["", "plain", "a, b", "said \"no\"", "two\nlines", "\"", ",,", "é"])
        )
        rows.append(row)
        let fields = columns.map { column in
          switch column {
          case "kpi": row.kpi
          case "strand": row.strand
          case "scope": row.scope
          case "period": row.period
          case "value": row.value
          case "recorded": row.recorded
          case "note": row.note
          default: dice.pick(["", "red", "a \"b\"", "c,d"])
          }
        }
        let written = fields.map { field in
          let mustQuote = field.contains(",") || field.contains("\"") || field.contains("\n")
          guard mustQuote || dice.roll(8) == 0 else { return field }
          return "\""
            + field.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
        }
        text += written.joined(separator: ",")
        if index + 1 < count || dice.roll(2) == 0 { text += lineEnd }
      }
      files[name] = text
    }
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: TinyTrust.files(readings: files), into: &sources)
    #expect(loaded.diagnostics.filter { $0.severity == .error }.isEmpty)
    for scope in [Scope.school("ketton"), .school("st-nicholas"), .trust, .comparator("national")] {
      for strand in ["", "teachers", "support"] {
        let wanted = rows.filter {
          $0.strand == strand
            && ($0.scope == scope.id || $0.scope == "Ketton" && scope.id == "ketton")
        }
        let found = loaded.record.readings.series(
          "staffing",
          strand.isEmpty ? nil : strand,
          scope
        )
        func key(_ value: String, _ note: String, _ recorded: String) -> String {
          "\(value)|\(note)|\(recorded)"
        }
        let a = wanted.map { key($0.value, $0.note, $0.recorded) }.sorted()
        let b = found.map { key($0.text, $0.note, $0.recorded.map(\.description) ?? "") }.sorted()
        #expect(a == b)
      }
    }
  }
}
