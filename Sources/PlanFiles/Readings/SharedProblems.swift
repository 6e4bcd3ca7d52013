internal import PlanModel
internal import SourceText

/// Problems that rows of a file share, such as an unknown school: each is told once, at the first
/// row, and says how many others there are.
struct SharedProblems {
  private struct Problem {
    var finding: Diagnostic
    var words: String
    var others = 0
    var next: Place?
  }

  private var problems: [Problem] = []
  /// How many rows had one of them.
  private(set) var count = 0
  /// The number of each problem by what it is about.
  private var numbers: [String: Int] = [:]

  /// Counts another row with a problem; `false` where the problem is new and must be told.
  mutating func counts(_ key: String, at place: Place) -> Bool {
    guard let number = numbers[key] else { return false }
    count += 1
    problems[number].others += 1
    if problems[number].next == nil { problems[number].next = place }
    return true
  }

  /// Adds a problem at its first row.
  ///
  /// - Parameters:
  ///   - finding: The problem.
  ///   - key: What it is about.
  ///   - words: What other rows do, as in "2 more rows name it".
  mutating func add(_ finding: Diagnostic, _ key: String, others words: String = "name it") {
    count += 1
    numbers[key] = problems.count
    problems.append(Problem(finding: finding, words: words))
  }

  /// Takes the problems of a file, in the order of their first rows.
  mutating func take() -> [Diagnostic] {
    defer { self = SharedProblems() }
    return problems.map { problem in
      guard problem.others > 0, let next = problem.next else { return problem.finding }
      var finding = problem.finding
      let rows = problem.others == 1 ? "row" : "rows"
      // As in `name it`, but `1 more row names it`.
      let words = problem.others == 1 ? third(problem.words) : problem.words
      finding.message += "; \(ExactNumber(problem.others).grouped) more \(rows) \(words)"
      finding.notes.append(Note("the next of these rows", at: next))
      return finding
    }
  }

  private func third(_ words: String) -> String {
    let verb = words.prefix { $0 != " " }
    return verb + "s" + words.dropFirst(verb.count)
  }
}
