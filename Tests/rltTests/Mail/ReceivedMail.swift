/// A message as one who receives it takes it apart, written from the standards and not from the
/// code that writes messages.
struct ReceivedMail {
  /// The headers in order, unfolded, their encoded words decoded.
  var headers: [(name: String, text: String)] = []
  /// The parts of a multipart, else none.
  var parts: [ReceivedMail] = []
  /// The content, decoded.
  var content: [UInt8] = []
  /// What is wrong with it.
  var problems: [String] = []

  /// The text of a header.
  subscript(_ name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.text
  }

  /// Every part that holds no others.
  var leaves: [ReceivedMail] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }

  /// Takes a message apart.
  init(_ bytes: [UInt8]) {
    var lines: [[UInt8]] = [[]]
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A {
        lines.append([])
        index += 2
        continue
      }
      if byte == 0x0A || byte == 0x0D { problems.append("a bare line end at \(index)") }
      if byte >= 0x80 { problems.append("a byte that is not ASCII at \(index)") }
      lines[lines.count - 1].append(byte)
      index += 1
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    for line in lines where line.count > 998 { problems.append("a line of \(line.count) bytes") }
    read(lines)
  }

  private init(lines: [[UInt8]]) { read(lines) }

  private mutating func read(_ lines: [[UInt8]]) {
    let end = lines.firstIndex(of: []) ?? lines.count
    var raw: [[UInt8]] = []
    for line in lines[..<end] {
      if let first = line.first, first == 0x20 || first == 0x09, !raw.isEmpty {
        raw[raw.count - 1] += line
      } else {
        raw.append(line)
      }
      if line.allSatisfy({ $0 == 0x20 }) { problems.append("a line of spaces in the headers") }
      let holdsWord = text(line).contains("=?")
      if line.count > (holdsWord ? 76 : 78), !text(line).hasPrefix("Message-ID") {
        problems.append("a header line of \(line.count) bytes: \(text(line))")
      }
    }
    for header in raw {
      guard let colon = header.firstIndex(of: 0x3A) else {
        problems.append("a header without a colon: \(text(header))")
        continue
      }
      let value = header[(colon + 1)...].drop { $0 == 0x20 }
      headers.append((text(header[..<colon]), decodedWords(text(value))))
    }
    let body = Array(lines[min(end + 1, lines.count)...])
    if let boundary = boundary { split(body, boundary) } else { decode(body) }
  }

  private var boundary: String? {
    guard let type = self["Content-Type"], type.hasPrefix("multipart/") else { return nil }
    return type.split(separator: "boundary=\"").last?.split(separator: "\"").first.map(String.init)
  }

  private mutating func split(_ body: [[UInt8]], _ boundary: String) {
    var part: [[UInt8]]?
    for line in body {
      let words = text(line)
      if words == "--\(boundary)" || words == "--\(boundary)--" {
        if let part { parts.append(ReceivedMail(lines: part)) }
        part = words.hasSuffix("--") && words != "--\(boundary)" ? nil : []
      } else {
        part?.append(line)
      }
    }
    if part != nil { problems.append("a multipart that does not end") }
    problems += parts.flatMap(\.problems)
  }

  private mutating func decode(_ body: [[UInt8]]) {
    switch self["Content-Transfer-Encoding"] {
    case "quoted-printable":
      for (number, line) in body.enumerated() {
        if line.count > 76 { problems.append("a line of \(line.count) bytes") }
        if line.first == 0x2E { problems.append("a line that begins with a full stop") }
        if text(line).hasPrefix("From ") { problems.append("a line that begins with From") }
        if line.last == 0x20 || line.last == 0x09 { problems.append("a space at a line's end") }
        var index = 0
        var isSoft = false
        while index < line.count {
          if line[index] == 0x3D, index + 1 == line.count {
            isSoft = true
            index += 1
          } else if line[index] == 0x3D, index + 2 < line.count,
            let byte = UInt8(text(line[(index + 1)...(index + 2)]), radix: 16)
          {
            content.append(byte)
            index += 3
          } else {
            if line[index] == 0x3D { problems.append("a stray =") }
            content.append(line[index])
            index += 1
          }
        }
        if !isSoft, number + 1 < body.count { content.append(0x0A) }
      }
    case "base64":
      let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
      var bits = 0
      var count = 0
      for byte in body.joined() where byte != 0x3D {
        guard let value = letters.firstIndex(of: byte) else {
          problems.append("a letter that is none of base64")
          continue
        }
        bits = (bits << 6 | value) & 0xFFFF
        count += 6
        if count >= 8 {
          count -= 8
          content.append(UInt8(truncatingIfNeeded: bits >> count))
        }
      }
    default: content = Array(body.joined(separator: [0x0A]))
    }
  }

  /// Text with its encoded words read; spaces between two of them are none of it.
  private mutating func decodedWords(_ text: String) -> String {
    var result: [UInt8] = []
    var space: [UInt8] = []
    var wasWord = false
    for word in text.utf8.split(separator: 0x20, omittingEmptySubsequences: false).enumerated() {
      if word.offset > 0 { space.append(0x20) }
      let bytes = Array(word.element)
      if let decoded = decodedWord(bytes) {
        if !wasWord { result += space }
        result += decoded
        wasWord = true
        space = []
      } else if bytes.isEmpty {
        continue
      } else {
        result += space + bytes
        wasWord = false
        space = []
      }
    }
    return self.text(result + space)
  }

  private mutating func decodedWord(_ bytes: [UInt8]) -> [UInt8]? {
    let start = Array("=?utf-8?q?".utf8)
    let word = String(decoding: bytes, as: UTF8.self)
    guard bytes.starts(with: start), word.hasSuffix("?="), bytes.count >= start.count + 2 else {
      return nil
    }
    if bytes.count > 75 { problems.append("an encoded word of \(bytes.count) bytes") }
    var result: [UInt8] = []
    var index = start.count
    while index < bytes.count - 2 {
      if bytes[index] == 0x5F {
        result.append(0x20)
      } else if bytes[index] == 0x3D {
        result.append(UInt8(text(bytes[(index + 1)...(index + 2)]), radix: 16) ?? 0x3F)
        index += 2
      } else {
        result.append(bytes[index])
      }
      index += 1
    }
    if String(validating: result, as: UTF8.self) == nil {
      problems.append("an encoded word that breaks a character: \(word)")
    }
    return result
  }

  private func text(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
  }
}
