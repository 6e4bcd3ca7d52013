import Documents

/// The marks of the sample page.
enum SampleMark {
  static let green = Mark("G", "met", .green)
  static let amber = Mark("A", "nearly", .amber)
  static let red = Mark("R", "missed", .red)
  static let grey = Mark("-", "no reading", .grey)
  static let stale = Mark("(R)", "stale", .grey)
}

/// Every block, span, cell and picture, with the words of one writer.
///
/// - Parameter word: Makes the text of each place from what would stand there.
/// - Returns: The page.
func samplePage(_ word: (String) -> String) -> Page {
  func line(_ name: String) -> Line { Line(word(name)) }
  func mark(_ mark: Mark) -> Mark { Mark(word(mark.letter), word(mark.word), mark.tone) }
  let trend = Trend(
    points: [
      Trend.Point(
        label: word("2011/12"),
        value: 93.1,
        words: word("93.1%"),
        mark: mark(SampleMark.red)
      ),
      Trend.Point(label: word("2012/13"), value: nil, words: word("not published"), mark: nil),
      Trend.Point(
        label: word("2013/14"),
        value: 94.4,
        words: word("94.4%"),
        mark: mark(SampleMark.red)
      ),
      Trend.Point(
        label: word("2014/15"),
        value: 95.6,
        words: word("95.6%"),
        mark: mark(SampleMark.amber)
      ),
      Trend.Point(
        label: word("2015/16"),
        value: 96.3,
        words: word("96.3%"),
        mark: mark(SampleMark.green)
      ),
    ],
    unit: word("% of sessions attended"),
    target: 96,
    targetWords: word("at least 96%"),
    amber: 95...96,
    lastReading: word("2015/16, 5 weeks old")
  )
  let counts = [
    Count(mark(SampleMark.red), 3), Count(mark(SampleMark.amber), 2),
    Count(mark(SampleMark.green), 12),
    Count(mark(SampleMark.grey), 9, detail: word("7 awaited, 2 not collected")),
  ]
  let chart = Chart(
    title: word("Attendance at Alder"),
    summary: word(
      "From 93.1% in 2011/12 to 96.3% in 2015/16; the target is met for the first time."
    ),
    kind: .trend(trend)
  )
  let single = Chart(
    title: word("Staff costs"),
    summary: word("One reading: 74% in 2015/16."),
    kind: .trend(
      Trend(
        points: [Trend.Point(label: word("2015/16"), value: 74, words: word("74%"), mark: nil)],
        unit: word("% of total income")
      )
    )
  )
  let strip = Chart(
    title: word("KPIs by status"),
    summary: word("3 missed, 2 nearly, 12 met, 9 without a reading."),
    kind: .strip(counts)
  )
  let distances = Chart(
    title: word("How far each school is from 96%"),
    summary: word("One school of three is short, by 0.9 points."),
    kind: .distances(
      [
        Distance(
          label: word("Birch"),
          mark: mark(SampleMark.red),
          amount: -0.9,
          words: word("0.9 points short")
        ),
        Distance(
          label: word("Cedar"),
          mark: mark(SampleMark.grey),
          amount: .nan,
          words: word("no reading")
        ),
        Distance(
          label: word("Alder"),
          mark: mark(SampleMark.green),
          amount: 0.3,
          words: word("0.3 points over")
        ),
      ],
      unit: word("percentage points")
    )
  )
  let small = Table(
    columns: [Column(word("Name")), Column(word("Value"), side: .right)],
    rows: [Row([.text(word("Alder")), .number(word("1,250"), exact: word("1250"))])],
    showsTitles: false
  )
  let details = Table(
    columns: [
      Column(word("KPI")), Column(word("Status")), Column(word("Value"), side: .right),
      Column(word("Target")), Column(word("Trend")), Column(word("Day")),
      Column(word("Where written")), Column(word("Nothing")),
    ],
    rows: [
      Row(group: line("Learning")), Row(group: line("Attendance *"), indent: 1),
      Row(
        [
          .text(word("Attendance of all pupils")), .mark(mark(SampleMark.green)),
          .number(word("96.3%"), exact: word("96.3")), .text(word("at least 96%")), .chart(chart),
          .day(word("31 August 2016"), iso: "2016-08-31"), .place(file: word("plan.yaml"), line: 3),
          .empty,
        ],
        indent: 2
      ),
      Row(
        [
          .line(
            Line([.text(word("Persistent absence "), .strong), .toned(word("of all"), .amber)])
          ),
          .marked(mark(SampleMark.amber), word("1 of 3")),
          .number(word("9.1%"), exact: word("9.1")),
          .text(word("at most 8%, over the whole school year")), .chart(single),
          .day(word("some day"), iso: word("never")), .empty, .empty,
        ],
        indent: 3
      ),
      Row(note: line("Needs: a visit to every home"), indent: 3), Row(group: line("Money")),
      Row(
        [
          .text(word("Reserves")), .marked(mark(SampleMark.grey), ""), .empty,
          .list([.text(word("one")), .marked(mark(SampleMark.red), word("two"))]), .chart(strip),
          .chart(distances),
        ],
        indent: 2,
        isQuiet: true
      ),
      Row([.empty, .text(word("A row without a name"))]),
    ],
    caption: word("KPIs of Alder")
  )
  let matrix = Table(
    columns: [Column(word("KPI")), Column(word("Target"))]
      + ["Alder", "Birch", "Cedar"].map { Column(word($0)) },
    rows: [
      Row(group: line("Learning")),
      Row([
        .text(word("Attendance")), .text(word("at least 96%")),
        .marked(mark(SampleMark.green), word("96.3%")),
        .marked(mark(SampleMark.red), word("95.1%")), .marked(mark(SampleMark.grey), ""),
      ]),
      Row([
        .text(word("Persistent absence")), .text(word("at most 8%")),
        .marked(mark(SampleMark.amber), word("8.4%")), .marked(mark(SampleMark.stale), word("12%")),
        .mark(mark(SampleMark.grey)),
      ]),
      Row([
        .text(word("Reserves")), .empty, .empty, .empty,
        .marked(mark(SampleMark.grey), word("n/a")),
      ]),
    ],
    caption: word("Schools and KPIs"),
    look: .tiles
  )
  return Page(
    title: word("Alder Primary School"),
    navigation: [
      PageLink(word("Trust"), to: "index.html"),
      PageLink(word("Alder"), to: "alder.html", isCurrent: true),
      PageLink(word("Elsewhere"), to: "https://example.org/"),
    ],
    document: Document([
      .heading(line("Alder Primary School"), level: 1),
      .paragraph(
        Line([
          .text(word("Where the plan of 2016 stands on ")), .text(word("31 August 2016"), .strong),
          .text(word(", with all that was known on that day. "), .quiet),
          .link(word("All schools"), to: "index.html#schools"), .text(word(" · ")),
          .link(word("A link that leads out"), to: "javascript:alert(1)"),
        ])
      ),
      .counts(counts),
      .heading(line("What needs doing"), level: 2, anchor: word("doing")),
      .points([
        Point(
          mark(SampleMark.red),
          Line([
            .text(word("Staff costs"), .strong),
            .text(word(": 77%, target below 75%, 2 points over")),
          ])
        ), Point(nil, Line([.text(word("A plain point, ")), .mark(mark(SampleMark.amber))])),
      ]),
      .gap, .paragraph(line("Set in, because it belongs to the point above."), indent: 2),
      .heading(line("Pictures"), level: 4), .chart(chart), .gap, .chart(single), .chart(strip),
      .chart(distances), .pageBreak, .heading(line("Every KPI"), level: 2, anchor: word("doing")),
      .table(details), .table(details), .firstThatFits([matrix, small]), .table(small),
      .firstThatFits([matrix]), .firstThatFits([]),
      .tree([TreeNode(line("Top"), [TreeNode(line("Below"), [TreeNode(line("Deep"))])])]),
      .verbatim(line("rlt kpi status --school Alder")),
      .excerpt(
        Excerpt(
          lineNumber: 7,
          bytes: Array(word("target: less 75%").utf8),
          marked: 8..<12,
          label: word("expected a bound")
        )
      ),
      .legend([LegendEntry(Line([.mark(mark(SampleMark.red))]), word("the target is missed"))]),
      .pageBreak,
    ]),
    legend: [
      LegendEntry(Line([.mark(mark(SampleMark.green))]), word("the target is met")),
      LegendEntry(
        Line([.mark(mark(SampleMark.amber))]),
        word("missed, but inside the tolerance of the plan")
      ),
      LegendEntry(Line([.mark(mark(SampleMark.red))]), word("the target is missed")),
      LegendEntry(
        Line([.mark(mark(SampleMark.grey))]),
        word("nothing can be said; never counted as met")
      ),
      LegendEntry(line("*"), word("a priority that the plan marks with a star")),
    ],
    foot: word("As of 31 August 2016. rlt 1.0.")
  )
}
