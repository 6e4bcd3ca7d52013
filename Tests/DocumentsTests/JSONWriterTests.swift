import Documents
import Testing

@Suite struct JSONWriterTests {
  private func written(openLevels: Int = 2, _ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter(openLevels: openLevels)
    json.object(body)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func `fields keep their order, rows take one line each`() {
    let text = written { json in
      json.field("schema", "a/1")
      json.field("none", nil)
      json.array("rows") { json in
        for number in 1...2 {
          json.object { json in
            json.field("z", number)
            json.field("a", number == 1)
            json.array("texts", ["x", "y"])
          }
        }
      }
      json.array("empty") { _ in }
      json.key("exact")
      json.number("-2.80")
    }
    let expected = """
      {
        "schema": "a/1",
        "none": null,
        "rows": [
          {"z": 1, "a": true, "texts": ["x", "y"]},
          {"z": 2, "a": false, "texts": ["x", "y"]}
        ],
        "empty": [],
        "exact": -2.80
      }
      """
    #expect(text == expected)
  }

  @Test(arguments: [
    ("a\"b\\c", #"a\"b\\c"#), ("line\nend\r\ttab", #"line\nend\r\ttab"#),
    ("\u{1B}[31m", #"\u001b[31m"#), ("\u{0}", #"\u0000"#), ("\u{7F}\u{9B}", #"\u007f\u009b"#),
    ("\u{202E}\u{2028}", #"\u202e\u2028"#), ("\u{E0041}", #"\udb40\udc41"#),
    ("£5 – café 日本", "£5 – café 日本"), ("e\u{301}", "e\u{301}"),
  ])
  func `texts are escaped where they could do harm, and nowhere else`(text: String, json: String) {
    let found = written(openLevels: 0) { $0.field("t", text) }
    #expect(Array(found.utf8) == Array("{\"t\": \"\(json)\"}".utf8))
  }
}
