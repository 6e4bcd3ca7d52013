extension HTMLRenderer {
  /// Draws a picture with its title above and its words below.
  func draw(_ chart: Chart, in html: inout HTMLWriter) {
    switch chart.kind {
    case .trend: html.raw("<figure>\n<figcaption>")
    case .distances, .strip: html.raw("<figure class=\"broad\">\n<figcaption>")
    }
    html.raw("<strong>")
    html.text(chart.title)
    html.raw("</strong>")
    if case .trend = chart.kind {
      html.raw("</figcaption>\n")
    } else {
      // A picture says its summary itself; these are lists.
      html.raw(" <span class=\"heard\">")
      html.text(chart.summary)
      html.raw("</span></figcaption>\n")
    }
    switch chart.kind {
    case .trend(let trend):
      if let picture = TrendPicture(trend) {
        draw(picture, chart, in: &html)
      } else {
        html.raw("<p class=\"quiet\">")
        html.text(chart.summary.isEmpty ? "No figure yet." : chart.summary)
        html.raw("</p>\n")
      }
      drawKey(trend, in: &html)
    case .distances(let distances, let unit): draw(distances, unit: unit, in: &html)
    case .strip(let counts):
      drawStrip(counts, chart, isSmall: false, in: &html)
      drawStripKey(counts, in: &html)
    }
    html.raw("</figure>\n")
  }

  private func drawKey(_ trend: Trend, in html: inout HTMLWriter) {
    if trend.targetWords.isEmpty && trend.amber == nil && trend.lastReading.isEmpty { return }
    html.raw("<p class=\"key\">")
    if !trend.targetWords.isEmpty {
      html.raw("<span>")
      if trend.target?.isFinite == true {
        html.raw("<svg class=\"sign\" viewBox=\"0 0 22 10\" aria-hidden=\"true\">")
        html.raw("<path class=\"target\" d=\"M0 5H22\"/></svg> ")
      }
      html.raw("Target: ")
      html.text(trend.targetWords)
      html.raw("</span> ")
    }
    if trend.amber != nil {
      html.raw("<span><svg class=\"sign\" viewBox=\"0 0 22 10\" aria-hidden=\"true\">")
      html.raw("<rect class=\"band\" width=\"22\" height=\"10\"/></svg> Amber band</span> ")
    }
    if !trend.lastReading.isEmpty {
      html.raw("<span>Last reading: ")
      html.text(trend.lastReading)
      html.raw("</span>")
    }
    html.raw("</p>\n")
  }

  /// Draws a picture that has room in a cell.
  func drawSmall(_ chart: Chart, in html: inout HTMLWriter) {
    switch chart.kind {
    case .trend(let trend):
      guard let picture = TrendPicture(trend) else {
        html.raw("<span class=\"quiet\">")
        html.text(chart.summary.isEmpty ? "no figure yet" : chart.summary)
        html.raw("</span>")
        return
      }
      html.raw("<svg class=\"spark\" viewBox=\"0 0 104 28\" role=\"img\"")
      drawTitle(chart, in: &html)
      if let amber = trend.amber {
        let top = picture.smallY(amber.upperBound)
        html.raw("<rect class=\"band\" width=\"104\" y=\"")
        html.coordinate(top)
        html.raw("\" height=\"")
        html.coordinate(max(0, picture.smallY(amber.lowerBound) - top))
        html.raw("\"/>")
      }
      if let target = trend.target, target.isFinite {
        html.raw("<path class=\"target\" d=\"M0 ")
        html.coordinate(picture.smallY(target))
        html.raw("H104\"/>")
      }
      drawPath(picture, isSmall: true, in: &html)
      if let last = picture.last, let figure = picture.points[last].figure {
        drawShape(
          picture.points[last].mark,
          x: picture.smallX(last),
          y: picture.smallY(figure),
          size: 4,
          in: &html
        )
      }
      html.raw("</svg>")
    case .distances: html.text(chart.summary)
    case .strip(let counts): drawStrip(counts, chart, isSmall: true, in: &html)
    }
  }

  // MARK: - Distances

  /// Draws a row for each thing, with a bar to the left of a line where it falls short of its
  /// target and to the right where it has room to spare; the words say the same.
  private func draw(_ distances: [Distance], unit: String, in html: inout HTMLWriter) {
    if distances.isEmpty {
      html.raw("<p class=\"quiet\">Nothing to compare.</p>\n")
      return
    }
    let finite = distances.map(\.amount).filter(\.isFinite).map(FigureAxis.clamped)
    let low = min(0, finite.min() ?? 0)
    let high = max(0, finite.max() ?? 0)
    let span = high - low
    func share(_ amount: Double) -> Double {
      span > 0 ? (min(max(amount, low), high) - low) / span * 96 + 2 : 50
    }
    html.raw("<table class=\"distances\">\n<thead class=\"heard\">\n<tr><th scope=\"col\">Of</th>")
    html.raw("<th scope=\"col\">Status</th><td></td><th scope=\"col\">Distance</th></tr>\n")
    html.raw("</thead>\n<tbody>\n")
    for distance in distances {
      html.raw("<tr><th scope=\"row\">")
      html.text(distance.label)
      html.raw("</th><td>")
      draw(letter: distance.mark, in: &html)
      html.raw("</td><td class=\"bar\"><svg aria-hidden=\"true\">")
      let zero = share(0)
      if !distance.amount.isNaN {
        let end = share(distance.amount)
        html.raw("<rect class=\"f")
        html.raw(distance.mark.tone.name)
        html.raw("\" y=\"3\" height=\"12\" x=\"")
        html.coordinate(min(zero, end))
        html.raw("%\" width=\"")
        html.coordinate(abs(end - zero))
        html.raw("%\"/>")
      }
      html.raw("<line class=\"zero\" y1=\"0\" y2=\"18\" x1=\"")
      html.coordinate(zero)
      html.raw("%\" x2=\"")
      html.coordinate(zero)
      html.raw("%\"/></svg></td><td class=\"words\">")
      html.text(distance.words)
      html.raw("</td></tr>\n")
    }
    html.raw("</tbody>\n</table>\n<p class=\"key\"><span>Bars to the left fall short of the ")
    html.raw("target, bars to the right have room to spare")
    if !unit.isEmpty {
      html.raw("; in ")
      html.text(unit)
    }
    html.raw(".</span></p>\n")
  }

  // MARK: - Strips

  /// Draws how many of each mark there are as parts of one bar.
  private func drawStrip(
    _ counts: [Count],
    _ chart: Chart,
    isSmall: Bool,
    in html: inout HTMLWriter
  ) {
    let counts = counts.filter { $0.number > 0 }
    let shares = shares(of: counts, least: isSmall ? 14 : 5)
    html.raw(
      isSmall ? "<svg class=\"strip small\" role=\"img\"" : "<svg class=\"strip\" role=\"img\""
    )
    drawTitle(chart, in: &html)
    var at = 0.0
    for (count, share) in zip(counts, shares) {
      html.raw("<rect class=\"f")
      html.raw(count.mark.tone.name)
      html.raw("\" height=\"100%\" x=\"")
      html.coordinate(at)
      html.raw("%\" width=\"")
      html.coordinate(share)
      html.raw("%\"/>")
      html.raw("<text class=\"part ")
      html.raw(count.mark.tone.name)
      html.raw("\" y=\"50%\" x=\"")
      html.coordinate(at + share / 2)
      html.raw("%\">")
      html.text(pictureText(count.mark.letter, columns: 3))
      if !isSmall, share >= 9 {
        html.raw(" ")
        html.number(count.number)
      }
      html.raw("</text>")
      at += share
    }
    html.raw("</svg>")
    if !isSmall { html.raw("\n") }
  }

  /// How much of a bar each part takes, in percent: none so little that its letter does not fit, the
  /// others by their number.
  private func shares(of counts: [Count], least: Double) -> [Double] {
    let least = min(least, 100 / Double(max(1, counts.count)))
    var free = 100.0
    var total = counts.reduce(0.0) { $0 + Double($1.number) }
    var shares = [Double?](repeating: nil, count: counts.count)
    while let small = counts.indices.first(where: {
      shares[$0] == nil && Double(counts[$0].number) / total * free < least
    }) {
      shares[small] = least
      free -= least
      total -= Double(counts[small].number)
    }
    return zip(shares, counts).map { share, count in share ?? Double(count.number) / total * free }
  }

  private func drawStripKey(_ counts: [Count], in html: inout HTMLWriter) {
    if counts.isEmpty { return }
    html.raw("<p class=\"key\">")
    for count in counts {
      html.raw("<span>")
      draw(letter: count.mark, in: &html)
      html.raw(" ")
      html.number(count.number)
      html.raw(" ")
      html.text(count.mark.word)
      if !count.detail.isEmpty {
        html.raw(" (")
        html.text(count.detail)
        html.raw(")")
      }
      html.raw("</span> ")
    }
    html.raw("</p>\n")
  }
}
