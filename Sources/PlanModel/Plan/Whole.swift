public import SourceText

/// Shares that together fill a whole, so that all but one of them tell the last.
///
/// What follows from it is shown as a warning and never taken for a reading.
public struct Whole: Sendable, Hashable {
  /// The id, unique in the plan.
  public var id: String
  /// Where it stands.
  public var place: Place
  /// What the shares are shares of.
  public var title: String
  /// The KPIs whose figures are the shares.
  public var parts: [Sourced<KPI.ID>]
  /// What they add up to.
  public var total: ExactNumber
  /// A note.
  public var note: String?

  /// Creates a whole from its shares.
  public init(
    id: String,
    title: String,
    parts: [Sourced<KPI.ID>],
    total: ExactNumber,
    at place: Place
  ) {
    self.id = id
    self.title = title
    self.parts = parts
    self.total = total
    self.place = place
  }
}
