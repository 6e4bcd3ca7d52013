import Documents

/// A page with one of every block, of the kind that people get.
enum EveryBlock {
  static let missed = Mark("R", "missed", .red)
  static let nearly = Mark("A", "nearly", .amber)
  static let met = Mark("G", "met", .green)
  static let silent = Mark("-", "no reading", .grey)

  static let attendance = Chart(
    title: "Attendance at Ketton",
    summary: "Rising from 94.1% in 2013/14 to 96.4% in 2016/17; the target is at least 96%.",
    kind: .trend(
      Trend(
        points: [
          Trend.Point(label: "2013/14", value: 94.1, words: "94.1%", mark: missed),
          Trend.Point(label: "2014/15", value: nil, words: "no reading"),
          Trend.Point(label: "2015/16", value: 95.8, words: "95.8%", mark: nearly),
          Trend.Point(label: "2016/17", value: 96.4, words: "96.4%", mark: met),
        ],
        unit: "% of sessions",
        target: 96,
        targetWords: "at least 96%",
        lastReading: "2016/17"
      )
    )
  )

  static let schools = Table(
    columns: [
      Column("School", narrowest: 10), Column("Status", narrowest: 6),
      Column("Value", side: .right), Column("Target", narrowest: 8, leavesOut: 1),
      Column("Read", leavesOut: 2), Column("Never there"),
    ],
    rows: [
      Row(group: "Attendance"),
      Row(
        [
          .text("Ketton"), .mark(met), .number("96.4%", exact: "96.4"), .text("at least 96%"),
          .day("31 March 2017", iso: "2017-03-31"), .empty,
        ],
        indent: 1
      ),
      Row(
        [
          .line(Line([.text("St Nicholas "), .link("page", to: "schools/st-nicholas.html")])),
          .mark(missed), .number("1,250", exact: "1250"), .text("at least 2,500"), .empty,
        ],
        indent: 1
      ),
      Row(note: "Waits for: a visit", indent: 2),
      Row(
        [.text("Uppingham"), .mark(silent), .text("–"), .text("at least 96%"), .empty],
        indent: 1,
        isQuiet: true
      ),
    ]
  )

  static let tiles = Table(
    columns: [Column("School")]
      + ["Attendance", "Phonics", "Staff costs", "Exclusions", "Reading"]
      .map { Column($0) },
    rows: [
      Row([
        .text("Ketton"), .marked(met, "96%"), .marked(missed, "60%"), .marked(nearly, "76%"),
        .marked(silent, ""), .marked(met, "72%"),
      ]),
      Row([
        .text("Great Casterton"), .marked(met, "96%"), .marked(met, "88%"), .marked(missed, "81%"),
        .marked(silent, "suppressed"), .marked(met, "80%"),
      ]),
    ],
    caption: "Schools and KPIs",
    look: .tiles
  )

  static let everything = Page(
    title: "The week of 16 March 2017",
    navigation: [
      PageLink("Trust", to: "index.html"), PageLink("Ketton", to: "schools/ketton.html"),
      PageLink("This page", to: "#", isCurrent: true),
    ],
    document: Document([
      .heading("Ketton: 2 red (1 new), 3 overdue", level: 1),
      .paragraph(
        Line([
          .text("2 red", .strong), .text(", one of them new since 9 March. "),
          .text("As of 16 March 2017.", .quiet),
        ])
      ),
      .counts([
        Count(missed, 2), Count(nearly, 1), Count(met, 5),
        Count(silent, 30, detail: "28 no reading, 2 awaited"),
      ]),
      .heading("What got worse", level: 2, anchor: "worse"),
      .points([
        Point(missed, Line([.text("Staff costs", .strong), .text(": 77%, target below 75%")])),
        Point(nil, "A plain point; see <b>the plan</b> at www.example.org & ask head@example.org."),
      ]),
      .heading("Schools", level: 2),
      .table(schools),
      .table(tiles),
      .chart(attendance),
      .chart(
        Chart(
          title: "All KPIs",
          summary: "2 missed, 1 nearly, 5 met, 3 not read.",
          kind: .strip([Count(missed, 2), Count(nearly, 1), Count(met, 5), Count(silent, 3)])
        )
      ),
      .chart(
        Chart(
          title: "Distance from the target",
          summary: "One of two met.",
          kind: .distances(
            [
              Distance(label: "Ketton", mark: missed, amount: -4, words: "4 points short"),
              Distance(label: "Uppingham", mark: met, amount: 2, words: "2 points to spare"),
            ],
            unit: "points"
          )
        )
      ),
      .pageBreak,
      .tree([
        TreeNode("Working Together", [TreeNode("Governance", [TreeNode("Staff costs")])]),
        TreeNode("Teaching"),
      ]),
      .verbatim("rlt kpi explain gov.staffing-spend --school Ketton"),
      .excerpt(
        Excerpt(
          lineNumber: 7,
          bytes: Array("target: less 75%".utf8),
          marked: 8..<12,
          label: "expected a bound"
        )
      ),
      .gap,
    ]),
    legend: [
      LegendEntry(Line([.mark(missed)]), "the target is missed"),
      LegendEntry("*", "a starred priority"),
    ],
    foot: "As of 16 March 2017, by rlt."
  )
}
