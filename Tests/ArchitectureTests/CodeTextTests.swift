import Testing

@Suite struct CodeTextTests {
  @Test(arguments: [
    ("let a = 1 // print(a)", ["let a = 1 "]),
    ("a /* one\n /* two */ three\n */ b", ["a ", "", " b"]),
    ("say(\"print(\\\"a\\\")\") ; b", ["say(\"\") ; b"]),
    ("say(\"\"\"\n  print(\n  \"\"\") ; b", ["say(\"\"", "", ") ; b"]),
    ("say(#\"a \\ \" print(\"#) ; b", ["say(\"\") ; b"]),
    ("say(\"\\(list.map { \"<\\($0)>\" }) print(\") ; b", ["say(\"\") ; b"]),
    ("#if os(Linux)\nimport Glibc\n#endif", ["#if os(Linux)", "import Glibc", "#endif"]),
  ])
  func `comments and strings are left out, lines are kept`(text: String, lines: [String]) {
    #expect(codeLines(text) == lines)
  }

  @Test(arguments: [
    ("print(", "print(a)", true), ("print(", "blueprint(a)", false),
    ("Float", "let a: Float", true), ("Float", "let a: Floating", false),
    ("Float", "let a: UnFloat", false), ("try!", "let a = try! b()", true),
    ("try!", "let a = try b()", false), ("exit(", "", false), ("a", "ba aa a", true),
  ])
  func `a word is found only by itself`(word: String, line: String, found: Bool) {
    #expect(mentions(word, in: line) == found)
  }
}
