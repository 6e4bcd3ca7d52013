import Glibc

/// The only writer among the programs of this kind in one folder.
///
/// The lock is on the folder itself, so that no lock file is left behind, and ends with the process.
final class FolderLock: Sendable {
  private let descriptor: Int32

  /// How long to wait for another writer, in milliseconds: many writers may stand in line.
  private static let patience = 60_000

  /// Waits until no other process holds the folder.
  init(_ folder: String) throws(WriteProblem) {
    let opened = unsafe open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { throw WriteProblem(folder) }
    descriptor = opened
    var waited = 0
    while flock(opened, LOCK_EX | LOCK_NB) != 0 {
      let isBusy = errno == EWOULDBLOCK
      guard isBusy || errno == EINTR, waited < Self.patience else {
        throw isBusy ? WriteProblem(folder, busyFor: waited / 1_000) : WriteProblem(folder)
      }
      usleep(2_000)
      waited += 2
    }
  }

  deinit { close(descriptor) }

  /// Makes renames in the folder last through a loss of power.
  func sync() { _ = fsync(descriptor) }
}
