import Documents
import Testing

@Suite struct SafeTextTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("\u{1B}[31mred\u{1B}[0m", "\\u{1b}[31mred\\u{1b}[0m"),
    ("bell\u{07}", "bell\\u{7}"),
    ("\u{9B}31m", "\\u{9b}31m"),
    ("a\u{202E}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
    ("zero\u{200B}width\u{FEFF}", "zero\\u{200b}width\\u{feff}"),
    ("two\nlines\ttab\r\n", "two lines tab "),
    ("Škoda £5 – naïve", "Škoda £5 – naïve"),
    ("del\u{7F}", "del\\u{7f}"),
    ("line\u{2028}end", "line\\u{2028}end"),
    ("e\u{301}\u{302}\u{303}\u{304}", "e\u{301}\u{302}\u{303}\u{304}"),
    (
      "e" + String(repeating: "\u{301}", count: 200) + "f\u{302}",
      "e\u{301}\u{301}\u{301}\u{301}f\u{302}"
    ),
  ])
  func `hidden characters are written out`(text: String, expected: String) {
    #expect(Array(safeText(text).utf8) == Array(expected.utf8))
  }

  @Test func `nothing below a space survives`() {
    for value in UInt32(0)...0x9F {
      guard let scalar = Unicode.Scalar(value), value < 0x20 || value > 0x7E else { continue }
      let safe = safeText(String(scalar))
      #expect(safe.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(value)")
    }
  }

  @Test(arguments: [
    ("£1,250", "GBP 1,250"), ("2016–2020", "2016-2020"), ("Łódź", "Lodz"), ("日本", "??"),
    ("cafe\u{301}", "cafe"), ("“a” ≥ 3", "\"a\" >= 3"),
  ])
  func `ASCII likenesses`(text: String, expected: String) {
    #expect(asciiText(text) == expected)
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("ｶ", 1), ("한글", 4), ("–", 1), ("🙂", 2),
    ("", 0),
  ])
  func `display width`(text: String, width: Int) {
    #expect(displayWidth(text) == width)
  }
}
