/// How the program ends; the numbers never change.
enum ExitStatus: Int32 {
  /// It ran, and found nothing at or above the failing level.
  case success = 0
  /// It ran, and found what it was asked to fail on.
  case findings = 1
  /// It was called wrongly: an unknown option, an unknown school.
  case usage = 2
  /// Data could not be read or evaluated, so silence would mean nothing.
  case unreadable = 3
  /// A side effect failed: a file was not written.
  case sideEffect = 4
}

/// Why a command could not do what was asked, in words for the person who asked.
struct Failure: Error, Equatable {
  var status: ExitStatus
  /// What is wrong, without a full stop; further lines say what to do.
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
