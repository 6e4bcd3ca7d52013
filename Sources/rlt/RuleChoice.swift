import PlanFiles
import PlanReports
import SourceText

/// The rules whose breaches are wanted.
struct RuleChoice {
  private let selected: Set<DiagnosticID>
  private let ignored: Set<DiagnosticID>

  /// Rules that say that a file was not read: nobody can wish to know nothing and be told so.
  static let unread: Set<DiagnosticID> = [
    PlanRule.fileUnreadable.id, PlanRule.fileMissing.id, PlanRule.fileTooLarge.id,
    "not-text",
  ]

  /// Rules that say that a file, or a part of it, was not read as it was meant; what other rules would
  /// have found there is not known.
  static let unsure: Set<DiagnosticID> = [
    "utf8", "utf16", PlanRule.readingsEncoding.id, PlanRule.readingsDelimiter.id,
    PlanRule.readingsLineEnds.id, PlanRule.missingColumn.id, PlanRule.unclosedQuote.id,
    PlanRule.notChecked.id,
  ]

  /// Reads the names of rules, with commas between them.
  ///
  /// - Throws: That there is no such rule.
  init(selected: [String], ignored: [String]) throws {
    self.selected = try Self.rules(selected)
    self.ignored = try Self.rules(ignored)
  }

  /// The rules that are off unless asked for, and were.
  var optional: Set<PlanRule> {
    Set(PlanRule.allCases.filter { $0.isOptional && selected.contains($0.id) })
  }

  /// Whether a problem is to be shown.
  func isWanted(_ problem: Diagnostic) -> Bool {
    if Self.unread.contains(problem.id) || Self.unsure.contains(problem.id) { return true }
    if ignored.contains(problem.id) { return false }
    return selected.isEmpty || selected.contains(problem.id)
  }

  private static func rules(_ words: [String]) throws -> Set<DiagnosticID> {
    var rules: Set<DiagnosticID> = []
    for word in words {
      for part in word.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == 0x20 }) {
        let name = String(part) ?? word
        guard let page = rulePage(name) else {
          var message = "there is no rule “\(name)”"
          if let near = nearRule(name) { message += "\n  did you mean `\(near)`?" }
          throw Failure(.usage, message + "\n  `rlt validate --list-rules` lists them")
        }
        rules.insert(page.id)
      }
    }
    return rules
  }
}

/// The rule whose name is nearest to a word.
func nearRule(_ word: String) -> String? {
  let names = ruleAreas.flatMap(\.rules).map(\.id.description)
  return nearestNames(to: word, among: names).first
}
