public import SourceText

extension SyntaxTree {
  /// The tree after edits, read anew.
  ///
  /// Refused where the file would have errors that it did not have, or would not say what was meant.
  public func applying(
    _ edits: [TextEdit],
    expecting value: TreeValue? = nil
  ) throws(EditRefused) -> SyntaxTree {
    guard let changed = edits.applied(to: bytes) else { throw .wouldNotReadBack }
    let before = parsePlanText(SourceFile(name: "", bytes: bytes), id: file).errorCount
    let after = parsePlanText(SourceFile(name: "", bytes: changed), id: file)
    guard after.errorCount <= before else { throw .wouldNotReadBack }
    if let value, (after.tree.root?.value ?? .absent) != value { throw .wouldNotReadBack }
    return after.tree
  }
}

extension ParsedText {
  /// The number of errors, those that are not reported one by one included.
  fileprivate var errorCount: Int {
    diagnostics.count { $0.severity == .error } + omittedCount
  }
}
