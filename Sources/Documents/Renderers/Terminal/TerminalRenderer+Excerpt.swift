extension TerminalRenderer {
  /// Draws the line with its number, and carets under the part pointed out.
  ///
  /// Long lines are cut around the carets, so that these are always seen.
  func draw(_ excerpt: Excerpt, on canvas: inout Canvas) {
    let number = String(excerpt.lineNumber)
    let margin = max(5, number.utf8.count)
    let caret = Ink(tone: excerpt.tone, isStrong: true)
    let room = max(20, width - margin - 3)

    let from = min(max(0, excerpt.marked.lowerBound), excerpt.bytes.count)
    let to = min(max(from, excerpt.marked.upperBound), excerpt.bytes.count)
    let before = shown(excerpt.bytes[..<from])
    let part = shown(excerpt.bytes[from..<to])
    let after = shown(excerpt.bytes[to...])
    let line = cutAround(before: before, part: part, after: after, room: room)

    canvas.skip(margin - number.utf8.count)
    canvas.put(Run(number, Ink(isQuiet: true)))
    canvas.put(Run(" | ", Ink(isQuiet: true)))
    canvas.put(Run(line.text))
    canvas.endLine()
    guard excerpt.hasCaret else { return }

    canvas.skip(margin)
    canvas.put(Run(" | ", Ink(isQuiet: true)))
    canvas.skip(line.caretAt)
    let carets = String(repeating: "^", count: line.caretWidth)
    guard !excerpt.label.isEmpty else {
      canvas.put(Run(carets, caret))
      canvas.endLine()
      return
    }
    let label = run(excerpt.label, caret)
    let used = line.caretAt + line.caretWidth + 1
    canvas.put(Run(carets, caret))
    if used + label.width <= room || room - used >= 24 {
      let lines = wrapped([label], to: max(24, room - used))
      canvas.skip(1)
      canvas.put(lines[0], indent: 0)
      for line in lines.dropFirst() { canvas.put(line, indent: margin + 3 + used) }
    } else {
      // No room beside the carets: the label goes below them.
      canvas.endLine()
      let at = min(line.caretAt, max(0, room - label.width))
      for line in wrapped([label], to: room - at) { canvas.put(line, indent: margin + 3 + at) }
    }
  }

  /// Bytes of a file as they are shown: a tab as spaces, controls written out, broken UTF-8 marked.
  private func shown(_ bytes: ArraySlice<UInt8>) -> String {
    var text = ""
    for (index, part) in bytes.split(separator: 0x09, omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { text += "    " }
      text += safeText(String(decoding: part, as: UTF8.self))
    }
    return isASCII ? asciiText(text) : text
  }

  /// A line short enough for the page, and where in it the carets stand.
  private func cutAround(
    before: String,
    part: String,
    after: String,
    room: Int
  ) -> (text: String, caretAt: Int, caretWidth: Int) {
    let ellipsis = isASCII ? "..." : "…"
    let gap = displayWidth(ellipsis)
    let widths = (displayWidth(before), displayWidth(part), displayWidth(after))
    if widths.0 + widths.1 + widths.2 <= room {
      return (before + part + after, widths.0, max(1, widths.1))
    }
    // The part pointed out may take two thirds of the line; what stands before it a third.
    let partRoom = min(widths.1, room * 2 / 3)
    var start = before
    let beforeRoom = max(room / 3 - gap, room - partRoom - widths.2 - 2 * gap)
    if widths.0 > beforeRoom {
      let cutAway = cut(Run(before), at: widths.0 - beforeRoom + gap)
      start = ellipsis + cutAway.tail.text
    }
    var text = start + part + after
    if displayWidth(text) > room { text = cut(Run(text), at: room - gap).head.text + ellipsis }
    let caretAt = displayWidth(start)
    return (text, caretAt, max(1, min(widths.1, room - caretAt)))
  }
}
