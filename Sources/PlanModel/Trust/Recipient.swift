public import SourceText

/// Somebody to whom the trust's mail goes.
public struct Recipient: Sendable, Hashable {
  /// The id: a message to a recipient is known again by it.
  public var id: String
  /// Where it is described.
  public var place: Place
  /// What stands beside the address: a name where one is given, else the role.
  public var name: String
  /// The post that the recipient holds, by its name in the trust; `nil` where none is named.
  public var role: String?
  /// Where mail goes.
  public var address: MailAddress
  /// The schools to which the mail is confined; the whole trust where empty.
  public var schools: [School.ID] = []
  /// The owners whose KPIs and actions the mail is about; everyone's where empty.
  public var owners: [String] = []
  /// For whose eyes the mail is.
  public var audience = Audience.board
  /// How often mail goes out.
  public var frequency = MailFrequency.weekly
  /// The role that is told where the owners fall silent, by its name; `nil` where none is named.
  public var escalatesTo: String?
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates a recipient.
  public init(id: String, name: String, address: MailAddress, at place: Place) {
    self.id = id
    self.name = name
    self.address = address
    self.place = place
  }
}

/// For whose eyes something is.
public enum Audience: String, Sendable, Hashable, CaseIterable {
  /// Everyone: nothing by which a child or a member of staff could be known.
  case everyone = "public"
  /// Trustees and governors.
  case board
  /// A school about itself.
  case school
  /// Those who work with the figures.
  case staff = "internal"
}

/// How often mail goes out to somebody.
public enum MailFrequency: String, Sendable, Hashable, CaseIterable {
  /// Every week, from Monday to Sunday.
  case weekly
  /// Every second week.
  case fortnightly
  /// Once in a calendar month.
  case monthly
  /// Once in autumn, once in spring, once in summer.
  case termly
}

/// How the mail of a trust is sent.
public struct MailSettings: Sendable, Hashable {
  /// Where mail comes from; `nil` where nobody has said.
  public var from: MailAddress?
  /// What stands beside that address.
  public var name: String?
  /// Where answers go, where not to the sender.
  public var replyTo: MailAddress?
  /// The page on which readers find more; `nil` where there is none.
  public var link: String?
  /// The role that is told where an owner falls silent, by its name; `nil` where none is named.
  public var escalatesTo: String?

  /// Creates settings of which nothing has been said.
  public init() {}
}
