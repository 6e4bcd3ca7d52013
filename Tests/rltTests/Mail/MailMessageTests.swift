import Documents
import PlanModel
import TestSupport
import Testing

@testable import rlt

private func message(
  _ subject: String = "Plan",
  name: String = "Clerk",
  text: String = "Good morning\n",
  html: String? = "<p>Good morning</p>\n"
) throws -> MailMessage {
  try MailMessage(
    from: MailBox(name, MailAddress("clerk@example.org")),
    to: MailBox("Head of Ketton", MailAddress("head@ketton.example.org")),
    subject: HeaderText(subject),
    date: MailInstant(seconds: 1_490_954_400),
    id: MessageID(["weekly", "2017-w13", "rutland", "head"], at: "example.org"),
    list: MailList(
      name: HeaderText("Rutland Learning Trust, weekly"),
      id: MessageID(["weekly", "rutland"], at: "example.org")
    ),
    text: Array(text.utf8),
    html: html.map { Array($0.utf8) }
  )
}

/// Characters that break programs, one kind after another.
private let awkward: [Unicode.Scalar] = [
  "a", "Z", "0", " ", " ", ".", "=", "?", "_", "\"", "\\", "<", ">", "@", ",", ";", ":", "(", ")",
  "é", "£", "–", "“", "日", "本", "\u{1F3EB}", "\u{301}", "\u{10FFFD}", "\u{7FF}", "\u{800}",
  "\r", "\n", "\t", "\u{0}", "\u{1B}", "\u{202E}", "\u{FEFF}", "\u{2028}", "\u{85}",
]

private func awkwardText(_ random: inout SeededGenerator, most: Int) -> String {
  var text = ""
  for _ in 0..<random.below(most) { text.unicodeScalars.append(random.pick(awkward)) }
  return text
}

@Suite struct MailMessageTests {
  @Test func `a message as it stands on the wire`() throws {
    var message = try message("Ketton: 2 red (1 new), 3 overdue – week of 27 March")
    message.replyTo = try MailAddress("answers@example.org")
    message.text = Array("Staff costs: 77% – over £1,250.\nFrom here on.\n.\n".utf8)
    message.attachments = [
      MailMessage.Attachment(
        name: FileName(["rutland", "2017-w13"], ending: "csv"),
        type: .csv,
        bytes: Array("kpi,status\r\nstaffing,red\r\n".utf8)
      )
    ]
    expectScreen(String(decoding: message.local, as: UTF8.self), "mail/message.eml")
  }

  @Test func `any subject comes back as it was, whatever is in it`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<3_000 {
      let subject = awkwardText(&random, most: 140)
      let received = ReceivedMail(try message(subject).wire)
      #expect(received.problems == [], "\(subject.debugDescription)")
      // By bytes: two spellings of one letter are not the same here.
      #expect(Array((received["Subject"] ?? "").utf8) == Array(safeText(subject).utf8))
      #expect(received.headers.map(\.name).count { $0.lowercased() == "bcc" } == 0)
      #expect(received.headers.count == 11)
    }
  }

  @Test(arguments: [
    "Plan\r\nBcc: everyone@example.org", "Plan\nContent-Type: text/html\n\n<b>",
    "Plan\r\n.\r\nQUIT",
    "Plan\u{0}\u{85}\u{2028}Bcc: x", "=?utf-8?q?Bcc:_x?=", "\u{202E}nalP",
  ])
  func `nothing in a subject or a name begins a header`(text: String) throws {
    let received = ReceivedMail(try message(text, name: text).wire)
    #expect(received.problems == [])
    #expect(received.headers.count == 11)
    #expect(received["Bcc"] == nil)
    #expect(received["Subject"] == safeText(text))
  }

  @Test func `any name stands beside its address`() throws {
    var random = SeededGenerator(seed: 8)
    for _ in 0..<1_000 {
      let name = awkwardText(&random, most: 90)
      let received = ReceivedMail(try message(name: name).wire)
      #expect(received.problems == [], "\(name.debugDescription)")
      let from = received["From"] ?? ""
      #expect(from.hasSuffix("clerk@example.org>") || from == "clerk@example.org")
    }
  }

  @Test func `both parts come back as they were`() throws {
    var random = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      var text = ""
      for _ in 0..<random.below(400) {
        text += random.pick(["From ", ".", "=", " ", "\n", "word", "é", "\u{1F3EB}", "From", "\t"])
      }
      text += "\n"
      let html = "<p>\(String(repeating: text, count: 3))</p>\n"
      let received = ReceivedMail(try message(text: text, html: html).wire)
      #expect(received.problems == [])
      #expect(received.leaves.map(\.content) == [Array(text.utf8), Array(html.utf8)])
    }
  }

  @Test func `files come back as they were, beside both parts`() throws {
    var random = SeededGenerator(seed: 10)
    for count in [0, 1, 2, 3, 56, 57, 58, 114, 115, 1_000] {
      let bytes = (0..<count).map { _ in UInt8(random.below(256)) }
      var message = try message()
      let name = FileName(["a b", "\"\r\n\"", "2017-w13"], ending: "ics")
      message.attachments = [.init(name: name, type: .calendar, bytes: bytes)]
      let received = ReceivedMail(message.wire)
      #expect(received.problems == [])
      #expect(
        received.leaves.map { $0["Content-Type"]?.prefix(9) } == [
          "text/plai", "text/html", "text/cale",
        ]
      )
      #expect(received.leaves.last?.content == bytes)
      #expect(
        received.leaves.last?["Content-Disposition"]?.contains("\"a-b------2017-w13.ics\"") == true
      )
    }
  }

  @Test func `the form for sendmail differs in line ends alone`() throws {
    let first = try message()
    #expect(!first.local.contains(0x0D))
    #expect(first.wire == first.local.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
    #expect(try message().wire == first.wire)
  }

  @Test(arguments: [
    (0, 0, "Thu, 1 Jan 1970 00:00:00 +0000", "19700101T000000Z"),
    (1_490_954_400, 60, "Fri, 31 Mar 2017 11:00:00 +0100", "20170331T100000Z"),
    (1_490_954_400, -570, "Fri, 31 Mar 2017 00:30:00 -0930", "20170331T100000Z"),
    (-1, 0, "Wed, 31 Dec 1969 23:59:59 +0000", "19691231T235959Z"),
    (1_709_164_800, 0, "Thu, 29 Feb 2024 00:00:00 +0000", "20240229T000000Z"),
  ])
  func `a moment is told as mailers read it`(at: Int, ahead: Int, header: String, stamp: String) {
    let instant = MailInstant(seconds: at, minutesAhead: ahead)
    #expect(instant.header == header)
    #expect(instant.stamp == stamp)
  }

  @Test func `calendars take in the days`() throws {
    let day = try #require(Day("2017-03-31"))
    let calendar = MailCalendar(
      written: MailInstant(seconds: 1_490_954_400),
      entries: [
        .init(
          id: MessageID(["action", "rutland", "review"], at: "example.org"),
          day: day,
          title: "Review central services; compare, \\ and buy – “in groups” of all our schools",
          detail: "CFO\nBEGIN:VEVENT"
        )
      ]
    )
    expectScreen(String(decoding: calendar.bytes, as: UTF8.self), "mail/due.ics")
    #expect(calendar.bytes.split(separator: 0x0A).allSatisfy { $0.count <= 76 })
  }
}
