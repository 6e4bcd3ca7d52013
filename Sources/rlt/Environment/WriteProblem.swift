import Glibc

/// Why a file was not written; it is as it was.
struct WriteProblem: Error, Equatable {
  /// The file or folder.
  var path: String
  /// What happened, in words.
  var reason: String
  /// What to do about it.
  var help: String

  init(_ path: String, reason: String, help: String) {
    self.path = path
    self.reason = reason
    self.help = help
  }

  /// What the system says of the last failure.
  init(_ path: String, _ code: Int32 = errno) {
    self.path = path
    reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
    help =
      switch code {
      case ENOSPC, EDQUOT: "the disk is full: free some space, then run the command again"
      case EROFS: "the disk can only be read: copy the folder to one that can be written"
      case EACCES, EPERM: "this account may not write there: ask for the right, or use another"
      case ENOENT, ENOTDIR: "the folder is missing: make it with `mkdir -p`, or check the path"
      case EIO: "the disk reports a fault: check it before you go on"
      default: "nothing was changed; run the command again when this is put right"
      }
  }

  /// That another process writes all the time.
  init(_ folder: String, busyFor seconds: Int) {
    self.init(
      folder,
      reason: "another rlt has been writing there for \(seconds) seconds",
      help: "wait until it has ended, then run the command again"
    )
  }

  /// That another program has written meanwhile.
  static func changed(_ path: String) -> WriteProblem {
    WriteProblem(
      path,
      reason: "another program changed it meanwhile",
      help: "nothing of that is lost: look at the file, then run the command again"
    )
  }

  /// The problem as the program ends with it.
  var failure: Failure {
    Failure(.sideEffect, "\(path) was not written and is as it was: \(reason)\n  \(help)")
  }
}
