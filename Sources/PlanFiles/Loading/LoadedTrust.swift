public import PlanModel
public import SourceText

/// A trust as it was loaded, with everything that is wrong with its files.
public struct LoadedTrust: Sendable {
  /// The folder of the trust.
  public var folder: String
  /// What is known about the trust.
  public var record: TrustRecord
  /// The problems, in the order of files and positions.
  public var diagnostics: [Diagnostic]
  /// How many further problems there are, too many to list.
  public var omittedCount: Int
  /// The files that were loaded.
  public var files: TrustFiles

  /// Whether one of the problems is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// The trust.
  public var trust: Trust { record.trust }

  /// The plan that is meant where none is named: `current-plan`, or the only or latest plan.
  public var currentPlan: Plan? {
    if let id = trust.currentPlan?.value { return record.plans.first { $0.id == id } }
    return record.plans.last
  }
}

/// The files of a trust.
public struct TrustFiles: Sendable {
  /// The file that describes the trust; `nil` where it could not be read.
  public var trust: FileID?
  /// The files of the plans, each with the id of its plan, in the order of their names.
  public var plans: [(id: String, file: FileID)] = []
  /// The files of readings, in the order of their names.
  public var readings: [FileID] = []
  /// The files of tests, in the order of their names, where these were checked.
  public var tests: [FileID] = []

  /// The file of a plan.
  public func file(ofPlan id: String) -> FileID? { plans.first { $0.id == id }?.file }
}
