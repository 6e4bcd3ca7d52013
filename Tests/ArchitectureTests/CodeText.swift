/// The lines of a Swift text without its comments and without what stands inside its strings.
///
/// Laws about code must neither be broken by prose nor hidden by it. The number of lines stays
/// the same, so that a finding can name its line. What is interpolated into a string is taken
/// for a part of the string.
func codeLines(_ text: String) -> [String] {
  var scanner = CodeScanner(bytes: Array(text.utf8))
  scanner.scan()
  return scanner.code.split(separator: 0x0A, omittingEmptySubsequences: false)
    .map { String(decoding: $0, as: UTF8.self) }
}

/// Whether a word occurs in a line of code by itself, not as a part of a longer name.
func mentions(_ word: String, in line: String) -> Bool {
  let line = Array(line.utf8)
  let word = Array(word.utf8)
  guard let first = word.first, let last = word.last, line.count >= word.count else {
    return false
  }
  for start in 0...(line.count - word.count)
  where line[start] == first && line[start..<(start + word.count)].elementsEqual(word) {
    let end = start + word.count
    let startsAName = isNameByte(first) && start > 0 && isNameByte(line[start - 1])
    let endsAName = isNameByte(last) && end < line.count && isNameByte(line[end])
    if !startsAName && !endsAName { return true }
  }
  return false
}

private func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
    true
  default: false
  }
}

/// Copies the code of a Swift text and leaves out comments and the inside of strings.
private struct CodeScanner {
  let bytes: [UInt8]
  var code: [UInt8] = []
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func scan() {
    while position < bytes.count {
      if starts(with: "//") {
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      } else if starts(with: "/*") {
        skipBlockComment()
      } else if let marks = marksOfRawString() {
        code.append(contentsOf: "\"\"".utf8)
        skipString(marks: marks)
      } else {
        code.append(bytes[position])
        position += 1
      }
    }
  }

  func starts(with text: String, at offset: Int = 0) -> Bool {
    let from = position + offset
    return bytes.count >= from + text.utf8.count
      && bytes[from..<(from + text.utf8.count)].elementsEqual(text.utf8)
  }

  /// The number of `#` before a string that begins here; nothing where no string begins.
  func marksOfRawString() -> Int? {
    var marks = 0
    while starts(with: "#", at: marks) { marks += 1 }
    return starts(with: "\"", at: marks) ? marks : nil
  }

  mutating func skipBlockComment() {
    var depth = 0
    repeat {
      if starts(with: "/*") {
        depth += 1
        position += 2
      } else if starts(with: "*/") {
        depth -= 1
        position += 2
      } else {
        keepLineBreak()
        position += 1
      }
    } while depth > 0 && position < bytes.count
  }

  mutating func skipString(marks: Int) {
    position += marks
    let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    let hashes = String(repeating: "#", count: marks)
    position += quote.utf8.count
    while position < bytes.count {
      if starts(with: quote + hashes) {
        position += quote.utf8.count + marks
        return
      }
      if starts(with: "\\" + hashes + "(") {
        position += 2 + marks
        skipInterpolation()
      } else if starts(with: "\\" + hashes) {
        position += 1 + marks
        keepLineBreak()
        position += 1
      } else {
        keepLineBreak()
        position += 1
      }
    }
  }

  /// Skips to the parenthesis that closes an interpolation; strings inside it nest.
  mutating func skipInterpolation() {
    var depth = 1
    while depth > 0, position < bytes.count {
      if let marks = marksOfRawString() {
        skipString(marks: marks)
        continue
      }
      if bytes[position] == UInt8(ascii: "(") { depth += 1 }
      if bytes[position] == UInt8(ascii: ")") { depth -= 1 }
      keepLineBreak()
      position += 1
    }
  }

  mutating func keepLineBreak() {
    if position < bytes.count, bytes[position] == 0x0A { code.append(0x0A) }
  }
}
