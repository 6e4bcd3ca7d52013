import Documents
import PlanEvaluation
import PlanFiles
import PlanModel
import PlanReports
import SourceText

/// What one recipient is told, before it is a message.
struct WeeklyLetter {
  /// The trust, as far as the recipient may see it.
  var trust: Trust
  /// What it is about, with the counts in it.
  var subject: String
  /// What it says.
  var page: Page
  /// Whether there is anything that was not there before.
  var hasNews: Bool
  /// The same as rows for spreadsheets.
  var rows: Table
  /// The actions that are due, each with its day.
  var due: [DueWork]

  /// The text part: complete in itself.
  var text: [UInt8] {
    var document = page.document
    if !page.legend.isEmpty {
      document.append(.gap)
      document.append(.legend(page.legend))
    }
    if !page.foot.isEmpty {
      document.append(.gap)
      document.append(.paragraph(Line(page.foot)))
    }
    return TerminalRenderer(width: 72).render(document)
  }

  /// The part for those who like it drawn.
  var html: [UInt8] { MailHTMLRenderer().render(page) }

  /// A file that comes with the message.
  func attachment(
    _ kind: AttachmentKind,
    named words: [String],
    _ written: MailInstant,
    _ from: MailAddress
  ) -> MailMessage.Attachment {
    let name = FileName(words, ending: kind.rawValue)
    switch kind {
    case .csv:
      return .init(name: name, type: .csv, bytes: CSVRenderer().render(rows))
    case .ics:
      let entries = due.map { work in
        MailCalendar.Entry(
          id: MessageID(["due"] + words.prefix(1) + [work.id], at: from.domain),
          day: work.due,
          title: "Due: \(work.text)",
          detail: work.hidesOwners ? "" : work.owners(in: trust).joined(separator: ", ")
        )
      }
      let calendar = MailCalendar(written: written, entries: entries)
      return .init(name: name, type: .calendar, bytes: calendar.bytes)
    }
  }
}
