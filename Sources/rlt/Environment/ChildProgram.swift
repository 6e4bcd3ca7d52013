import FoundationEssentials
import Glibc
import Synchronization

/// Another program, run with a list of arguments and never through a shell.
///
/// It gets the environment of this process, bytes on its standard input, and what it says is kept.
struct ChildProgram {
  /// Its path, or a name that is looked for in `PATH`.
  var name: String
  /// Its arguments, each handed over as it is.
  var arguments: [String] = []
  /// Variables that it gets besides, or in place of, those of this process.
  var variables: [String: String] = [:]
  /// The most bytes of its answer that are kept; it is told to stop when it has more to say.
  var outputLimit = 16 << 20
  /// The most bytes of its messages that are kept; what comes after them is read and dropped.
  var errorLimit = 64 << 10
  /// How long it may take; for ever where `nil`.
  var patience: Duration?

  /// What a program that ran has left.
  struct Result: Equatable {
    /// How it ended.
    var end: End
    /// Its answer.
    var output: [UInt8] = []
    /// Its messages.
    var errors: [UInt8] = []
    /// Whether it had more to answer than was to be kept.
    var isOutputCut = false
    /// Whether it was ended because it took too long.
    var isLate = false

    /// Whether it ended by itself and reported success.
    var isSuccess: Bool { end == .exited(0) && !isLate }

    /// Its messages as text.
    var errorText: String { String(decoding: errors, as: UTF8.self) }
  }

  /// The ways in which programs end.
  enum End: Equatable {
    /// By itself, with a status.
    case exited(Int32)
    /// By a signal.
    case signalled(Int32)
  }

  /// Why a program could not be started.
  enum Problem: Error, Equatable {
    /// There is no program of the name in the folders looked in.
    case notFound(String)
    /// The system would not start it.
    case notStarted(String, reason: String)

    /// What went wrong, in one line.
    var message: String {
      switch self {
      case .notFound(let name): "there is no program “\(name)” on this computer"
      case .notStarted(let name, let reason): "“\(name)” could not be started: \(reason)"
      }
    }
  }

  /// Runs the program until it ends.
  ///
  /// - Parameter input: What it finds on its standard input.
  /// - Returns: How it ended and what it said.
  /// - Throws: That it could not be started.
  func run(_ input: [UInt8] = []) throws(Problem) -> Result {
    let path = try found()
    guard !arguments.contains(where: { $0.utf8.contains(0) }) else {
      throw .notStarted(name, reason: "an argument holds a zero byte, at which it would be cut")
    }
    // Where whoever started this process ignores ended children, their status would be lost.
    signal(SIGCHLD, SIG_DFL)
    var talk = try starting.withLock { _ throws(Problem) in try begin(path, input) }
    return talk.run()
  }

  /// Starts the program with a pipe for each of its three streams.
  private func begin(_ path: String, _ input: [UInt8]) throws(Problem) -> ChildTalk {
    guard let toChild = Pipe(), let fromChild = Pipe(), let errors = Pipe() else {
      throw .notStarted(name, reason: systemReason())
    }
    let child = try start(path, [toChild.reading, fromChild.writing, errors.writing])
    toChild.closeReading()
    fromChild.closeWriting()
    errors.closeWriting()
    return ChildTalk(child, input, self, to: toChild, from: fromChild, errors)
  }

  /// The path of the program.
  private func found() throws(Problem) -> String {
    if name.utf8.contains(UInt8(ascii: "/")) {
      guard unsafe access(name, F_OK) == 0 else { throw .notFound(name) }
      return name
    }
    let folders = variables["PATH"] ?? Environment.process["PATH"] ?? "/usr/local/bin:/usr/bin:/bin"
    if !name.isEmpty {
      for folder in folders.split(separator: ":") {
        let path = "\(folder)/\(name)"
        var facts = stat()
        guard unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { continue }
        if unsafe access(path, X_OK) == 0 { return path }
      }
    }
    throw .notFound(name)
  }

  /// Starts the program with descriptors 0, 1 and 2 in place of its own.
  private func start(_ path: String, _ descriptors: [Int32]) throws(Problem) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for (number, descriptor) in descriptors.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
    }
    // What this process does about signals is no business of the child's.
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    var usual = sigset_t()
    unsafe sigemptyset(&usual)
    unsafe sigaddset(&usual, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    let flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    unsafe posix_spawnattr_setflags(&attributes, flags)

    var words = unsafe ([name] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var values = unsafe environment().map { unsafe strdup($0) } + [nil]
    defer { unsafe values.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let code = unsafe posix_spawn(&child, path, &actions, &attributes, &words, &values)
    guard code == 0 else {
      let reason = unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
      throw .notStarted(name, reason: reason)
    }
    return child
  }

  /// The variables of this process with the child's own, each as `NAME=value`.
  private func environment() -> [String] {
    let all = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    return all.map { "\($0)=\($1)" }.sorted()
  }
}

/// Held while a child is started, so that no other child inherits its pipes and keeps them open.
private let starting = Mutex(())
