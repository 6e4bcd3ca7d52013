import Glibc
import Synchronization

/// Works on things at the same time, as many at once as the computer has cores.
///
/// - Parameters:
///   - items: The things.
///   - work: What is done with each; several run at once.
/// - Returns: What came of each, in the order of the things.
func inParallel<Item: Sendable, Outcome: Sendable>(
  _ items: [Item],
  _ work: @escaping @Sendable (Item) -> Outcome
) -> [Outcome] {
  let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  let labour = Labour(items, work)
  // This thread works too; where the system gives no other, it does all of it.
  let helpers = max(0, min(items.count, cores) - 1)
  let threads = (0..<helpers).compactMap { _ in started { labour.run() } }
  labour.run()
  for thread in threads { _ = pthread_join(thread, nil) }
  return labour.finished
}

/// Work that several threads share.
private final class Labour<Item: Sendable, Outcome: Sendable>: Sendable {
  private let items: [Item]
  private let work: @Sendable (Item) -> Outcome
  private let next = Atomic(0)
  private let outcomes: Mutex<[Outcome?]>

  init(_ items: [Item], _ work: @escaping @Sendable (Item) -> Outcome) {
    self.items = items
    self.work = work
    outcomes = Mutex(Array(repeating: nil, count: items.count))
  }

  /// Takes one thing after another until none is left.
  func run() {
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < items.count else { return }
      let outcome = work(items[index])
      outcomes.withLock { $0[index] = outcome }
    }
  }

  /// What came of each, once every thread has ended.
  var finished: [Outcome] { outcomes.withLock { $0.compactMap(\.self) } }
}

/// What a thread does.
private final class Task: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// Starts a thread; `nil` where the system has none left.
private func started(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  let task = unsafe Unmanaged.passRetained(Task(body))
  var thread = pthread_t()
  let code = unsafe pthread_create(
    &thread,
    nil,
    { handle in
      guard let handle = unsafe handle else { return nil }
      unsafe Unmanaged<Task>.fromOpaque(handle).takeRetainedValue().body()
      return nil
    },
    task.toOpaque()
  )
  guard code == 0 else {
    unsafe task.release()
    return nil
  }
  return thread
}
