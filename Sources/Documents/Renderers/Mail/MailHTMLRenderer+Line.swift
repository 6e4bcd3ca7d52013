extension MailHTMLRenderer {
  /// Writes a piece of text with its emphasis; a link that does not lead to the web is its words.
  func write(_ line: Line, to writer: inout MailWriter) {
    for span in line.spans {
      switch span {
      case .text(let text, .plain): writer.text(text)
      case .link(let text, let target):
        guard let address = webAddress(target) else {
          writer.text(text)
          continue
        }
        writer.tag("<a href=\"\(address)\" style=\"color:\(MailColour.link);\">")
        writer.text(text)
        writer.inline("</a>")
      case .text(let text, .strong):
        writer.inline("<strong>")
        writer.text(text)
        writer.inline("</strong>")
      case .text(let text, .quiet): colored(text, MailColour.quiet, to: &writer)
      case .toned(let text, let tone): colored(text, MailColour.words(tone), to: &writer)
      case .mark(let mark): badge(mark.letter + " " + mark.word, mark.tone, to: &writer)
      }
    }
  }

  /// The address of a page on the web, ready for an attribute; `nil` for all else.
  ///
  /// Every byte that may not stand in an address is encoded (RFC 3986, section 2).
  private func webAddress(_ target: String) -> String? {
    guard target.hasPrefix("https://") || target.hasPrefix("http://") else { return nil }
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in target.utf8 {
      switch byte {
      case 0x00...0x20, 0x7F: return nil
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "{"),
        UInt8(ascii: "|"), UInt8(ascii: "}"), 0x80...:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    // No line of a message is longer than 998 bytes (RFC 5322, 2.1.1).
    return bytes.count <= 700 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Words on the ground of a mark; they stay on one line where they are as short as marks are.
  func badge(_ words: String, _ tone: Tone, to writer: inout MailWriter) {
    let colour = MailColour.mark(tone)
    // A word processor drops the padding, so the hard spaces stand for it.
    writer.inline("<span style=\"background-color:\(colour.ground);color:\(colour.letters);")
    let isShort = displayWidth(words) <= 24
    writer.inline("font-weight:bold;\(isShort ? "white-space:nowrap;" : "")\">&nbsp;")
    writer.text(words)
    writer.inline("&nbsp;</span>")
  }

  private func colored(_ text: String, _ color: String, to writer: inout MailWriter) {
    writer.inline("<span style=\"color:\(color);\">")
    writer.text(text)
    writer.inline("</span>")
  }

  /// Writes a picture as its words, with a bar of coloured cells where it is one of parts.
  func write(_ chart: Chart, to writer: inout MailWriter) {
    writer.tag("<p style=\"margin:0 0 8px;\">")
    if !chart.title.isEmpty {
      writer.inline("<strong>")
      writer.text(chart.title)
      writer.inline("</strong>")
      writer.text(": ")
    }
    writer.text(chart.summary)
    writer.inline("</p>")
    switch chart.kind {
    case .strip(let counts): bar(counts.filter { $0.number > 0 }, to: &writer)
    case .distances(let distances, _):
      let rows = distances.map { Row([.text($0.label), .mark($0.mark), .text($0.words)]) }
      let columns = [Column(""), Column(""), Column("")]
      write(Table(columns: columns, rows: rows, showsTitles: false), to: &writer)
    case .trend: break
    }
  }

  private func bar(_ counts: [Count], to writer: inout MailWriter) {
    let total = counts.reduce(0) { $0 + $1.number }
    guard total > 0 else { return }
    writer.tag("<table role=\"presentation\" width=\"100%\" cellpadding=\"4\" cellspacing=\"2\"")
    writer.tag(" border=\"0\" style=\"margin:0 0 12px;table-layout:fixed;\"><tr>")
    for count in counts {
      let colour = MailColour.mark(count.mark.tone)
      // No part so narrow that its letter and figure would not fit.
      let share = max(14, count.number * 100 / total)
      writer.tag("<td width=\"\(share)%\" align=\"center\" bgcolor=\"\(colour.ground)\"")
      writer.inline(" style=\"background-color:\(colour.ground);color:\(colour.letters);")
      writer.inline("font-weight:bold;\">")
      writer.text("\(count.mark.letter) \(count.number)")
      writer.inline("</td>")
    }
    writer.tag("</tr></table>")
  }
}
