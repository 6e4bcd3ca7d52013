import Documents

/// A page of several sheets: a matrix of many schools, and a table longer than a sheet.
func longPage() -> Page {
  let marks = [SampleMark.green, SampleMark.red, SampleMark.amber, SampleMark.grey]
  let trees = [
    "Alder", "Birch", "Cedar", "Dogwood", "Elm Grove Infant", "Fir", "Gorse", "Hazel", "Juniper",
    "Larch", "Maple", "Oak", "Pine", "Rowan", "Spruce", "Willow Lane Primary",
  ]
  func title(_ index: Int) -> String {
    ["Attendance", "Pupils at the expected standard in reading", "Staff costs", "Reserves"][
      index % 4
    ]
      + " \(index + 1)"
  }
  var matrix = Table(
    columns: [Column("KPI"), Column("Target")] + trees.map { Column($0) },
    caption: "Every KPI at every school",
    look: .tiles
  )
  for index in 0..<28 {
    if index % 7 == 0 { matrix.rows.append(Row(group: Line("Strategy \(index / 7 + 1)"))) }
    var cells: [Cell] = [.text(title(index)), .text("at least \(60 + index)%")]
    for school in trees.indices {
      let mark = marks[(index * 5 + school * 3 + school * index) % 4]
      let words = "\(55 + (index * 7 + school * 11) % 45)%"
      cells.append(.marked(mark, mark == SampleMark.grey ? "" : words))
    }
    matrix.rows.append(Row(cells, indent: 2))
  }
  var rows = Table(
    columns: [
      Column("KPI"), Column("Status"), Column("Value", side: .right), Column("Target"),
      Column("Distance"), Column("Period"),
    ]
  )
  for index in 0..<90 {
    if index % 9 == 0 { rows.rows.append(Row(group: Line("Priority \(index / 9 + 1)"))) }
    let value = 50 + index % 40
    let cells: [Cell] = [
      .text(title(index)), .mark(marks[index % 4]),
      .number("\(value)%", exact: "\(value)"), .text("at least 60%"),
      .text("\(index % 40) points"), .text("2015/16"),
    ]
    rows.rows.append(Row(cells, indent: 2, isQuiet: index % 4 == 3))
  }
  var charts: [Block] = []
  for number in 1...5 {
    var trend = Trend(
      points: [],
      unit: "% of sessions attended",
      target: 95,
      targetWords: "at least 95%",
      amber: 93...95,
      lastReading: "2015/16"
    )
    for index in 0..<number * 6 {
      let rise = Double(index) / Double(number * 6) * 3
      let point = Trend.Point(
        label: "\(2000 + index)/\(String(101 + index % 99).dropFirst())",
        value: 88 + Double((index * 37) % 17) / 2 + rise,
        words: "\(88 + index % 9)%",
        mark: marks[index % 3]
      )
      trend.points.append(point)
    }
    let summary = "Rising for \(number * 6) periods."
    charts.append(
      .chart(Chart(title: "Attendance \(number)", summary: summary, kind: .trend(trend)))
    )
  }
  let grades = ["Inadequate", "Requires improvement", "Good", "Outstanding"]
  let inspections = [(2, 1), (3, 2), (2, 1), (4, 2), (3, 2)].enumerated().map { index, grade in
    Trend.Point(
      label: "\(2011 + index)/\(12 + index)",
      value: Double(grade.0),
      words: grades[grade.0 - 1],
      mark: grade.1 == 1 ? SampleMark.red : SampleMark.green
    )
  }
  let grade = Trend(
    points: inspections,
    unit: "Ofsted grade",
    target: 3,
    targetWords: "at least Good",
    lastReading: "2015/16, to 31 August 2016",
    levels: grades.enumerated().map { Trend.Level(Double($0 + 1), $1) }
  )
  let rises = "Grades that rise and fall."
  charts.append(.chart(Chart(title: "Grades", summary: rises, kind: .trend(grade))))
  return Page(
    title: "All schools",
    document: Document(
      [
        .heading("All schools", level: 1), .paragraph("As the plan stands on 31 August 2016."),
        .pageBreak, .heading("School by school", level: 2), .table(matrix), .pageBreak,
        .heading("KPI by KPI", level: 2), .table(rows), .heading("Over time", level: 2),
      ] + charts
    ),
    legend: [SampleMark.green, SampleMark.amber, SampleMark.red, SampleMark.grey].map {
      LegendEntry(Line([.mark($0)]), "what \($0.word) means is said here")
    },
    foot: "As of 31 August 2016."
  )
}
