internal import SourceText

/// Puts problems into words, each with the correction that goes with it.
func syntaxDiagnostics(_ problems: ArraySlice<Problem>, in tree: SyntaxTree) -> [Diagnostic] {
  guard !problems.isEmpty else { return [] }
  let context = MessageContext(
    tree: tree,
    looksForWindows1252: problems.contains { $0.code == .utf8 }
  )
  return problems.map { problem in
    let words = wording(of: problem, in: context)
    let edits = context.correction(of: problem)
    return Diagnostic(
      DiagnosticID(problem.code.id),
      problem.code.isWarning ? .warning : .error,
      words.message,
      at: tree.place(of: TextRange(Int(problem.lower), Int(problem.upper))),
      help: words.help,
      fixIt: edits.isEmpty
        ? nil : FixIt(words.help, edits: edits, isSafe: context.isSafe(problem)),
      notes: context.notes(on: problem)
    )
  }
}

/// What the words of a message are made from.
struct MessageContext {
  let tree: SyntaxTree
  let bytes: [UInt8]
  /// Whether what is not UTF-8 in the file is plainly text in Windows-1252.
  let isWindows1252: Bool
  private let lines: LineTable

  init(tree: SyntaxTree, looksForWindows1252: Bool) {
    self.tree = tree
    bytes = tree.storage.bytes
    lines = LineTable(bytes)
    let all = tree.storage.bytes
    isWindows1252 = looksForWindows1252 ? isPlainlyWindows1252(all.span) : false
  }

  /// The number of the line of an offset, from 1.
  func line(_ offset: UInt32) -> Int { lines.line(at: Int(offset)) }

  /// The text of a range in typographic quotes, shortened where it is long.
  func quote(_ lower: UInt32, _ upper: UInt32) -> String {
    let span = bytes.span
    var end = Int(lower)
    var scalars = 0
    while end < Int(upper), scalars < 40 {
      end += span.scalar(at: end).length
      scalars += 1
    }
    let text = String(decoding: span.extracting(Int(lower)..<min(end, span.count)))
    return "‘\(text)\(end < Int(upper) ? "…" : "")’"
  }

  /// The character of a problem's place in quotes.
  func character(_ problem: Problem) -> String { quote(problem.lower, problem.upper) }

  /// The start of the line of an offset, byte order mark excluded.
  func lineStart(_ offset: UInt32) -> Int {
    let start = bytes.span.startOfLine(at: Int(offset))
    return start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
  }

  /// The number of spaces at the start of the line of an offset.
  func indent(_ offset: UInt32) -> Int {
    let start = lineStart(offset)
    var at = start
    while bytes.span.byte(at) == .space { at += 1 }
    return at - start
  }

  /// The column of the name on the line of an offset, dashes before it passed over.
  func nameColumn(_ offset: UInt32) -> Int {
    let span = bytes.span
    let start = lineStart(offset)
    var at = start
    while span.byte(at) == .space || (span.byte(at) == .dash && span.byte(at + 1) == .space) {
      at += 1
    }
    return at - start
  }

  /// The name on the line of an offset of its value, or nothing for the text of a list item.
  func nameBefore(_ value: UInt32) -> String {
    let lower = lineStart(value) + nameColumn(value)
    var upper = bytes.span.trimmedEnd(lower, max(lower, min(Int(value), bytes.count)))
    guard upper > lower, bytes[upper - 1] == .colon else { return "" }
    while upper > lower, bytes[upper - 1] == .space || bytes[upper - 1] == .colon { upper -= 1 }
    return upper > lower ? quote(UInt32(lower), UInt32(upper)) : ""
  }

  func notes(on problem: Problem) -> [Note] {
    guard problem.code == .duplicate || problem.code == .forgottenDash else { return [] }
    let range = TextRange(Int(problem.first), Int(problem.second))
    return [Note("it is first given here", at: tree.place(of: range))]
  }
}
