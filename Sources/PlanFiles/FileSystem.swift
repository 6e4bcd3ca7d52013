/// Where files come from: a disk, or a test.
///
/// Paths are separated by `/`; what they are relative to is the file system's own business.
public protocol FileSystem: Sendable {
  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - path: The path of the file.
  ///   - limit: The most bytes that are of use; a larger file is refused before it is read.
  /// - Returns: All bytes of the file.
  /// - Throws: Why the file could not be read.
  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8]

  /// The names in a folder, in any order, without `.` and `..`.
  ///
  /// - Parameter path: The path of the folder.
  /// - Returns: The names.
  /// - Throws: Why the folder could not be listed.
  func names(in path: String) throws(FileSystemError) -> [String]

  /// What stands at a path; `nil` where nothing does.
  func kind(of path: String) -> FileKind?
}

/// What stands at a path.
public enum FileKind: Sendable, Hashable {
  /// A file.
  case file
  /// A folder.
  case folder
}

/// Why a file or folder could not be read.
public enum FileSystemError: Error, Sendable, Hashable {
  /// Nothing is there.
  case notFound
  /// A folder is there, not a file, or the other way round.
  case wrongKind
  /// The account may not read it.
  case notPermitted
  /// It is larger than the limit, in bytes.
  case tooLarge(limit: Int)
  /// Something else, in the words of the system.
  case other(String)

  /// The reason in words, to follow a colon.
  public var reason: String {
    switch self {
    case .notFound: "it is not there"
    case .wrongKind: "it is a folder where a file is meant, or the other way round"
    case .notPermitted: "this account may not read it"
    case .tooLarge(let limit): "it is larger than \(limit >> 20) MiB"
    case .other(let words): words
    }
  }
}
