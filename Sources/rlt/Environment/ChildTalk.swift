import Glibc

/// The talk with one child: what it is told, what it says, and the wait for its end.
struct ChildTalk {
  private let child: pid_t
  private let program: ChildProgram
  private let input: [UInt8]
  private var told = 0
  private let toChild: Pipe
  private let fromChild: Pipe
  private let errors: Pipe
  private var result = ChildProgram.Result(end: .exited(0))
  private var hasEnded = false
  private let started = ContinuousClock.now
  private var stage = Stage.running

  /// How hard a child that takes too long has been asked to end.
  private enum Stage {
    case running, asked, killed
  }

  /// How long a child may take to end after it was asked to.
  private static let grace = Duration.seconds(2)

  init(
    _ child: pid_t,
    _ input: [UInt8],
    _ program: ChildProgram,
    to toChild: Pipe,
    from fromChild: Pipe,
    _ errors: Pipe
  ) {
    self.child = child
    self.input = input
    self.program = program
    self.toChild = toChild
    self.fromChild = fromChild
    self.errors = errors
    // A child that does not read must not keep this process from hearing what it says.
    for descriptor in [toChild.writing, fromChild.reading, errors.reading] {
      _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }
  }

  /// Talks until the child has ended.
  mutating func run() -> ChildProgram.Result {
    // A child may end without reading all it is told; that must not end this process.
    let wasBlocked = block(SIGPIPE)
    defer { if !wasBlocked { unblock(SIGPIPE) } }
    if input.isEmpty { toChild.closeWriting() }
    var wait: Int32 = 1
    while !hasEnded {
      hasEnded = reap(waiting: false)
      listen(for: hasEnded ? 0 : wait)
      if toChild.isClosed, fromChild.isClosed, errors.isClosed, program.patience == nil {
        if !hasEnded { hasEnded = reap(waiting: true) }
        break
      }
      // Somebody that the child has left behind may hold the pipes open for ever, so that their
      // end alone tells nothing; the child itself is looked for less and less often.
      wait = min(wait * 2, 100)
      endIfLate()
    }
    toChild.closeWriting()
    fromChild.closeReading()
    errors.closeReading()
    return result
  }

  /// Passes on what can be passed on, after a wait of at most so many milliseconds.
  private mutating func listen(for wait: Int32) {
    var asked: [pollfd] = []
    if !toChild.isClosed {
      asked.append(pollfd(fd: toChild.writing, events: Int16(POLLOUT), revents: 0))
    }
    for pipe in [fromChild, errors] where !pipe.isClosed {
      asked.append(pollfd(fd: pipe.reading, events: Int16(POLLIN), revents: 0))
    }
    let count = unsafe poll(&asked, nfds_t(asked.count), wait)
    guard count > 0 else { return }
    for each in asked where each.revents != 0 {
      if each.fd == toChild.writing, !toChild.isClosed {
        tell()
      } else if each.fd == fromChild.reading {
        hear(fromChild, \.output, atMost: program.outputLimit, stops: true)
      } else {
        hear(errors, \.errors, atMost: program.errorLimit, stops: false)
      }
    }
  }

  /// Tells the child the next bytes.
  private mutating func tell() {
    let count = unsafe input[told...].withUnsafeBytes {
      unsafe write(toChild.writing, $0.baseAddress, $0.count)
    }
    if count < 0 {
      // It will not hear any more, which is its own affair: how it ended says whether all is well.
      if errno != EAGAIN, errno != EINTR { toChild.closeWriting() }
      return
    }
    told += count
    if told == input.count { toChild.closeWriting() }
  }

  /// Takes all that the child has said by now.
  private mutating func hear(
    _ pipe: Pipe,
    _ kept: WritableKeyPath<ChildProgram.Result, [UInt8]>,
    atMost limit: Int,
    stops: Bool
  ) {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while !pipe.isClosed {
      let count = unsafe read(pipe.reading, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN { return }
      if count <= 0 {
        pipe.closeReading()
        return
      }
      let room = limit - result[keyPath: kept].count
      result[keyPath: kept] += buffer[..<min(count, max(0, room))]
      if count > room, stops {
        result.isOutputCut = true
        pipe.closeReading()
      }
      // The other pipes, and the clock, must have their turn.
      if count == buffer.count { return }
    }
  }

  /// Asks after the end of the child; whether it has ended.
  private mutating func reap(waiting: Bool) -> Bool {
    var status: Int32 = 0
    var answer: pid_t = 0
    repeat {
      answer = unsafe waitpid(child, &status, waiting ? 0 : WNOHANG)
    } while answer < 0 && errno == EINTR
    if answer == 0 { return false }
    let signal = status & 0x7F
    result.end =
      if answer < 0 {
        .exited(-1)
      } else if signal == 0 {
        .exited(status >> 8 & 0xFF)
      } else {
        .signalled(signal)
      }
    return true
  }

  /// Ends a child that takes too long: first by asking, then by force.
  private mutating func endIfLate() {
    guard !hasEnded, let patience = program.patience else { return }
    let taken = ContinuousClock.now - started
    if stage == .running, taken >= patience {
      result.isLate = true
      stage = .asked
      kill(child, SIGTERM)
    } else if stage == .asked, taken >= patience + Self.grace {
      stage = .killed
      kill(child, SIGKILL)
    }
  }

  // MARK: - Signals

  /// Keeps a signal from this thread; whether it was kept from it before.
  private func block(_ signal: Int32) -> Bool {
    var set = sigset_t()
    var old = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, signal)
    unsafe pthread_sigmask(SIG_BLOCK, &set, &old)
    return unsafe sigismember(&old, signal) == 1
  }

  /// Lets a signal through again, but none that came meanwhile.
  private func unblock(_ signal: Int32) {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    unsafe sigaddset(&set, signal)
    var now = timespec()
    while unsafe sigtimedwait(&set, nil, &now) > 0 {}
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }
}
