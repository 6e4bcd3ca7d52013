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
  /// The name that nothing bears, where that is what is wrong.
  private(set) var unknown: UnknownName?

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  init(_ unknown: UnknownName) {
    self.init(.usage, unknown.message)
    self.unknown = unknown
  }

  /// One failure for two where both say that nothing bears the same name.
  func joined(with other: Failure) -> Failure? {
    guard var all = unknown, let more = other.unknown, all.name == more.name, all.kind == more.kind
    else { return nil }
    all.nearest += more.nearest.filter { !all.nearest.contains($0) }
    all.labels += more.labels.filter { !all.labels.contains($0) }
    return Failure(all)
  }
}

/// A name that nothing of its sort bears.
struct UnknownName: Equatable {
  /// The name, as typed.
  var name: String
  /// What sort of thing was meant: `school`.
  var kind: String
  /// The names that come near.
  var nearest: [String]
  /// Everything of that sort.
  var labels: [String]

  /// What is wrong, and what there is to choose from.
  var message: String {
    var message = "no \(kind) is called “\(name)”"
    if !nearest.isEmpty { message += "\n  did you mean \(nearest.joined(separator: " or "))?" }
    return message + listing
  }

  /// All names of the sort, so that the right one can be picked; a long list is cut.
  private var listing: String {
    if labels.isEmpty { return "\n  there is no \(kind) here" }
    let plural = kind.hasSuffix("y") ? kind.dropLast() + "ies" : kind + "s"
    let most = 20
    let shown = labels.prefix(most).joined(separator: ", ")
    let rest = labels.count > most ? " and \(labels.count - most) more" : ""
    return "\n  \(plural): \(shown)\(rest)"
  }
}
