/// The difference of two files as `diff -u` prints it, so that `patch` can apply it.
///
/// Lines are compared byte by byte. Where very much has changed, the changed part is shown as a
/// whole removed and a whole added.
///
/// - Parameters:
///   - before: The bytes before.
///   - after: The bytes after.
///   - name: The path of the file, for both headers.
///   - isNew: Whether there was no file before.
/// - Returns: The difference; empty where there is none.
public func unifiedDiff(
  _ before: [UInt8],
  _ after: [UInt8],
  named name: String,
  isNew: Bool = false
) -> [UInt8] {
  let old = lines(of: before)
  let new = lines(of: after)
  let steps = differences(old, new)
  guard steps.contains(where: { $0.kind != .same }) else { return [] }
  var out = Array("--- \(isNew ? "/dev/null" : name)\n+++ \(name)\n".utf8)
  for hunk in hunks(of: steps) { write(hunk, old, new, to: &out) }
  return out
}

/// One line of a difference.
private struct Step {
  enum Kind { case same, removed, added }
  var kind: Kind
  /// The line before, or the one before which something is added.
  var old: Int
  /// The line after, or the one before which something is removed.
  var new: Int
}

private func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
  var lines: [ArraySlice<UInt8>] = []
  var start = 0
  for (index, byte) in bytes.enumerated() where byte == 0x0A {
    lines.append(bytes[start...index])
    start = index + 1
  }
  if start < bytes.count { lines.append(bytes[start...]) }
  return lines
}

/// The steps from one list of lines to another.
private func differences(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Step] {
  let (head, tail) = commonEnds(old, new)
  var steps = (0..<head).map { Step(kind: .same, old: $0, new: $0) }
  steps += middle(old, head..<(old.count - tail), new, head..<(new.count - tail))
  for index in 0..<tail {
    steps.append(
      Step(kind: .same, old: old.count - tail + index, new: new.count - tail + index)
    )
  }
  return steps
}

/// The most lines that a changed part may have on each side to be compared line by line.
private let mostCompared = 2_000

/// The steps of the part in which two lists differ, by their longest common lines.
private func middle(
  _ old: [ArraySlice<UInt8>],
  _ oldPart: Range<Int>,
  _ new: [ArraySlice<UInt8>],
  _ newPart: Range<Int>
) -> [Step] {
  var steps: [Step] = []
  var i = oldPart.lowerBound
  var j = newPart.lowerBound
  if !oldPart.isEmpty, !newPart.isEmpty, oldPart.count <= mostCompared,
    newPart.count <= mostCompared
  {
    let width = newPart.count + 1
    // How many lines the rests of both sides have in common.
    var common = [UInt16](repeating: 0, count: (oldPart.count + 1) * width)
    for a in stride(from: oldPart.count - 1, through: 0, by: -1) {
      for b in stride(from: newPart.count - 1, through: 0, by: -1) {
        let at = a * width + b
        common[at] =
          old[oldPart.lowerBound + a] == new[newPart.lowerBound + b]
          ? common[at + width + 1] + 1 : max(common[at + width], common[at + 1])
      }
    }
    while i < oldPart.upperBound, j < newPart.upperBound {
      let at = (i - oldPart.lowerBound) * width + j - newPart.lowerBound
      if old[i] == new[j] {
        steps.append(Step(kind: .same, old: i, new: j))
        i += 1
        j += 1
      } else if common[at + width] >= common[at + 1] {
        steps.append(Step(kind: .removed, old: i, new: j))
        i += 1
      } else {
        steps.append(Step(kind: .added, old: i, new: j))
        j += 1
      }
    }
  }
  while i < oldPart.upperBound {
    steps.append(Step(kind: .removed, old: i, new: j))
    i += 1
  }
  while j < newPart.upperBound {
    steps.append(Step(kind: .added, old: i, new: j))
    j += 1
  }
  return steps
}

/// Groups of changes, each with three lines around it.
private func hunks(of steps: [Step]) -> [ArraySlice<Step>] {
  let around = 3
  var hunks: [ArraySlice<Step>] = []
  var start: Int?
  var end = 0
  for (index, step) in steps.enumerated() where step.kind != .same {
    if let first = start, index - around > end {
      hunks.append(steps[first..<end])
      start = nil
    }
    if start == nil { start = max(0, index - around) }
    end = min(steps.count, index + around + 1)
  }
  if let first = start { hunks.append(steps[first..<end]) }
  return hunks
}

private func write(
  _ hunk: ArraySlice<Step>,
  _ old: [ArraySlice<UInt8>],
  _ new: [ArraySlice<UInt8>],
  to out: inout [UInt8]
) {
  guard let first = hunk.first else { return }
  let oldCount = hunk.count { $0.kind != .added }
  let newCount = hunk.count { $0.kind != .removed }
  out += "@@ -\(range(first.old, oldCount)) +\(range(first.new, newCount)) @@\n".utf8
  for step in hunk {
    let line: ArraySlice<UInt8>
    switch step.kind {
    case .same:
      out.append(UInt8(ascii: " "))
      line = old[step.old]
    case .removed:
      out.append(UInt8(ascii: "-"))
      line = old[step.old]
    case .added:
      out.append(UInt8(ascii: "+"))
      line = new[step.new]
    }
    out += line
    if line.last != 0x0A { out += "\n\\ No newline at end of file\n".utf8 }
  }
}

/// A range of lines as the header of a hunk writes it: from 1, or the line before an empty one.
private func range(_ start: Int, _ count: Int) -> String {
  count == 1 ? "\(start + 1)" : "\(count == 0 ? start : start + 1),\(count)"
}
