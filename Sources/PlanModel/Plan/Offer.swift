public import SourceText

/// What the trust promises to everyone of an audience, item by item.
public struct Offer: Sendable {
  /// The id, unique in the plan.
  public var id: String
  /// Where it stands.
  public var place: Place
  /// The title.
  public var title: String
  /// To whom it is promised.
  public var audience: String?
  /// The entitlements, in order; a KPI that checks the offer has them as its strands.
  public var entitlements: [KPI.Strand] = []
  /// A note.
  public var note: String?
  /// The document and line it was taken from.
  public var source: String?

  /// Creates an offer.
  public init(id: String, title: String, at place: Place) {
    self.id = id
    self.title = title
    self.place = place
  }
}
