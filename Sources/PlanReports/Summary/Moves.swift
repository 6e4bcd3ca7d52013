import Documents
public import PlanEvaluation
public import PlanModel

/// What moved in a plan from an earlier day to the day that a report looks at.
public struct Moves: Sendable {
  /// The earlier day.
  public var since: Day
  /// Whether nobody named the day, so that a report says how it was chosen.
  public var isUsual: Bool
  /// The movements, the worst first.
  public var all: [Movement]

  /// Compares two days.
  ///
  /// - Parameters:
  ///   - before: What was found on the earlier day.
  ///   - since: The earlier day.
  ///   - isUsual: Whether nobody named the day.
  ///   - subject: The plan as evaluated on the day looked at.
  public init(from before: Evaluation, since: Day, isUsual: Bool, to subject: ReportSubject) {
    self.since = since
    self.isUsual = isUsual
    all = movements(before: before, now: subject.evaluation, plan: subject.plan)
  }

  /// The movements of a direction that no other movement tells; what has only come to be awaited
  /// was not known before either, and is left out.
  func told(_ direction: Movement.Direction) -> [Movement] {
    all.filter { movement in
      movement.direction == direction && !movement.isToldElsewhere && !movement.isNewlyAwaited
    }
  }

  /// The movements of what is awaited and was not known before either.
  private var newlyAwaited: Int { all.count { $0.isNewlyAwaited && !$0.isToldElsewhere } }

  /// The earlier day, and that it was not chosen: `31 March 2016, a year before`.
  var dayWords: String {
    PlanReports.dayWords(since) + (isUsual ? ", a year before" : "")
  }

  /// How many movements there are of each direction: `2 worse, 1 better`; empty for none.
  var countWords: String {
    let words: [(Movement.Direction, String)] = [
      (.worse, "worse"), (.noLongerKnown, "no longer known"), (.better, "better"),
      (.newlyKnown, "newly known"), (.newFigure, "with a new figure, same colour"),
      (.noLongerAsked, "no longer asked"),
    ]
    var counts = words.map { direction, words in (told(direction).count, words) }
    counts.append((newlyAwaited, "newly awaited"))
    return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// What moved since, the most important movements as points.
  ///
  /// - Parameters:
  ///   - subject: The plan.
  ///   - most: The most points of each direction.
  /// - Returns: A heading with points, or one sentence where nothing moved.
  func blocks(_ subject: ReportSubject, most: Int) -> [Block] {
    if let sentence = sentence(subject) { return [.paragraph(Line(sentence))] }
    var points: [Point] = []
    for direction in Self.directions {
      let own = self.points(direction, subject)
      points += own.prefix(most)
      if own.count > most {
        points.append(Point(nil, Line("and \(own.count - most) more \(direction.words)")))
      }
    }
    // What has only come to be awaited is counted, and stands with what is not known.
    if points.isEmpty { return [.paragraph(title)] }
    return [.heading(title, level: 2), .points(points)]
  }

  /// The directions in the order in which they are told.
  static let directions: [Movement.Direction] = [
    .worse, .noLongerKnown, .better, .newlyKnown, .newFigure, .noLongerAsked,
  ]

  /// How much moved since the earlier day.
  var title: Line { Line([.text("Since \(dayWords)", .strong), .text(": \(countWords)")]) }

  /// That there is nothing to tell, and why; `nil` where there is.
  func sentence(_ subject: ReportSubject) -> String? {
    guard since < subject.evaluation.asOf else {
      return "The plan had ended by \(PlanReports.dayWords(since))."
    }
    return countWords.isEmpty ? "Nothing has changed since \(dayWords)." : nil
  }

  /// What moved one way, a point for each KPI or part of one.
  ///
  /// - Parameters:
  ///   - direction: Which way.
  ///   - subject: The plan.
  ///   - most: The most schools, or groups of schools, that one point tells of.
  /// - Returns: The points.
  func points(
    _ direction: Movement.Direction,
    _ subject: ReportSubject,
    most: Int = 12
  ) -> [Point] {
    movementPoints(
      told(direction),
      subject.trust,
      subject.plan,
      namesSchools: subject.school == nil,
      most: most
    )
  }
}

extension Movement {
  /// Whether a reading has come to be due, of something that nobody knew before either.
  var isNewlyAwaited: Bool { direction == .noLongerKnown && before?.isKnown != true }
}

extension Movement.Direction {
  /// What things that moved this way are.
  fileprivate var words: String {
    switch self {
    case .worse: "that got worse"
    case .better: "that got better"
    case .noLongerKnown: "no longer known"
    case .newlyKnown: "newly known"
    case .newFigure: "with a new figure, same colour"
    case .noLongerAsked: "no longer asked"
    }
  }
}
