/// A bar that shows how far something has come, on a terminal only, and leaves nothing behind.
struct ProgressBar {
  private let sink: (any ByteSink)?
  private let isASCII: Bool
  private let total: Int
  private let what: String
  private var shown = -1

  /// The columns of the bar.
  private static let length = 24

  /// Creates a bar; it stays silent where messages do not go to a terminal.
  init(_ total: Int, _ what: String, on host: Host, isQuiet: Bool) {
    sink = host.terminal.isErrorTerminal && !isQuiet ? host.errors : nil
    isASCII = host.terminal.isASCII
    self.total = total
    self.what = what
  }

  /// Shows how many are done, where that moves the bar.
  mutating func show(_ done: Int) {
    guard let sink, total > 0 else { return }
    // A hundred steps are enough for the eye, and few enough not to hold up the work.
    let step = done * 100 / total
    guard step != shown else { return }
    shown = step
    let full = done * Self.length / total
    let (block, gap) = isASCII ? ("#", ".") : ("█", "░")
    let bar =
      String(repeating: block, count: full) + String(repeating: gap, count: Self.length - full)
    _ = sink.write(Array("\r\(bar) \(done) of \(total) \(what)".utf8))
  }

  /// Takes the bar away.
  func end() {
    guard let sink, shown >= 0 else { return }
    _ = sink.write(Array("\r\u{1B}[2K".utf8))
  }
}
