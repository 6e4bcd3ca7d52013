import Testing

@testable import Documents

@Suite struct HTMLTextTests {
  @Test(
    arguments: [
      ("plain", "plain", "plain"), ("a < b & c > d", "a &lt; b &amp; c &gt; d", nil),
      ("\"it's\"", "\"it's\"", "&quot;it&#39;s&quot;"), ("]]>", "]]&gt;", nil),
      ("&amp;", "&amp;amp;", nil), ("é – 日本", "é – 日本", nil), ("", "", nil),
      ("a\u{0}\u{1B}[31mb\u{202E}", "a\\u{0}\\u{1b}[31mb\\u{202e}", nil),
      (
        "<script>alert('x')</script>", "&lt;script&gt;alert('x')&lt;/script&gt;",
        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"
      ),
    ] as [(String, String, String?)]
  )
  func `text is escaped`(text: String, inText: String, inAttribute: String?) {
    #expect(htmlText(text) == inText)
    #expect(htmlAttribute(text) == inAttribute ?? inText)
  }

  @Test(arguments: [
    ("ketton.html", "ketton.html"), ("../a b/é.html#x", "../a%20b/%C3%A9.html#x"),
    ("#staff", "#staff"), ("a.html?b=1&c=2", "a.html?b=1&amp;c=2"),
    ("x\"onclick='y'", "x%22onclick=%27y%27"), ("<b>", "%3Cb%3E"),
  ])
  func `a link leads to a page beside this one`(target: String, expected: String) {
    #expect(htmlTarget(target) == expected)
  }

  @Test(arguments: [
    "", "/", "/etc/passwd", "//evil.example/x", "\\\\evil\\x", "javascript:alert(1)",
    "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", "\u{1}javascript:x", "data:text/html,x",
    "https://evil.example", "a\\b", "a:b", "mailto:x", "./a:b", "a\tb",
  ])
  func `a link leads nowhere else`(target: String) { #expect(htmlTarget(target) == nil) }

  @Test(arguments: [("staff costs", "staff-costs"), ("é", "é"), ("a\tb", "a-b")])
  func `a place is named without spaces`(anchor: String, expected: String) {
    #expect(htmlID(anchor) == expected)
    #expect(htmlID("") == nil)
  }
}
