import FoundationEssentials
import TestSupport

/// One Swift file of the repository, as text.
struct SwiftSource: Sendable {
  /// The path below the folder of the package.
  let path: String
  let text: String

  /// The module it belongs to: the folder below `Sources` or `Tests`.
  var module: String {
    let parts = path.split(separator: "/")
    return parts.count > 1 ? String(parts[1]) : path
  }
}

/// Every Swift file below a folder of the package, in order of path.
func swiftSources(below folder: String) throws -> [SwiftSource] {
  let root = "\(repositoryPath)/\(folder)"
  return try FileManager.default.subpathsOfDirectory(atPath: root)
    .filter { $0.hasSuffix(".swift") }
    .sorted()
    .map { name in
      let bytes = try Data(contentsOf: URL(filePath: "\(root)/\(name)"))
      return SwiftSource(path: "\(folder)/\(name)", text: String(decoding: bytes, as: UTF8.self))
    }
}

/// The names of the folders directly below a folder of the package.
func folders(below folder: String) throws -> Set<String> {
  let root = "\(repositoryPath)/\(folder)"
  let names = try FileManager.default.contentsOfDirectory(atPath: root)
  return Set(
    names.filter { name in
      var isFolder = false
      return FileManager.default.fileExists(atPath: "\(root)/\(name)", isDirectory: &isFolder)
        && isFolder
    }
  )
}

/// A line that breaks a law, and why.
struct Finding: Hashable, CustomStringConvertible {
  let path: String
  let line: Int
  let reason: String

  var description: String { "\(path):\(line): \(reason)" }
}
