internal import PlanSyntax
public import SourceText

/// A file with its plain mistakes of writing put right.
public struct FixedFile: Sendable {
  /// The bytes of the file as it should be.
  public var bytes: [UInt8]
  /// The mistakes that were put right, in the order in which that was done.
  public var fixes: [Diagnostic]
}

/// Mistakes whose correction leaves no doubt about what was meant, and loses no text.
///
/// Not among them: lines moved to another level, a quote or bracket closed, text made a comment. A
/// person must look at those.
private let safeRules: Set<DiagnosticID> = [
  "after-quote", "after-value", "alias", "anchor", "bidi", "block-header", "bullet", "colon-space",
  "colon-text", "control", "dash-text", "directive", "doc-end", "flow-indent", "flow-pair", "hash",
  "lone-cr", "merge", "multi-doc", "odd-space", "reserved", "tab", "tag", "utf16", "utf8",
]

/// Puts right those mistakes of writing in a plan or trust file that are safe to put right.
///
/// A round of corrections is kept only if the file then has fewer problems than before.
///
/// - Parameters:
///   - file: The file.
///   - isWanted: Whether a mistake is to be put right.
/// - Returns: The file as it should be; with the same bytes where there is nothing to do.
public func fixed(_ file: SourceFile, where isWanted: (Diagnostic) -> Bool) -> FixedFile {
  var result = FixedFile(bytes: file.bytes, fixes: [])
  var problems = parse(result.bytes, file.name).diagnostics
  // A correction can bring the next mistake of the same line to light; each round ends nearer.
  while !problems.isEmpty {
    var edits: [TextEdit] = []
    var fixes: [Diagnostic] = []
    var taken = 0
    for problem in problems where safeRules.contains(problem.id) && isWanted(problem) {
      guard let fixIt = problem.fixIt, let first = fixIt.edits.map(\.range.lower).min(),
        let last = fixIt.edits.map(\.range.upper).max(), Int(first) >= taken
      else { continue }
      // Two corrections of one line may rest on each other: the second waits for the next round.
      let end = result.bytes[Int(last)...].firstIndex(of: 0x0A) ?? result.bytes.count
      taken = end
      edits += fixIt.edits
      fixes.append(problem)
    }
    guard !edits.isEmpty, let bytes = edits.applied(to: result.bytes) else { break }
    let after = parse(bytes, file.name).diagnostics
    let isDecoded = fixes.contains { $0.id == "utf8" || $0.id == "utf16" }
    // In a file of another encoding everything but the encoding was hidden.
    guard after.count < problems.count || isDecoded && !after.contains(where: isEncoding) else {
      break
    }
    result.bytes = bytes
    result.fixes += fixes
    problems = after
  }
  return result
}

private func isEncoding(_ problem: Diagnostic) -> Bool {
  problem.id == "utf8" || problem.id == "utf16"
}

private func parse(_ bytes: [UInt8], _ name: String) -> ParsedText {
  parsePlanText(SourceFile(name: name, bytes: bytes), id: FileID(0), maximum: .max)
}
