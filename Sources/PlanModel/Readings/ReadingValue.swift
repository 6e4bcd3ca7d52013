/// What a reading says, understood against the unit or scale of its KPI.
public enum ReadingValue: Hashable, Sendable {
  /// An exact figure: `77%`, `-2.8`, `0`.
  case number(ExactNumber)
  /// A figure known only to lie on one side: `> 97%`.
  case censored(BoundRelation, ExactNumber)
  /// A figure known only to lie between two others, both included: `90% to 95%`.
  case between(ExactNumber, ExactNumber)
  /// A figure worked out that no decimal writes in full, and its neighbours of the last place kept.
  case about(ExactNumber, ExactNumber)
  /// A grade of the KPI's scale; ranks count from 0, the best.
  case grade(rank: Int)
  /// One of several grades: `Good or Outstanding`.
  case gradeBand(ranks: [Int])
  /// A plain fact.
  case fact(Bool)
  /// A share of the people or things counted, in words: `all`, `almost all`, `none`.
  case share(String)
  /// How the figure stood to a comparator, where the figure itself was not given: `above national`.
  case compared(Comparison.Relation, comparator: String)
  /// The value exists or not, but there is no figure: suppressed, not published, not applicable, …
  case missing(MissingValue)
  /// No value: the row is kept for its note.
  case evidence
  /// Text that fits neither the unit nor the scale; reported where it was written.
  case unreadable
}

/// The reasons for which there is no figure.
///
/// A gap is never zero and never red.
/// The codes are those of the Department for Education's files
/// (`docs/format/readings.md`, "Gaps").
public enum MissingValue: String, Hashable, Sendable, CaseIterable {
  /// `SUPP`: suppressed, the group is too small to show.
  case suppressed = "SUPP"
  /// `NE`: no entries.
  case noEntries = "NE"
  /// `NP`: not published.
  case notPublished = "NP"
  /// `LOWCOV`: fewer than half of the pupils are in the measure.
  case lowCoverage = "LOWCOV"
  /// `z`: not applicable.
  case notApplicable = "z"
  /// `x`: not available for another reason.
  case notAvailable = "x"
  /// `c`: confidential.
  case confidential = "c"
  /// `low`: rounds to zero but is not zero.
  case low
  /// `u`: too unreliable to use.
  case unreliable = "u"
  /// `not collected`: nobody measured it.
  case notCollected = "not collected"
  /// `awaited`: expected, not yet here.
  case awaited
}
