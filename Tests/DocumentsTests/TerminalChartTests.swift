import Documents
import TestSupport
import Testing

private let met = Mark("G", "met", .green)
private let nearly = Mark("A", "nearly", .amber)
private let missed = Mark("R", "missed", .red)
private let silent = Mark("-", "no reading", .grey)

private func trend(_ values: [Double?]) -> Trend {
  Trend(
    points: values.enumerated().map { index, value in
      Trend.Point(
        label: "20\(10 + index)/\(11 + index)",
        value: value,
        words: value.map { "\($0)%" } ?? "no reading",
        mark: value.map { $0 >= 96 ? met : missed }
      )
    },
    unit: "% of sessions",
    target: 96,
    targetWords: "at least 96%",
    lastReading: "2016/17"
  )
}

private let charts: [Chart] = [
  Chart(
    title: "Attendance at Ketton",
    summary: "Rising for six years.",
    kind: .trend(trend([94.1, 95, nil, 95.5, 96.2, 96.4, 97]))
  ),
  Chart(title: "One figure", summary: "Met.", kind: .trend(trend([96]))),
  Chart(title: "No figures", summary: "Nothing has been read.", kind: .trend(trend([nil, nil]))),
  Chart(
    title: "Distances from the target, in points",
    summary: "One of three met.",
    kind: .distances(
      [
        Distance(label: "Ketton", mark: missed, amount: -4, words: "4 points short"),
        Distance(label: "St Nicholas", mark: nearly, amount: -0.1, words: "0.1 points short"),
        Distance(label: "Uppingham", mark: met, amount: 2, words: "2 points to spare"),
      ],
      unit: "points"
    )
  ),
  Chart(
    title: "All KPIs",
    summary: "One of six met.",
    kind: .strip([Count(missed, 2), Count(nearly, 0), Count(met, 1), Count(silent, 3)])
  ),
  Chart(
    title: "Very many",
    summary: "Most met.",
    kind: .strip([Count(missed, 1), Count(met, 1_000), Count(silent, 500)])
  ),
]

private let page = Document(
  charts.flatMap { [.chart($0), .gap] } + [
    .table(
      Table(
        columns: [Column("KPI"), Column("Trend"), Column("Last", side: .right)],
        rows: [
          Row([.text("Attendance"), .chart(charts[0]), .text("97%")]),
          Row([.text("Nothing"), .chart(charts[2]), .empty]),
          Row([.text("All"), .chart(charts[4]), .text("6")], isQuiet: true),
        ]
      )
    )
  ]
)

@Suite struct TerminalChartTests {
  @Test(arguments: [
    ("80", TerminalRenderer(width: 80)), ("40", TerminalRenderer(width: 40)),
    ("ascii", TerminalRenderer(width: 80, isASCII: true)),
    ("colour", TerminalRenderer(width: 80, usesColor: true)),
  ])
  func `every picture`(name: String, renderer: TerminalRenderer) {
    expectGolden(
      String(decoding: renderer.render(page), as: UTF8.self),
      at: "Tests/DocumentsTests/Golden/charts-\(name).txt"
    )
  }

  @Test func `ASCII is ASCII`() {
    let bytes = TerminalRenderer(width: 80, isASCII: true).render(page)
    #expect(bytes.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [
    [Double.nan, 1], [.infinity, 1], [-.infinity, .infinity], [1e308, -1e308], [0, -0.0], [],
  ])
  func `figures that cannot be drawn are borne`(values: [Double]) {
    let distances = values.map { Distance(label: "a", mark: met, amount: $0, words: "b") }
    let kinds: [Chart.Kind] = [.trend(trend(values)), .distances(distances, unit: "")]
    for kind in kinds {
      let chart = Chart(title: "t", summary: "s", kind: kind)
      let bytes = TerminalRenderer(width: 20).render(Document([.chart(chart)]))
      #expect(String(decoding: bytes, as: UTF8.self).contains(values.isEmpty ? "s" : "t"))
    }
  }
}
