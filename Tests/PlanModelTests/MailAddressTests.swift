import PlanModel
import Testing

@Suite struct MailAddressTests {
  @Test(arguments: [
    "clerk@example.org", "first.o'last+plan@mail.example.org", "CLERK@EXAMPLE.ORG", "a@b.uk",
    "root@localhost", "x_y=z@xn--caf-dma.example", "1@2.3",
  ])
  func `an address that mailers take`(text: String) throws {
    let address = try MailAddress(text)
    #expect(address.text == text)
    #expect(text.hasSuffix("@" + address.domain))
  }

  @Test(arguments: [
    ("", "is blank", 0..<0),
    ("clerk", "has no @", 0..<5),
    ("a@b@example.org", "has two @", 3..<4),
    ("a@example.org\nBcc: b@example.org", "has a line break", 13..<14),
    ("a@example.org\r\n\r\nGo", "has a line break", 13..<14),
    ("a\u{0}@example.org", "has a character that cannot be seen", 1..<2),
    ("a b@example.org", "has a space", 1..<2),
    ("Clerk <a@example.org>", "holds more than an address", 6..<7),
    ("a@example.org,b@example.org", "holds more than an address", 13..<14),
    ("zoë@example.org", "has letters that not every mailer takes", 2..<4),
    ("-f@example.org", "begins with a hyphen, which mailers take for an option", 0..<1),
    (".a@example.org", "has a full stop in the wrong place", 0..<1),
    ("a..b@example.org", "has a full stop in the wrong place", 1..<2),
    ("a@example..org", "has a full stop in the wrong place", 10..<11),
    ("a@.org", "has a full stop in the wrong place", 2..<3),
    ("a@example.org.", "has a full stop in the wrong place", 13..<14),
    ("@example.org", "has nothing before the @", 0..<1),
    ("a@", "has nothing after the @", 1..<2),
    ("a@ex_ample.org", "has a character that no domain has", 4..<5),
    ("a@-example.org", "has a domain that cannot be", 2..<10),
    ("a@example", "has a domain without a full stop", 2..<9),
    ("a(b)@example.org", "has a character that no address has", 1..<2),
    ("\"a\"@example.org", "has a character that no address has", 0..<1),
  ])
  func `a text that is no address`(text: String, reason: String, range: Range<Int>) {
    do throws(MailAddress.Problem) {
      let address = try MailAddress(text)
      Issue.record("\(address) was taken")
    } catch {
      #expect(error.reason == reason)
      #expect(error.range == range)
      #expect(!error.help.isEmpty)
    }
  }

  @Test func `an address too long is refused`() throws {
    let domain = String(repeating: "a", count: 60) + "." + String(repeating: "b", count: 60)
    let long = "clerk@\(domain).\(domain).\(String(repeating: "c", count: 8))"
    #expect(throws: MailAddress.Problem.self) { try MailAddress(long) }
    #expect(try MailAddress(String(long.dropLast(7))).text.utf8.count <= 254)
    let local = String(repeating: "d", count: 65)
    #expect(throws: MailAddress.Problem.self) { try MailAddress(local + "@example.org") }
  }

  @Test func `capitals do not make another address`() throws {
    #expect(try MailAddress("Head@Example.ORG").folded == "head@example.org")
  }
}
