import Testing

@testable import rlt

@Suite struct ChildProgramTests {
  @Test func `an answer larger than any pipe comes back whole`() throws {
    let input = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let result = try ChildProgram(name: "cat").run(input)
    #expect(result == ChildProgram.Result(end: .exited(0), output: input))
  }

  @Test func `what is not read by the child is dropped`() throws {
    let input = [UInt8](repeating: 0x61, count: 3_000_000)
    let result = try ChildProgram(name: "true").run(input)
    #expect(result == ChildProgram.Result(end: .exited(0)))
  }

  @Test func `input of which only the beginning is read does no harm`() throws {
    let input = Array("first\n".utf8) + [UInt8](repeating: 0x61, count: 3_000_000)
    let result = try ChildProgram(name: "head", arguments: ["-n", "1"]).run(input)
    #expect(result == ChildProgram.Result(end: .exited(0), output: Array("first\n".utf8)))
  }

  @Test func `an endless answer is cut and its program ended`() throws {
    let result = try ChildProgram(name: "yes", outputLimit: 100_001).run()
    #expect(result.output == (0..<100_001).map { $0 % 2 == 0 ? 0x79 : 0x0A })
    #expect(result.isOutputCut)
    // SIGPIPE is let through to the child, or it tells what stood in its way and fails.
    #expect(result.end == .signalled(13))
  }

  @Test(arguments: [
    (["false"], ChildProgram.End.exited(1)),
    (["sh", "-c", "exit 75"], .exited(75)),
    (["sh", "-c", "kill -KILL $$"], .signalled(9)),
  ])
  func `how a program ended is told`(words: [String], end: ChildProgram.End) throws {
    let result = try ChildProgram(name: words[0], arguments: Array(words.dropFirst())).run()
    #expect(result == ChildProgram.Result(end: end))
    #expect(!result.isSuccess)
  }

  @Test func `answer and messages come apart, however much there is of each`() throws {
    let script = "i=0; while [ $i -lt 3000 ]; do echo answer; echo message >&2; i=$((i+1)); done"
    let child = ChildProgram(name: "sh", arguments: ["-c", script], errorLimit: 1_000)
    let result = try child.run([UInt8](repeating: 0x61, count: 1_000_000))
    #expect(result.output.count == 3_000 * 7)
    #expect(result.errors == Array("message\n".utf8.cycled(1_000)))
    #expect(result.isSuccess)
    #expect(!result.isOutputCut)
  }

  @Test func `arguments reach the program as they are`() throws {
    let words = ["a b", "", "$HOME", "`id`", "; exit 3", "'\"", "-n", "é\n*"]
    let child = ChildProgram(name: "printf", arguments: ["%s|"] + words)
    #expect(try child.run().output == Array(words.map { $0 + "|" }.joined().utf8))
  }

  @Test func `an argument that would be cut is refused`() {
    #expect(throws: ChildProgram.Problem.self) {
      try ChildProgram(name: "printf", arguments: ["a\0b"]).run()
    }
  }

  @Test func `the environment is passed on, with variables of the child's own`() throws {
    var child = ChildProgram(name: "sh", arguments: ["-c", "echo ${PATH:+some} $RLT_CHILD"])
    child.variables = ["RLT_CHILD": "a=b c"]
    #expect(try child.run().output == Array("some a=b c\n".utf8))
    child.variables["PATH"] = "/nowhere"
    #expect(throws: ChildProgram.Problem.notFound("sh")) { try child.run() }
  }

  @Test(arguments: ["no-such-program-anywhere", "/no/such/program", ""])
  func `a program that is not there is named`(name: String) {
    #expect(throws: ChildProgram.Problem.notFound(name)) { try ChildProgram(name: name).run() }
  }

  @Test func `a file that is no program is not run, not even by a shell`() {
    #expect(throws: ChildProgram.Problem.notStarted("/etc/passwd", reason: "Permission denied")) {
      try ChildProgram(name: "/etc/passwd").run()
    }
  }

  @Test func `a program that takes too long is ended`() throws {
    let child = ChildProgram(name: "sleep", arguments: ["600"], patience: .milliseconds(50))
    let result = try child.run()
    #expect(result == ChildProgram.Result(end: .signalled(15), isLate: true))
    #expect(!result.isSuccess)
  }

  @Test func `a program that will not be asked is ended by force`() throws {
    let script = "trap '' TERM; while :; do sleep 0.05; done"
    let child = ChildProgram(
      name: "sh",
      arguments: ["-c", script],
      patience: .milliseconds(500)
    )
    let result = try child.run()
    #expect(result == ChildProgram.Result(end: .signalled(9), isLate: true))
  }

  @Test func `what the program leaves running is not waited for`() throws {
    let script = "sleep 600 & echo $!"
    let result = try ChildProgram(name: "sh", arguments: ["-c", script]).run()
    let left = String(decoding: result.output, as: UTF8.self).filter(\.isNumber)
    #expect(result.isSuccess)
    #expect(!left.isEmpty)
    _ = try ChildProgram(name: "kill", arguments: [left]).run()
  }

  @Test func `many at once do not hold each other up`() async throws {
    let input = [UInt8](repeating: 0x62, count: 200_000)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<12 {
        group.addTask { try ChildProgram(name: "cat").run(input).output == input }
      }
      for try await isWhole in group { #expect(isWhole) }
    }
  }
}

extension Sequence where Element == UInt8 {
  /// So many elements, from the beginning again where there are no more.
  fileprivate func cycled(_ count: Int) -> [UInt8] {
    let all = Array(self)
    return (0..<count).map { all[$0 % all.count] }
  }
}
