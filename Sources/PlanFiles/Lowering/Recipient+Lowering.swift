internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension Lowering {
  /// What `mail:` and `recipients:` say, once the schools and roles of the trust are known.
  func lowerMail(_ keys: KeyReader<TrustKey>, into trust: inout Trust) {
    schools = NameIndex(schoolsOf: trust)
    var roles: [Sourced<String>] = []
    if let value = keys.value(.mail) {
      guard let mapping = value.asMapping else {
        reportShape(value, "mail", "entries, each with a name and a colon")
        return
      }
      let mail = KeyReader<MailKey>(mapping, at: value.place.firstByte, self)
      trust.mail.from = mail.text(.from).flatMap(lowerAddress)
      trust.mail.name = mail.string(.name)
      trust.mail.replyTo = mail.text(.replyTo).flatMap(lowerAddress)
      trust.mail.link = mail.text(.link).flatMap(lowerLink)
      let role = mail.sourced(.escalateTo).flatMap(lowerRole)
      trust.mail.escalatesTo = role?.value
      roles += [role].compactMap { $0 }
      _ = mail.string(.note)
      _ = mail.string(.source)
    }
    for entry in keys.named(.recipients) {
      guard let recipient = lowerRecipient(entry, &roles) else { continue }
      trust.recipients.append(recipient)
    }
    checkAddresses(trust.recipients)
    checkEscalation(roles, trust.recipients)
  }

  private func lowerRecipient(
    _ entry: EntrySyntax,
    _ roles: inout [Sourced<String>]
  ) -> Recipient? {
    let id = id(entry)
    guard entry.value.kind != .absent else {
      reportMissing(RecipientKey.address, at: entry.name.place)
      return nil
    }
    guard let mapping = entry.value.asMapping else {
      reportShape(entry.value, id, "entries, each with a name and a colon")
      return nil
    }
    let keys = KeyReader<RecipientKey>(mapping, at: entry.name.place, self)
    let role = keys.sourced(.role).flatMap(lowerRole)
    let name = keys.string(.name) ?? role?.value ?? id
    let schools = keys.texts(.schools).compactMap { school($0.value, at: $0.place) }
    let owners = keys.texts(.owners).compactMap { lowerRole($0)?.value }
    let audience = lowerAudience(keys, owners)
    let frequency = keys.word(.frequency, MailFrequency.self)?.value
    let escalation = keys.sourced(.escalateTo).flatMap(lowerRole)
    roles += [escalation].compactMap { $0 }
    let (note, source) = (keys.string(.note), keys.string(.source))
    guard keys.required(.address) != nil, let text = keys.text(.address),
      let address = lowerAddress(text)
    else { return nil }
    let place = keys.entry(.address)?.value.place ?? entry.name.place
    var recipient = Recipient(id: id, name: name, address: address, at: place)
    recipient.role = role?.value
    recipient.schools = schools
    recipient.owners = owners
    recipient.audience = audience ?? (schools.isEmpty ? .board : .school)
    recipient.frequency = frequency ?? .weekly
    recipient.escalatesTo = escalation?.value
    recipient.note = note
    recipient.source = source
    return recipient
  }

  /// For whose eyes the mail is; the public is not shown who owns what.
  private func lowerAudience(_ keys: KeyReader<RecipientKey>, _ owners: [String]) -> Audience? {
    let audience = keys.word(.audience, Audience.self)
    if let audience, audience.value == .everyone, !owners.isEmpty {
      report(
        .badValue,
        "mail to the public cannot be about owners",
        at: audience.place,
        label: "the public is not shown who owns what",
        help: "write `audience: board`, or leave out `owners`"
      )
    }
    return audience?.value
  }

  /// An address; one that no mail can be sent to is reported at the letter that is wrong.
  private func lowerAddress(_ text: SourcedText) -> MailAddress? {
    do throws(MailAddress.Problem) {
      return try MailAddress(text.text)
    } catch {
      // Spaces around an address are none of it; the offsets count from its first letter.
      let start = text.bytes.firstIndex { !$0.isSpace } ?? 0
      let written = text.text.split { $0 == "\n" || $0 == "\r\n" }.joined(separator: " ")
      let quoted = written.isEmpty ? "" : "'\(written)' "
      let range = (start + error.range.lowerBound)..<(start + error.range.upperBound)
      report(
        .badAddress,
        "the address \(quoted)\(error.reason)",
        at: error.range.isEmpty ? text.place : text.place(of: range),
        help: error.help
      )
      return nil
    }
  }

  /// The address of a web page.
  private func lowerLink(_ text: SourcedText) -> String? {
    let link = text.text
    let isPlain = link.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x22 }
    if isPlain, link.hasPrefix("https://") || link.hasPrefix("http://") { return link }
    report(
      .badValue,
      "'\(link)' is not the address of a web page",
      at: text.place,
      help: "write it as a browser shows it, such as `https://example.org/plan`"
    )
    return nil
  }

  /// A role in the spelling of the trust; one that it does not list is reported.
  private func lowerRole(_ text: Sourced<String>) -> Sourced<String>? {
    switch owners.exactMatch(text.value, &search) {
    case .one(let name): return text.map { _ in name }
    case .none(let nearest):
      let known = owners.firstLabels(12).map { "`\($0)`" }.joined(separator: ", ")
      report(
        .unknownRole,
        "the trust lists no role '\(text.value)'",
        at: text.place,
        label: nearest.isEmpty ? "" : "did you mean `\(nearest[0])`?",
        help: known.isEmpty
          ? "add it under `roles:`" : "add it under `roles:`, or write one of \(known)"
      )
    case .several(let names):
      reportAmbiguous(text.value, names, at: text.place)
    }
    return nil
  }

  /// Two messages to one person would say the same twice.
  private func checkAddresses(_ recipients: [Recipient]) {
    var seen: [String: Place] = [:]
    for recipient in recipients {
      guard let first = seen[recipient.address.folded] else {
        seen[recipient.address.folded] = recipient.place
        continue
      }
      report(
        .duplicateAddress,
        "the address '\(recipient.address)' is already given",
        at: recipient.place,
        help: "name all schools and owners of a person under one recipient",
        notes: [Note("here it was given first", at: first)]
      )
    }
  }

  /// A role that is to be told of something must be one that mail goes to.
  private func checkEscalation(_ roles: [Sourced<String>], _ recipients: [Recipient]) {
    let known = Set(recipients.compactMap(\.role))
    for role in roles where !known.contains(role.value) {
      report(
        .unknownRole,
        "no recipient has the role '\(role.value)'",
        at: role.place,
        label: "nobody would be told",
        help: "add a recipient with `role: \(role.value)`"
      )
    }
  }
}
