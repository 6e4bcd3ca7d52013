import Glibc
import Synchronization

/// Does numbered pieces of work on several threads; which thread does which is left to chance.
///
/// - Parameters:
///   - count: How many pieces there are.
///   - threads: How many threads work, this one among them.
///   - work: Does one piece.
///   - watch: Called on this thread now and then with how many pieces were taken.
func doWork(
  count: Int,
  threads: Int,
  _ work: @escaping @Sendable (Int) -> Void,
  watch: (Int) -> Void = { _ in }
) {
  let queue = WorkQueue(count: count, work)
  var started: [pthread_t] = []
  for _ in 1..<max(1, min(threads, count)) {
    var thread = pthread_t()
    let handed = unsafe Unmanaged.passRetained(queue)
    let problem = unsafe pthread_create(
      &thread,
      nil,
      { pointer in
        guard let pointer = unsafe pointer else { return nil }
        let queue = unsafe Unmanaged<WorkQueue>.fromOpaque(pointer).takeRetainedValue()
        while queue.doNext() != nil {}
        return nil
      },
      unsafe handed.toOpaque()
    )
    guard problem == 0 else {
      // The threads there are do everything.
      unsafe handed.release()
      break
    }
    started.append(thread)
  }
  while let taken = queue.doNext() { watch(taken) }
  for thread in started { _ = pthread_join(thread, nil) }
}

/// Pieces of work that several threads take one by one.
private final class WorkQueue: Sendable {
  private let count: Int
  private let next = Atomic<Int>(0)
  private let work: @Sendable (Int) -> Void

  init(count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.work = work
  }

  /// Does the next piece; how many were taken by then, or `nil` where none was left.
  func doNext() -> Int? {
    let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
    guard piece < count else { return nil }
    work(piece)
    return min(count, next.load(ordering: .relaxed))
  }
}

/// The number of cores that this process may use.
func coreCount() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
