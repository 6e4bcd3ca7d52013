/// The bytes of an HTML page while it is written, and the names that its places already have.
///
/// Only literals are written as they are; all else goes through ``text(_:)`` or ``attribute(_:)``.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []
  /// The names that places of the page have; the first is where the link past the head leads.
  private var ids: Set<String> = [Self.contentID]
  private var labels: [String: Int] = [:]
  private var pictures = 0

  /// The name of the place where the content begins.
  static let contentID = "content"

  /// Writes a part of the page that is known when the program is built.
  mutating func raw(_ literal: StaticString) {
    literal.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes text from outside.
  mutating func text(_ text: String) { appendEscaped(safeText(text), quotes: false, to: &bytes) }

  /// Writes text from outside that may break inside of a word longer than any of a language, so that
  /// no such word makes a table wider than the page.
  mutating func words(_ text: String) {
    let safe = safeText(text)
    guard safe.utf8.count > Self.longestWord else {
      appendEscaped(safe, quotes: false, to: &bytes)
      return
    }
    var part: [UInt8] = []
    var length = 0
    for scalar in safe.unicodeScalars {
      if scalar == " " || scalar == "-" {
        length = 0
      } else if length >= Self.longestWord,
        scalar.properties.canonicalCombiningClass == .notReordered
      {
        appendEscaped(String(decoding: part, as: UTF8.self), quotes: false, to: &bytes)
        raw("<wbr>")
        part = []
        length = 1
      } else {
        length += 1
      }
      part += UTF8.encode(scalar) ?? .init()
    }
    appendEscaped(String(decoding: part, as: UTF8.self), quotes: false, to: &bytes)
  }

  /// The letters of the longest word that stays whole.
  private static let longestWord = 28

  /// Writes the value of an attribute from outside; the quotation marks stand around it already.
  mutating func attribute(_ text: String) {
    appendEscaped(safeText(text), quotes: true, to: &bytes)
  }

  /// Writes the target of a link as ``htmlTarget(_:)`` gave it.
  mutating func target(_ target: String) { bytes += target.utf8 }

  /// Writes a whole number.
  mutating func number(_ number: Int) { bytes += String(number).utf8 }

  /// Writes a coordinate with at most one decimal.
  mutating func coordinate(_ value: Double) { appendCoordinate(value, to: &bytes) }

  /// Writes ` id="…"` where the place has a name that no other place has.
  mutating func id(_ anchor: String) {
    guard let id = htmlID(anchor), ids.insert(id).inserted else { return }
    raw(" id=\"")
    attribute(id)
    raw("\"")
  }

  /// A label that no other region of the page has.
  mutating func label(_ words: String) -> String {
    let count = labels[words, default: 0] + 1
    labels[words] = count
    return count == 1 ? words : "\(words) (\(count))"
  }

  /// The number of the next picture, from 1; its title and description are named by it.
  mutating func nextPicture() -> Int {
    repeat { pictures += 1 } while ids.contains("p\(pictures)t") || ids.contains("p\(pictures)d")
    ids.insert("p\(pictures)t")
    ids.insert("p\(pictures)d")
    return pictures
  }
}
