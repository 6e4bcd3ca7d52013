import FoundationEssentials
import TestSupport
import Testing

@testable import rlt

/// A workspace with recipients, a place for state, and a mail program that keeps what it is given.
private final class MailSpace {
  let state = StateFolder()
  var path: String { state.path }

  init(
    mail: String = "mail: {from: clerk@example.org, escalate-to: Chair}",
    recipients: String = """
    recipients:
      chair: {role: Chair, address: chair@example.org}
      head: {name: Head of Alder, address: head@example.org, schools: Alder}
      money: {role: CFO, address: cfo@example.org, owners: CFO, frequency: monthly}
    """
  ) throws {
    let trust = """
      trust: birch
      name: Birch Trust
      current-plan: plan
      schools: {alder: Alder, oak: Oak}
      roles: {cfo: CFO, chair: Chair}
      \(mail)
      \(recipients)

      """
    try write(
      "plans/birch/trust.yaml",
      trust.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n")
    )
    try write(
      "plans/birch/plans/plan.yaml",
      """
      plan: plan
      title: Our plan
      years: 2015/16 to 2018/19
      strategies:
        first:
          title: First
          priorities:
            main:
              title: Every child
              kpis:
                attendance:
                  title: Attendance
                  unit: "% of sessions"
                  target: at least 96%
                  for: every school
                staffing:
                  title: Staff costs
                  unit: "% of income"
                  target: below 75%
                  level: trust
                  frequency: termly
                  owner: CFO
                  actions:
                    - {id: review, action: Review supply costs, owner: CFO, due: 2017-04-04}

      """
    )
    try write(
      "plans/birch/readings/2016-17.csv",
      """
      kpi,scope,period,value,recorded
      attendance,alder,2015/16,97%,2016-09-01
      attendance,alder,2016/17,95%,2017-03-29
      attendance,oak,2015/16,97%,2016-09-01
      staffing,trust,2015/16,74%,2016-09-01

      """
    )
    try sendmail("cat >\"\(path)/$5.eml\"")
  }

  func write(_ name: String, _ text: String) throws {
    let file = "\(path)/\(name)"
    let folder = String(file[..<(file.lastIndex(of: "/") ?? file.startIndex)])
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: file))
  }

  func sendmail(_ body: String) throws {
    try write("sendmail", "#!/bin/sh\necho \"$@\" >>\"\(path)/calls\"\n\(body)\n")
    let mode: [FileAttributeKey: Any] = [.posixPermissions: 0o755]
    try FileManager.default.setAttributes(mode, ofItemAtPath: "\(path)/sendmail")
  }

  func run(_ words: String..., today: String = "2017-03-31") -> (run: ProgramRun, screen: String) {
    let run = ProgramRun(
      ["mail", "weekly", "--data", "\(path)/plans", "--today", today] + words,
      environment: ["XDG_STATE_HOME": path, "RLT_SENDMAIL": "\(path)/sendmail"]
    )
    let screen = run.transcript.split(separator: path, omittingEmptySubsequences: false)
    return (run, screen.joined(separator: "…"))
  }

  /// How the mail program was called.
  var calls: [String] {
    let bytes = FileManager.default.contents(atPath: "\(path)/calls") ?? Data()
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { String($0) }
  }

  func message(to address: String) throws -> ReceivedMail {
    let bytes = try #require(FileManager.default.contents(atPath: "\(path)/\(address).eml"))
    return ReceivedMail(bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
  }
}

@Suite struct MailCommandTests {
  @Test func `without --send it is said what would go out`() throws {
    let space = try MailSpace()
    let (run, screen) = space.run()
    #expect(run.status == .success)
    expectScreen(screen, "mail/would-send.txt")
    #expect(space.calls.isEmpty)
    #expect(space.run("--dry-run").screen == screen)
    expectScreen(space.run("--format", "json").run.output, "mail/would-send.json")
  }

  @Test func `each gets what is theirs, once`() throws {
    let space = try MailSpace()
    let (run, screen) = space.run("--send")
    #expect(run.status == .success)
    expectScreen(screen, "mail/sent.txt")
    let to = ["chair@example.org", "head@example.org", "cfo@example.org"]
    #expect(space.calls == to.map { "-i -f clerk@example.org -- \($0)" })
    let messages = try to.map { try space.message(to: $0) }
    #expect(messages.flatMap(\.problems) == [])
    let texts = messages.compactMap {
      $0.leaves.first.map { String(decoding: $0.content, as: UTF8.self) }
    }
    expectScreen(texts.joined(separator: "~~~~\n"), "mail/texts.txt")
    let again = space.run("--send")
    #expect(again.run.status == .success)
    #expect(again.run.output.contains("3 sent before"))
    #expect(space.calls.count == 3)
    #expect(space.run("--send", "--again", "--recipient", "head").run.status == .success)
    #expect(space.calls.count == 4)
    // The month of the CFO has its message already.
    let next = space.run("--send", "--quiet", "--recipient", "money", today: "2017-03-20")
    #expect(next.run.transcript == "--- exit 0\n")
    #expect(space.calls.count == 4)
  }

  @Test(arguments: [
    (67, "there is no such user (67)"), (75, "the server asks to try later (75)"),
    (99, "ended with 99"),
  ])
  func `what was not taken is told, and the rest is sent`(status: Int, words: String) throws {
    let space = try MailSpace()
    try space.sendmail(
      "[ $5 = head@example.org ] && { echo no thanks >&2; exit \(status); }; exit 0"
    )
    let (run, _) = space.run("--send", "--quiet")
    #expect(run.status == .sideEffect)
    #expect(run.output == "")
    #expect(run.errors.contains("head@example.org") && run.errors.contains(words))
    #expect(run.errors.contains("no thanks"))
    #expect(space.calls.count == 3)
    try space.sendmail("exit 0")
    #expect(space.run("--send").run.status == .success)
    #expect(space.calls.count == 4)
  }

  @Test func `a mail program that is killed leaves an open question`() throws {
    let space = try MailSpace()
    try space.sendmail("[ $5 = head@example.org ] && kill -9 $$; exit 0")
    #expect(space.run("--send").run.status == .sideEffect)
    try space.sendmail("exit 0")
    let (run, _) = space.run("--send")
    #expect(run.status == .sideEffect)
    #expect(run.errors.contains("--again"))
    #expect(space.calls.count == 3)
  }

  @Test(arguments: [
    ["--send", "--dry-run"], ["--send", "--output-dir", "out"], ["--since", "2017-04-01"],
    ["--attach", "pdf"], ["--from", "a@b@c.org"], ["--recipient", "nobody"], ["--since", "soon"],
  ])
  func `what cannot be meant is refused`(words: [String]) throws {
    let space = try MailSpace()
    let run = ProgramRun(
      ["mail", "weekly", "--data", "\(space.path)/plans"] + words,
      environment: ["XDG_STATE_HOME": space.path, "RLT_SENDMAIL": "\(space.path)/sendmail"]
    )
    #expect(run.status == .usage)
    #expect(space.calls.isEmpty)
  }

  @Test func `what is missing is named, and nothing is sent`() throws {
    #expect(try MailSpace(mail: "").run("--send").run.errors.contains("give --from"))
    let none = try MailSpace(mail: "mail: {from: a@b.org}", recipients: "").run("--send").run
    #expect(none.status == .usage && none.errors.contains("recipients:"))
    let wrong = try MailSpace(mail: "", recipients: "recipients:\n  x: {address: nobody}")
    let run = wrong.run("--send").run
    #expect(run.status == .unreadable && run.errors.contains("nothing was sent"))
    let told = try MailSpace(
      recipients: "recipients:\n  x: {address: x@b.org, owners: CFO, audience: public}"
    )
    let told2 = told.run("--send").run
    #expect(told2.status == .unreadable && told2.errors.contains("cannot be about owners"))
    // With nobody to write to, it does not matter that there is nothing to write with.
    let nobody = try MailSpace(mail: "mail: {from: a@b.org}", recipients: "").run(
      "--send",
      "--sendmail",
      "/no/such"
    ).run
    #expect(nobody.status == .usage && nobody.errors.contains("recipients:"))
    let space = try MailSpace()
    #expect(space.run("--send", "--sendmail", "/no/such").run.status == .sideEffect)
    #expect(wrong.calls.isEmpty && space.calls.isEmpty)
  }

  @Test func `after a missed week the last message is told, not the last run`() throws {
    let space = try MailSpace(recipients: "recipients:\n  chair: {role: Chair, address: c@b.org}")
    func text(_ day: String) throws -> String {
      #expect(space.run("--send", "--always", today: day).run.status == .success)
      let part = try #require(try space.message(to: "c@b.org").leaves.first)
      return String(decoding: part.content, as: UTF8.self).split(separator: "\n")
        .joined(separator: " ")
    }
    // In the first week there is something to tell, in the next two nothing.
    #expect(space.run("--send", today: "2016-09-05").run.output.contains("sent"))
    for day in ["2016-09-12", "2016-09-19"] {
      #expect(space.run("--send", today: day).run.output.contains("nothing new"))
    }
    let missed = try text("2016-10-10")
    #expect(missed.contains("The last message was of 5 September 2016."))
    #expect(missed.contains("There was nothing new by 19 September 2016;"))
    #expect(try !text("2016-10-17").contains("message"))
    #expect(try text("2016-11-07").contains("There was no message after 17 October 2016;"))
  }

  @Test func `a recipient is found among several trusts`() throws {
    let space = try MailSpace()
    try space.write(
      "plans/oak/trust.yaml",
      """
      trust: oak
      name: Oak Trust
      mail: {from: clerk@example.org}
      recipients:
        bursar: {address: bursar@example.org}

      """
    )
    try space.write(
      "plans/oak/plans/plan.yaml",
      "plan: plan\ntitle: Plan\nyears: 2015/16 to 2018/19\n"
    )
    #expect(space.run("--send", "--always", "--recipient", "Bursar").run.status == .success)
    #expect(space.calls == ["-i -f clerk@example.org -- bursar@example.org"])
    #expect(space.run("--recipient", "nobody").run.status == .usage)
    #expect(space.run("--always").run.output.contains("birch"))
  }

  @Test func `messages are written as files`() throws {
    let space = try MailSpace()
    #expect(
      space.run("--output-dir", "\(space.path)/out", "--attach", "csv,ics").run.status == .success
    )
    let names = try FileManager.default.contentsOfDirectory(atPath: "\(space.path)/out").sorted()
    #expect(names == ["birch-chair.eml", "birch-head.eml", "birch-money.eml"])
    for name in names {
      let bytes = try #require(FileManager.default.contents(atPath: "\(space.path)/out/\(name)"))
      let received = ReceivedMail(Array(bytes))
      #expect(received.problems == [])
      #expect(received.leaves.count == 4)
    }
  }
}
