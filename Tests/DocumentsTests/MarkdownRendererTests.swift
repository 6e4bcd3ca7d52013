import Documents
import TestSupport
import Testing

private func written(_ blocks: [Block], title: String = "") -> String {
  let page = Page(title: title, document: Document(blocks))
  return String(decoding: MarkdownRenderer().render(page), as: UTF8.self)
}

@Suite struct MarkdownRendererTests {
  @Test func `every block`() {
    expectGolden(
      String(decoding: MarkdownRenderer().render(EveryBlock.everything), as: UTF8.self),
      at: "Tests/DocumentsTests/Golden/everything.md"
    )
  }

  @Test(arguments: [
    ("Staff costs at 77%, 2016/17", "Staff costs at 77%, 2016/17"),
    ("a_b *c* `d` ~~e~~ [f](g) ![h]", "a\\_b \\*c\\* \\`d\\` \\~\\~e\\~\\~ \\[f\\](g) !\\[h\\]"),
    ("<b>", "\\<b>"), ("a & b", "a & b"), ("&amp; &#60;", "\\&amp; \\&\\#60;"),
    ("a | b", "a \\| b"), ("C:\\", "C:\\\\"),
    ("# a", "\\# a"), ("- a", "\\- a"), ("-2.8", "\\-2.8"), ("+ a", "\\+ a"), ("> 97%", "\\> 97%"),
    ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("2016. a", "2016\\. a"), ("1,250", "1,250"),
    ("    code", "code"), ("\tcode", "code"), ("a\nb", "a b"), ("a\u{1B}b", "a\\\\u{1b}b"),
    ("www.example.org", "www\\.example\\.org"), ("gov.staffing 96.2", "gov\\.staffing 96.2"),
    ("https://a.b//c", "https\\:\\/\\/a\\.b\\/\\/c"), ("//a.b", "\\/\\/a\\.b"),
    ("mail head@example.org.", "mail `head@example.org`."), ("a @ b @c", "a @ b `@c`"),
    ("mailto:a@b.c", "mailto:`a@b.c`"), ("`a@b.c`", "\\``a@b.c`\\`"), ("$x$", "\\$x\\$"),
  ])
  func `signs are escaped where they mean something`(text: String, expected: String) {
    #expect(written([.paragraph(Line(text))]) == expected + "\n")
  }

  @Test(arguments: [
    (Line([.text("a"), .text("b", .strong), .text("c")]), "a**b**c"),
    (Line([.text("a ", .strong), .text(" b", .strong), .text("c")]), "**a  b**c"),
    (Line([.text("Costs:", .strong), .text(" 77%")]), "**Costs:** 77%"),
    (Line([.text("Costs:", .strong), .text("77%")]), "Costs:77%"),
    (Line([.text("x"), .text("(a)", .strong)]), "x(a)"),
    (Line([.text(" ", .strong), .text("a")]), "a"),
    (Line([.link("Ketton", to: "schools/ketton.html#a")]), "[Ketton](schools/ketton.html#a)"),
    (Line([.link("K]t", to: "a(b) c")]), "[K\\]t](a%28b%29%20c)"),
    (Line([.text("a!"), .link("b", to: "c")]), "a\\![b](c)"),
    (Line([.link("out", to: "javascript:alert(1)")]), "out"),
    (Line([.link("out", to: "//example.org")]), "out"),
    (Line([.mark(Mark("R", "missed", .red)), .text(" a")]), "**R missed** a"),
  ])
  func `strong text and links are markup, and only where it is read as such`(
    line: Line,
    expected: String
  ) {
    #expect(written([.paragraph(line)]) == expected + "\n")
  }

  @Test func `a heading has an anchor where a link leads to it`() {
    let heading = Block.heading("Attendance", level: 2, anchor: "att")
    #expect(written([heading]) == "## Attendance\n")
    let link = Block.paragraph(Line([.link("see", to: "#att")]))
    #expect(written([heading, link]) == "## <a id=\"att\"></a>Attendance\n\n[see](#att)\n")
  }

  @Test func `lists and lines in a row stay what they are`() {
    let points = Block.points([Point(nil, "a")])
    let line = Block.verbatim("x ``` y")
    #expect(written([points, points, points]) == "- a\n\n* a\n\n- a\n")
    #expect(written([line, line]) == "````\nx ``` y\nx ``` y\n````\n")
    #expect(written([], title: "A *page*") == "# A \\*page\\*\n")
    #expect(written([.table(Table(columns: []))]) == "")
  }
}
