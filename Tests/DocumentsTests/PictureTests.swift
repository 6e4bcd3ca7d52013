import TestSupport
import Testing

@testable import Documents

private func trend(_ values: [Double?], target: Double? = nil, amber: ClosedRange<Double>? = nil)
  -> Trend
{
  Trend(
    points: values.enumerated().map { index, value in
      Trend.Point(label: "\(2000 + index)", value: value, words: "a", mark: nil)
    },
    unit: "%",
    target: target,
    amber: amber
  )
}

private func drawn(_ kind: Chart.Kind) -> String {
  html(Page(title: "T", document: Document([.chart(Chart(title: "C", summary: "S", kind: kind))])))
}

/// The numbers that stand in the attributes that say where something is drawn.
private func coordinates(_ page: String) -> [Double] {
  var result: [Double] = []
  for name in [" d=\"", " x=\"", " y=\"", " cx=\"", " cy=\"", " width=\"", " height=\"", " r=\""] {
    for part in page.split(separator: name).dropFirst() {
      let value = part.prefix { $0 != "\"" }
      for number in value.split(whereSeparator: { !"-.0123456789".contains($0) }) {
        result.append(Double(number) ?? .nan)
      }
    }
  }
  return result
}

@Suite struct PictureTests {
  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (-1.0, "-1"), (0.04, "0"), (0.05, "0.1"), (-0.04, "0"),
    (12.349, "12.3"),
    (99.96, "100"), (1e300, "100000"), (-.infinity, "-100000"), (.nan, "0"), (-0.25, "-0.3"),
  ])
  func `coordinates have one decimal`(value: Double, expected: String) {
    var bytes: [UInt8] = []
    appendCoordinate(value, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
  }

  @Test(
    arguments: [
      [93.1, 94.4, 96.3], [0, 100], [74], [5, 5, 5], [0], [-3, 4], [0.0012, 0.0013], [1e15, 1],
      [1_250_000, 1_900_000], [-1e300, 1e300], [12_000, 31_000], [1e-12, 2e-12], [99.99, 99.98],
      [1_000_000_000, 1_000_000_001], [.infinity, 3], [1e9, 1e9 + 0.0001],
    ]
  )
  func `an axis has a few figures, in order, each told from the next`(figures: [Double]) throws {
    let axis = try #require(FigureAxis(figures, isPercent: false))
    #expect(axis.low < axis.high)
    #expect((1...8).contains(axis.ticks.count))
    #expect(zip(axis.ticks, axis.ticks.dropFirst()).allSatisfy { $0 < $1 })
    let words = axis.ticks.map(axis.words)
    #expect(Set(words).count == words.count, "\(words)")
    #expect(words.allSatisfy { $0.utf8.count <= 14 }, "\(words)")
    #expect(axis.ticks.allSatisfy { axis.share($0) > -0.01 && axis.share($0) < 1.01 })
  }

  @Test(
    arguments: [
      ([93.1, 96.3], true, ["93", "94", "95", "96"]),
      ([0, 100], true, ["0", "20", "40", "60", "80", "100"]),
      ([1_200_000, 1_900_000], false, ["1.2m", "1.4m", "1.6m", "1.8m"]),
      ([-2, 2], false, ["\u{2212}2", "\u{2212}1", "0", "1", "2"]),
      ([800, 4_000], false, ["1,000", "2,000", "3,000", "4,000"]),
      ([0.5, 0.8], false, ["0.5", "0.6", "0.7", "0.8"]),
    ] as [([Double], Bool, [String])]
  )
  func `an axis counts as people do`(figures: [Double], isPercent: Bool, expected: [String]) throws
  {
    let axis = try #require(FigureAxis(figures, isPercent: isPercent))
    #expect(axis.ticks.map(axis.words) == expected)
  }

  @Test func `a picture without a title is named by its summary`() {
    for kind in [Chart.Kind.trend(trend([1, 2])), .strip([Count(Mark("R", "missed", .red), 3)])] {
      let page = html(
        Page(
          title: "T",
          document: Document([
            .table(
              Table(
                columns: [Column("A"), Column("B")],
                rows: [
                  Row([.text("a"), .chart(Chart(title: "", summary: "Seen", kind: kind))])
                ]
              )
            )
          ])
        )
      )
      #expect(page.contains("aria-labelledby=\"p1t\"><title id=\"p1t\">Seen</title>"))
      #expect(!page.contains("<desc"))
    }
  }

  @Test func `there is no axis of nothing`() {
    #expect(FigureAxis([], isPercent: false) == nil)
    #expect(FigureAxis([.nan, .infinity], isPercent: false) == nil)
    #expect(TrendPicture(trend([nil, .nan])) == nil)
    #expect(drawn(.trend(trend([nil]))).contains("<p class=\"quiet\">S</p>"))
  }

  @Test(
    arguments: [
      [nil, 3, nil], [4], [5, 5, 5], [1e308, -1e308], [.nan, 2, .infinity], [0, 1e-300],
    ] as [[Double?]]
  )
  func `whatever the figures, a picture stays inside its frame`(values: [Double?]) {
    for target in [nil, 3, .nan, .infinity, -1e308, 1e308] as [Double?] {
      for amber in [nil, 2...3, -.infinity ... .infinity, 1e300...1e301] as [ClosedRange<Double>?] {
        let page = drawn(.trend(trend(values, target: target, amber: amber)))
        #expect(tagFault(in: page) == nil)
        #expect(page.contains("role=\"img\""))
        let found = coordinates(page)
        #expect(!found.isEmpty && found.allSatisfy { $0 > -20 && $0 < 380 }, "\(page)")
      }
    }
  }

  @Test func `thousands of figures are thinned, and the highest and lowest stay`() throws {
    var random = SeededGenerator(seed: 7)
    var values: [Double?] = (0..<5_000).map { _ in Double(random.below(100)) }
    values[1_234] = 500
    values[4_321] = -300
    for index in 2_000..<2_100 { values[index] = nil }
    let picture = try #require(TrendPicture(trend(values)))
    #expect(picture.points.count <= 244)
    let figures = picture.points.map(\.value)
    #expect(figures.contains(500) && figures.contains(-300) && figures.contains(nil))
    #expect(picture.points.first?.label == "2000" && picture.points.last?.label == "6999")
    #expect(drawn(.trend(trend(values))).utf8.count < 30_000)
  }

  @Test func `bars and strips survive any number`() {
    let mark = Mark("R", "missed", .red)
    for amount in [0, -1, 1e308, -.infinity, .nan] as [Double] {
      let distances = [1, amount].map {
        Distance(label: "a", mark: mark, amount: $0, words: "b")
      }
      let page = drawn(.distances(distances, unit: "points"))
      #expect(tagFault(in: page) == nil)
      #expect(coordinates(page).allSatisfy { $0 >= 0 && $0 <= 100 })
    }
    for numbers in [[], [0], [0, 0], [-4, 3], [Int.max, Int.max], [1, 1_000]] {
      let page = drawn(.strip(numbers.map { Count(mark, $0) }))
      #expect(tagFault(in: page) == nil)
      #expect(coordinates(page).allSatisfy { $0 >= 0 && $0 <= 100.1 })
    }
    #expect(drawn(.distances([], unit: "")).contains("Nothing to compare."))
  }

  @Test(arguments: [
    [1, 59], [1, 1, 500], [3, 0, 1, 1_000_000], [1, 1, 1, 1, 1, 1, 1, 1, 1, 90],
  ])
  func `no part of a bar is too small for its letter`(numbers: [Int]) {
    let mark = Mark("R", "missed", .red)
    for isSmall in [true, false] {
      let strip = Chart(title: "C", summary: "S", kind: .strip(numbers.map { Count(mark, $0) }))
      let table = Table(
        columns: [Column("A"), Column("B")],
        rows: [Row([.text("a"), .chart(strip)])]
      )
      let page = html(
        Page(title: "T", document: Document([isSmall ? .table(table) : .chart(strip)]))
      )
      let widths = page.split(separator: "<rect ").dropFirst()
        .compactMap { $0.split(separator: "width=\"").last?.prefix { $0 != "%" } }
        .compactMap { Double($0) }
      #expect(widths.count == numbers.count { $0 > 0 })
      let least = isSmall ? min(14, 100 / Double(widths.count)) : 5
      #expect(widths.allSatisfy { $0 > least - 0.1 } && abs(widths.reduce(0, +) - 100) < 0.6)
      #expect(page.split(separator: "class=\"part ").count - 1 == widths.count)
    }
  }

  @Test func `an axis of grades bears their names, and the points need no words`() throws {
    var grades = trend([1, 3, 2])
    grades.levels = [
      Trend.Level(1, "Poor"), Trend.Level(2, "Requires improvement"), Trend.Level(3, "Good"),
    ]
    let picture = try #require(TrendPicture(grades))
    #expect(picture.axis.ticks == [1, 2, 3] && picture.worded.isEmpty)
    #expect(
      picture.axis.ticks.map(picture.label) == [["Poor"], ["Requires", "improvement"], ["Good"]]
    )
    #expect(picture.axis.share(1) > 0 && picture.axis.share(3) < 1)
    let long = Trend.Level(3, "Outstandingly-and-unbelievably good in each and every regard")
    grades.levels[2] = long
    let lines = try #require(TrendPicture(grades)).label(3)
    #expect(lines.count <= 2 && lines.allSatisfy { displayWidth($0) <= 13 })
  }

  @Test(arguments: ["2014/15 autumn", "a", "a rather long period indeed"], [1, 2, 3, 9, 25])
  func `names of periods do not touch`(label: String, count: Int) throws {
    var figures = trend(Array(repeating: 1, count: count), target: 3)
    for index in figures.points.indices { figures.points[index].label = label }
    let picture = try #require(TrendPicture(figures))
    let half = pictureWidth(pictureText(label, columns: 16), size: TrendPicture.font) / 2
    var end = -10.0
    for (_, middle) in picture.named {
      #expect(middle - half >= max(0, end + 7.9) && middle + half <= TrendPicture.width)
      end = middle + half
    }
    #expect(picture.named.last?.index == count - 1)
  }

  @Test func `words in a picture are cut to what has room`() {
    #expect(pictureText("short", columns: 8) == "short")
    #expect(pictureText("rather longer", columns: 8) == "rather l…")
    let accents = "e" + String(repeating: "\u{301}", count: 10_000)
    #expect(pictureText(accents + accents, columns: 1).utf8.count < 25_000)
  }
}
