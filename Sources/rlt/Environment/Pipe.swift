import Glibc

/// A pipe whose ends are closed once, at the latest with it.
final class Pipe {
  let reading: Int32
  let writing: Int32
  private var readingIsOpen = true
  private var writingIsOpen = true

  init?() {
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return nil }
    // Never 0, 1 or 2, which a child has other uses for, even where this process lacks them.
    let high = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 3) }
    for end in ends { close(end) }
    guard high.allSatisfy({ $0 >= 0 }) else {
      for end in high where end >= 0 { close(end) }
      return nil
    }
    reading = high[0]
    writing = high[1]
  }

  deinit {
    closeReading()
    closeWriting()
  }

  /// Whether both ends are closed on this side.
  var isClosed: Bool { !readingIsOpen && !writingIsOpen }

  func closeReading() {
    if readingIsOpen { close(reading) }
    readingIsOpen = false
  }

  func closeWriting() {
    if writingIsOpen { close(writing) }
    writingIsOpen = false
  }
}
