import PlanSyntax
import SourceText

extension Benchmarks {
  /// Reads plan files as text, one after the other, and says how much that was.
  static func parseFiles(_ paths: ArraySlice<String>) {
    var size = 0
    var problems = 0
    for path in paths {
      let file = SourceFile(name: path, bytes: bytes(ofFile: path))
      let parsed = parsePlanText(file, id: FileID(0))
      size += parsed.tree.bytes.count
      problems += parsed.diagnostics.count + parsed.omittedCount
    }
    print("\(paths.count) files, \(size) bytes, \(problems) problems")
  }
}
