internal import PlanSyntax
public import SourceText

/// A plan or trust file with its layout in order: the same words, comments, quotes and order.
///
/// - Parameter file: The file.
/// - Returns: The bytes of the file in order.
/// - Throws: That the file has errors, which must be put right first.
public func formatted(_ file: SourceFile) throws(EditProblem) -> [UInt8] {
  let parsed = parsePlanText(file, id: FileID(0))
  if let error = parsed.diagnostics.first(where: { $0.severity == .error }) {
    let line = file.line(at: Int(error.place.range.lower))
    throw EditProblem(
      .file,
      "\(file.name):\(line): \(error.message), so the file was left as it is"
        + "\n  `rlt validate` shows every problem"
    )
  }
  guard parsed.tree.root != nil else { return file.bytes }
  let bytes = parsed.tree.layoutEdits.applied(to: file.bytes) ?? file.bytes
  let after = parsePlanText(SourceFile(name: file.name, bytes: bytes), id: FileID(0))
  let sameComments = Array(parsed.tree.comments.map(\.text)) == after.tree.comments.map(\.text)
  guard after.tree.root?.value == parsed.tree.root?.value, sameComments,
    !after.diagnostics.contains(where: { $0.severity == .error })
  else { throw .fault("the layout of \(file.name)") }
  return bytes
}
