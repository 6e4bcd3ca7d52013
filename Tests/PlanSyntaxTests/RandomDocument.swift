import TestSupport

/// Writes documents with every layout the grammar has: comments everywhere, odd indents, CRLF.
struct RandomDocument {
  var random: SeededGenerator
  private var names = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func text() -> String {
    names = 0
    var text = random.below(5) == 0 ? "\u{FEFF}" : ""
    text += random.pick(["", "", "# head\n\n", "---\n", "\n"])
    let column = random.pick([0, 0, 0, 2])
    text += random.below(5) == 0 ? list(column, 0) : mapping(column, 0)
    text += random.pick(["", "", "# end\n", "\n\n", "...\n"])
    if random.below(4) == 0, text.utf8.last == 0x0A { text.unicodeScalars.removeLast() }
    guard random.below(3) == 0 else { return text }
    return String(
      decoding: text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] },
      as: UTF8.self
    )
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func comment() -> String {
    random.pick(["", "", "", " # note", "   #", " # c: d"])
  }

  private mutating func noise(_ column: Int) -> String {
    random.pick([
      "", "", "", "", "\n", "# margin\n", spaces(column) + "# level\n", "  \n",
      spaces(column + 3) + "# deep\n\n",
    ])
  }

  private mutating func name() -> String {
    names += 1
    return random.pick(["id", "a b", "é", "\"q\"", "'s'", "2015/16", "x:y"]).appendingNumber(names)
  }

  private mutating func mapping(_ column: Int, _ depth: Int) -> String {
    var text = ""
    let gap = random.below(4) == 0 ? "\n" : ""
    for index in 0...random.below(3) {
      if index > 0 { text += gap + noise(column) }
      text += spaces(column) + name() + random.pick([":", ":", ":", " :"]) + value(column, depth)
    }
    return text
  }

  private mutating func list(_ column: Int, _ depth: Int) -> String {
    var text = ""
    let gap = random.below(4) == 0 ? "\n" : ""
    let dash = random.pick([1, 1, 1, 3])
    for index in 0...random.below(3) {
      if index > 0 { text += gap + noise(column) }
      text += spaces(column) + "-"
      let inner = column + 1 + dash
      switch depth < 3 ? random.below(6) : 5 {
      case 0, 1:
        text +=
          spaces(dash)
          + String(decoding: mapping(inner, depth + 1).utf8.dropFirst(inner), as: UTF8.self)
      case 2:
        text +=
          spaces(dash)
          + String(decoding: list(inner, depth + 1).utf8.dropFirst(inner), as: UTF8.self)
      default: text += value(column, depth, isItem: true)
      }
    }
    return text
  }

  /// What follows a colon or dash, to the end of its last line.
  private mutating func value(_ column: Int, _ depth: Int, isItem: Bool = false) -> String {
    let inner = spaces(column + random.pick([1, 2, 4]))
    switch random.below(depth < 3 ? 13 : 10) {
    case 0, 1, 2:
      return " " + random.pick(["plain", "two words", "-5", "a:b", "é", "98%"]) + comment() + "\n"
    case 3: return "  \"double \\\"quoted\\\" \\u00e9\"" + comment() + "\n"
    case 4: return " 'it''s'" + comment() + "\n"
    case 5: return comment() + "\n"
    case 6: return " one\n" + inner + "two\n\n" + inner + "three" + comment() + "\n"
    case 7:
      let sign = random.pick(["|", ">", "|-", ">+", "|+"])
      return " \(sign)" + comment() + "\n" + inner + "line\n\n" + inner + " more # text\n"
        + random.pick(["", "\n"])
    case 8: return " [a, \"b\", {c: d, e: [1]}]" + comment() + "\n"
    case 9: return " {a: b, # in\n\(inner)c: [d,\n\(inner)]}" + comment() + "\n"
    case 10, 11:
      let deeper = column + random.pick([1, 2, 3, 4])
      return comment() + "\n" + noise(column) + mapping(deeper, depth + 1)
    default:
      let deeper = column + (isItem ? 1 : 0) + random.pick([0, 0, 2, 3])
      return comment() + "\n" + noise(column) + list(deeper, depth + 1)
    }
  }
}

extension String {
  /// A name with a number, inside its quotes if it has some.
  fileprivate func appendingNumber(_ number: Int) -> String {
    guard let last = utf8.last, last == 0x22 || last == 0x27 else { return self + "\(number)" }
    return String(decoding: utf8.dropLast(), as: UTF8.self) + "\(number)"
      + String(decoding: [last], as: UTF8.self)
  }
}
