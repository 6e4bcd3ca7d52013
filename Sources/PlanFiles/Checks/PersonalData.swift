internal import PlanModel
internal import SourceText

/// Finds what looks like a pupil's own data in the bytes of a file, comments included.
///
/// Plans are read by boards and often published, and git keeps what was once written.
///
/// - Parameters:
///   - bytes: The bytes of the file, or of one field of it.
///   - range: The part to look at.
///   - file: The number of the file.
/// - Returns: The problems, in the order of the file.
func personalData(_ bytes: Span<UInt8>, in range: Range<Int>, _ file: FileID) -> [Diagnostic] {
  var found: [Diagnostic] = []
  var at = range.lowerBound
  while at < range.upperBound {
    if bytes[at].isDigit, let number = pupilNumber(bytes, around: at, in: range) {
      found.append(
        Diagnostic(
          .pupilData,
          "this looks like a unique pupil number",
          at: Place(file, TextRange(number.lowerBound, number.upperBound)),
          help: "remove it: no plan or reading needs to say which pupil is meant"
        )
      )
      at = number.upperBound
    } else {
      // A step of three meets every run of three digits, as which the number begins.
      at += 3
    }
  }
  for word in birthWords(bytes, range) {
    guard let date = dateAfter(bytes, word.upperBound, range.upperBound) else { continue }
    found.append(
      Diagnostic(
        .pupilData,
        "this looks like somebody's date of birth",
        at: Place(file, TextRange(word.lowerBound, date)),
        help: "remove it: no plan or reading needs to say whose birthday it is"
      )
    )
  }
  return found
}

/// Whether a part of a text may hold what looks like a pupil's own data; `false` is certain.
///
/// There is a digit in each of them, which few notes have.
func mayHoldPersonalData(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
  range.contains { bytes[$0].isDigit }
}

extension CSVField {
  /// Whether the field has no room for a pupil number, nor for a day of birth.
  var isTooShortForPupils: Bool { upper - lower <= Self.tooShortForPupils }

  /// The longest text that cannot hold either, in bytes.
  static let tooShortForPupils = 10
}

// MARK: - Pupil numbers

/// The unique pupil number whose first digits hold an offset, where there is one.
///
/// A check letter and twelve digits, the last of which is a letter while the number is temporary;
/// people put spaces between its parts. The letter is the sum of each digit times its position,
/// modulo 23 (UK Government Data Standards Catalogue, "Unique Pupil Number", version 2.0, 2004).
/// Of temporary numbers the letter is not looked at: nothing else looks like them.
private func pupilNumber(
  _ bytes: Span<UInt8>,
  around digit: Int,
  in range: Range<Int>
) -> Range<Int>? {
  var first = digit
  // Further back the digits were looked at before.
  while first > range.lowerBound, digit - first < 3, bytes[first - 1].isDigit { first -= 1 }
  guard digit - first < 3 else { return nil }
  var start = first - 1
  if start > range.lowerBound, bytes[start] == 0x20 { start -= 1 }
  guard start >= range.lowerBound, let check = checkValue(bytes[start]) else { return nil }
  if start > range.lowerBound, bytes[start - 1].isLetter || bytes[start - 1].isDigit { return nil }
  var sum = 0
  var count = 0
  var at = first
  while count < 12, at < range.upperBound {
    let byte = bytes[at]
    if byte.isDigit {
      sum += (Int(byte) - 0x30) * (count + 2)
    } else if count == 11, checkValue(byte) != nil {
      sum = check
    } else if byte == 0x20, bytes[at - 1] != 0x20 {
      at += 1
      continue
    } else {
      return nil
    }
    count += 1
    at += 1
  }
  guard count == 12, sum % 23 == check else { return nil }
  if at < range.upperBound, bytes[at].isLetter || bytes[at].isDigit { return nil }
  return start..<at
}

/// The value of a check letter; I, O and S are none.
private func checkValue(_ byte: UInt8) -> Int? {
  let letter = byte & 0xDF
  guard byte.isLetter else { return nil }
  switch letter {
  case UInt8(ascii: "I"), UInt8(ascii: "O"), UInt8(ascii: "S"): return nil
  default: break
  }
  var value = Int(letter) - 0x41
  if letter > UInt8(ascii: "I") { value -= 1 }
  if letter > UInt8(ascii: "O") { value -= 1 }
  if letter > UInt8(ascii: "S") { value -= 1 }
  return value
}

// MARK: - Dates of birth

/// Where the words "born", "birth", "dob" and "d.o.b." stand.
private func birthWords(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [Range<Int>] {
  var found: [Range<Int>] = []
  var at = range.lowerBound
  while true {
    at = bytes.next(UInt8(ascii: "b"), from: at, to: range.upperBound)
    guard at < range.upperBound else { return found }
    guard mayBeBirth(bytes, at, range) else {
      at += 1
      continue
    }
    for word in ["born", "birth"] where matches(bytes, at, word, range) {
      if !isLetter(bytes, at - 1, range), !isLetter(bytes, at + word.utf8.count, range) {
        found.append(at..<(at + word.utf8.count))
      }
    }
    for (word, back) in [("dob", 2), ("d.o.b", 4)] where at - back >= range.lowerBound {
      let start = at - back
      if matches(bytes, start, word, range), !isLetter(bytes, start - 1, range),
        !isLetter(bytes, at + 1, range)
      {
        found.append(start..<(at + 1))
      }
    }
    at += 1
  }
}

/// Whether the letters beside a "b" are those of one of the words: few are.
private func mayBeBirth(_ bytes: Span<UInt8>, _ at: Int, _ range: Range<Int>) -> Bool {
  if at + 1 < range.upperBound {
    let next = bytes[at + 1].lowercased
    if next == UInt8(ascii: "o") || next == UInt8(ascii: "i") { return true }
  }
  guard at > range.lowerBound else { return false }
  let before = bytes[at - 1].lowercased
  return before == UInt8(ascii: "o") || before == UInt8(ascii: ".")
}

private func isLetter(_ bytes: Span<UInt8>, _ at: Int, _ range: Range<Int>) -> Bool {
  range.contains(at) && bytes[at].isLetter
}

private func matches(
  _ bytes: Span<UInt8>,
  _ at: Int,
  _ word: String,
  _ range: Range<Int>
) -> Bool {
  let word = word.utf8
  guard at + word.count <= range.upperBound else { return false }
  var offset = at
  for byte in word {
    if bytes[offset].lowercased != byte { return false }
    offset += 1
  }
  return true
}

/// The end of a day that begins within a few letters: `12/03/2014`, `12 March 2014`, `2014-03-12`.
private func dateAfter(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
  var at = start
  let most = min(end, start + 8)
  while at < most, !bytes[at].isDigit, bytes[at] != 0x0A { at += 1 }
  guard at < most, bytes[at].isDigit else { return nil }
  var groups: [Int] = []
  var hasMonth = false
  while at < end, groups.count < 3 {
    let from = at
    while at < end, bytes[at].isDigit { at += 1 }
    groups.append(at - from)
    if groups.count == 3 || hasMonth && groups.count == 2 { break }
    if at < end, bytes[at].isLetter, groups.count == 1 {  // 12th
      at = min(end, at + 2)
    }
    guard at < end, [0x2F, 0x2D, 0x2E, 0x20].contains(bytes[at]) else { return nil }
    at += 1
    let letters = at
    while at < end, bytes[at].isLetter { at += 1 }
    if at > letters {
      guard isMonth(bytes, letters..<at), at < end, [0x20, 0x2D, 0x2C].contains(bytes[at]) else {
        return nil
      }
      hasMonth = true
      at += 1
    }
    guard at < end, bytes[at].isDigit else { return nil }
  }
  let isDate =
    hasMonth
    ? groups.count == 2 && (1...2).contains(groups[0]) && (groups[1] == 4 || groups[1] == 2)
    : groups.count == 3 && groups.allSatisfy { (1...4).contains($0) }
      && [groups[0], groups[2]].filter { $0 == 4 }.count <= 1
  return isDate ? at : nil
}

private func isMonth(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
  guard range.count >= 3 else { return false }
  return Period.monthNames.contains { name in
    let letters = Array(name.utf8)
    return range.count <= letters.count
      && range.allSatisfy { bytes[$0].lowercased == letters[$0 - range.lowerBound].lowercased }
  }
}
