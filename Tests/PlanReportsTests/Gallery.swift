import FoundationEssentials
import PlanFiles
import TestSupport

/// The files of a case of the gallery, from its base where the case has none of its own.
struct Gallery: FileSystem {
  private var files: [String: [UInt8]] = [:]
  private var unreadable: String?

  /// Reads a case.
  ///
  /// - Parameter name: The rule that the case shows.
  /// - Throws: That there is no such case.
  init(_ name: String) throws {
    for folder in ["_base", name] {
      let root = "\(repositoryPath)/Tests/PlanFilesTests/Gallery/\(folder)"
      for path in try FileManager.default.subpathsOfDirectory(atPath: root)
      where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
        let content = FileManager.default.contents(atPath: "\(root)/\(path)")
        files["t/\(path)"] = content.map(Array.init)
      }
    }
    switch PlanRule(rawValue: name) {
    case .fileMissing: files["t/trust.yaml"] = nil
    case .fileUnreadable: unreadable = "t/plans/plan.yaml"
    case .strayFile:
      for path in ["plans/plan.yaml.txt", "readings/2015-16.xlsx", "readings/ketton/2015-16.csv"] {
        files["t/\(path)"] = []
      }
    case .fileTooLarge:
      let size = LoadOptions.maximumFileSize + 1
      files["t/plans/plan.yaml"] = Array(repeating: UInt8(ascii: "#"), count: size)
    default: break
    }
  }

  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    if path == unreadable { throw .notPermitted }
    guard let bytes = files[path] else { throw .notFound }
    if bytes.count > limit { throw .tooLarge(limit: limit) }
    return bytes
  }

  func names(in path: String) throws(FileSystemError) -> [String] {
    let below = files.keys.filter { $0.hasPrefix(path + "/") }
    guard !below.isEmpty else { throw .notFound }
    return Set(below.map { String($0.dropFirst(path.count + 1).prefix { $0 != "/" }) }).sorted()
  }

  func kind(of path: String) -> FileKind? {
    if files[path] != nil { return .file }
    return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
  }
}
