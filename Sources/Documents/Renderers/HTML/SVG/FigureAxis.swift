/// The axis of figures of a picture: from where to where, and at which figures it has a line.
struct FigureAxis {
  /// The figure at the foot.
  private(set) var low: Double
  /// The figure at the head, always above `low`.
  private(set) var high: Double
  /// The figures that have a line, from the lowest to the highest.
  private(set) var ticks: [Double]
  /// The decimals that keep two neighbouring figures of the axis apart.
  private var decimals: Int
  /// The figures are so great that the axis counts in thousands, millions and so on.
  private var unit: (size: Double, sign: String)

  /// The greatest figure that is drawn in its place.
  static let limit = 1e15

  /// Creates the axis of figures; `nil` where there is nothing to see.
  ///
  /// - Parameters:
  ///   - figures: All that is to be seen; what is not finite is left out.
  ///   - isPercent: Whether 100 is the most there can be, as long as nothing lies above.
  init?(_ figures: [Double], isPercent: Bool) {
    let finite = figures.filter(\.isFinite).map(Self.clamped)
    guard let least = finite.min(), let most = finite.max() else { return nil }
    let size = max(abs(least), abs(most))
    var padding = (most - least) * 0.12
    // Figures that differ by less than can be told apart are drawn as equal.
    if padding <= size * 1e-9 || padding < 1e-6 { padding = size < 1e-5 ? 1 : size * 0.05 }
    low = least - padding
    high = most + padding
    if least >= 0 { low = max(0, low) }
    if isPercent, most <= 100 { high = min(100, high) }
    if high - low < padding { low = high - 2 * padding }

    var step = 1.0
    decimals = 0
    let wanted = (high - low) / 4
    while step > wanted, decimals < 7 {
      step /= 10
      decimals += 1
    }
    while step * 10 <= wanted { step *= 10 }
    let factor = wanted > step * 7 ? 10.0 : wanted > step * 3.2 ? 5 : wanted > step * 1.4 ? 2 : 1
    step *= factor
    if factor == 10, decimals > 0 { decimals -= 1 }
    ticks = []
    var tick = (low / step).rounded(.up) * step
    while tick <= high + step * 1e-6, ticks.count < 12 {
      ticks.append(tick)
      tick += step
    }
    let units: [(Double, String)] = [(1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1e4, "k")]
    unit = (1, "")
    for (least, sign) in units where size >= least {
      let size = sign == "k" ? 1e3 : least
      unit = (size, sign)
      var shown = step / size
      decimals = 0
      while shown < 0.999, decimals < 6 {
        shown *= 10
        decimals += 1
      }
      break
    }
  }

  /// Creates the axis of heights that have names, a line for each; `nil` where there is none.
  init?(_ levels: [Trend.Level]) {
    let heights = levels.map(\.height).filter(\.isFinite).map(Self.clamped).sorted()
    guard let least = heights.first, let most = heights.last else { return nil }
    low = least - 0.4
    high = most + 0.4
    ticks = heights
    decimals = 0
    unit = (1, "")
  }

  /// A figure moved to where it can be drawn.
  static func clamped(_ figure: Double) -> Double { min(max(figure, -limit), limit) }

  /// How far up the axis a figure stands: 0 at the foot, 1 at the head.
  func share(_ figure: Double) -> Double {
    min(max((Self.clamped(figure) - low) / (high - low), 0), 1)
  }

  /// A figure of the axis in words.
  func words(_ tick: Double) -> String {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let whole = Int((tick / unit.size * scale).rounded())
    let digits = String(whole.magnitude)
    let padded =
      String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    let point = padded.utf8.index(padded.utf8.endIndex, offsetBy: -decimals)
    var text = grouped(padded[..<point])
    if decimals > 0 { text += "." + padded[point...] }
    return (whole < 0 ? "\u{2212}" : "") + text + unit.sign
  }

  private func grouped(_ digits: Substring) -> String {
    var text = ""
    let count = digits.utf8.count
    for (index, digit) in digits.enumerated() {
      if index > 0, (count - index) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }
}
