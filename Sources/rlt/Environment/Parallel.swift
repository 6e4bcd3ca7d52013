import Glibc
import Synchronization

/// Does numbered pieces of work at the same time; which thread does which is left to chance.
///
/// Each thread keeps what came of its own pieces and hands it over when it ends, so that nothing is
/// shared while they work but the number of the next piece.
///
/// - Parameters:
///   - count: How many pieces there are.
///   - threads: How many threads work, this one among them.
///   - work: Does one piece.
///   - watch: Called on this thread now and then with how many pieces were taken.
/// - Returns: What came of each piece, in the order of their numbers.
func inParallel<Outcome: Sendable>(
  count: Int,
  threads: Int,
  _ work: @escaping @Sendable (Int) -> Outcome,
  watch: (Int) -> Void = { _ in }
) -> [Outcome] {
  let shared = SharedWork(count: count, work)
  // Where the system gives no other thread, this one does all of it.
  let helpers = (1..<max(1, min(threads, count))).compactMap { _ in
    started { Finished(pieces: shared.finish()) }
  }
  var outcomes = [Outcome?](repeating: nil, count: count)
  for piece in shared.finish(watch) { outcomes[piece.number] = piece.outcome }
  for helper in helpers {
    let finished = ended(helper) as? Finished<Outcome>
    for piece in finished?.pieces ?? [] { outcomes[piece.number] = piece.outcome }
  }
  return outcomes.compactMap(\.self)
}

/// The number of cores that this process may use.
func coreCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

/// Pieces of work that several threads take one by one.
private final class SharedWork<Outcome: Sendable>: Sendable {
  private let count: Int
  private let next = Atomic(0)
  private let work: @Sendable (Int) -> Outcome

  init(count: Int, _ work: @escaping @Sendable (Int) -> Outcome) {
    self.count = count
    self.work = work
  }

  /// Does one piece after another until none is left; those that this thread did.
  func finish(_ watch: (Int) -> Void = { _ in }) -> [Finished<Outcome>.Piece] {
    var done: [Finished<Outcome>.Piece] = []
    while true {
      let number = next.add(1, ordering: .relaxed).oldValue
      guard number < count else { return done }
      done.append((number, work(number)))
      watch(min(count, next.load(ordering: .relaxed)))
    }
  }
}

/// What one thread did.
private final class Finished<Outcome: Sendable>: Sendable {
  typealias Piece = (number: Int, outcome: Outcome)
  let pieces: [Piece]

  init(pieces: [Piece]) { self.pieces = pieces }
}

// MARK: - Threads

/// What a thread does, and what it hands over at its end.
private final class Duty: Sendable {
  let body: @Sendable () -> AnyObject

  init(_ body: @escaping @Sendable () -> AnyObject) { self.body = body }
}

/// Starts a thread; `nil` where the system has none left.
private func started(_ body: @escaping @Sendable () -> AnyObject) -> pthread_t? {
  let duty = unsafe Unmanaged.passRetained(Duty(body))
  var thread = pthread_t()
  let problem = unsafe pthread_create(
    &thread,
    nil,
    { pointer in
      guard let pointer = unsafe pointer else { return nil }
      let duty = unsafe Unmanaged<Duty>.fromOpaque(pointer).takeRetainedValue()
      return unsafe Unmanaged.passRetained(duty.body()).toOpaque()
    },
    unsafe duty.toOpaque()
  )
  guard problem == 0 else {
    unsafe duty.release()
    return nil
  }
  return thread
}

/// Waits for the end of a thread; what it hands over.
private func ended(_ thread: pthread_t) -> AnyObject? {
  var pointer: UnsafeMutableRawPointer?
  guard unsafe pthread_join(thread, &pointer) == 0, let pointer = unsafe pointer else { return nil }
  return unsafe Unmanaged<AnyObject>.fromOpaque(pointer).takeRetainedValue()
}
