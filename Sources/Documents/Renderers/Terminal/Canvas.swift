/// The bytes of a page as it is drawn, line by line; no line ends with a space.
struct Canvas {
  private(set) var bytes: [UInt8] = []
  private let usesColor: Bool
  /// Spaces that are written only if something follows them on the line.
  private var pending = 0

  init(usesColor: Bool) { self.usesColor = usesColor }

  mutating func skip(_ columns: Int) { pending += max(0, columns) }

  mutating func put(_ run: Run) {
    if run.text.isEmpty { return }
    if pending > 0 {
      bytes.append(contentsOf: repeatElement(0x20, count: pending))
      pending = 0
    }
    if usesColor, let codes = run.ink.codes {
      bytes += "\u{1B}[".utf8
      bytes += codes.utf8
      bytes += "m".utf8
      bytes += run.text.utf8
      bytes += "\u{1B}[0m".utf8
    } else {
      bytes += run.text.utf8
    }
  }

  mutating func put(_ line: [Run], indent: Int) {
    skip(indent)
    for run in line { put(run) }
    endLine()
  }

  mutating func endLine() {
    pending = 0
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
  }
}
