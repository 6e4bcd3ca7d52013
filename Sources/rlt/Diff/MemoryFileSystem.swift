import PlanFiles

/// Files that are held in memory, such as those of another revision.
struct MemoryFileSystem: FileSystem {
  /// What stands before the paths of files: `main~5:data/`.
  let root: String
  /// The files, by their paths below the root.
  var files: [String: [UInt8]] = [:]
  /// Why some files cannot be read.
  var faults: [String: FileSystemError] = [:]

  init(root: String) { self.root = root }

  /// The folder that holds everything, as the root of a workspace.
  var folder: String { root.hasSuffix("/") ? String(root.dropLast()) : root }

  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    guard let inside = inside(path) else { throw .notFound }
    if let fault = faults[inside] { throw fault }
    guard let bytes = files[inside] else { throw .notFound }
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }

  func names(in path: String) throws(FileSystemError) -> [String] {
    guard let inside = inside(path) else { throw .notFound }
    let start = inside.isEmpty ? "" : inside + "/"
    var names: Set<String> = []
    for path in files.keys + Array(faults.keys) where path.hasPrefix(start) {
      names.insert(String(path.dropFirst(start.count).prefix { $0 != "/" }))
    }
    guard !names.isEmpty else { throw .notFound }
    return names.sorted()
  }

  func kind(of path: String) -> FileKind? {
    guard let inside = inside(path) else { return nil }
    if files[inside] != nil || faults[inside] != nil { return .file }
    let start = inside.isEmpty ? "" : inside + "/"
    return (files.keys + Array(faults.keys)).contains { $0.hasPrefix(start) } ? .folder : nil
  }

  /// A path below the root.
  private func inside(_ path: String) -> String? {
    if path == folder || path == root { return "" }
    for start in [root, folder + "/"] where path.hasPrefix(start) {
      return String(path.dropFirst(start.count))
    }
    return nil
  }
}
