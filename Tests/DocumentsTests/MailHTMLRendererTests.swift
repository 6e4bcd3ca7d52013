import Documents
import TestSupport
import Testing

private func written(_ page: Page) -> String {
  String(decoding: MailHTMLRenderer().render(page), as: UTF8.self)
}

@Suite struct MailHTMLRendererTests {
  @Test func `every block`() {
    expectGolden(
      written(EveryBlock.everything),
      at: "Tests/DocumentsTests/Golden/everything-mail.html"
    )
  }

  @Test func `whatever the words, no line is long and nothing hidden or active is in it`() {
    var pages = HostilePages(seed: 5322)
    for _ in 0..<1_000 {
      let html = MailHTMLRenderer().render(pages.page())
      for line in html.split(separator: 0x0A) { #expect(line.count <= 900) }
      #expect(html.allSatisfy { $0 == 0x0A || $0 >= 0x20 && $0 != 0x7F })
      let text = String(decoding: html, as: UTF8.self)
      for word in ["<script", "<img", "<svg", "<style", "<link", "<b>", "</td><", "url("] {
        #expect(word == "</td><" || !text.contains(word), "\(word)")
      }
      // A link leads to the web, and its address holds nothing that could end the attribute.
      for link in text.split(separator: "<a ").dropFirst() {
        #expect(link.contains(/^href="https?:\/\/[^"<>\s]*" style="[^"]*">/), "\(link.prefix(80))")
      }
    }
  }

  @Test(arguments: [
    ("https://oak.example/plan?a=1&b=2", "https://oak.example/plan?a=1&amp;b=2"),
    ("http://oak.example/é", "http://oak.example/%C3%A9"),
    ("https://oak.example/\"><b>", "https://oak.example/%22%3E%3Cb%3E"),
    ("schools/ketton.html", nil), ("javascript:alert(1)", nil), ("https://oak.example/a b", nil),
    ("https://oak.example/" + String(repeating: "a", count: 900), nil),
  ])
  func `a link leads to the web or is its words`(target: String, address: String?) {
    let line = Line([.text("More: "), .link("the plan", to: target)])
    let html = written(Page(title: "", document: Document([.paragraph(line)])))
    if let address {
      #expect(html.contains("<a href=\"\(address)\" style="))
    } else {
      #expect(!html.contains("<a ") && html.contains("More: the plan"))
    }
  }

  @Test func `the first point is what a list of messages tells`() {
    let page = Page(
      title: "Ketton",
      document: Document([
        .heading(Line("Ketton"), level: 1), .paragraph(Line("Week of 6 March.")),
        .points([Point(nil, Line("Attendance: green to red"))]),
      ])
    )
    #expect(written(page).split(separator: "Attendance: green to red").count == 3)
    #expect(written(page).split(separator: "Week of 6 March.").count == 2)
  }

  @Test(arguments: ["x", "&", "é", "日", "a&", "<"])
  func `a word of any length is broken between characters`(piece: String) {
    let word = String(repeating: piece, count: 3_000)
    let html = written(Page(title: "", document: Document([.paragraph(Line(word))])))
    #expect(html.utf8.split(separator: 0x0A).allSatisfy { $0.count <= 900 })
    let bare = html.replacing("<wbr\n>", with: "")
    #expect(bare.contains(word.replacing("&", with: "&amp;").replacing("<", with: "&lt;")))
    #expect(!html.contains("\u{FFFD}"))
  }

  @Test func `a wide table leaves out what gives way, or becomes a block a row`() {
    func columns(_ count: Int, leavesOut: Int) -> [Column] {
      (0..<count).map { Column("Title\($0)", leavesOut: $0 * leavesOut) }
    }
    func table(_ count: Int, leavesOut: Int) -> Page {
      let cells = (0..<count).map { Cell.text("word\($0)") }
      let table = Table(columns: columns(count, leavesOut: leavesOut), rows: [Row(cells)])
      return Page(title: "", document: Document([.table(table)]))
    }
    #expect(written(table(3, leavesOut: 0)).contains("<th scope=\"col\""))
    #expect(written(table(3, leavesOut: 1)).contains("word2"))
    let narrowed = written(table(9, leavesOut: 1))
    #expect(narrowed.contains("word0") && !narrowed.contains("word8"))
    let stacked = written(table(9, leavesOut: 0))
    #expect(stacked.contains("Title8: word8") && !stacked.contains("<th scope"))
  }

  @Test func `every colour of words stands out from its ground`() {
    let html = written(EveryBlock.everything)
    let grounds = html.matches(of: /background-color:(#[0-9a-f]{6});color:(#[0-9a-f]{6})/)
    #expect(grounds.count > 10)
    for match in grounds { #expect(contrast(match.1, match.2) >= 4.5, "\(match.0)") }
    for match in html.matches(of: /[;"]color:(#[0-9a-f]{6})/) where match.1 != "#ffffff" {
      #expect(contrast(match.1, "#ffffff") >= 4.5, "\(match.0)")
    }
  }
}

/// The contrast of two colours (WCAG 2.2, "contrast ratio").
private func contrast(_ first: Substring, _ second: Substring) -> Double {
  func luminance(_ colour: Substring) -> Double {
    let value = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [value >> 16, value >> 8 & 0xFF, value & 0xFF].map { part -> Double in
      let share = Double(part) / 255
      // The power 2.4 by hand: x^2 * x^0.4, the latter as the fifth root of x^2.
      if share <= 0.04045 { return share / 12.92 }
      let base = (share + 0.055) / 1.055
      var root = 1.0
      for _ in 0..<60 {
        root -= (root * root * root * root * root - base * base) / (5 * root * root * root * root)
      }
      return base * base * root
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
  let lights = [luminance(first), luminance(second)].sorted()
  return (lights[1] + 0.05) / (lights[0] + 0.05)
}
