import PlanFiles

/// Files that a test has made up.
struct InMemoryFileSystem: FileSystem {
  /// The files by their paths.
  var files: [String: [UInt8]] = [:]
  /// Why some paths cannot be read.
  var faults: [String: FileSystemError] = [:]

  init(_ files: [String: String] = [:]) {
    self.files = files.mapValues { Array($0.utf8) }
  }

  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    if let fault = faults[path] { throw fault }
    guard let bytes = files[path] else { throw .notFound }
    if bytes.count > limit { throw .tooLarge(limit: limit) }
    return bytes
  }

  func names(in path: String) throws(FileSystemError) -> [String] {
    let prefix = path.hasSuffix("/") ? path : path + "/"
    let below = files.keys.filter { $0.hasPrefix(prefix) }
    guard !below.isEmpty else { throw .notFound }
    // A set, so that tests see any order.
    let names = below.map { key in
      String(key.dropFirst(prefix.count).prefix { $0 != "/" })
    }
    return Array(Set(names))
  }

  func kind(of path: String) -> FileKind? {
    if files[path] != nil || faults[path] != nil { return .file }
    return files.keys.contains { $0.hasPrefix(path + "/") } ? .folder : nil
  }
}
