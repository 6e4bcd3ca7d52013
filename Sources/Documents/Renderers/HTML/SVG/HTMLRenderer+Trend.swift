extension HTMLRenderer {
  /// Draws figures over time: axis, tolerance, target, line, points, words.
  func draw(_ picture: TrendPicture, _ chart: Chart, in html: inout HTMLWriter) {
    html.raw("<svg class=\"trend\" viewBox=\"0 0 280 168\" role=\"img\"")
    drawTitle(chart, in: &html)
    drawAxis(picture, in: &html)
    drawTarget(picture, in: &html)
    drawPath(picture, isSmall: false, in: &html)
    drawPoints(picture, in: &html)
    html.raw("</svg>\n")
  }

  /// Names a picture and describes it, for those who hear it; ends the opening tag.
  func drawTitle(_ chart: Chart, in html: inout HTMLWriter) {
    let number = html.nextPicture()
    // A picture without a title is named by what can be seen on it.
    let isNamed = !chart.title.utf8.isEmpty
    html.raw(" aria-labelledby=\"p")
    html.number(number)
    if isNamed {
      html.raw("t\" aria-describedby=\"p")
      html.number(number)
      html.raw("d\"><title id=\"p")
    } else {
      html.raw("t\"><title id=\"p")
    }
    html.number(number)
    html.raw("t\">")
    html.text(isNamed ? chart.title : chart.summary)
    html.raw("</title>")
    guard isNamed else { return }
    html.raw("<desc id=\"p")
    html.number(number)
    html.raw("d\">")
    html.text(chart.summary)
    html.raw("</desc>")
  }

  private func drawAxis(_ picture: TrendPicture, in html: inout HTMLWriter) {
    for tick in picture.axis.ticks {
      let y = picture.y(tick)
      html.raw("<path class=\"grid\" d=\"M")
      html.coordinate(picture.left)
      html.raw(" ")
      html.coordinate(y)
      html.raw("H")
      html.coordinate(picture.right)
      html.raw("\"/>")
      let lines = picture.label(tick)
      for (number, words) in lines.enumerated() {
        let down = (Double(number) - Double(lines.count - 1) / 2) * TrendPicture.font
        drawText(words, x: picture.left - 6, y: y + 3.8 + down, "end", in: &html)
      }
    }
    drawText(pictureText(picture.trend.unit, columns: 42), x: 2, y: 12, "unit", in: &html)
    let foot = TrendPicture.height - 8
    for (index, middle) in picture.named {
      let label = pictureText(picture.points[index].label, columns: 16)
      drawText(label, x: middle, y: foot, "mid", in: &html)
    }
  }

  private func drawTarget(_ picture: TrendPicture, in html: inout HTMLWriter) {
    let trend = picture.trend
    var targetY: Double?
    if let target = trend.target, target.isFinite { targetY = picture.y(target) }
    if let amber = trend.amber {
      let top = picture.y(amber.upperBound)
      let bottom = picture.y(amber.lowerBound)
      if bottom - top > 0.05 {
        html.raw("<rect class=\"band\" x=\"")
        html.coordinate(picture.left)
        html.raw("\" y=\"")
        html.coordinate(top)
        html.raw("\" width=\"")
        html.coordinate(picture.right - picture.left)
        html.raw("\" height=\"")
        html.coordinate(bottom - top)
        html.raw("\"/>")
        var middle = (top + bottom) / 2
        if let targetY, abs(middle - targetY) < 12 {
          middle = middle < targetY ? targetY - 12 : targetY + 12
        }
        drawText("amber", x: picture.right + 4, y: middle + 3.8, "unit", in: &html)
      }
    }
    guard let targetY else { return }
    html.raw("<path class=\"target\" d=\"M")
    html.coordinate(picture.left)
    html.raw(" ")
    html.coordinate(targetY)
    html.raw("H")
    html.coordinate(picture.right)
    html.raw("\"/>")
    drawText("target", x: picture.right + 4, y: targetY + 3.8, "aim", in: &html)
  }

  /// Draws the line through the figures, broken where there is none.
  func drawPath(_ picture: TrendPicture, isSmall: Bool, in html: inout HTMLWriter) {
    html.raw("<path class=\"line\" d=\"")
    var isBroken = true
    for (index, point) in picture.points.enumerated() {
      guard let figure = point.figure else {
        isBroken = true
        continue
      }
      html.raw(isBroken ? "M" : "L")
      html.coordinate(isSmall ? picture.smallX(index) : picture.x(index))
      html.raw(" ")
      html.coordinate(isSmall ? picture.smallY(figure) : picture.y(figure))
      // A line of no length, so that a figure without neighbours is a dot and not nothing.
      if isBroken { html.raw("h0") }
      isBroken = false
    }
    html.raw("\"/>")
  }

  private func drawPoints(_ picture: TrendPicture, in html: inout HTMLWriter) {
    let count = picture.points.count
    let hasLetters = count <= TrendPicture.mostLetters
    for (index, point) in picture.points.enumerated() {
      guard let figure = point.figure else { continue }
      let isLast = index == picture.last
      guard count <= 60 || isLast else { continue }
      let (x, y) = (picture.x(index), picture.y(figure))
      html.raw("<g><title>")
      html.text(point.label + ": " + point.words + (point.mark.map { ", " + $0.word } ?? ""))
      html.raw("</title>")
      drawShape(point.mark, x: x, y: y, size: hasLetters || isLast ? 7.5 : 3, in: &html)
      if let mark = point.mark, hasLetters || isLast {
        drawText(pictureText(mark.letter, columns: 3), x: x, y: y + 3.4, "letter", in: &html)
      }
      html.raw("</g>")
    }
    for index in picture.worded {
      guard let figure = picture.points[index].figure else { continue }
      let words = pictureText(picture.points[index].words, columns: 18)
      let half = pictureWidth(words, size: TrendPicture.font) / 2
      let y = picture.y(figure) + (picture.isWordedBelow(index) ? 20 : -12)
      // Beside the word at the end of the line of the target there is no room.
      let target = picture.trend.target.map { picture.y($0) + 3.8 } ?? -100
      let end = abs(y - target) < 11 ? picture.right + 1 : TrendPicture.width - 2
      let x = min(max(picture.x(index), picture.left + half), end - half)
      drawText(words, x: x, y: y, "figure", in: &html)
    }
  }

  /// Draws the shape of a mark: each has its own, so that none rests on its colour alone.
  func drawShape(
    _ mark: Mark?,
    x: Double,
    y: Double,
    size: Double,
    in html: inout HTMLWriter
  ) {
    guard let mark else {
      drawCircle(x, y, size * 0.5, "dot", in: &html)
      return
    }
    switch mark.tone {
    case .green: drawCircle(x, y, size, "fg", in: &html)
    case .grey: drawCircle(x, y, size, "fx", in: &html)
    case .amber:
      let reach = size * 1.3
      html.raw("<path class=\"fa\" d=\"M")
      html.coordinate(x - reach)
      html.raw(" ")
      html.coordinate(y)
      html.raw("L")
      html.coordinate(x)
      html.raw(" ")
      html.coordinate(y - reach)
      html.raw("L")
      html.coordinate(x + reach)
      html.raw(" ")
      html.coordinate(y)
      html.raw("L")
      html.coordinate(x)
      html.raw(" ")
      html.coordinate(y + reach)
      html.raw("Z\"/>")
    case .red:
      html.raw("<rect class=\"fr\" x=\"")
      html.coordinate(x - size * 0.92)
      html.raw("\" y=\"")
      html.coordinate(y - size * 0.92)
      html.raw("\" width=\"")
      html.coordinate(size * 1.84)
      html.raw("\" height=\"")
      html.coordinate(size * 1.84)
      html.raw("\"/>")
    }
  }

  private func drawCircle(
    _ x: Double,
    _ y: Double,
    _ radius: Double,
    _ kind: StaticString,
    in html: inout HTMLWriter
  ) {
    html.raw("<circle class=\"")
    html.raw(kind)
    html.raw("\" cx=\"")
    html.coordinate(x)
    html.raw("\" cy=\"")
    html.coordinate(y)
    html.raw("\" r=\"")
    html.coordinate(radius)
    html.raw("\"/>")
  }

  private func drawText(
    _ text: String,
    x: Double,
    y: Double,
    _ kind: StaticString,
    in html: inout HTMLWriter
  ) {
    html.raw("<text class=\"")
    html.raw(kind)
    html.raw("\" x=\"")
    html.coordinate(x)
    html.raw("\" y=\"")
    html.coordinate(y)
    html.raw("\">")
    html.text(text)
    html.raw("</text>")
  }
}

extension TrendPicture {
  /// Where a point stands in a picture inside a cell, 104 by 28.
  func smallX(_ index: Int) -> Double {
    points.count > 1 ? 6 + Double(index) * 92 / Double(points.count - 1) : 52
  }

  /// Where a figure stands in a picture inside a cell.
  func smallY(_ figure: Double) -> Double { 23 - axis.share(figure) * 18 }
}
