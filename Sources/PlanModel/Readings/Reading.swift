public import SourceText

/// One value of one KPI for one scope in one period.
public struct Reading: Sendable, Hashable {
  /// The KPI.
  public var kpi: KPI.ID
  /// The strand of the KPI; `nil` where the reading is of the KPI as a whole.
  public var strand: String?
  /// What it speaks of.
  public var scope: Scope
  /// The period.
  public var period: Period
  /// What it says.
  public var value: ReadingValue
  /// The value as typed.
  public var text: String
  /// The day on which it was recorded; `nil` where not known, and the period's last day stands in.
  public var recorded: Day?
  /// On what it rests, such as `survey` or `self-evaluation`.
  public var basis: String
  /// The document and line it was taken from.
  public var source: String
  /// A note.
  public var note: String
  /// The number of people in the group measured, where given.
  public var cohort: Int?
  /// What the reading weighs in a total, where given.
  public var weight: ExactNumber?
  /// The row it stands in.
  public var place: Place

  /// Creates a reading.
  public init(
    kpi: KPI.ID,
    strand: String? = nil,
    scope: Scope,
    period: Period,
    value: ReadingValue,
    text: String,
    recorded: Day? = nil,
    basis: String = "",
    source: String = "",
    note: String = "",
    cohort: Int? = nil,
    weight: ExactNumber? = nil,
    at place: Place
  ) {
    self.kpi = kpi
    self.strand = strand
    self.scope = scope
    self.period = period
    self.value = value
    self.text = text
    self.recorded = recorded
    self.basis = basis
    self.source = source
    self.note = note
    self.cohort = cohort
    self.weight = weight
    self.place = place
  }
}
