import PlanModel

/// A message with a text part, a part for those who like it drawn, and files beside them.
///
/// What it is written from cannot hold a line end where one would do harm: addresses and header
/// texts are types of their own. It knows no clock, so the same message has the same bytes.
struct MailMessage {
  /// From whom.
  var from: MailBox
  /// Where answers go, where not to the sender.
  var replyTo: MailAddress?
  /// To whom.
  var to: MailBox
  /// What it is about.
  var subject: HeaderText
  /// When it was written.
  var date: MailInstant
  /// By what it is known again.
  var id: MessageID
  /// The list it belongs to; `nil` for a single message.
  var list: MailList?
  /// The text, complete in itself; its lines end in line feeds.
  var text: [UInt8]
  /// The same as a page.
  var html: [UInt8]?
  /// The files that come with it.
  var attachments: [Attachment] = []

  /// A file that comes with a message.
  struct Attachment: Hashable {
    /// Its name.
    var name: FileName
    /// What it is, such as `text/csv; charset=utf-8`.
    var type: Kind
    /// What it holds.
    var bytes: [UInt8]

    /// The kinds of file that are sent.
    enum Kind: String {
      case csv = "text/csv; charset=utf-8; header=present"
      case calendar = "text/calendar; charset=utf-8; method=PUBLISH"
    }
  }

  /// The message as it goes over the wire: every line ended by a carriage return and a line feed.
  var wire: [UInt8] {
    var output: [UInt8] = []
    header("Date", date.header, &output)
    from.append("From", to: &output)
    if let replyTo { header("Reply-To", replyTo.text, &output) }
    to.append("To", to: &output)
    output += Array("Subject: ".utf8) + subject.unstructured(after: 9) + MailLine.end
    header("Message-ID", "<\(id.text)>", &output)
    list?.append(to: &output)
    // So that out-of-office answers and ticket systems stay silent (RFC 3834, and Exchange's own).
    header("Auto-Submitted", "auto-generated", &output)
    header("Precedence", "bulk", &output)
    header("X-Auto-Response-Suppress", "All", &output)
    header("MIME-Version", "1.0", &output)
    if attachments.isEmpty {
      appendBody(to: &output)
    } else {
      header("Content-Type", "multipart/mixed;\r\n boundary=\"\(Self.mixed)\"", &output)
      output += MailLine.end
      separator(Self.mixed, &output)
      appendBody(to: &output)
      output += MailLine.end
      for attachment in attachments {
        separator(Self.mixed, &output)
        header("Content-Type", attachment.type.rawValue, &output)
        header("Content-Transfer-Encoding", "base64", &output)
        let name = "attachment;\r\n filename=\"\(attachment.name.text)\""
        header("Content-Disposition", name, &output)
        output += MailLine.end + base64(attachment.bytes) + MailLine.end
      }
      separator(Self.mixed + "--", &output)
    }
    return output
  }

  /// The message as programs such as sendmail and most folders of mail take it: lines ended by line
  /// feeds alone.
  var local: [UInt8] { wire.filter { $0 != 0x0D } }

  // `=_` occurs neither in quoted-printable nor in base64, so no part can hold these lines.
  private static let mixed = "=_rlt-parts"
  private static let alternative = "=_rlt-forms"

  private func appendBody(to output: inout [UInt8]) {
    guard let html else { return appendPart("text/plain", text, to: &output) }
    let boundary = Self.alternative
    header("Content-Type", "multipart/alternative;\r\n boundary=\"\(boundary)\"", &output)
    output += MailLine.end
    separator(boundary, &output)
    // The line end before a boundary is none of the part above it, whose own comes first.
    appendPart("text/plain", text, to: &output)
    output += MailLine.end
    separator(boundary, &output)
    appendPart("text/html", html, to: &output)
    output += MailLine.end
    separator(boundary + "--", &output)
  }

  private func appendPart(_ type: String, _ text: [UInt8], to output: inout [UInt8]) {
    header("Content-Type", "\(type); charset=utf-8", &output)
    header("Content-Transfer-Encoding", "quoted-printable", &output)
    output += MailLine.end + quotedPrintable(text)
  }

  private func separator(_ boundary: String, _ output: inout [UInt8]) {
    output += Array("--\(boundary)\r\n".utf8)
  }
}

/// An address with the name that stands beside it.
struct MailBox: Hashable {
  /// The name; empty for none.
  var name: HeaderText
  var address: MailAddress

  init(_ name: String, _ address: MailAddress) {
    self.name = HeaderText(name)
    self.address = address
  }

  fileprivate func append(_ header: String, to output: inout [UInt8]) {
    let start = header.utf8.count + 2
    output += Array("\(header): ".utf8)
    if name.text.isEmpty {
      output += Array(address.text.utf8)
    } else {
      let phrase = name.phrase(after: start)
      let last = phrase.lastIndex(of: 0x0A).map { phrase.count - $0 - 1 } ?? start + phrase.count
      output += phrase
      if last + address.text.utf8.count + 3 > MailLine.longestWithWord { output += MailLine.end }
      output += Array(" <\(address.text)>".utf8)
    }
    output += MailLine.end
  }
}

/// By what a message is known again: the same for the same trust, week and recipient.
struct MessageID: Hashable {
  let text: String

  /// Joins words of small letters, digits, hyphens and full stops; anything else is left out.
  init(_ words: [String], at domain: String) {
    let local = words.map { word in
      String(decoding: word.utf8.filter(Self.isPlain), as: UTF8.self)
    }
    let parts = local.joined(separator: ".").split(separator: ".").joined(separator: ".")
    text = "\(parts)@\(domain)"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2D || byte == 0x2E
  }
}

/// The list that a message belongs to, by which readers sort their mail (RFC 2919).
struct MailList: Hashable {
  /// What it is called.
  var name: HeaderText
  /// Its id.
  var id: MessageID

  fileprivate func append(to output: inout [UInt8]) {
    let start = "List-Id: ".utf8.count
    let phrase = name.phrase(after: start)
    let last = phrase.lastIndex(of: 0x0A).map { phrase.count - $0 - 1 } ?? start + phrase.count
    let id = id.text.split(separator: "@").joined(separator: ".")
    output += Array("List-Id: ".utf8) + phrase
    if last + id.utf8.count + 3 > MailLine.longestWithWord { output += MailLine.end }
    output += Array(" <\(id)>\r\n".utf8)
  }
}

/// The name of a file that is sent: small letters, digits, hyphens and full stops.
struct FileName: Hashable {
  let text: String

  /// Makes a name of words; anything else in them becomes a hyphen.
  init(_ words: [String], ending: String) {
    let name = words.joined(separator: "-").utf8.map { byte in
      (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == 0x2E ? byte : UInt8(ascii: "-")
    }
    text = String(decoding: name, as: UTF8.self) + "." + ending
  }
}

/// Adds a header whose text is made of words of the program, addresses and checked names.
private func header(_ name: String, _ text: String, _ output: inout [UInt8]) {
  output += Array("\(name): \(text)\r\n".utf8)
}
