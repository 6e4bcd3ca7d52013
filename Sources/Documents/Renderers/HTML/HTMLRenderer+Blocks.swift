extension HTMLRenderer {
  /// Draws the blocks of a page, with headings that no level is left out of.
  ///
  /// A page whose document has no title of its own gets that of the page.
  func draw(_ document: Document, titled title: String, in html: inout HTMLWriter) {
    // Distances are a matter of the style.
    let blocks = document.blocks.filter { if case .gap = $0 { false } else { true } }
    var level = 0
    var label = title
    let hasTitle = blocks.contains { if case .heading(_, 1, _) = $0 { true } else { false } }
    if !hasTitle {
      html.raw("<h1>")
      html.text(title)
      html.raw("</h1>\n")
      level = 1
    }
    var isBreakDue = false
    var isAfterHeading = true  // Nor does a page begin with a break.
    var turnedTo = 0
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      if turnedTo == 0, let end = landscapeEnd(blocks[index...]) {
        // The sheet is turned, and so a new one anyway.
        isBreakDue = false
        turnedTo = end
        html.raw("<section class=\"landscape\">\n")
      }
      index += 1
      if case .pageBreak = block {
        isBreakDue = !isAfterHeading
        continue
      }
      if isBreakDue { html.raw("<div class=\"break\"></div>\n") }
      isBreakDue = false
      isAfterHeading = false
      switch block {
      case .heading(let line, let wanted, let anchor):
        level = max(1, min(wanted, level + 1, 6))
        draw(heading: line, level: level, anchor: anchor, in: &html)
        label = plainText(line)
        isAfterHeading = true
      case .chart(let chart):
        // Pictures in a row stand beside each other where there is room.
        html.raw("<div class=\"charts\">\n")
        draw(chart, in: &html)
        while index < blocks.count, case .chart(let next) = blocks[index] {
          draw(next, in: &html)
          index += 1
        }
        html.raw("</div>\n")
      case .table(let table): draw(table, label: label, in: &html)
      case .firstThatFits(let tables):
        // On a narrow page the widest gives way by itself.
        if let table = tables.first { draw(table, label: label, in: &html) }
      default: draw(block, in: &html)
      }
      if index == turnedTo {
        html.raw("</section>\n")
        turnedTo = 0
        isAfterHeading = true
      }
    }
  }

  /// Where the part ends that is printed on sheets turned on their side, if one begins here.
  ///
  /// It is a table too wide for an upright sheet, with its heading and what stands between.
  private func landscapeEnd(_ blocks: ArraySlice<Block>) -> Int? {
    for (index, block) in zip(blocks.indices, blocks) {
      switch block {
      case .table(let table): return isWide(table) ? index + 1 : nil
      case .firstThatFits(let tables): return tables.first.map(isWide) == true ? index + 1 : nil
      case .heading where index == blocks.startIndex: continue
      case .paragraph where index > blocks.startIndex && index < blocks.startIndex + 6: continue
      case .legend where index > blocks.startIndex && index < blocks.startIndex + 6: continue
      default: return nil
      }
    }
    return nil
  }

  private func draw(
    heading line: Line,
    level: Int,
    anchor: String,
    in html: inout HTMLWriter
  ) {
    html.raw("<h")
    html.number(level)
    html.id(anchor)
    html.raw(">")
    draw(line, in: &html)
    html.raw("</h")
    html.number(level)
    html.raw(">\n")
  }

  private func draw(_ block: Block, in html: inout HTMLWriter) {
    switch block {
    case .paragraph(let line, let indent):
      html.raw(indent > 0 ? "<p class=\"in\">" : "<p>")
      draw(line, in: &html)
      html.raw("</p>\n")
    case .verbatim(let line):
      html.raw("<pre>")
      draw(line, in: &html)
      html.raw("</pre>\n")
    case .points(let points):
      html.raw("<ul class=\"points\">\n")
      for point in points {
        html.raw(point.mark == nil ? "<li>" : "<li class=\"marked\">")
        if let mark = point.mark {
          draw(letter: mark, in: &html)
          html.raw(" ")
        }
        html.raw("<span>")
        draw(point.line, in: &html)
        html.raw("</span></li>\n")
      }
      html.raw("</ul>\n")
    case .tree(let nodes): draw(nodes, isTop: true, in: &html)
    case .counts(let counts): draw(counts, in: &html)
    case .legend(let entries): draw(entries, in: &html)
    case .excerpt(let excerpt): draw(excerpt, in: &html)
    case .heading, .table, .firstThatFits, .chart, .pageBreak, .gap: break
    }
  }

  private func draw(_ nodes: [TreeNode], isTop: Bool = false, in html: inout HTMLWriter) {
    // A long list stands in columns where there is room, as the contents of a book do.
    let isLong = isTop && nodes.reduce(0) { $0 + 1 + $1.children.count } > 12
    html.raw(isLong ? "<ul class=\"tree long\">\n" : "<ul class=\"tree\">\n")
    for node in nodes {
      html.raw("<li>")
      draw(node.line, in: &html)
      if !node.children.isEmpty {
        html.raw("\n")
        draw(node.children, in: &html)
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func draw(_ counts: [Count], in html: inout HTMLWriter) {
    html.raw("<ul class=\"counts\">\n")
    for count in counts {
      // No colour calls for attention where there is nothing.
      html.raw(count.number == 0 ? "<li class=\"none " : "<li class=\"tile ")
      html.raw(count.mark.tone.name)
      html.raw("\"><strong>")
      html.number(count.number)
      html.raw("</strong> <span>")
      draw(count.mark, in: &html)
      html.raw("</span>")
      if !count.detail.isEmpty {
        html.raw(" <small>")
        html.text(count.detail)
        html.raw("</small>")
      }
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  /// Draws what marks and signs mean.
  func draw(_ entries: [LegendEntry], in html: inout HTMLWriter) {
    html.raw("<dl class=\"legend\">\n")
    for entry in entries {
      html.raw("<div><dt>")
      draw(entry.sign, in: &html)
      html.raw("</dt> <dd>")
      html.text(entry.meaning)
      html.raw("</dd></div>\n")
    }
    html.raw("</dl>\n")
  }

  private func draw(_ excerpt: Excerpt, in html: inout HTMLWriter) {
    let bytes = excerpt.bytes
    let marked = excerpt.hasCaret ? excerpt.marked : 0..<0
    let from = min(max(0, marked.lowerBound), bytes.count)
    let to = min(max(from, marked.upperBound), bytes.count)
    html.raw("<pre class=\"excerpt\"><span class=\"quiet\">")
    html.number(excerpt.lineNumber)
    html.raw(" | </span>")
    if excerpt.hasCaret {
      html.text(String(decoding: bytes[..<from], as: UTF8.self))
      html.raw("<mark>")
      html.text(String(decoding: bytes[from..<to], as: UTF8.self))
      html.raw("</mark>")
    }
    html.text(String(decoding: bytes[to...], as: UTF8.self))
    if !excerpt.label.isEmpty {
      html.raw("\n<span class=\"")
      html.raw(excerpt.tone.name)
      html.raw("\">^ ")
      html.text(excerpt.label)
      html.raw("</span>")
    }
    html.raw("</pre>\n")
  }
}
