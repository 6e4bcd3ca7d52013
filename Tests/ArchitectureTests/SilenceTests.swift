import Testing

/// Words that no module below the program may use, and what they would let it do.
private let loudWords: [(word: String, does: String)] = [
  ("print(", "prints"), ("debugPrint(", "prints"), ("dump(", "prints"), ("readLine(", "reads"),
  ("fopen(", "opens a file"), ("FileManager", "opens a file"), ("FileHandle", "opens a file"),
  ("contentsOfFile", "opens a file"), ("CommandLine", "reads the command line"),
  ("ProcessInfo", "reads the environment"), ("getenv(", "reads the environment"),
  ("Date()", "reads the clock"), ("Date.now", "reads the clock"),
  ("ContinuousClock", "reads the clock"), ("SuspendingClock", "reads the clock"),
  ("clock_gettime", "reads the clock"), ("Task.sleep", "reads the clock"),
  ("Locale.current", "asks for the locale"), ("TimeZone.current", "asks for the time zone"),
  ("exit(", "ends the process"), ("abort(", "ends the process"),
  ("SystemRandomNumberGenerator", "throws dice"), (".random(in", "throws dice"),
  (".shuffled()", "throws dice"), (".randomElement()", "throws dice"),
]

/// Words that no module may use at all.
private let bannedWords: [(word: String, does: String)] = [
  ("fatalError(", "ends the process"), ("preconditionFailure(", "ends the process"),
  ("try!", "ends the process"), ("as!", "ends the process"),
  ("@unchecked", "silences the compiler"), ("nonisolated(unsafe)", "silences the compiler"),
  ("@preconcurrency", "silences the compiler"),
]

/// Kinds of number that cannot hold 74.96 exactly.
private let inexactWords: [(word: String, does: String)] = [
  ("Double", "counts inexactly"), ("Float", "counts inexactly"),
]

/// Signs that a file is not finished; they are looked for in comments too.
private let unfinishedWords = ["TODO", "FIXME", "XXX", "HACK"]

/// The lines of a file whose code uses one of the words.
private func findings(
  of words: [(word: String, does: String)],
  in source: SwiftSource
) -> [Finding] {
  codeLines(source.text).enumerated().flatMap { index, line in
    words.filter { mentions($0.word, in: line) && !declares($0.word, in: line) }
      .map { Finding(path: source.path, line: index + 1, reason: "\($0.word) \($0.does)") }
  }
}

/// Whether a line declares a function of that name, which is not a call of it.
private func declares(_ word: String, in line: String) -> Bool {
  mentions("func \(word)", in: line)
}

/// The lines of a file, comments and all, that say that it is not finished.
private func unfinished(in source: SwiftSource) -> [Finding] {
  source.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().flatMap {
    index,
    line in
    unfinishedWords.filter { mentions($0, in: String(line)) }
      .map { Finding(path: source.path, line: index + 1, reason: $0) }
  }
}

@Suite struct SilenceTests {
  @Test func `nothing below the program prints, opens files, asks the time or ends it`() throws {
    let sources = try swiftSources(below: "Sources").filter { $0.module != "rlt" }
    #expect(sources.count >= importTable.count - 1)
    #expect(sources.flatMap { findings(of: loudWords, in: $0) } == [])
  }

  @Test func `nothing ends the process or silences the compiler`() throws {
    #expect(
      try swiftSources(below: "Sources").flatMap { findings(of: bannedWords, in: $0) } == []
    )
  }

  @Test func `figures are exact from the file to the verdict`() throws {
    let exact: Set = ["SourceText", "PlanSyntax", "PlanModel", "PlanFiles", "PlanEvaluation"]
    let sources = try swiftSources(below: "Sources").filter { exact.contains($0.module) }
    #expect(Set(sources.map(\.module)) == exact)
    #expect(sources.flatMap { findings(of: inexactWords, in: $0) } == [])
  }

  @Test func `the model does not know how it is stored`() throws {
    let sources = try swiftSources(below: "Sources").filter { $0.module == "PlanModel" }
    let words = ["Codable", "Encodable", "Decodable"].map { (word: $0, does: "stores the model") }
    #expect(!sources.isEmpty)
    #expect(sources.flatMap { findings(of: words, in: $0) } == [])
  }

  @Test func `threads are started in one place`() throws {
    let words = [
      "pthread_create", "Task {", "Task.detached", "DispatchQueue", "TaskGroup", "Thread(",
    ]
    .map { (word: $0, does: "starts a thread") }
    let sources = try swiftSources(below: "Sources")
    let found = sources.flatMap { findings(of: words, in: $0) }
    #expect(Set(found.map(\.path)) == ["Sources/rlt/Environment/Parallel.swift"])
  }

  @Test func `no file says that it is not finished`() throws {
    #expect(try swiftSources(below: "Sources").flatMap(unfinished) == [])
  }

  @Test(arguments: loudWords.map(\.word) + bannedWords.map(\.word) + inexactWords.map(\.word))
  func `each word is found in code and not in prose`(word: String) {
    let words = loudWords + bannedWords + inexactWords
    func count(_ text: String) -> Int {
      findings(of: words, in: SwiftSource(path: "Sources/PlanModel/A.swift", text: text)).count
    }
    #expect(count("let a = 1\n  \(word) b\n") == 1)
    #expect(count("let a = 1 // \(word) b\n") == 0)
    #expect(count("let a = \"\(word) b\"\n") == 0)
  }

  @Test func `a function may bear the name of a loud one`() {
    let source = SwiftSource(path: "Sources/Documents/A.swift", text: "func dump() {}\ndump()\n")
    #expect(findings(of: loudWords, in: source).map(\.line) == [2])
  }

  @Test(arguments: ["// TODO: later", "let a = 1 // FIXME", "/* XXX */", "/// HACK"])
  func `an unfinished line is found in a comment`(text: String) {
    #expect(unfinished(in: SwiftSource(path: "Sources/rlt/A.swift", text: text)).count == 1)
    #expect(unfinished(in: SwiftSource(path: "Sources/rlt/A.swift", text: "// to do")).isEmpty)
  }
}
