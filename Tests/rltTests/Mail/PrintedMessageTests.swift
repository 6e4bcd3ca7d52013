import FoundationEssentials
import TestSupport
import Testing

@testable import rlt

/// Prints the week of the made-up trusts as a message.
private func printed(
  _ line: String,
  in folder: String = "small",
  today: String = "2017-03-06"
) -> ProgramRun {
  let words = "report weekly --from clerk@example.org --today \(today) \(line)"
  return ProgramRun(words.split(separator: " ").map(String.init), in: folder)
}

/// The id of a message.
private func id(_ line: String, today: String = "2017-03-06") throws -> String {
  let output = printed(line, today: today).output
  let header = try #require(
    output.split(separator: "\n").first { $0.hasPrefix("Message-ID: ") },
    "\(output)"
  )
  return String(header)
}

@Suite struct PrintedMessageTests {
  @Test func `every address and selection has an id of its own`() throws {
    let lines = [
      "--to head@alder.example.org", "--to head@beech.example.org",
      "--to head@alder.example.org --school alder", "--to head@alder.example.org --school beech",
      "--to head@alder.example.org --audience internal",
      "--to head@alder.example.org --since 2017-02-20", "--to head@alder.example.org --owner CFO",
      "--to a+b@example.org", "--to a_b@example.org", "--to a'b@example.org",
      "--to ab@example.org",
    ]
    let ids = try lines.map { try id($0.replacing("CFO", with: "Finance")) }
    #expect(Set(ids).count == lines.count)
    // The same in the same week, in any spelling, and another one in the next.
    let first = try id(lines[0])
    #expect(try id(lines[0], today: "2017-03-09") == first)
    #expect(try id("--to head@ALDER.example.org") == first)
    #expect(try id(lines[0], today: "2017-03-13") != first)
  }

  @Test func `a message goes to one address`() {
    let run = printed("--to a@example.org --to b@example.org")
    #expect(run.status == .usage && run.output.isEmpty)
    #expect(run.errors.contains("--to: a message goes to one address"))
  }

  @Test(arguments: [
    ("--to a@example.org", "For the board: "),
    ("--to a@example.org --school beech", "For Beech: "),
    ("--to a@example.org --audience public", "For the public: "),
    ("--to a@example.org --audience internal", ""),
  ])
  func `without a word it is for the board, of a school for the school`(
    line: String,
    words: String
  ) {
    let run = printed(line)
    #expect(run.status == .success)
    #expect(run.output.contains("are not shown") == !words.isEmpty)
    #expect(run.output.contains(words))
  }

  @Test(arguments: [
    "--kpi phonics", "--priority here", "--strategy money", "--status red", "--fail-on red",
    "--known-at 2017-01-01", "--audience school", "--audience public --owner Finance",
    "--format html", "--output message.pdf",
  ])
  func `what a message does not do is refused`(line: String) {
    let run = printed("--to a@example.org \(line)")
    #expect(run.status == .usage && run.output.isEmpty, "\(run.transcript)")
  }

  @Test func `of several trusts one is to be named, and they are listed`() {
    let run = printed("--to governors@example.org", in: "../../..")
    #expect(run.status == .usage)
    #expect(run.errors.contains("as in --trust learning-together"))
    #expect(run.errors.contains("owls") && run.errors.contains("rutland"))
    let one = printed("--to governors@example.org --trust rutland", in: "../../..")
    #expect(one.status == .success && one.output.hasPrefix("Date: "))
  }

  @Test(arguments: [
    "report weekly", "report summary", "report board", "diff 2017-01-01 2017-03-06",
  ])
  func `the public is not told what an owner answers for`(command: String) {
    let line = "\(command) --audience public --owner Finance"
    let run = ProgramRun(line.split(separator: " ").map(String.init), in: "small")
    #expect(run.status == .usage && run.output.isEmpty)
    #expect(run.errors.contains("the public is not shown who owns what"))
  }

  @Test func `the calendar and the text leave out an owner who is not shown`() {
    let line = "--to a@example.org --audience public --attach ics,csv --since 2017-02-20"
    let received = ReceivedMail(
      Array(printed(line, today: "2017-03-01").output.utf8).flatMap {
        $0 == 0x0A ? [0x0D, 0x0A] : [$0]
      }
    )
    #expect(received.problems == [])
    let texts = received.leaves.map { String(decoding: $0.content, as: UTF8.self) }
    #expect(texts[0].contains("Ring parents on the first day, 2 March 2017"))
    #expect(texts.contains { $0.contains("BEGIN:VEVENT") && !$0.contains("not shown") })
  }
}
