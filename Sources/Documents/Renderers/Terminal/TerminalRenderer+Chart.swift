extension TerminalRenderer {
  /// Draws a picture of figures in letters and blocks, with its words.
  func draw(_ chart: Chart, on canvas: inout Canvas) {
    let title = runs(of: Line([.text(chart.title, .strong)]))
    if !chart.title.isEmpty { draw(title, first: 2, rest: 2, on: &canvas) }
    switch chart.kind {
    case .trend(let trend) where trend.points.contains { $0.value != nil }:
      draw(sparkline(of: trend) + words(of: trend), first: 4, rest: 4, on: &canvas)
    case .distances(let distances, _) where !distances.isEmpty: draw(distances, on: &canvas)
    case .strip(let counts) where counts.contains { $0.number > 0 }:
      draw(strip(of: counts), first: 4, rest: 4, on: &canvas)
      draw(words(of: counts), first: 4, rest: 4, on: &canvas)
    default: draw([run(chart.summary)], first: 4, rest: 4, on: &canvas)
    }
  }

  /// The items that stand for a picture in a cell of a table.
  func items(of chart: Chart, isQuiet: Bool) -> [[Run]] {
    switch chart.kind {
    case .trend(let trend) where trend.points.contains { $0.value != nil }:
      return [sparkline(of: trend, isQuiet: isQuiet)]
    case .strip(let counts) where counts.contains { $0.number > 0 }:
      return counts.filter { $0.number > 0 }.map { count in
        [marked(count.mark, String(count.number), isQuiet: isQuiet)]
      }
    default: return [[run(chart.summary, Ink(isQuiet: isQuiet))]]
    }
  }

  // MARK: - Figures over time

  /// The most figures that a line shows; earlier ones are left out.
  private static let mostPoints = 24

  /// The figures that are shown: the last ones.
  private func shown(_ trend: Trend) -> ArraySlice<Trend.Point> {
    trend.points.suffix(Self.mostPoints)
  }

  /// A figure of the height of a letter for each period, in the colour of its mark.
  private func sparkline(of trend: Trend, isQuiet: Bool = false) -> [Run] {
    let values = shown(trend).compactMap(\.value).filter(\.isFinite)
    let lowest = values.min() ?? 0
    let height = (values.max() ?? 0) - lowest
    let levels = Array((isASCII ? ".:-=+*#@" : "▁▂▃▄▅▆▇█").unicodeScalars)
    var runs: [Run] = []
    for point in shown(trend) {
      let ink = Ink(tone: point.mark?.tone, isQuiet: isQuiet)
      var scalar: Unicode.Scalar = isASCII ? "?" : "·"
      if let value = point.value, value.isFinite {
        // Figures that do not differ stand half-way up, neither low nor high.
        let share = height > 0 && height.isFinite ? (value - lowest) / height : 0.5
        let step = (share * Double(levels.count - 1)).rounded()
        scalar = levels[min(levels.count - 1, max(0, Int(step)))]
      }
      if let last = runs.last, last.ink == ink {
        runs[runs.count - 1] = Run(last.text + String(scalar), ink)
      } else {
        runs.append(Run(String(scalar), ink))
      }
    }
    return runs
  }

  /// The first and the last figure, how the last one stands, and the target.
  private func words(of trend: Trend) -> [Run] {
    let known = shown(trend).filter { $0.value != nil }
    guard let first = known.first, let last = known.last else { return [] }
    var spans: [Span] = [.text("  ")]
    if known.count > 1 { spans.append(.text("\(first.words) (\(first.label)) to ")) }
    spans.append(.text("\(last.words) (\(last.label))"))
    if let mark = last.mark { spans += [.text(", "), .mark(mark)] }
    if !trend.targetWords.isEmpty { spans.append(.text("; target \(trend.targetWords)")) }
    return runs(of: Line(spans))
  }

  // MARK: - Distances

  /// The most columns of a bar on either side of the target.
  private static let longestBar = 10

  /// A row for each thing: its name, how it stands, a bar from the target, and the distance.
  private func draw(_ distances: [Distance], on canvas: inout Canvas) {
    let amounts = distances.map { $0.amount.isFinite ? $0.amount : 0 }
    let farthest = amounts.reduce(0) { max($0, $1.magnitude) }
    func length(_ amount: Double) -> Int {
      guard farthest > 0, amount != 0 else { return 0 }
      // What is not zero shows, however short.
      return max(1, Int((amount.magnitude / farthest * Double(Self.longestBar)).rounded()))
    }
    let left = amounts.map { $0 < 0 ? length($0) : 0 }.max() ?? 0
    let right = amounts.map { $0 > 0 ? length($0) : 0 }.max() ?? 0
    let block = isASCII ? "#" : "█"
    let rows = zip(distances, amounts).map { distance, amount in
      let short = amount < 0 ? length(amount) : 0
      let over = amount > 0 ? length(amount) : 0
      let bar: [Span] = [
        .text(String(repeating: " ", count: left - short)),
        .toned(String(repeating: block, count: short), distance.mark.tone),
        .text("|", .quiet),
        .toned(String(repeating: block, count: over), distance.mark.tone),
        .text(String(repeating: " ", count: right - over)),
      ]
      return Row(
        [.text(distance.label), .mark(distance.mark), .line(Line(bar)), .text(distance.words)],
        indent: 2
      )
    }
    let table = Table(
      columns: [
        Column("", narrowest: 12), Column("", narrowest: 8, leavesOut: 1), Column("", leavesOut: 2),
        Column("", narrowest: 12),
      ],
      rows: rows,
      showsTitles: false
    )
    draw(table, on: &canvas)
  }

  // MARK: - Counts

  /// The most columns of a strip.
  private static let longestStrip = 40

  /// A letter for each one there is, or for each few where there are too many.
  private func strip(of counts: [Count]) -> [Run] {
    let room = min(Self.longestStrip, max(10, width - 8))
    let total = counts.reduce(0) { $0 + max(0, $1.number) }
    return counts.filter { $0.number > 0 }.map { count in
      let length = total <= room ? count.number : max(1, count.number * room / total)
      let letters = String(repeating: count.mark.letter, count: length)
      return run(letters, Ink(tone: count.mark.tone))
    }
  }

  private func words(of counts: [Count]) -> [Run] {
    var spans: [Span] = []
    for count in counts where count.number > 0 {
      if !spans.isEmpty { spans.append(.text(", ")) }
      spans.append(
        .toned("\(count.mark.letter) \(count.number) \(count.mark.word)", count.mark.tone)
      )
    }
    return runs(of: Line(spans))
  }
}
