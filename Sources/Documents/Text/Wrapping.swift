/// Breaks runs into lines at spaces, the first of at most `first` columns, the others of `rest`.
///
/// A word wider than the line is cut: after a point or hyphen in it where there is one, as in ids.
func wrapped(_ runs: [Run], first: Int, rest: Int) -> [[Run]] {
  var total = 0
  for run in runs { total += run.width }
  if total <= first { return [runs] }
  if runs.count == 1, let lines = wrappedASCII(runs[0], first: first, rest: rest) { return lines }

  var lines: [[Run]] = []
  var line: [Run] = []
  var used = 0
  var width = max(1, first)
  var needsSpace = false

  func endLine() {
    lines.append(joined(line))
    line = []
    used = 0
    width = max(1, rest)
    needsSpace = false
  }

  for piece in pieces(of: runs) {
    if piece.isSpace {
      needsSpace = used > 0
      continue
    }
    if used > 0, used + (needsSpace ? 1 : 0) + piece.width > width { endLine() }
    if needsSpace {
      line.append(Run(" ", line.last?.ink ?? Ink()))
      used += 1
      needsSpace = false
    }
    for run in piece.runs {
      let chunks =
        used + run.width <= width
        ? [run] : chunks(of: run, first: width - used, rest: max(1, rest))
      for chunk in chunks {
        if used > 0, used + chunk.width > width { endLine() }
        line.append(chunk)
        used += chunk.width
      }
    }
  }
  if !line.isEmpty { lines.append(joined(line)) }
  return lines
}

/// Breaks runs into lines of at most `width` columns, at spaces.
func wrapped(_ runs: [Run], to width: Int) -> [[Run]] {
  wrapped(runs, first: width, rest: width)
}

/// Breaks a run of ASCII, as most are; `nil` for others, and for one with a word that must be cut.
private func wrappedASCII(_ run: Run, first: Int, rest: Int) -> [[Run]]? {
  let bytes = run.text.utf8
  // Safe text takes fewer columns than bytes where it is not ASCII.
  guard run.width == bytes.count, first > 0, rest > 0 else { return nil }
  var lines: [[Run]] = []
  var start = bytes.startIndex
  var left = run.width
  var room = first
  var unbroken = run.firstBreak
  while left > room {
    // The last space or hyphen at which the line still fits.
    var at = bytes.index(start, offsetBy: room)
    var length = room
    while length > unbroken, bytes[at] != 0x20, !breaksAfterHyphen(bytes, before: at) {
      at = bytes.index(before: at)
      length -= 1
    }
    guard length > unbroken else { return nil }
    lines.append([Run(String(run.text[start..<at]), run.ink)])
    start = bytes[at] == 0x20 ? bytes.index(after: at) : at
    left -= length + (bytes[at] == 0x20 ? 1 : 0)
    room = rest
    unbroken = 0
  }
  if left > 0 { lines.append([Run(String(run.text[start...]), run.ink)]) }
  return lines
}

/// Whether a word may be broken before an index, because a hyphen before a letter ends there.
///
/// Never within figures, days and years: `-2.8`, `2016-11-30`, `3-2-1`.
private func breaksAfterHyphen(_ bytes: String.UTF8View, before at: String.Index) -> Bool {
  let hyphen = bytes.index(before: at)
  guard bytes[hyphen] == 0x2D, hyphen > bytes.startIndex else { return false }
  let before = bytes[bytes.index(before: hyphen)]
  return (isLetter(before) || before &- 0x30 < 10) && isLetter(bytes[at])
}

private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

/// A word, which may be drawn in several inks, or the space between two.
private struct Piece {
  var runs: [Run] = []
  var isSpace = false
  var width: Int { runs.reduce(0) { $0 + $1.width } }
}

private func pieces(of runs: [Run]) -> [Piece] {
  var result: [Piece] = []
  var word = Piece()
  for run in runs {
    var start = run.text.startIndex
    let unbroken = run.text.utf8.index(start, offsetBy: run.firstBreak)
    var at = start
    func flush(to end: String.Index) {
      if start < end { word.runs.append(Run(String(run.text[start..<end]), run.ink)) }
    }
    while at < run.text.utf8.endIndex {
      let next = run.text.utf8.index(after: at)
      if run.text.utf8[at] == 0x20, next > unbroken {
        flush(to: at)
        if !word.runs.isEmpty { result.append(word) }
        word = Piece()
        result.append(Piece(isSpace: true))
        start = next
      }
      at = next
    }
    flush(to: run.text.endIndex)
  }
  if !word.runs.isEmpty { result.append(word) }
  return result
}

/// Cuts a run into chunks, the first of at most `first` columns, the others of `rest`.
///
/// Marks that combine with a character stay with it; a character wider than the room has a chunk
/// of its own. One pass, whatever the length of the run.
private func chunks(of run: Run, first: Int, rest: Int) -> [Run] {
  let scalars = run.text.unicodeScalars
  var result: [Run] = []
  var room = first > 0 ? first : rest
  var start = scalars.startIndex
  var at = start
  var used = 0
  // The last place after a point or hyphen.
  var joint = start
  while at < scalars.endIndex {
    let columns = displayWidth(scalars[at])
    if used > 0, used + columns > room {
      // What was passed since the joint is looked at again: less than a line of it.
      if joint > start { at = joint }
      result.append(Run(String(scalars[start..<at]), run.ink))
      start = at
      joint = at
      used = 0
      room = rest
      continue
    }
    used += columns
    let isJoint = scalars[at] == "-" || scalars[at] == "." || columns == 0 && joint == at
    at = scalars.index(after: at)
    if isJoint, used > 0 { joint = at }
  }
  result.append(Run(String(scalars[start...]), run.ink))
  return result
}

/// Cuts a run so that its head takes at most `width` columns.
///
/// Marks that combine with the last character stay with it; a character wider than `width` goes
/// to the head all the same where the head would otherwise be empty.
func cut(_ run: Run, at width: Int) -> (head: Run, tail: Run) {
  let scalars = run.text.unicodeScalars
  var used = 0
  var at = scalars.startIndex
  while at < scalars.endIndex {
    let columns = displayWidth(scalars[at])
    if used + columns > width, used > 0 || width <= 0 { break }
    used += columns
    at = scalars.index(after: at)
  }
  return (Run(String(scalars[..<at]), run.ink), Run(String(scalars[at...]), run.ink))
}

/// The same runs with neighbours of one ink made into one.
private func joined(_ runs: [Run]) -> [Run] {
  var result: [Run] = []
  for run in runs {
    if let last = result.last, last.ink == run.ink {
      result[result.count - 1] = Run(last.text + run.text, run.ink)
    } else {
      result.append(run)
    }
  }
  return result
}
