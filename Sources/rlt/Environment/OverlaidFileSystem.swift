import PlanFiles

/// Files on disk, but for one whose content comes from elsewhere, such as an editor's.
struct OverlaidFileSystem: FileSystem {
  let base: LocalFileSystem
  /// The path of the file, which need not be on disk.
  let path: String
  /// Its content.
  let content: [UInt8]

  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    guard path == self.path else { return try base.bytes(of: path, atMost: limit) }
    if content.count > limit { throw .tooLarge(limit: limit) }
    return content
  }

  func names(in path: String) throws(FileSystemError) -> [String] {
    guard path == folder(of: self.path) else { return try base.names(in: path) }
    let name = String(self.path.dropFirst(path.count + 1))
    let names = (try? base.names(in: path)) ?? []
    return names.contains(name) ? names : names + [name]
  }

  func kind(of path: String) -> FileKind? { path == self.path ? .file : base.kind(of: path) }
}
