public import PlanModel

/// How much of a trust to load.
public struct LoadOptions: Sendable {
  /// Which plans to load.
  public var plans: PlanChoice = .all
  /// The scopes whose readings are wanted; all where `nil`.
  ///
  /// Readings of every school, of the trust and of comparators come with any choice.
  public var schools: [School.ID]?
  /// Whether readings are loaded at all.
  public var loadsReadings = true
  /// Whether every value of every reading is checked, as `rlt validate` does.
  public var checksReadings = true
  /// Whether readings that were checked are kept, too, for those who ask for them.
  public var keepsReadings = true
  /// Whether files of tests are checked too.
  public var checksTests = false
  /// Whether what no verdict rests on is loaded: actions, milestones, risks, statements, evidence.
  public var loadsWork = true
  /// Whether roles, committees, documents and the like are loaded, and owners looked up in them.
  public var loadsEntities = true
  /// Whether those to whom mail goes are loaded; only with `loadsEntities`.
  public var loadsRecipients = true
  /// Whether every problem of the writing is put into words, and not only the first hundred.
  public var reportsEverything = false
  /// Whether texts are searched for what looks like a pupil's own data, as `rlt validate` does.
  public var searchesPersonalData = true
  /// The rules that are asked for of those that are off otherwise.
  public var optionalRules: Set<PlanRule> = []
  /// The day on which problems that a file itself allows are left out; none are where `nil`.
  public var today: Day?
  /// The folder that paths in messages are relative to, when they lie in it.
  public var shownRelativeTo: String?

  /// Creates the choice of everything.
  public init() {}

  /// Which plans to load.
  public enum PlanChoice: Sendable, Hashable {
    /// All plans of the trust.
    case all
    /// No plan: the trust alone.
    case none
    /// The `current-plan` of the trust; all plans where it names none.
    case current
    /// The plan with an id; all plans where no file bears its name.
    case named(String)
  }

  /// The largest file that is read, in bytes: 16 MiB.
  public static let maximumFileSize = 16 << 20
}
