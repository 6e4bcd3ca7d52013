import PlanModel

/// What became of the mail to one recipient.
struct MailResult {
  /// The mail.
  var planned: PlannedMail
  /// What became of it.
  var end: End
  /// What the mail program said, or where the message was written; empty where there is no more to
  /// say.
  var detail = ""

  /// The ways in which it can end.
  enum End: String, CaseIterable {
    /// It went out.
    case sent
    /// It would go out.
    case wouldSend = "would-send"
    /// It was written to a file.
    case written
    /// It went out before.
    case alreadySent = "already-sent"
    /// There was nothing to say.
    case nothingNew = "nothing-new"
    /// It was not taken now; the next run tries again.
    case later
    /// It was not taken; somebody must put something right.
    case refused
    /// Nobody knows whether it went out.
    case unknown

    /// Whether somebody waits for a message in vain.
    var isFailure: Bool { self == .later || self == .refused || self == .unknown }

    /// The words for people.
    var words: String {
      switch self {
      case .sent: "sent"
      case .wouldSend: "would be sent"
      case .written: "written"
      case .alreadySent: "sent before"
      case .nothingNew: "nothing new"
      case .later: "not sent yet"
      case .refused: "not sent"
      case .unknown: "not known"
      }
    }
  }
}
