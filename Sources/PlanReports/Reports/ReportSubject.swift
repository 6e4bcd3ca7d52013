public import PlanEvaluation
public import PlanModel
public import SourceText

/// What a report is about: one plan of one trust, as evaluated on a day.
public struct ReportSubject: Sendable {
  /// The trust.
  public var trust: Trust
  /// The plan.
  public var plan: Plan
  /// What evaluation found.
  public var evaluation: Evaluation
  /// The school that was asked for; `nil` for the whole trust.
  public var school: School?
  /// The schools that were asked for, in the order of the trust; all of them where none was named.
  public var schools: [School]
  /// The schools of which there is anything to say.
  var heardSchools: [School] = []
  /// The schools that are asked for something and of which nothing is known.
  var silentSchools: [School] = []
  /// The schools that had not joined by the day.
  var laterSchools: [School] = []
  /// The statuses and outcomes, by name, to which the report is confined; all where empty.
  public var statuses: [String]
  /// The files from which everything was read.
  public var files: SourceFiles
  /// For whose eyes it is; what they are not shown has been taken out already
  /// (``PlanModel/TrustRecord/shown(to:schools:)``).
  public var audience = Audience.staff
  /// The day on which actions and milestones are looked at.
  ///
  /// The day that was asked for. Verdicts stop at the end of the plan, where they have their final
  /// position; what somebody owes is owed afterwards too.
  public var workDay: Day
  /// How many mistakes in the files keep something out of the report.
  public var mistakes = 0
  /// The readings from which pictures of the past are drawn; no picture has a past where `nil`.
  public var record: TrustRecord?
  /// Where the names of schools and priorities lead to on the page being made.
  var links = PageLinks()

  /// Creates the subject of a report.
  ///
  /// - Parameters:
  ///   - trust: The trust.
  ///   - plan: The plan.
  ///   - evaluation: What evaluation found.
  ///   - asked: The schools that were asked for; the whole trust where empty.
  ///   - statuses: The statuses and outcomes to which the report is confined; all where empty.
  ///   - files: The files from which everything was read.
  ///   - record: The readings from which pictures of the past are drawn.
  ///   - day: The day that was asked for; that of the evaluation where `nil`.
  public init(
    trust: Trust,
    plan: Plan,
    evaluation: Evaluation,
    asked: [School] = [],
    statuses: [String] = [],
    files: SourceFiles,
    record: TrustRecord? = nil,
    on day: Day? = nil
  ) {
    self.trust = trust
    self.plan = plan
    self.evaluation = evaluation
    self.record = record
    workDay = day ?? evaluation.asOf
    school = asked.count == 1 ? asked.first : nil
    schools = asked.isEmpty ? trust.schools.filter { $0.membership == .member } : asked
    self.statuses = statuses
    self.files = files
    listen()
  }

  /// Finds the schools of which there is anything to say, and why there is not of others.
  private mutating func listen() {
    // How much there is to say of each: nothing asked, not yet joined, asked, heard.
    let (later, asked, heard) = (1, 2, 3)
    var voices = [Int](repeating: 0, count: schools.count)
    // The verdicts of a KPI come in the order of the schools, so the next one is near.
    var next = 0
    for verdict in evaluation.verdicts {
      guard case .school(let id) = verdict.scope else { continue }
      let voice =
        switch verdict.outcome {
        case .notApplicable, .left: 0
        case .notYetJoined: later
        case .noReading: asked
        default: heard
        }
      let at =
        schools[next...].firstIndex { $0.id == id } ?? schools[..<next].firstIndex { $0.id == id }
      guard let at else { continue }
      voices[at] = max(voices[at], voice)
      next = at
    }
    for (index, school) in schools.enumerated() {
      switch voices[index] {
      case heard: heardSchools.append(school)
      case asked: silentSchools.append(school)
      case later: laterSchools.append(school)
      default: continue
      }
    }
  }

  /// The verdicts to report, in the order of the plan.
  ///
  /// A verdict of several parts is kept where it or one of its parts has one of the statuses.
  public var verdicts: [Verdict] {
    if statuses.isEmpty { return evaluation.verdicts }
    return evaluation.verdicts.filter { verdict in
      has(verdict, oneOf: statuses) || strands(of: verdict).contains { has($0, oneOf: statuses) }
    }
  }

  private func has(_ verdict: Verdict, oneOf names: [String]) -> Bool {
    names.contains(verdict.status.rawValue) || names.contains(verdict.outcome.name)
  }

  /// Whether there is anything to say of a school.
  func isHeard(_ id: School.ID) -> Bool { heardSchools.contains { $0.id == id } }

  /// The verdicts of the strands of a verdict's own scope.
  func strands(of verdict: Verdict) -> [Verdict] {
    verdict.parts.filter { $0.strand != nil && $0.scope == verdict.scope }
  }

  /// The title of the KPI of a verdict.
  func title(_ verdict: Verdict) -> String {
    // Not through `plan[path]`, which copies the whole KPI.
    let path = verdict.path
    return plan.strategies[path.strategy].priorities[path.priority].kpis[path.kpi].title
  }

  /// The words for the KPI of a verdict.
  func wording(_ verdict: Verdict) -> KPIWording {
    plan.wording(plan[verdict.path].read(as: verdict.strand), of: trust)
  }

  /// The title of the strand of a verdict.
  func strandTitle(_ verdict: Verdict) -> String {
    guard let strand = verdict.strand else { return title(verdict) }
    return plan[verdict.path].strands.first { $0.id == strand }?.title ?? strand
  }
}

/// How many verdicts have each status.
public struct StatusCounts: Sendable, Hashable {
  private var green = 0
  private var amber = 0
  private var red = 0
  private var grey = 0
  /// The outcomes that are grey, in the order in which they came.
  private var greyOutcomes: [String] = []
  private var greyNumbers: [Int] = []

  /// Counts verdicts; a KPI that repeats another is not counted again.
  public init(_ verdicts: some Sequence<Verdict>) {
    for verdict in verdicts { add(verdict) }
  }

  /// Counts one more verdict, unless its KPI repeats another.
  mutating func add(_ verdict: Verdict) {
    if !verdict.repeatsAnother { count(verdict) }
  }

  private mutating func count(_ verdict: Verdict) {
    switch verdict.status {
    case .green: green += 1
    case .amber: amber += 1
    case .red: red += 1
    case .grey:
      grey += 1
      let words = verdict.outcome.words
      if let index = greyOutcomes.firstIndex(of: words) {
        greyNumbers[index] += 1
      } else {
        greyOutcomes.append(words)
        greyNumbers.append(1)
      }
    }
  }

  /// The number of verdicts of a status.
  public subscript(_ status: Status) -> Int {
    switch status {
    case .green: green
    case .amber: amber
    case .red: red
    case .grey: grey
    }
  }

  /// The number of all verdicts.
  var total: Int { green + amber + red + grey }

  /// What the grey ones are, the most frequent first: `30 no reading, 2 awaited`.
  var greyDetail: String {
    let order = greyOutcomes.indices.sorted { (greyNumbers[$1], $0) < (greyNumbers[$0], $1) }
    // Not `joined`, whose first call costs a search through all types of the program.
    var text = ""
    for index in order {
      text += (text.isEmpty ? "" : ", ") + "\(greyNumbers[index]) \(greyOutcomes[index])"
    }
    return text
  }
}
