internal import PlanModel
internal import PlanSyntax
internal import SourceText

/// A comment that lets one rule be broken until a day, for a reason:
/// `# rlt: allow due-unparsed until 2026-07-31 -- agreed by the finance committee`.
private struct Allowance {
  var rule: PlanRule
  /// The last day on which it holds.
  var until: Day
  /// Where it stands.
  var place: Place
  /// The bytes it speaks of: its own line or the next, and the lines indented below that.
  var covered: Range<Int>
  var isUsed = false
}

/// Takes out the problems that a file itself allows, and reports allowances that do not hold.
///
/// Only warnings and notes can be allowed: what an error stands in is not used, and nobody must be
/// kept from knowing.
///
/// - Parameters:
///   - problems: The problems of all files.
///   - trees: The files that were parsed.
///   - today: The day on which allowances are looked at.
///   - sleeping: The rules that were not tried, whose allowances may be idle.
/// - Returns: The problems that are left, with those of the allowances.
func withoutAllowed(
  _ problems: [Diagnostic],
  in trees: [SyntaxTree],
  today: Day,
  sleeping: Set<PlanRule> = []
) -> [Diagnostic] {
  var left = problems
  for tree in trees {
    var reader = AllowanceReader(tree: tree)
    for comment in tree.comments { reader.read(comment) }
    guard !reader.allowances.isEmpty || !reader.problems.isEmpty else { continue }
    left.removeAll { problem in reader.allows(problem, today) }
    left += reader.problems
    left += reader.allowances.compactMap { allowance in
      sleeping.contains(allowance.rule) ? nil : complaint(allowance, today)
    }
  }
  return left
}

private func complaint(_ allowance: Allowance, _ today: Day) -> Diagnostic? {
  if allowance.until < today {
    return Diagnostic(
      .allowExpired,
      "this allowance of `\(allowance.rule.rawValue)` ended on \(allowance.until)",
      at: allowance.place,
      help: "put right what it allowed, or agree on a later day and write that"
    )
  }
  if allowance.isUsed { return nil }
  return Diagnostic(
    .allowUnused,
    "nothing here breaks `\(allowance.rule.rawValue)`, so this allowance does nothing",
    at: allowance.place,
    help: "remove it"
  )
}

/// Finds the allowances among the comments of a file.
private struct AllowanceReader {
  let tree: SyntaxTree
  var allowances: [Allowance] = []
  var problems: [Diagnostic] = []

  private var count: Int { allowances.count + problems.count }

  /// Whether a problem is allowed; the allowance is then used.
  mutating func allows(_ problem: Diagnostic, _ today: Day) -> Bool {
    guard problem.severity != .error, problem.place.file == tree.file else { return false }
    let at = Int(problem.place.range.lower)
    var isAllowed = false
    for index in allowances.indices
    where allowances[index].rule.id == problem.id && allowances[index].covered.contains(at) {
      allowances[index].isUsed = true
      if allowances[index].until >= today { isAllowed = true }
    }
    return isAllowed
  }

  /// The most allowances of one file; each may speak of the whole of it.
  static let maximum = 200

  mutating func read(_ comment: CommentSyntax) {
    let text = comment.text
    guard text.utf8.starts(with: "rlt:".utf8) else { return }
    guard count < Self.maximum else {
      if count == Self.maximum {
        let words = "more than \(Self.maximum) allowances in one file; the rest are not looked at"
        report(comment, words, "put right what they allow")
      }
      return
    }
    let words = text.utf8.dropFirst(4).split(separator: 0x20).map { String($0) ?? "" }
    guard words.count >= 6, words[0] == "allow", words[2] == "until", words[4] == "--" else {
      return report(
        comment,
        "this comment is for rlt, but cannot be understood",
        "write for example `# rlt: allow due-unparsed until 2026-07-31 -- agreed by the governors`"
      )
    }
    guard let rule = PlanRule(rawValue: words[1]) else {
      let near = nearestNames(to: words[1], among: PlanRule.allCases.map(\.rawValue))
      return report(
        comment,
        "'\(words[1])' is no rule that can be allowed",
        near.isEmpty ? "`rlt validate --list-rules` lists the rules" : "write `\(near[0])`"
      )
    }
    guard rule.severity != .error else {
      return report(
        comment,
        "`\(rule.rawValue)` is an error, and errors cannot be allowed",
        "put the error right: what it stands in is not used"
      )
    }
    guard let until = Day(words[3]) else {
      return report(comment, "'\(words[3])' is not a day", "write the last day as `2026-07-31`")
    }
    let covered = covered(by: comment)
    allowances.append(Allowance(rule: rule, until: until, place: comment.place, covered: covered))
  }

  private mutating func report(_ comment: CommentSyntax, _ message: String, _ help: String) {
    problems.append(Diagnostic(.allowSyntax, message, at: comment.place, help: help))
  }

  // MARK: - Lines

  private func covered(by comment: CommentSyntax) -> Range<Int> {
    let all = tree.bytes
    let bytes = all.span
    let at = Int(comment.range.lower)
    var start = at
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    var line = start..<lineEnd(bytes, at)
    // On a line of its own it speaks of the next line that says something.
    while indent(bytes, line) == nil, line.upperBound < bytes.count {
      line = line.upperBound..<lineEnd(bytes, line.upperBound)
    }
    guard let depth = indent(bytes, line) else { return at..<at }
    var end = line.upperBound
    while end < bytes.count {
      let next = end..<lineEnd(bytes, end)
      if let other = indent(bytes, next), other <= depth { break }
      end = next.upperBound
    }
    return line.lowerBound..<end
  }

  /// The spaces at the start of a line; `nil` for blank lines and those that are comments alone.
  private func indent(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Int? {
    var at = line.lowerBound
    while at < line.upperBound, bytes[at] == 0x20 { at += 1 }
    guard at < line.upperBound else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "#"), 0x0A, 0x0D: return nil
    default: return at - line.lowerBound
    }
  }

  /// The offset after the line end of the line that holds an offset.
  private func lineEnd(_ bytes: Span<UInt8>, _ offset: Int) -> Int {
    var at = offset
    while at < bytes.count {
      at += 1
      if bytes[at - 1] == 0x0A { break }
    }
    return at
  }
}
