internal import PlanSyntax
public import SourceText

/// A file with its plain mistakes of writing put right.
public struct FixedFile: Sendable {
  /// A mistake that was put right.
  public struct Fix: Sendable {
    /// The mistake; its place is one in the file as it was just before.
    public var problem: Diagnostic
    /// Where it was.
    public var at: LineColumn
  }

  /// The bytes of the file as it should be.
  public var bytes: [UInt8]
  /// The mistakes that were put right, in the order in which that was done.
  public var fixes: [Fix]
}

/// Puts right those mistakes of writing in a file that are safe to put right.
///
/// Safe is what leaves no doubt about what was meant and loses no text. What the file says stays the
/// same, and no correction is made that would bring a new problem, wherever in the trust. Of readings
/// only the encoding and the line ends are looked at.
///
/// - Parameters:
///   - file: The file.
///   - isWanted: Whether a mistake is to be put right.
///   - reread: Every problem of the trust, were these the bytes of the file.
/// - Returns: The file as it should be; with the same bytes where there is nothing to do.
public func fixed(
  _ file: SourceFile,
  where isWanted: (Diagnostic) -> Bool,
  rereading reread: ([UInt8]) -> [Diagnostic] = { _ in [] }
) -> FixedFile {
  var decoded = FileFixer(file)
  decoded.decode(where: isWanted)
  guard !file.name.hasSuffix(".csv") else { return decoded.result }
  var refused: Set<FixKey> = []
  var before: [ProblemKey: Int]?
  while true {
    var fixer = decoded
    fixer.correct { isWanted($0) && !refused.contains(FixKey($0.id, $1)) }
    let fixes = fixer.result.fixes.dropFirst(decoded.result.fixes.count)
    if fixes.isEmpty { return decoded.result }
    let known = before ?? counted(reread(decoded.result.bytes))
    before = known
    let new = added(reread(fixer.result.bytes), to: known)
    if new.isEmpty { return fixer.result }
    // The correction is most likely on the line of the problem that it brought.
    let table = LineTable(fixer.result.bytes)
    let lines = Set(new.map { table.line(at: Int($0.place.range.lower)) })
    let near = fixes.filter { lines.contains($0.at.line) }
    let guilty = near.isEmpty ? Array(fixes.suffix((fixes.count + 1) / 2)) : near
    for fix in guilty { refused.insert(FixKey(fix.problem.id, fix.at.line)) }
  }
}

/// A problem by what it says, wherever in its file it is.
private struct ProblemKey: Hashable {
  var file: FileID
  var id: DiagnosticID
  var message: String

  init(_ problem: Diagnostic) {
    file = problem.place.file
    id = problem.id
    message = problem.message
  }
}

/// A correction by its rule and line, which no other correction moves.
private struct FixKey: Hashable {
  var id: DiagnosticID
  var line: Int

  init(_ id: DiagnosticID, _ line: Int) {
    self.id = id
    self.line = line
  }
}

private func counted(_ problems: [Diagnostic]) -> [ProblemKey: Int] {
  problems.reduce(into: [:]) { $0[ProblemKey($1), default: 0] += 1 }
}

/// The problems that are not among others, those that are there more often than before included.
private func added(_ problems: [Diagnostic], to known: [ProblemKey: Int]) -> [Diagnostic] {
  var left = known
  return problems.filter { problem in
    let key = ProblemKey(problem)
    guard let count = left[key], count > 0 else { return true }
    left[key] = count - 1
    return false
  }
}

/// Corrects the bytes of one file round by round.
private struct FileFixer {
  var result: FixedFile
  private let name: String
  private var parsed: ParsedText

  init(_ file: SourceFile) {
    result = FixedFile(bytes: file.bytes, fixes: [])
    name = file.name
    parsed = Self.parse(file.bytes, file.name)
  }

  /// Turns the file into UTF-8 with line feeds.
  mutating func decode(where isWanted: (Diagnostic) -> Bool) {
    let rules: Set<DiagnosticID> = ["lone-cr", "utf16", "utf8"]
    // Each round brings to light what the one before had hidden.
    for _ in rules {
      let found = parsed.diagnostics.filter { rules.contains($0.id) && isWanted($0) }
      let safe = found.filter { $0.fixIt?.isSafe == true }
      guard !safe.isEmpty, let bytes = safe.flatMap(edits).applied(to: result.bytes) else { return }
      accept(safe, bytes, Self.parse(bytes, name))
    }
  }

  /// Makes corrections that change nothing of what the file says, as long as there are any.
  mutating func correct(where isWanted: (Diagnostic, _ line: Int) -> Bool) {
    var most = Int.max
    var refused: Set<FixKey> = []
    // Where a round goes wrong it is tried again with half of it; a file is not worth many hundreds.
    for _ in 0..<400 {
      let table = LineTable(result.bytes)
      var round: [Diagnostic] = []
      var taken = 0
      for problem in parsed.diagnostics where problem.fixIt?.isSafe == true && round.count < most {
        let edits = edits(of: problem)
        guard let first = edits.map(\.range.lower).min(), let last = edits.map(\.range.upper).max(),
          Int(first) >= taken
        else { continue }
        let line = table.line(at: Int(problem.place.range.lower))
        guard isWanted(problem, line), !refused.contains(FixKey(problem.id, line)) else { continue }
        // Two corrections of one line may rest on each other: the second waits for the next round.
        taken = result.bytes[Int(last)...].firstIndex(of: 0x0A) ?? result.bytes.count
        round.append(problem)
      }
      guard !round.isEmpty, let bytes = round.flatMap(edits).applied(to: result.bytes) else {
        return
      }
      let after = Self.parse(bytes, name)
      if after.diagnostics.count + round.count <= parsed.diagnostics.count,
        readsAlike(parsed.tree, after.tree)
      {
        accept(round, bytes, after)
        most = most > Int.max / 2 ? .max : most * 2
      } else if round.count > 1 {
        most = round.count / 2
      } else {
        refused.insert(FixKey(round[0].id, table.line(at: Int(round[0].place.range.lower))))
        most = .max
      }
    }
  }

  private mutating func accept(_ fixes: [Diagnostic], _ bytes: [UInt8], _ after: ParsedText) {
    let table = LineTable(result.bytes)
    result.fixes += fixes.map { problem in
      let at = table.lineColumn(at: Int(problem.place.range.lower), in: result.bytes)
      return FixedFile.Fix(problem: problem, at: at)
    }
    result.bytes = bytes
    parsed = after
  }

  private func edits(of problem: Diagnostic) -> [TextEdit] { problem.fixIt?.edits ?? [] }

  private static func parse(_ bytes: [UInt8], _ name: String) -> ParsedText {
    parsePlanText(SourceFile(name: name, bytes: bytes), id: FileID(0), maximum: .max)
  }
}
