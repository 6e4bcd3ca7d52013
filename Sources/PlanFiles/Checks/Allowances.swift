internal import PlanModel
internal import PlanSyntax
internal import SourceText

/// What the comments of files allow for a time:
/// `# rlt: allow due-unparsed until 2026-07-31 -- agreed by the finance committee`.
///
/// Only warnings and notes can be allowed: what an error stands in is not used, and nobody must be
/// kept from knowing.
struct Allowances {
  private var allowances: [Allowance] = []
  /// Comments that were meant as allowances and are none.
  private var problems: [Diagnostic] = []

  /// The most allowances of one file; each may speak of the whole of it.
  static let maximum = 200

  /// Reads the comments of files.
  ///
  /// - Parameters:
  ///   - trees: The files with comments.
  ///   - trust: The files of the trust, of which those of readings can be named.
  ///   - files: The names of the files.
  init(in trees: [SyntaxTree], of trust: TrustFiles, _ files: SourceFiles) {
    let readings = trust.readings.map { (id: $0, name: lastName(of: files[$0].name)) }
    for tree in trees {
      var count = 0
      for comment in tree.comments {
        guard let words = AllowanceWords(comment.text) else { continue }
        guard count < Self.maximum else {
          let message =
            "more than \(Self.maximum) allowances in one file; the rest are not looked at"
          report(message, at: comment.place, help: "put right what they allow")
          break
        }
        count += 1
        read(words, comment, tree, readings)
      }
    }
  }

  /// The rules that are allowed to be broken.
  var rules: Set<PlanRule> { Set(allowances.map(\.rule)) }

  /// Takes out the problems that are allowed, and adds those of the allowances themselves.
  func applied(to findings: [Diagnostic], today: Day) -> [Diagnostic] {
    guard !allowances.isEmpty else { return findings + problems }
    var byFile: [FileID: [Int]] = [:]
    for (index, allowance) in allowances.enumerated() {
      for file in allowance.files { byFile[file, default: []].append(index) }
    }
    var isUsed = Array(repeating: false, count: allowances.count)
    var left = findings.filter { problem in
      guard problem.severity != .error, let own = byFile[problem.place.file] else { return true }
      var isAllowed = false
      for index in own where allowances[index].covers(problem) {
        isUsed[index] = true
        if allowances[index].until >= today { isAllowed = true }
      }
      return !isAllowed
    }
    left += problems
    for (allowance, isUsed) in zip(allowances, isUsed) {
      if let complaint = allowance.complaint(isUsed: isUsed, today) { left.append(complaint) }
    }
    return left
  }

  // MARK: - Reading

  private mutating func read(
    _ words: AllowanceWords,
    _ comment: CommentSyntax,
    _ tree: SyntaxTree,
    _ readings: [(id: FileID, name: String)]
  ) {
    let place = comment.place
    switch words {
    case .unclear(let message, let help): report(message, at: place, help: help)
    case .allowance(let name, let file, let day):
      guard let rule = rule(name, at: place) else { return }
      guard let until = lastDay(day, at: place) else { return }
      guard let file else {
        let covered = tree.lines(spokenOfBy: comment)
        allowances.append(
          Allowance(rule: rule, until: until, place: place, files: [tree.file], covered: covered)
        )
        return
      }
      let bare = lastName(of: file)
      let meant = file == "readings" ? readings : readings.filter { $0.name == bare }
      guard !meant.isEmpty, file == "readings" || file == bare || file == "readings/\(bare)" else {
        let near = nearestNames(to: bare, among: readings.map(\.name)).first
        return report(
          "the trust has no file of readings '\(file)'",
          at: place,
          help: near.map { "write `in readings/\($0)`" }
            ?? "write `in readings/2015-16.csv`, or `in readings` for all of them"
        )
      }
      allowances.append(
        Allowance(rule: rule, until: until, place: place, files: meant.map(\.id), covered: nil)
      )
    }
  }

  private mutating func rule(_ name: String, at place: Place) -> PlanRule? {
    guard let rule = PlanRule(rawValue: name) else {
      let near = nearestNames(to: name, among: PlanRule.allCases.map(\.rawValue))
      report(
        "'\(name)' is no rule that can be allowed",
        at: place,
        help: near.isEmpty ? "`rlt validate --list-rules` lists the rules" : "write `\(near[0])`"
      )
      return nil
    }
    guard rule.severity != .error else {
      report(
        "`\(rule.rawValue)` is an error, and errors cannot be allowed",
        at: place,
        help: "put the error right: what it stands in is not used"
      )
      return nil
    }
    return rule
  }

  private mutating func lastDay(_ text: String, at place: Place) -> Day? {
    var phrase = Phrase(text)
    let match = phrase.takePeriod()
    if case .period(.day(let day))? = match, phrase.isAtEnd { return day }
    var help = "write the last day as `2026-07-31`"
    if case .problem(_, _, let better)? = match { help = better }
    report("'\(text)' is not a day", at: place, help: help)
    return nil
  }

  private mutating func report(_ message: String, at place: Place, help: String) {
    problems.append(Diagnostic(.allowSyntax, message, at: place, help: help))
  }
}

/// A comment that lets one rule be broken until a day, for a reason.
private struct Allowance {
  var rule: PlanRule
  /// The last day on which it holds.
  var until: Day
  /// Where it stands.
  var place: Place
  /// The files it speaks of.
  var files: [FileID]
  /// The bytes it speaks of: its own line or the next, and the lines indented below that; `nil` for
  /// the whole of the files.
  var covered: Range<Int>?

  func covers(_ problem: Diagnostic) -> Bool {
    problem.id == rule.id && covered?.contains(Int(problem.place.range.lower)) ?? true
  }

  /// What is wrong with the allowance itself.
  func complaint(isUsed: Bool, _ today: Day) -> Diagnostic? {
    if until < today {
      return Diagnostic(
        .allowExpired,
        "this allowance of `\(rule.rawValue)` ended on \(until)",
        at: place,
        help: "put right what it allowed, or agree on a later day and write that"
      )
    }
    if isUsed { return nil }
    return Diagnostic(
      .allowUnused,
      "nothing here breaks `\(rule.rawValue)`, so this allowance does nothing",
      at: place,
      help: "remove it"
    )
  }
}
