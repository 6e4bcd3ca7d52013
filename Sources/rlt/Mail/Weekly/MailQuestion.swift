import PlanModel

/// What is asked of the mail of every trust: the day, and who is to get what.
struct MailQuestion: Sendable {
  /// The day that is taken for today.
  var today: Day
  /// The moment that messages tell as theirs.
  var written: MailInstant
  /// The day after which what happened is told, where one was named.
  var since: Day?
  /// The plan, where one was named.
  var plan: String?
  /// The recipients that were named; all where empty.
  var recipients: [String] = []
  /// Where mail comes from, where not from where trust.yaml says.
  var from: MailAddress?
  /// Whether a message goes out though nothing has changed.
  var isAlways = false
  /// Whether a message goes out though it went out before.
  var isAgain = false
  /// The files that come with each message.
  var attachments: [AttachmentKind] = []
  /// What went out before.
  var journal = MailJournal()
  /// The folder that paths in messages are relative to.
  var folder = ""
}

/// The kinds of file that can come with a message.
enum AttachmentKind: String, CaseIterable {
  /// The rows of the report, for spreadsheets.
  case csv
  /// The days of the actions that are due, for calendars.
  case ics
}
