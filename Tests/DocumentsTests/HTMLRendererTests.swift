import Documents
import TestSupport
import Testing

/// Texts that try to be something else than text.
private let nasty = [
  "<script>alert(1)</script>", "\"><script>alert(1)</script>", "' onmouseover='alert(1)",
  "</title></style></svg></desc><img src=x onerror=alert(1)>", "]]><!--", "--><!DOCTYPE x>",
  "&lt;b&gt; &amp;amp; &#60;", "javascript:alert(1)", "{{7*7}} ${x} <%= x %>",
  "\u{0}\u{1}\u{8}\u{1B}[2J\u{7F}\u{85}\u{9B}", "\u{202E}evil\u{2066}\u{200B}\u{FEFF}\u{2028}",
  "\r\n\t",
  String(decoding: [0xEF, 0xBF, 0xBE, 0xEF, 0xB7, 0x90, 0xF0, 0x9F, 0xBF, 0xBF], as: UTF8.self),
  "e\u{301}\u{301}\u{301}", "👩‍👩‍👧‍👦 日本語 العربية",
  "content", "p1t", "-1e309", " ", "",
]

@Suite struct HTMLRendererTests {
  @Test func `every block, span, cell and picture`() {
    expectGolden(html(samplePage { $0 }), at: "Tests/DocumentsTests/Golden/page.html")
  }

  @Test func `a page of several sheets`() {
    expectGolden(html(longPage()), at: "Tests/DocumentsTests/Golden/long-page.html")
  }

  @Test(arguments: nasty)
  func `hostile text stays text in every place`(text: String) {
    let page = html(samplePage { _ in text })
    #expect(tagFault(in: page) == nil)
    // What has room in a picture depends on the width of a text, and on nothing else in it.
    let plain = String(repeating: "x", count: displayWidth(safeText(text)))
    #expect(tags(page) == tags(html(samplePage { _ in plain })))
    #expect(
      page.unicodeScalars.allSatisfy { $0 == "\n" || ($0.value >= 0x20 && $0.value != 0x7F) }
    )
    #expect(!page.unicodeScalars.contains("\u{202E}"))
    #expect(!page.contains("href=\"javascript"))
  }

  @Test func `text of any length stays text`() {
    let text = String(repeating: "<\"&'\u{202E}x", count: 17_000)
    var places = 0
    let page = html(
      samplePage {
        places += 1
        return places % 40 == 0 ? text : $0
      }
    )
    #expect(page.utf8.count > 4 * text.utf8.count)
    #expect(tagFault(in: page) == nil)
  }

  @Test(arguments: 0..<40)
  func `whatever the text, the page is well formed`(seed: Int) {
    let original = html(samplePage { $0 })
    var mutator = SeededMutator(
      seed: UInt64(seed),
      pieces: ["<", ">", "\"", "'", "&", "</svg>", "<!--", "\u{202E}", "&#x3C;", "\u{1B}"]
    )
    let page = html(
      samplePage { String(decoding: mutator.mutated(Array($0.utf8)), as: UTF8.self) }
    )
    #expect(tagFault(in: page) == nil)
    #expect(!original.isEmpty && tags(page).filter { $0 == "script" } == [])
  }

  @Test func `equal pages give equal bytes`() {
    #expect(HTMLRenderer().render(longPage()) == HTMLRenderer().render(longPage()))
  }

  @Test func `no place of a page has the name of another`() {
    let page = html(samplePage { _ in "content" })
    let ids = page.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(ids.count > 5 && Set(ids).count == ids.count)
  }

  @Test(arguments: [[3], [2, 4, 6], [1, 1, 5, 2], [1, 3, 4, 2, 6, 9, 0]])
  func `no level of heading is left out`(levels: [Int]) {
    let page = html(
      Page(title: "T", document: Document(levels.map { .heading("H", level: $0) }))
    )
    let found = tags(page).filter { $0.count == 2 && $0.first == "h" && $0 != "hr" }
      .compactMap { Int($0.dropFirst()) }
    #expect(found.first == 1 && zip(found, found.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(found.count >= levels.count)
  }

  @Test func `sheets break only where something stands on both sides`() {
    func breaks(_ blocks: [Block]) -> Int {
      html(Page(title: "T", document: Document(blocks))).split(separator: "class=\"break\"").count
        - 1
    }
    #expect(breaks([.pageBreak, .paragraph("a"), .pageBreak, .pageBreak, .paragraph("b")]) == 1)
    #expect(breaks([.heading("H", level: 1), .pageBreak, .paragraph("a"), .pageBreak]) == 0)
  }

  @Test func `a page of nothing is a page`() {
    let page = html(Page(title: "", document: Document()))
    #expect(tagFault(in: page) == nil)
    #expect(!page.contains("<footer") && !page.contains("<nav"))
  }

  @Test(arguments: [
    "<p>a<p>b</p>", "<p>a", "</p>", "a < b", "a & b", "<a href='x'>b</a>", "a > b",
    "<p title=\"<\">",
  ])
  func `the tag check finds faults`(fault: String) {
    #expect(tagFault(in: "<!DOCTYPE html>\n" + fault) != nil)
    #expect(tagFault(in: "<!DOCTYPE html>\n<p title=\"a\">b &amp; <br>c</p><path/>") == nil)
  }
}

func html(_ page: Page) -> String { String(decoding: HTMLRenderer().render(page), as: UTF8.self) }

/// The names of all tags of a page, in order; where a long word may break is left out.
private func tags(_ page: String) -> [String] {
  page.split(separator: "<").map { String($0.prefix { $0.isLetter || $0.isNumber || $0 == "/" }) }
    .filter { $0 != "wbr" }
}
