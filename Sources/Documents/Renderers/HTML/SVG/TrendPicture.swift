/// A picture of figures over time: where each point, line and word of it stands.
struct TrendPicture {
  /// The points drawn, thinned to what the picture has room for.
  private(set) var points: [Trend.Point]
  private(set) var axis: FigureAxis
  let trend: Trend
  let left: Double
  let right: Double

  static let width = 280.0
  static let height = 168.0
  static let top = 26.0
  static let foot = 24.0
  /// The size of the words.
  static let font = 11.0
  /// The most points that have room for the letter of their mark.
  static let mostLetters = 9
  /// The most columns of the name of a height, on a line.
  static let longestName = 12

  /// Lays a picture out; `nil` where there is no figure to draw.
  init?(_ trend: Trend) {
    guard trend.points.contains(where: { $0.figure != nil }) else { return nil }
    points = thinned(trend.points, to: 240)
    var seen = points.compactMap(\.figure)
    if let target = trend.target, target.isFinite { seen.append(target) }
    let isPercent = trend.unit.utf8.first == UInt8(ascii: "%")
    let named = FigureAxis(trend.levels)
    guard
      let axis = named ?? FigureAxis(seen + Self.bounds(trend, seen), isPercent: isPercent)
    else { return nil }
    self.axis = axis
    self.trend = trend
    let words = axis.ticks.flatMap { Self.label($0, axis, trend) }
    let widest = words.map { pictureWidth($0, size: Self.font) }.max() ?? 0
    left = max(24, widest + 8)
    right = Self.width - (trend.target == nil && trend.amber == nil ? 12 : 42)
  }

  /// What stands beside a line of the axis: its figure, or its name on one or two lines.
  func label(_ tick: Double) -> [String] { Self.label(tick, axis, trend) }

  private static func label(_ tick: Double, _ axis: FigureAxis, _ trend: Trend) -> [String] {
    guard let level = trend.levels.first(where: { $0.height == tick }) else {
      return trend.levels.isEmpty ? [axis.words(tick)] : []
    }
    let name = safeText(level.name)
    // Two lines have room where there are few levels.
    if displayWidth(name) > longestName, trend.levels.count <= 6 {
      let words = name.split(separator: " ")
      for count in stride(from: words.count - 1, to: 0, by: -1) {
        let first = words[..<count].joined(separator: " ")
        guard displayWidth(first) <= longestName else { continue }
        let second = words[count...].joined(separator: " ")
        return [first, pictureText(second, columns: longestName)]
      }
    }
    return [pictureText(name, columns: longestName)]
  }

  /// The ends of the tolerance that are near enough to be seen beside the figures.
  private static func bounds(_ trend: Trend, _ seen: [Double]) -> [Double] {
    guard let amber = trend.amber, let least = seen.min(), let most = seen.max() else { return [] }
    let reach = max(most - least, max(abs(least), abs(most)) * 0.2)
    return [amber.lowerBound, amber.upperBound].filter {
      $0.isFinite && $0 > least - reach && $0 < most + reach
    }
  }

  /// How far apart the points stand.
  var step: Double { points.count > 1 ? (right - left - 20) / Double(points.count - 1) : 0 }

  /// Where a point stands from the left.
  func x(_ index: Int) -> Double {
    points.count > 1 ? left + 10 + Double(index) * step : (left + right) / 2
  }

  /// Where a figure stands from above.
  func y(_ figure: Double) -> Double {
    let bottom = Self.height - Self.foot
    return bottom - axis.share(figure) * (bottom - Self.top)
  }

  /// Whether the words of a point stand below it, because the line comes from or goes above.
  func isWordedBelow(_ index: Int) -> Bool {
    guard let figure = points[index].figure else { return false }
    let before = index > 0 ? points[index - 1].figure : nil
    let after = index + 1 < points.count ? points[index + 1].figure : nil
    let neighbours = [before, after].compactMap { $0 }
    let slopesDown = neighbours.reduce(0) { $0 + (y($1) - y(figure)) } < -1
    let isLow = y(figure) > Self.height - Self.foot - 20
    return (slopesDown && !isLow) || y(figure) < Self.top + 8
  }

  /// The index of the last point that has a figure.
  var last: Int? { points.lastIndex { $0.figure != nil } }

  /// The points whose period is named, with the middle of the name: none so near to another that
  /// their words would touch, and none outside of the picture.
  var named: [(index: Int, middle: Double)] {
    guard let end = points.indices.last else { return [] }
    let widths = points.map { pictureWidth(pictureText($0.label, columns: 16), size: Self.font) }
    let widest = widths.max() ?? 0
    let stride = step > 0 ? max(1, Int(((widest + 8) / step).rounded(.up))) : 1
    var named: [(Int, Double)] = []
    var taken = Self.width + 8
    for index in points.indices.reversed() where (end - index) % stride == 0 {
      let half = widths[index] / 2
      let middle = min(max(x(index), half + 2), Self.width - half - 2)
      guard half > 0, middle + half + 8 <= taken else { continue }
      named.append((index, middle))
      taken = middle - half
    }
    return named.reversed()
  }

  /// The points whose figure is written beside them: all where there is room, else the last; none
  /// where the axis has names, which say it.
  var worded: [Int] {
    if !trend.levels.isEmpty { return [] }
    let figures = points.indices.filter { points[$0].figure != nil && !points[$0].words.isEmpty }
    let widest =
      figures.map { pictureWidth(pictureText(points[$0].words, columns: 18), size: Self.font) }
      .max() ?? 0
    if points.count == 1 || (points.count < 8 && widest + 6 < step) { return figures }
    return figures.last.map { [$0] } ?? []
  }
}

extension Trend.Point {
  /// The figure, if there is one that can be drawn.
  var figure: Double? {
    guard let value, value.isFinite else { return nil }
    return FigureAxis.clamped(value)
  }
}

/// Points thinned so that no peak, dip or gap is lost: of each stretch its lowest and highest.
private func thinned(_ points: [Trend.Point], to most: Int) -> [Trend.Point] {
  guard points.count > most else { return points }
  let stretches = most / 2
  var result: [Trend.Point] = []
  for stretch in 0..<stretches {
    let range = (stretch * points.count / stretches)..<((stretch + 1) * points.count / stretches)
    var lowest: Int?
    var highest: Int?
    for index in range {
      guard let figure = points[index].figure else { continue }
      if lowest.flatMap({ points[$0].figure }).map({ figure < $0 }) ?? true { lowest = index }
      if highest.flatMap({ points[$0].figure }).map({ figure >= $0 }) ?? true { highest = index }
    }
    var kept = Set([lowest, highest].compactMap { $0 })
    if stretch == stretches - 1 { kept.insert(points.count - 1) }
    if stretch == 0 { kept.insert(0) }
    if kept.isEmpty { kept.insert(range.lowerBound) }
    for index in kept.sorted() { result.append(points[index]) }
  }
  return result
}
