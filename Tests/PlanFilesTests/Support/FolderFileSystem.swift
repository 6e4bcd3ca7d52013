import FoundationEssentials
import PlanFiles

/// The files of a folder on disk.
struct FolderFileSystem: FileSystem {
  /// The folder that paths are relative to.
  let root: String

  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: "\(root)/\(path)") else {
      throw .notFound
    }
    if data.count > limit { throw .tooLarge(limit: limit) }
    return Array(data)
  }

  func names(in path: String) throws(FileSystemError) -> [String] {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: "\(root)/\(path)") else {
      throw .notFound
    }
    return names
  }

  func kind(of path: String) -> FileKind? {
    var isFolder = false
    guard FileManager.default.fileExists(atPath: "\(root)/\(path)", isDirectory: &isFolder) else {
      return nil
    }
    return isFolder ? .folder : .file
  }
}
