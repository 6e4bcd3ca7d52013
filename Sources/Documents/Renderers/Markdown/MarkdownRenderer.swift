/// Writes a page as Markdown: CommonMark 0.31 with the tables of GitHub Flavored Markdown.
///
/// Text from files is escaped by ``markdownText(_:startsBlock:)`` and can make no markup. Each
/// paragraph, point and row is one line, so that a change of one word changes one line.
public struct MarkdownRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// Writes a page as UTF-8 bytes.
  public func render(_ page: Page) -> [UInt8] {
    var writer = MarkdownWriter(anchors: anchors(linkedIn: page))
    if !page.document.beginsWithTitle, !page.title.isEmpty {
      writer.heading(inline(Line(page.title), startsBlock: true), level: 1)
    }
    if !page.navigation.isEmpty { writer.paragraph(navigation(page.navigation)) }
    var verbatim: [String] = []
    for block in page.document.blocks {
      // Lines that follow one another are one block of lines.
      if case .verbatim(let line) = block {
        verbatim.append(safeText(line.plainText))
        continue
      }
      writer.code(verbatim)
      verbatim = []
      write(block, to: &writer)
    }
    writer.code(verbatim)
    if !page.legend.isEmpty {
      writer.heading("Legend", level: 2)
      write(.legend(page.legend), to: &writer)
    }
    if !page.foot.isEmpty {
      writer.rule()
      writer.paragraph(inline(Line(page.foot), startsBlock: true))
    }
    return writer.bytes
  }

  private func write(_ block: Block, to writer: inout MarkdownWriter) {
    switch block {
    case .heading(let line, let level, let anchor):
      // A heading is strong as it is.
      let plain = line.spans.map { span in
        if case .text(let text, _) = span { Span.text(text) } else { span }
      }
      writer.heading(inline(Line(plain), startsBlock: true), level: level, anchor: anchor)
    case .paragraph(let line, _): writer.paragraph(inline(line, startsBlock: true))
    case .verbatim(let line): writer.code([safeText(line.plainText)])
    case .points(let points):
      writer.list(
        points.map { point in
          let mark: [Span] = point.mark.map { [.mark($0), .text(" ")] } ?? []
          return (0, inline(Line(mark + point.line.spans), startsBlock: true))
        }
      )
    case .table(let table): writer.table(self.table(table))
    // A page without a width has room for the widest.
    case .firstThatFits(let tables): if let table = tables.first { writer.table(self.table(table)) }
    case .tree(let nodes): writer.list(lines(of: nodes, depth: 0))
    case .counts(let counts): writer.list(counts.map { (0, words(of: $0)) })
    case .legend(let entries):
      writer.list(
        entries.map { (0, inline($0.sign + Line(": " + $0.meaning), startsBlock: true)) }
      )
    case .excerpt(let excerpt):
      let page = TerminalRenderer(width: 100).render(Document([.excerpt(excerpt)]))
      writer.code(
        page.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      )
    case .chart(let chart):
      let title: [Span] = chart.title.isEmpty ? [] : [.text(chart.title, .strong), .text(": ")]
      writer.paragraph(inline(Line(title + [.text(chart.summary)]), startsBlock: true))
    case .pageBreak: writer.rule()
    case .gap: break
    }
  }

  private func words(of count: Count) -> String {
    let detail = count.detail.isEmpty ? "" : ": " + count.detail
    return inline(
      Line([
        .text(count.mark.letter, .strong), .text(" \(count.number) \(count.mark.word)\(detail)"),
      ]),
      startsBlock: true
    )
  }

  private func lines(of nodes: [TreeNode], depth: Int) -> [(depth: Int, text: String)] {
    nodes.flatMap { node in
      [(depth, inline(node.line, startsBlock: true))] + lines(of: node.children, depth: depth + 1)
    }
  }

  private func navigation(_ links: [PageLink]) -> String {
    inline(
      Line(
        links.enumerated().flatMap { index, link -> [Span] in
          let span: Span =
            link.isCurrent ? .text(link.title, .strong) : .link(link.title, to: link.target)
          return index == 0 ? [span] : [.text(" · "), span]
        }
      ),
      startsBlock: true
    )
  }
}
