/// Writes a page as the HTML part of a message that the common mail programs show alike.
///
/// Gmail drops style sheets, Outlook draws with the engine of a word processor, a telephone is 360
/// pixels wide: so there are layout tables, inline styles, and nothing else. There is no script,
/// no picture and no SVG. A link leads to the web alone: pages beside a page do not travel along.
/// Tables too wide for a telephone leave out the columns that give way
/// (``Column/leavesOut``), or become one block a row.
public struct MailHTMLRenderer: Sendable {
  /// Creates a renderer.
  public init() {}

  /// Writes a page as UTF-8 bytes, no line of which is longer than 900.
  public func render(_ page: Page) -> [UInt8] {
    var writer = MailWriter()
    begin(page, &writer)
    if !page.document.beginsWithTitle, !page.title.isEmpty {
      heading(Line(page.title), level: 1, to: &writer)
    }
    for block in page.document.blocks { write(block, to: &writer) }
    if !page.legend.isEmpty || !page.foot.isEmpty {
      writer.tag("<hr style=\"border:0;border-top:1px solid \(MailColour.line);margin:16px 0;\">")
    }
    write(.legend(page.legend), to: &writer)
    if !page.foot.isEmpty {
      writer.tag("<p style=\"margin:0;font-size:13px;color:\(MailColour.quiet);\">")
      writer.text(page.foot)
      writer.inline("</p>")
    }
    writer.tag("</td></tr></table>")
    writer.tag("<!--[if mso]></td></tr></table><![endif]-->")
    writer.tag("</td></tr></table>")
    writer.tag("</body></html>")
    writer.endLine()
    return writer.bytes
  }

  private func begin(_ page: Page, _ writer: inout MailWriter) {
    writer.tag("<!DOCTYPE html>")
    writer.tag("<html lang=\"en-GB\"><head><meta charset=\"utf-8\">")
    writer.tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    writer.tag("<meta name=\"color-scheme\" content=\"light\">")
    writer.tag("<title>")
    writer.text(page.title)
    writer.inline("</title></head>")
    writer.tag("<body style=\"margin:0;padding:0;background-color:\(MailColour.desk);\">")
    let preheader = preheader(of: page.document)
    if !preheader.isEmpty {
      // The line that lists of messages show after the subject.
      writer.tag("<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all;\">")
      writer.text(preheader)
      writer.inline("</div>")
    }
    let layout = "role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\""
    writer.tag("<table \(layout) width=\"100%\" bgcolor=\"\(MailColour.desk)\">")
    writer.tag("<tr><td align=\"center\" style=\"padding:8px;\">")
    // Outlook knows no greatest width.
    writer.tag("<!--[if mso]><table \(layout) width=\"600\"><tr><td><![endif]-->")
    writer.tag("<table \(layout) width=\"100%\" bgcolor=\"\(MailColour.paper)\"")
    writer.tag(" style=\"max-width:600px;table-layout:fixed;")
    writer.inline("background-color:\(MailColour.paper);\">")
    writer.tag("<tr><td align=\"left\" style=\"padding:16px;text-align:left;")
    writer.inline("font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;")
    writer.tag("color:\(MailColour.text);overflow-wrap:break-word;\">")
  }

  private func write(_ block: Block, to writer: inout MailWriter) {
    switch block {
    case .heading(let line, let level, _): heading(line, level: level, to: &writer)
    case .paragraph(let line, let indent):
      let set = min(32, indent * 8)
      writer.tag("<p style=\"margin:0 0 12px;\(set > 0 ? "padding-left:\(set)px;" : "")\">")
      write(line, to: &writer)
      writer.inline("</p>")
    case .verbatim(let line): code(safeText(line.plainText), to: &writer)
    case .points(let points):
      list(points, to: &writer) { point, writer in
        if let mark = point.mark {
          badge(mark.letter + " " + mark.word, mark.tone, to: &writer)
          writer.text(" ")
        }
        write(point.line, to: &writer)
      }
    case .table(let table): write(table, to: &writer)
    case .firstThatFits(let tables):
      if let table = tables.first(where: { fits($0) }) ?? tables.last { write(table, to: &writer) }
    case .tree(let nodes): write(nodes, to: &writer)
    case .counts(let counts): write(counts, to: &writer)
    case .legend(let entries): write(entries, to: &writer)
    case .excerpt(let excerpt):
      let lines = TerminalRenderer(width: 60).render(Document([.excerpt(excerpt)]))
      for line in lines.split(separator: 0x0A) {
        code(String(decoding: line, as: UTF8.self), to: &writer)
      }
    case .chart(let chart): write(chart, to: &writer)
    case .pageBreak:
      writer.tag("<hr style=\"border:0;border-top:1px solid \(MailColour.line);margin:16px 0;\">")
    case .gap: break
    }
  }

  private func heading(_ line: Line, level: Int, to writer: inout MailWriter) {
    let level = min(4, max(1, level))
    let size = [24, 20, 17, 16][level - 1]
    let above = level == 1 ? 0 : 20
    writer.tag(
      "<h\(level) style=\"margin:\(above)px 0 8px;font-size:\(size)px;line-height:1.25;\">"
    )
    write(line, to: &writer)
    writer.inline("</h\(level)>")
  }

  private func write(_ nodes: [TreeNode], isInner: Bool = false, to writer: inout MailWriter) {
    list(nodes, isInner: isInner, to: &writer) { node, writer in
      write(node.line, to: &writer)
      write(node.children, isInner: true, to: &writer)
    }
  }

  private func write(_ counts: [Count], to writer: inout MailWriter) {
    list(counts, to: &writer) { count, writer in
      badge("\(count.mark.letter) \(count.number) \(count.mark.word)", count.mark.tone, to: &writer)
      if !count.detail.isEmpty { writer.text(": " + count.detail) }
    }
  }

  private func write(_ entries: [LegendEntry], to writer: inout MailWriter) {
    for entry in entries {
      writer.tag("<p style=\"margin:0 0 4px;font-size:13px;color:\(MailColour.quiet);\">")
      write(entry.sign, to: &writer)
      writer.text(" " + entry.meaning)
      writer.inline("</p>")
    }
  }

  private func list<Item>(
    _ items: [Item],
    isInner: Bool = false,
    to writer: inout MailWriter,
    _ body: (Item, inout MailWriter) -> Void
  ) {
    if items.isEmpty { return }
    let margin = isInner ? "6px 0 0" : "0 0 12px"
    writer.tag("<ul style=\"margin:\(margin);padding:0 0 0 20px;\">")
    for item in items {
      writer.tag("<li style=\"margin:0 0 6px;\">")
      body(item, &writer)
      writer.inline("</li>")
    }
    writer.tag("</ul>")
  }

  private func code(_ text: String, to writer: inout MailWriter) {
    writer.tag("<p style=\"margin:0 0 4px;font-family:Consolas,Menlo,monospace;font-size:14px;")
    writer.inline("white-space:pre-wrap;\">")
    writer.text(text)
    writer.inline("</p>")
  }

  /// What the list of messages tells after the subject: the first point, else the first sentence.
  ///
  /// Where there are points, sentences before them say what the subject says already.
  private func preheader(of document: Document) -> String {
    var sentence = ""
    for block in document.blocks {
      switch block {
      case .paragraph(let line, _): if sentence.isEmpty { sentence = line.plainText }
      case .points(let points): if let point = points.first { return point.line.plainText }
      default: continue
      }
    }
    return sentence
  }
}
