import Glibc
import PlanFiles
import SourceText
import Synchronization

/// A folder of pages that this program writes, and in which it leaves everything else alone.
///
/// Each page is, at any moment, what it was or what it is to be: it is written beside itself and
/// put in its place in one step, and only where it differs. Pages are not forced to the disk one by
/// one, as they can be made again at any time.
final class SiteFolder: Sendable {
  /// The folder, links followed.
  let path: String
  private let old: SiteManifest
  private let hasFailed = Atomic(false)
  private let lock: FolderLock

  /// Opens a folder for a list of pages, and makes it where it is missing.
  ///
  /// - Parameters:
  ///   - path: The folder, from the root.
  ///   - pages: The pages that will be written, relative to it.
  /// - Throws: That a page stands in the way that this program did not write, or what the system
  ///   says.
  init(_ path: String, pages: [String]) throws(WriteProblem) {
    if let reason = makeFolders(above: path + "/x") {
      throw WriteProblem(path, reason: reason, help: "choose another folder with --output")
    }
    var facts = stat()
    guard let real = realPath(path), unsafe stat(real, &facts) == 0,
      facts.st_mode & S_IFMT == S_IFDIR
    else {
      let help = "choose another folder with --output"
      throw WriteProblem(path, reason: "it is not a folder", help: help)
    }
    self.path = real
    lock = try FolderLock(real)
    let list = try Self.bytes(of: real + "/" + SiteManifest.name)
    old = SiteManifest(list ?? [])
    for folder in Set(pages.map(Self.folder(of:))).sorted() where !folder.isEmpty {
      try Self.make(folder, in: real)
    }
    for page in pages where old.digests[page] == nil {
      var facts = stat()
      guard unsafe lstat(real + "/" + page, &facts) == 0 else { continue }
      throw WriteProblem(
        real + "/" + page,
        reason: "rlt did not write it",
        help: "choose an empty folder with --output, or move the file away"
      )
    }
    // From here on every page may be there, whole, even if the program is ended before the last.
    var all = old
    // What a run that was killed has left: only the holder of the lock writes such files.
    for page in old.digests.keys where Self.isPlainFolder(Self.folder(of: page), in: real) {
      _ = unsafe unlink(real + "/" + page + SafeWriter.temporaryEnding)
    }
    for page in pages where all.digests[page] == nil { all.digests[page] = SiteManifest.pending }
    try Self.replace(SiteManifest.name, in: real, with: all.bytes)
  }

  // MARK: - Pages

  /// What came of writing a page.
  enum Written: Sendable {
    /// It stands there, and was new or different where `isNew`.
    case page(String, digest: String, isNew: Bool)
    /// It could not be written.
    case failed(WriteProblem)
    /// It was left, because another could not be written before.
    case leftOut
  }

  /// Writes a page where it differs from what is there; may be called on any thread.
  ///
  /// - Parameters:
  ///   - page: The page, relative to the folder.
  ///   - bytes: Makes the page; not called where an earlier one could not be written.
  /// - Returns: What came of it.
  func write(_ page: String, _ bytes: () -> [UInt8]) -> Written {
    if hasFailed.load(ordering: .relaxed) { return .leftOut }
    do throws(WriteProblem) {
      let bytes = bytes()
      let isSame = try Self.bytes(of: path + "/" + page) == bytes
      if !isSame { try Self.replace(page, in: path, with: bytes) }
      return .page(page, digest: sha256(bytes), isNew: !isSame)
    } catch {
      hasFailed.store(true, ordering: .relaxed)
      return .failed(error)
    }
  }

  /// What came of writing a site.
  struct Result: Equatable {
    /// How many pages were new or different.
    var changed = 0
    /// The pages of earlier runs that were removed, as they do not belong any more.
    var removed: [String] = []
    /// Those that were left, because somebody has changed them since.
    var left: [String] = []
  }

  /// Removes the pages of earlier runs that do not belong any more, and closes the list.
  ///
  /// - Parameter pages: What came of each page.
  /// - Returns: What came of all of them.
  /// - Throws: Why a page could not be written.
  func finish(_ pages: [Written]) throws(WriteProblem) -> Result {
    var result = Result()
    var list = SiteManifest()
    for written in pages {
      switch written {
      case .page(let page, let digest, let isNew):
        list.digests[page] = digest
        if isNew { result.changed += 1 }
      case .failed(let problem): throw problem
      case .leftOut: break
      }
    }
    for (page, digest) in old.digests.sorted(by: {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    })
    where list.digests[page] == nil {
      let full = path + "/" + page
      guard Self.isPlainFolder(Self.folder(of: page), in: path),
        let bytes = try? Self.bytes(of: full)
      else { continue }
      if sha256(bytes) == digest, unsafe unlink(full) == 0 {
        result.removed.append(page)
        Self.removeEmpty(Self.folder(of: page), in: path)
      } else {
        result.left.append(page)
      }
    }
    try Self.replace(SiteManifest.name, in: path, with: list.bytes)
    lock.sync()
    return result
  }

  // MARK: - Files

  private static func folder(of page: String) -> String {
    page.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(page[..<$0]) } ?? ""
  }

  /// Makes a folder of the site and those above it; a link in its place would lead elsewhere.
  private static func make(_ folder: String, in site: String) throws(WriteProblem) {
    var path = site
    for name in folder.utf8.split(separator: UInt8(ascii: "/")) {
      path += "/" + String(Substring(name))
      if unsafe mkdir(path, 0o777) == 0 { continue }
      guard errno == EEXIST else { throw WriteProblem(path) }
      var facts = stat()
      guard unsafe lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else {
        throw WriteProblem(
          path,
          reason: "it is not a folder",
          help: "choose an empty folder with --output, or move the file away"
        )
      }
    }
  }

  private static func isPlainFolder(_ folder: String, in site: String) -> Bool {
    var path = site
    for name in folder.utf8.split(separator: UInt8(ascii: "/")) {
      path += "/" + String(Substring(name))
      var facts = stat()
      guard unsafe lstat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFDIR else { return false }
    }
    return true
  }

  /// Removes a folder of the site and those above it, as far as nothing is in them.
  private static func removeEmpty(_ folder: String, in site: String) {
    var folder = folder
    while !folder.isEmpty, unsafe rmdir(site + "/" + folder) == 0 {
      folder = Self.folder(of: folder)
    }
  }

  private static func bytes(of path: String) throws(WriteProblem) -> [UInt8]? {
    do throws(FileSystemError) {
      return try LocalFileSystem().bytes(of: path, atMost: 1 << 30)
    } catch {
      if error == .notFound { return nil }
      throw WriteProblem(path, reason: error.reason, help: "check the file, then run it again")
    }
  }

  /// Puts bytes in the place of a file in one step.
  private static func replace(
    _ name: String,
    in site: String,
    with bytes: [UInt8]
  ) throws(WriteProblem) {
    let path = site + "/" + name
    let temporary = path + SafeWriter.temporaryEnding
    // What a run that was killed has left: only the holder of the lock writes such files.
    _ = unsafe unlink(temporary)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(temporary, flags, 0o666)
    guard descriptor >= 0 else { throw WriteProblem(path) }
    var problem: WriteProblem?
    if let reason = writeAll(bytes, to: descriptor) {
      problem = WriteProblem(path, reason: reason, help: WriteProblem(path).help)
    }
    if close(descriptor) != 0, problem == nil { problem = WriteProblem(path) }
    if problem == nil, unsafe rename(temporary, path) != 0 { problem = WriteProblem(path) }
    if let problem {
      _ = unsafe unlink(temporary)
      throw problem
    }
  }
}
