import SourceText
import Testing

@testable import Documents

@Suite struct HTMLStyleTests {
  /// The bytes of a digest in hexadecimal as Base64 (RFC 4648, section 4).
  private func base64(hexadecimal: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var bits: [Int] = []
    for digit in hexadecimal {
      let value = digit.hexDigitValue ?? 0
      bits += [value >> 3 & 1, value >> 2 & 1, value >> 1 & 1, value & 1]
    }
    while bits.count % 6 != 0 { bits.append(0) }
    var text = ""
    for at in stride(from: 0, to: bits.count, by: 6) {
      text.append(alphabet[bits[at..<at + 6].reduce(0) { $0 << 1 | $1 }])
    }
    while text.count % 4 != 0 { text += "=" }
    return text
  }

  @Test func `the security policy names the style by its digest`() {
    let style = HTMLStyle.text.description
    #expect(HTMLStyle.digest.description == base64(hexadecimal: sha256(Array(style.utf8))))
    #expect(base64(hexadecimal: "4d616e79") == "TWFueQ==")
  }

  @Test func `the style asks nobody and cannot end early`() {
    let style = HTMLStyle.text.description
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("<"))
  }

  /// The colours of one scheme by their names.
  private func colours(after start: String) -> [String: [Double]] {
    let style = HTMLStyle.text.description
    guard let from = style.firstRange(of: start)?.upperBound,
      let to = style[from...].firstIndex(of: "}")
    else { return [:] }
    var result: [String: [Double]] = [:]
    for part in style[from..<to].split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let pair = part.split(separator: ":")
      guard pair.count == 2, pair[1].first == "#" else { continue }
      var digits = pair[1].dropFirst().compactMap(\.hexDigitValue)
      if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
      result[String(pair[0])] = [0, 2, 4].map { Double(digits[$0] * 16 + digits[$0 + 1]) / 255 }
    }
    return result
  }

  /// The relative luminance of a colour (WCAG 2.2).
  private func luminance(_ colour: [Double]) -> Double {
    func linear(_ part: Double) -> Double {
      if part <= 0.04045 { return part / 12.92 }
      let base = (part + 0.055) / 1.055
      // base ^ 2.4 = base² × base ^ 0.4, and the fifth root by Newton's method.
      var root = base
      for _ in 0..<60 {
        root -= (root * root * root * root * root - base) / (5 * root * root * root * root)
      }
      return base * base * root * root
    }
    return 0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
  }

  @Test(arguments: [":root{color-scheme:light dark;", "(prefers-color-scheme:dark){:root{"])
  func `words can be read on what they stand on`(scheme: String) throws {
    let colours = colours(after: scheme)
    var pairs = ["--ink", "--quiet", "--link", "--g", "--a", "--r", "--x"].flatMap {
      [($0, "--page"), ($0, "--faint")]
    }
    pairs += ["g", "a", "r", "x"].flatMap { [("--i\($0)", "--t\($0)"), ("--on", "--\($0)")] }
    pairs += [("--ink", "--band"), ("--ink", "--tx")]
    for (above, below) in pairs {
      let first = luminance(try #require(colours[above]))
      let second = luminance(try #require(colours[below]))
      let contrast = (max(first, second) + 0.05) / (min(first, second) + 0.05)
      #expect(contrast >= 4.5, "\(above) on \(below): \(contrast)")
    }
  }
}
