import PlanFiles
import PlanModel
import SourceText
import Testing

@Suite struct RecipientTests {
  private func loaded(
    _ mail: String,
    _ options: LoadOptions = LoadOptions()
  ) -> (LoadedTrust, String) {
    var files = TinyTrust.files()
    files.files["t/trust.yaml"] = Array((TinyTrust.trust + mail).utf8)
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: files, into: &sources, options)
    return (loaded, plainText(loaded.diagnostics, in: sources))
  }

  private let mail = """
    mail:
      from: clerk@example.org
      name: The Clerk
      reply-to: answers@example.org
      link: https://example.org/plan
      escalate-to: CFO
    recipients:
      money: {role: cfo, address: cfo@example.org, owners: [cfo], frequency: Monthly}
      heads:
        name: Heads
        address: " heads@example.org "
        schools: [ketton, St Nichs]
        escalate-to: cfo
      all: {address: all@example.org, audience: internal}

    """

  @Test func `recipients find their schools, roles and owners`() throws {
    let (loaded, problems) = loaded(mail)
    #expect(problems == "")
    let settings = loaded.trust.mail
    #expect(settings.from == (try MailAddress("clerk@example.org")))
    #expect(settings.replyTo == (try MailAddress("answers@example.org")))
    #expect(settings.name == "The Clerk")
    #expect(settings.link == "https://example.org/plan")
    #expect(settings.escalatesTo == "CFO")
    let all = loaded.trust.recipients
    #expect(all.map(\.id) == ["money", "heads", "all"])
    #expect(all.map(\.name) == ["CFO", "Heads", "all"])
    #expect(all.map(\.role) == ["CFO", nil, nil])
    #expect(all.map(\.owners) == [["CFO"], [], []])
    #expect(all.map(\.schools) == [[], ["ketton", "st-nicholas"], []])
    #expect(all.map(\.frequency) == [.monthly, .weekly, .weekly])
    #expect(all.map(\.audience) == [.board, .school, .staff])
    #expect(all.map(\.escalatesTo) == [nil, "CFO", nil])
    #expect(all.map(\.address.text).last == "all@example.org")
  }

  @Test func `recipients are passed over where no mail is sent`() {
    var options = LoadOptions()
    options.loadsRecipients = false
    let (loaded, problems) = loaded("recipients:\n  x: {address: nobody}\n", options)
    #expect(problems == "")
    #expect(loaded.trust.recipients.isEmpty)
  }

  @Test(arguments: [
    ("recipients:\n  a: {address: a@b.org, schools: keton}\n", "unknown-school"),
    ("recipients:\n  a: {address: a@b.org, audience: all}\n", "unknown-word"),
    ("recipients:\n  a: {address: a@b.org, frequency: daily}\n", "unknown-word"),
    ("recipients:\n  a: {schools: ketton}\n", "missing-key"),
    ("recipients:\n  a:\n", "missing-key"),
    ("recipients:\n  a: a@b.org\n", "wrong-shape"),
    ("recipients: [a@b.org]\n", "wrong-shape"),
    ("recipients:\n  a: {address: a@b.org, adress: c}\n", "unknown-key"),
    ("recipients:\n  A: {address: a@b.org}\n", "bad-id"),
    ("mail: {link: example.org}\n", "bad-value"),
    ("mail: clerk@example.org\n", "wrong-shape"),
    ("mail: {from: nobody}\n", "bad-address"),
  ])
  func `a mistake is told once`(text: String, rule: String) {
    let (loaded, problems) = loaded(text)
    #expect(loaded.diagnostics.map(\.id.description) == [rule], "\(problems)")
  }
}
