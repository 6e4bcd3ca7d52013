public import Documents
import PlanEvaluation
import PlanModel

/// A small site about one plan: an overview, a page for each school and each priority, a map of
/// silence, the actions and what is not known.
///
/// What every page needs is prepared once; each page is then made by itself, in any order and on
/// any thread, so that only the pages being written are in memory.
public struct Dashboard: Sendable {
  let pack: BoardPack
  /// The folder of the site in which its pages stand, with a slash at the end; empty for the top.
  let folder: String
  /// The overview of all trusts, relative to the folder; `nil` for a site of one trust.
  let home: String?
  /// The pages, the overview first.
  let places: [Place]
  /// The verdicts of each school, by their places in the evaluation.
  private let schoolVerdicts: [School.ID: [Int]]
  /// What moved since an earlier day.
  private let moves: Moves
  /// The movements of each school, by their places among all.
  private let schoolMoves: [School.ID: [Int]]

  var subject: ReportSubject { pack.subject }

  /// What one page of the site is about.
  enum Place: Sendable, Hashable {
    case overview
    case silence
    case actions
    case gaps
    case school(Int)
    case priority(PriorityPlace)
  }

  /// Prepares a site.
  ///
  /// - Parameters:
  ///   - subject: The plan as evaluated for the whole trust.
  ///   - moves: What moved since an earlier day.
  ///   - isOneOfSeveral: Whether the site holds other trusts too, so that this one has a folder.
  public init(_ subject: ReportSubject, moves: Moves, isOneOfSeveral: Bool) {
    pack = BoardPack(subject, moves: moves, readers: "")
    folder = isOneOfSeveral ? fileName(of: subject.trust.id) + "/" : ""
    home = isOneOfSeveral ? "../index.html" : nil
    var verdicts: [School.ID: [Int]] = [:]
    for (place, verdict) in subject.evaluation.verdicts.enumerated() {
      guard case .school(let id) = verdict.scope else { continue }
      verdicts[id, default: []].append(place)
    }
    schoolVerdicts = verdicts
    self.moves = moves
    var moved: [School.ID: [Int]] = [:]
    for (place, movement) in moves.all.enumerated() {
      guard case .school(let id) = movement.now.scope else { continue }
      moved[id, default: []].append(place)
    }
    schoolMoves = moved
    places =
      [.overview, .silence, .actions, .gaps]
      + subject.schools.indices.map { .school($0) } + pack.priorities.map { .priority($0) }
  }

  /// The number of pages.
  public var count: Int { places.count }

  /// The file of a page, relative to the top of the site.
  public func path(of number: Int) -> String { folder + file(of: places[number]) }

  /// Makes a page.
  public func page(_ number: Int) -> Page {
    let place = places[number]
    var pack = pack
    pack.subject.links = links(from: place)
    let subject = pack.subject
    switch place {
    case .overview: return page(place, subject.trust.name, overview(pack), legend: pack.legend)
    case .silence:
      let map = SilenceMap(subject)
      return page(
        place,
        "How old the readings are",
        silence(map, subject.links),
        legend: map.legend
      )
    case .actions: return page(place, "Actions", actions())
    case .gaps: return page(place, "What is not known", gaps())
    case .school(let index):
      let school = subject.schools[index]
      let own = confined(subject, to: school)
      return page(
        place,
        school.name,
        schoolPage(own, school),
        legend: own.legendEntries(own.verdicts)
      )
    case .priority(let at):
      let section = PrioritySection(pack, at)
      let legend = subject.legendEntries(section.verdicts)
      return page(place, pack.plan[at].title, priorityPage(section), legend: legend)
    }
  }

  private func page(
    _ place: Place,
    _ title: String,
    _ blocks: [Block],
    legend: [LegendEntry] = []
  ) -> Page {
    let isOverview = place == .overview
    return Page(
      title: isOverview ? title : "\(title): \(subject.trust.name)",
      navigation: navigation(from: place),
      document: Document(blocks),
      legend: legend,
      foot: "\(subject.dayLine) Made by rlt."
    )
  }

  // MARK: - Ways

  /// The file of a page, relative to the folder of the trust.
  private func file(of place: Place) -> String {
    switch place {
    case .overview: "index.html"
    case .silence: "silence.html"
    case .actions: "actions.html"
    case .gaps: "gaps.html"
    case .school(let index): "schools/\(fileName(of: subject.schools[index].id)).html"
    case .priority(let at): "priorities/\(fileName(of: pack.plan[at].id)).html"
    }
  }

  /// The way from one page to another, relative to the first.
  func way(from place: Place, to target: Place) -> String {
    switch place {
    case .school, .priority: "../" + file(of: target)
    default: file(of: target)
    }
  }

  /// The most schools that stand in the navigation of every page.
  private static let mostSchools = 8

  private func navigation(from place: Place) -> [PageLink] {
    var links: [PageLink] = []
    let isDeep =
      if case .school = place { true } else if case .priority = place { true } else { false }
    if let home { links.append(PageLink("All trusts", to: (isDeep ? "../" : "") + home)) }
    var targets: [(String, Place)] = [(subject.trust.name, .overview)]
    if subject.schools.count <= Self.mostSchools {
      targets += subject.schools.indices.map { (subject.schools[$0].name, .school($0)) }
    }
    targets += [
      ("Actions", .actions), ("How old the readings are", .silence), ("What is not known", .gaps),
    ]
    return links
      + targets.map { title, target in
        PageLink(title, to: way(from: place, to: target), isCurrent: target == place)
      }
  }

  /// Where the names of schools and priorities lead to from a page.
  func links(from place: Place) -> PageLinks {
    var schools: [School.ID: String] = [:]
    for (index, school) in subject.schools.enumerated() {
      schools[school.id] = way(from: place, to: .school(index))
    }
    return PageLinks(
      school: { [schools] id in schools[id] },
      priority: { way(from: place, to: .priority($0)) }
    )
  }

  // MARK: - One school

  /// The plan as evaluated, for one school alone.
  private func confined(_ subject: ReportSubject, to school: School) -> ReportSubject {
    var evaluation = subject.evaluation
    evaluation.verdicts = (schoolVerdicts[school.id] ?? []).map { subject.evaluation.verdicts[$0] }
    var own = ReportSubject(
      trust: subject.trust,
      plan: subject.plan,
      evaluation: evaluation,
      asked: [school],
      files: subject.files,
      record: subject.record,
      on: subject.workDay
    )
    own.links = subject.links
    own.audience = subject.audience
    own.mistakes = subject.mistakes
    return own
  }

  /// What moved in one school since the earlier day.
  func moves(of school: School) -> Moves {
    var own = moves
    own.all = (schoolMoves[school.id] ?? []).map { moves.all[$0] }
    return own
  }
}
