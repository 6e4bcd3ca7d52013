import Documents
import PlanModel

/// What became of the mail of a run: who got what.
func mailReport(_ results: [MailResult], isSending: Bool) -> Document {
  var table = Table(columns: [
    Column("Mail", narrowest: 8), Column("To", narrowest: 16), Column("About", narrowest: 20),
  ])
  var trust = ""
  let isOne = Set(results.map(\.planned.trust)).count < 2
  for result in results {
    let planned = result.planned
    if trust != planned.trust, !isOne { table.rows.append(Row(group: Line(planned.trust))) }
    trust = planned.trust
    let emphasis = result.end.isFailure ? Emphasis.strong : .plain
    let about = [planned.subject, result.detail].filter { !$0.isEmpty }.joined(separator: " – ")
    table.rows.append(
      Row(
        [
          .line(Line([.text(result.end.words, emphasis)])),
          .text(planned.recipient.address.text), .text(about),
        ],
        indent: isOne ? 0 : 1,
        isQuiet: result.end == .nothingNew || result.end == .alreadySent
      )
    )
  }
  let counts = MailResult.End.allCases.compactMap { end -> String? in
    let count = results.count { $0.end == end }
    return count > 0 ? "\(count) \(end == .nothingNew ? "with " : "")\(end.words)" : nil
  }
  var page = Document([.table(table), .gap])
  page.append(.paragraph(Line(counts.joined(separator: ", ") + ".")))
  if !isSending, results.contains(where: { $0.end == .wouldSend }) {
    page.append(.paragraph("Nothing was sent. `rlt mail weekly --send` sends it."))
  }
  return page
}

/// The same as JSON.
func mailJSON(_ results: [MailResult], _ question: MailQuestion) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.mail-weekly/1")
    json.field("today", "\(question.today)")
    json.array("messages") { json in
      for result in results {
        json.object { json in
          json.field("trust", result.planned.trust)
          json.field("recipient", result.planned.recipient.id)
          json.field("address", result.planned.recipient.address.text)
          json.field("message-id", result.planned.id.text)
          json.field("period", result.planned.period.key)
          json.field("subject", result.planned.subject)
          json.field("result", result.end.rawValue)
          json.field("detail", result.detail)
        }
      }
    }
  }
  json.endLine()
  return json.bytes
}
