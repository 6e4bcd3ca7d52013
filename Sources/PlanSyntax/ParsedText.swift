public import SourceText

/// What reading a plan file as text gives: a tree, always, and what is wrong with the writing.
public struct ParsedText: Sendable {
  /// The tree, which holds every byte of the file.
  public let tree: SyntaxTree
  /// The problems, sorted by position; at most as many as were asked for.
  public let diagnostics: [Diagnostic]
  /// The number of further problems that are not in `diagnostics`.
  public let omittedCount: Int

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
  if bytes.count > ParsedText.maximumSize {
    check.problems.append(Problem(.tooLarge, 0, 0))
  } else {
    let text = bytes.span
    if check.check(text) { parser.parse(text) }
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
  problems.sort { ($0.lower, $0.upper) < ($1.lower, $1.upper) }
  let tree = SyntaxTree(storage: storage)
  return ParsedText(
    tree: tree,
    diagnostics: syntaxDiagnostics(problems.prefix(maximum), in: tree),
    omittedCount: max(0, problems.count - maximum),
    steps: parser.steps
  )
}
