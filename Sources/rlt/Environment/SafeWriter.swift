import Glibc
import PlanFiles

/// A file that is to be something else.
struct FileChange {
  /// The file, links followed.
  var path: String
  /// What it holds; `nil` where there is none.
  var before: [UInt8]?
  /// What it is to hold; `nil` removes it.
  var after: [UInt8]?
  /// Whether the new bytes are added in one write, so that what others add is kept.
  var appends = false
}

/// Changes files so that each is, at any moment, what it was or what it is to be.
///
/// While it lives no other process of this program writes in the same folders.
final class SafeWriter {
  private var locks: [(folder: String, lock: FolderLock)] = []

  /// What the name of a file ends with while it is being written.
  static let temporaryEnding = ".rlt-tmp"

  /// Takes the folders of files, in an order that no two processes can take crosswise, and clears
  /// what runs that were killed have left there.
  init(folders: [String]) throws(WriteProblem) {
    for folder in Set(folders).sorted() {
      locks.append((folder, try FolderLock(folder)))
      clear(folder)
    }
  }

  /// The file that a path means, links followed, and the folder it is in.
  static func resolved(_ path: String) throws(WriteProblem) -> (path: String, folder: String) {
    let real: String
    if let found = realPath(path) {
      real = found
    } else {
      guard errno == ENOENT else { throw WriteProblem(path) }
      var facts = stat()
      // A link to nothing: writing would put a file in its place.
      if unsafe lstat(path, &facts) == 0 { throw WriteProblem(path, ENOENT) }
      let folder = folderName(path)
      guard let found = realPath(folder) else { throw WriteProblem(folder) }
      real = (found == "/" ? "" : found) + "/" + baseName(path)
    }
    return (real, folderName(real))
  }

  /// A path with its folder's links followed, but not its own.
  static func absolute(_ path: String) -> String {
    guard let folder = realPath(folderName(path)) else { return path }
    return (folder == "/" ? "" : folder) + "/" + baseName(path)
  }

  /// What a file holds now; `nil` where there is none.
  func bytes(of path: String) throws(WriteProblem) -> [UInt8]? {
    do throws(FileSystemError) {
      return try LocalFileSystem().bytes(of: path, atMost: LoadOptions.maximumFileSize)
    } catch {
      if error == .notFound { return nil }
      throw WriteProblem(path, reason: error.reason, help: "check the file, then run it again")
    }
  }

  // MARK: - Writing

  /// Makes changes, all or none of them as far as nobody pulls the plug between two files.
  ///
  /// - Parameters:
  ///   - changes: The changes.
  ///   - note: Called when everything is ready, before the first file is changed.
  /// - Throws: Why nothing was changed.
  func make(_ changes: [FileChange], noting note: () -> Void = {}) throws(WriteProblem) {
    var ready: [(change: FileChange, temporary: String?)] = []
    do throws(WriteProblem) {
      for change in changes {
        try checkWritable(change)
        let needsFile = change.after != nil && !(change.appends && change.before != nil)
        ready.append((change, needsFile ? try prepare(change) : nil))
      }
      for change in changes where try bytes(of: change.path) != change.before {
        throw .changed(change.path)
      }
    } catch {
      for case (_, let temporary?) in ready { _ = unsafe unlink(temporary) }
      throw error
    }
    note()
    var done: [FileChange] = []
    do throws(WriteProblem) {
      for (change, temporary) in ready {
        try finish(change, temporary)
        done.append(change)
      }
    } catch {
      for case (_, let temporary?) in ready { _ = unsafe unlink(temporary) }
      for change in done.reversed() { takeBack(change) }
      throw error
    }
    for (_, lock) in locks { lock.sync() }
  }

  private func finish(_ change: FileChange, _ temporary: String?) throws(WriteProblem) {
    if let temporary {
      guard unsafe rename(temporary, change.path) == 0 else { throw WriteProblem(change.path) }
    } else if let after = change.after {
      try append(after, to: change)
    } else if unsafe unlink(change.path) != 0 {
      throw WriteProblem(change.path)
    }
  }

  /// Puts back what a file held, where a later file of the same change could not be written.
  private func takeBack(_ change: FileChange) {
    guard let before = change.before else {
      _ = unsafe unlink(change.path)
      return
    }
    let back = FileChange(path: change.path, before: change.after, after: before)
    if let temporary = try? prepare(back) { _ = unsafe rename(temporary, change.path) }
  }

  /// Refuses a file that its owner has protected; replacing it would get round that.
  private func checkWritable(_ change: FileChange) throws(WriteProblem) {
    guard change.before != nil else { return }
    var facts = stat()
    guard unsafe stat(change.path, &facts) == 0 else { throw WriteProblem(change.path) }
    let isProtected = facts.st_mode & (S_IWUSR | S_IWGRP | S_IWOTH) == 0
    let isClosed = unsafe access(change.path, W_OK) != 0
    if isProtected || isClosed {
      let code = isProtected ? EACCES : errno
      var problem = WriteProblem(change.path, code)
      if code == EACCES {
        problem.reason = "it is marked read-only"
        problem.help = "allow writing with `chmod u+w`, or ask whoever protected it"
      }
      throw problem
    }
  }

  /// Writes the new content beside the file, with the permissions and owner of the old.
  private func prepare(_ change: FileChange) throws(WriteProblem) -> String {
    let name = "." + baseName(change.path) + Self.temporaryEnding
    let temporary = folderName(change.path) + "/" + name
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(temporary, flags, 0o666)
    guard descriptor >= 0 else { throw WriteProblem(change.path) }
    do throws(WriteProblem) {
      var facts = stat()
      if change.before != nil, unsafe stat(change.path, &facts) == 0 {
        // Only some accounts may give a file away; the permissions count.
        _ = fchown(descriptor, facts.st_uid, facts.st_gid)
        guard fchmod(descriptor, facts.st_mode & 0o7777) == 0 else {
          throw WriteProblem(change.path)
        }
      }
      guard writeWhole(change.after ?? [], to: descriptor), fsync(descriptor) == 0 else {
        throw WriteProblem(change.path)
      }
    } catch {
      close(descriptor)
      _ = unsafe unlink(temporary)
      throw error
    }
    guard close(descriptor) == 0 else {
      let problem = WriteProblem(change.path)
      _ = unsafe unlink(temporary)
      throw problem
    }
    return temporary
  }

  /// Adds bytes at the end of a file in a single write.
  private func append(_ after: [UInt8], to change: FileChange) throws(WriteProblem) {
    let start = change.before?.count ?? 0
    let descriptor = unsafe open(change.path, O_WRONLY | O_APPEND | O_CLOEXEC)
    guard descriptor >= 0 else { throw WriteProblem(change.path) }
    defer { close(descriptor) }
    let new = Array(after[start...])
    var count = 0
    repeat {
      count = unsafe new.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    } while count < 0 && errno == EINTR
    let code = count < 0 ? errno : ENOSPC
    guard count == new.count, fsync(descriptor) == 0 else {
      let problem = WriteProblem(change.path, count == new.count ? errno : code)
      // Only what was just added is cut off, and only if nobody has added more.
      var facts = stat()
      if count > 0, unsafe fstat(descriptor, &facts) == 0, facts.st_size == start + count {
        _ = ftruncate(descriptor, start)
      }
      throw problem
    }
  }

  private func writeWhole(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes[written...].withUnsafeBytes {
        unsafe write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }

  /// Removes what runs that were killed have left: only the holder of the lock writes such files.
  private func clear(_ folder: String) {
    guard let names = try? LocalFileSystem().names(in: folder) else { return }
    for name in names where name.hasPrefix(".") && name.hasSuffix(Self.temporaryEnding) {
      _ = unsafe unlink(folder + "/" + name)
    }
  }
}

/// A path without links, dots and double slashes; `nil` where it leads nowhere.
func realPath(_ path: String) -> String? {
  guard let real = unsafe realpath(path, nil) else { return nil }
  defer { unsafe free(real) }
  return unsafe String(cString: real)
}

private func folderName(_ path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
}

private func baseName(_ path: String) -> String {
  path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[path.utf8.index(after: $0)...]) }
    ?? path
}
