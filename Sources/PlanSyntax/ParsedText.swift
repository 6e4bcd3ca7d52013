public import SourceText

/// What reading a plan file as text gives: a tree, always, and what is wrong with the writing.
public struct ParsedText: Sendable {
  /// The tree, which holds every byte of the file.
  public let tree: SyntaxTree
  /// The problems, sorted by position; at most as many as were asked for.
  public let diagnostics: [Diagnostic]
  /// The number of further problems that are not in `diagnostics`.
  public let omittedCount: Int

  /// Whether the file is text that can be read at all; a problem says why it is not.
  public let isReadable: Bool

  /// The number of bytes the parser looked at, for tests of linear time.
  let steps: Int

  /// The number of problems that are reported for one file where nobody asks for more.
  public static let maximumDiagnostics = 100

  /// The greatest size of a plan file in bytes: 16 MiB.
  public static let maximumSize = 16 << 20
}

/// Reads a plan file as text.
///
/// Never fails: a ruined file has a tree too. Takes time and memory linear in the size of the file.
///
/// - Parameters:
///   - file: The file.
///   - id: Its number.
///   - maximum: The greatest number of problems that are put into words.
/// - Returns: The tree and the problems.
public func parsePlanText(
  _ file: SourceFile,
  id: FileID,
  maximum: Int = ParsedText.maximumDiagnostics
) -> ParsedText {
  let bytes = file.bytes
  var check = CharacterCheck()
  var parser = Parser()
  var isReadable = false
  if bytes.count > ParsedText.maximumSize {
    check.problems.append(Problem(.tooLarge, 0, 0))
  } else {
    let text = bytes.span
    isReadable = check.check(text)
    if isReadable { parser.parse(text) }
  }
  let storage = SyntaxStorage(
    file: id,
    bytes: bytes,
    nodes: parser.nodes,
    comments: parser.comments,
    skipped: parser.skipped,
    hasForbidden: check.hasForbidden
  )
  var problems = check.problems + parser.problems
  if check.hasForbidden { problems = withoutFollowers(of: check.problems, problems, bytes.span) }
  problems.sort { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
  let tree = SyntaxTree(storage: storage)
  return ParsedText(
    tree: tree,
    diagnostics: syntaxDiagnostics(problems.prefix(maximum), in: tree),
    omittedCount: max(0, problems.count - maximum),
    isReadable: isReadable,
    steps: parser.steps
  )
}

/// Without the problems that a line end of another kind causes in the rest of its line.
private func withoutFollowers(
  of found: [Problem],
  _ problems: [Problem],
  _ text: Span<UInt8>
) -> [Problem] {
  let lines = found.filter { $0.code == .loneCR }.map { first in
    Int(first.lower)...text.lineEnd(from: Int(first.lower))
  }
  guard !lines.isEmpty else { return problems }
  var result: [Problem] = []
  var at = 0
  for problem in problems.sorted(by: { $0.lower < $1.lower }) {
    while at < lines.count, lines[at].upperBound < Int(problem.lower) { at += 1 }
    let follows = at < lines.count && lines[at].contains(Int(problem.lower))
    if !follows || problem.code == .loneCR { result.append(problem) }
  }
  return result
}
