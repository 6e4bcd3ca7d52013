import PlanSyntax
import SourceText
import Testing

/// A mistake as people make it: what is reported where, and the text after the corrections.
struct Mistake: Sendable, CustomTestStringConvertible {
  let name: String
  let text: String
  let problems: [String]
  let fixed: String?

  init(_ name: String, _ text: String, _ problems: [String], _ fixed: String?) {
    self.name = name
    self.text = text
    self.problems = problems
    self.fixed = fixed
  }

  var testDescription: String { name }
}

let mistakes: [Mistake] = [
  Mistake(
    "1 colon",
    "title: Reading: every child\n",
    ["colon-text 1:15"],
    "title: \"Reading: every child\"\n"
  ),
  Mistake("2 tab", "actions:\n\t- id: a\n", ["tab 2:1"], "actions:\n  - id: a\n"),
  Mistake("3a above", "target: > 75%\n", ["block-header 1:11"], "target: \"> 75%\"\n"),
  Mistake("3b at least", "target: >= 2%\n", ["block-header 1:10"], "target: \">= 2%\"\n"),
  Mistake("3c digit", "target: >5\n", ["block-empty 1:9"], "target: \">5\"\n"),
  Mistake("4 colon space", "title:Reading\n", ["colon-space 1:6"], "title: Reading\n"),
  Mistake(
    "5 dash space",
    "actions:\n  -Call home\n  -Write letter\n",
    ["dash-text 2:3", "dash-text 3:3"],
    "actions:\n  - Call home\n  - Write letter\n"
  ),
  Mistake(
    "6a one space too many",
    "title: Reading\n owner: Jane\ndue: May\n",
    ["child-of-text 2:2"],
    "title: Reading\nowner: Jane\ndue: May\n"
  ),
  Mistake(
    "6b one space too few",
    "a:\n  b: 1\n c: 2\nd: 3\n",
    ["indent 3:2"],
    "a:\n  b: 1\n  c: 2\nd: 3\n"
  ),
  Mistake(
    "6c one space too many in an item",
    "actions:\n  - id: a\n     owner: b\n    due: c\n",
    ["child-of-text 3:6"],
    "actions:\n  - id: a\n    owner: b\n    due: c\n"
  ),
  Mistake(
    "7 text and lines under it",
    "priority: Reading\n  owner: Jane\n  due: May\n",
    ["child-of-text 2:3"],
    "priority:\n  title: Reading\n  owner: Jane\n  due: May\n"
  ),
  Mistake(
    "8 open quote",
    "title: \"Reading\nowner: Jane\nwhy: \"x\"\n",
    ["unclosed-quote 1:8"],
    "title: \"Reading\"\nowner: Jane\nwhy: \"x\"\n"
  ),
  Mistake(
    "9a quoted word",
    "title: \"Reading\" is the priority\n",
    ["after-quote 1:18"],
    "title: '\"Reading\" is the priority'\n"
  ),
  Mistake(
    "9b apostrophe",
    "title: 'Don't stop'\n",
    ["after-quote 1:13"],
    "title: \"Don't stop\"\n"
  ),
  Mistake("10a bold", "title: *Priority* one\n", ["alias 1:8"], "title: \"*Priority* one\"\n"),
  Mistake(
    "10b bold item",
    "list:\n  - **Important**\n",
    ["alias 2:5"],
    "list:\n  - \"**Important**\"\n"
  ),
  Mistake("11a at", "who: @jane\n", ["reserved 1:6"], "who: \"@jane\"\n"),
  Mistake("11b backquote", "who: `x`\n", ["reserved 1:6"], "who: \"`x`\"\n"),
  Mistake("11c percent", "who: %98\n", ["reserved 1:6"], "who: \"%98\"\n"),
  Mistake("11d tag", "who: !x\n", ["tag 1:6"], "who: \"!x\"\n"),
  Mistake("11e anchor", "who: & more\n", ["anchor 1:6"], "who: \"& more\"\n"),
  Mistake("11f brackets", "who: [all] classes\n", ["after-value 1:12"], "who: \"[all] classes\"\n"),
  Mistake("11g braces", "who: {draft} text\n", ["flow-novalue 1:12"], "who: \"{draft} text\"\n"),
  Mistake(
    "12 number sign",
    "what: Fix the #1 complaint\n",
    ["hash 1:15"],
    "what: \"Fix the #1 complaint\"\n"
  ),
  Mistake("13 the same name", "a: 1\nb: 2\na: 3\n", ["duplicate 3:1"], nil),
  Mistake(
    "14 bullets",
    "actions:\n  • Call home\n  – Visit\n",
    ["bullet 2:3", "bullet 3:3"],
    "actions:\n  - Call home\n  - Visit\n"
  ),
  Mistake("15 no-break space", "a:\n  b:\u{A0}1\n", ["odd-space 2:5"], "a:\n  b: 1\n"),
  Mistake(
    "16 curly quotes",
    "title: “Reading: x”\n",
    ["colon-text 1:16"],
    "title: \"Reading: x\"\n"
  ),
  Mistake(
    "19 no dash",
    "list:\n  - id: a\n    title: b\n    why: x\n    id: c\n    title: d\n",
    ["duplicate 5:5"],
    "list:\n  - id: a\n    title: b\n    why: x\n  - id: c\n    title: d\n"
  ),
  Mistake(
    "20a text and a list",
    "actions: see below\n  - Visit\n  - Call\n",
    ["cont-dash 2:3"],
    "actions: # see below\n  - Visit\n  - Call\n"
  ),
  Mistake(
    "20b list on the line",
    "more: - Visit\n",
    ["dash-here 1:7"],
    "more:\n  - Visit\n"
  ),
  Mistake(
    "21 paragraph at the margin",
    "why: First.\n\nSecond paragraph\nof two lines\nowner: x\n",
    ["no-colon 3:1"],
    "why: First.\n\n  Second paragraph\n  of two lines\nowner: x\n"
  ),
  Mistake("22a marker", "a: 1\n---\nb: 2\n", ["multi-doc 2:1"], "a: 1\n# ---\nb: 2\n"),
  Mistake(
    "22b rules",
    "a: 1\n-----\nb: 2\n=====\nc: 3\n",
    ["no-colon 2:1", "no-colon 4:1"],
    "a: 1\n# -----\nb: 2\n# =====\nc: 3\n"
  ),
  Mistake(
    "23 path",
    "file: \"P:\\Plans\\2026\"\n",
    ["escape 1:10"],
    "file: 'P:\\Plans\\2026'\n"
  ),
  Mistake("24 lone dash", "owner: -\n", ["dash-here 1:8"], nil),
  Mistake(
    "25 text not indented",
    "why: >\nthe text\nowner: x\n",
    ["block-empty 1:6"],
    "why: >\n  the text\nowner: x\n"
  ),
  Mistake(
    "26 placeholder",
    "name: {{ School name }}\n",
    ["flow-key 1:7"],
    "name: \"{{ School name }}\"\n"
  ),
  Mistake(
    "27 colon in an item",
    "list:\n  - Call home: every day: by 9\n",
    ["colon-text 2:25"],
    "list:\n  - \"Call home: every day: by 9\"\n"
  ),
  Mistake("28 open bracket", "who: [Jane, Ali\n", ["unclosed-flow 1:6"], "who: [Jane, Ali]\n"),
  Mistake(
    "29 bracket at the margin",
    "who: [\n  Jane,\n  Ali\n]\nb: 1\n",
    ["flow-indent 4:1"],
    "who: [\n  Jane,\n  Ali\n  ]\nb: 1\n"
  ),
  Mistake(
    "31 numbers",
    "actions:\n  1. Call home\n  2. Write\n",
    ["bullet 2:3", "bullet 3:3"],
    "actions:\n  - Call home\n  - Write\n"
  ),
  Mistake(
    "32 no colon",
    "title = Reading\nowner：Jane\nby - October\n",
    ["no-colon 1:1", "no-colon 2:1", "no-colon 3:1"],
    "title: Reading\nowner: Jane\nby: October\n"
  ),
  Mistake("33 asterisk", "list:\n  * Call home\n", ["bullet 2:3"], "list:\n  - Call home\n"),
]

@Suite("The common mistakes")
struct MistakeTests {
  @Test("are found where they are", arguments: mistakes)
  func found(_ mistake: Mistake) {
    #expect(parse(mistake.text).places == mistake.problems)
  }

  @Test("are corrected", arguments: mistakes.filter { $0.fixed != nil })
  func corrected(_ mistake: Mistake) {
    let result = parse(mistake.text).corrected()
    #expect(String(decoding: result.bytes, as: UTF8.self) == mistake.fixed)
    #expect(result.places == [])
  }

  @Test("17 saved as ANSI")
  func ansi() {
    let parsed = parse(Array("a: 1\nwhy: Children".utf8) + [0x92] + Array("s\n".utf8))
    #expect(parsed.places == ["utf8 2:14"])
    #expect(parsed.diagnostics.first?.message.contains("0x92, \"’\" in Windows-1252") == true)
    let fixed = parsed.corrected()
    #expect(String(decoding: fixed.bytes, as: UTF8.self) == "a: 1\nwhy: Children’s\n")
    #expect(fixed.places == [])
  }

  @Test("18 saved as Unicode", arguments: [true, false])
  func unicode(isLittle: Bool) {
    var bytes: [UInt8] = []
    for unit in "\u{FEFF}a: é\n".utf16 {
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      bytes += isLittle ? pair : pair.reversed()
    }
    let parsed = parse(bytes)
    #expect(parsed.places == ["utf16 1:1"])
    #expect(String(decoding: parsed.corrected().bytes, as: UTF8.self) == "a: é\n")
  }

  @Test("ten in one file are all reported, and nothing else")
  func ten() {
    let parsed = parse(
      """
      plan: a
      title: Reading: every child
      who:Jane
      target: > 75%
      note: "open
      list:
        -Call home
        • Visit
        - *Write*
      owner: @jane
      what: Fix the #1 complaint
      by - October
      plan: b
      end: fine
      """
    )
    #expect(
      parsed.places == [
        "colon-text 2:15", "colon-space 3:4", "block-header 4:11", "unclosed-quote 5:7",
        "dash-text 7:3", "bullet 8:3", "alias 9:5", "reserved 10:8", "hash 11:15",
        "no-colon 12:1", "duplicate 13:1",
      ]
    )
  }
}
