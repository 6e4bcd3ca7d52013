import Testing

@testable import PlanFiles

@Suite struct FileKeyTests {
  /// Every noun of the files.
  static let nouns: [any FileKey.Type] = [
    ActionKey.self,
    CalendarKey.self,
    CombinationKey.self,
    ComparatorKey.self,
    EntityKey.self,
    EvidenceKey.self,
    ExceptionKey.self,
    GivenKey.self,
    InspectionKey.self,
    ItemKey.self,
    KPIKey.self,
    LevelKey.self,
    MailKey.self,
    MilestoneKey.self,
    MitigationKey.self,
    OfferKey.self,
    OverrideKey.self,
    PlanKey.self,
    PredicateKey.self,
    PriorityKey.self,
    QuantifierKey.self,
    RecipientKey.self,
    RiskKey.self,
    ScaleKey.self,
    SchoolKey.self,
    StatementKey.self,
    StrandKey.self,
    StrategyKey.self,
    TestFileKey.self,
    TestKey.self,
    TrustKey.self,
    ValidityKey.self,
    YearKey.self,
  ]

  @Test(arguments: nouns.indices)
  func `a key knows its position and is found by its name`(noun: Int) {
    check(Self.nouns[noun])
  }

  private func check<Key: FileKey>(_ noun: Key.Type) {
    for (position, key) in Key.allCases.enumerated() {
      #expect(key.position == position, "\(Key.noun): \(key.rawValue)")
      #expect(Key.table.position(key.rawValue.utf8.span) == position)
    }
    #expect(Key.table.position("no such key".utf8.span) == nil)
  }
}
