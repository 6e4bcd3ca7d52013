internal import FoundationEssentials
public import Testing

/// Compares a text with the file at a path under the package folder.
///
/// With `RLT_RECORD=1` in the environment the file is written instead, and the test still fails
/// once, so that a recording is never mistaken for a pass.
public func expectGolden(
  _ text: String,
  at path: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let full = path.hasPrefix("/") ? path : "\(repositoryPath)/\(path)"
  let recorded = try? Data(contentsOf: URL(filePath: full))
  if recorded == Data(text.utf8) { return }
  if ProcessInfo.processInfo.environment["RLT_RECORD"] == "1" {
    do {
      try FileManager.default.createDirectory(
        at: URL(filePath: full).deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(text.utf8).write(to: URL(filePath: full))
      Issue.record("recorded \(path)", sourceLocation: sourceLocation)
    } catch {
      Issue.record("cannot record \(path): \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let recorded else {
    Issue.record(
      "\(path) does not exist; RLT_RECORD=1 records it\n\(text)",
      sourceLocation: sourceLocation
    )
    return
  }
  Issue.record(
    "\(path) differs at \(firstDifference(String(decoding: recorded, as: UTF8.self), text))",
    sourceLocation: sourceLocation
  )
}

/// The first line in which two texts differ, with both versions of it.
func firstDifference(_ expected: String, _ actual: String) -> String {
  // Lines are split as bytes: as characters, CRLF would be one and equal texts could differ.
  let first = expected.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
  let second = actual.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
  for index in 0..<max(first.count, second.count) {
    let old = index < first.count ? String(Substring(first[index])) : "(end of file)"
    let new = index < second.count ? String(Substring(second[index])) : "(end of file)"
    if Array(old.utf8) != Array(new.utf8) {
      return "line \(index + 1)\n  expected: \(old)\n  found:    \(new)"
    }
  }
  return "its line ends"
}
