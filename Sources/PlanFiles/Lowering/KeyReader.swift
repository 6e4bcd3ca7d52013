internal import PlanModel
internal import PlanSyntax
internal import SourceText

/// An entry and the position of its key among the keys of its noun.
struct KeyedEntry {
  var position: Int
  var entry: EntrySyntax
}

/// The entries of one mapping by their keys; unknown keys have been reported.
///
/// What the keys are is asked of the functions alone and not of the type: where it is part of the
/// type, the run-time system looks through every conformance of the program for each noun that is
/// read, which was a tenth of the start.
struct KeyReader<Key> {
  private var entries: [KeyedEntry] = []
  /// The positions of the keys that are there, a bit each, as far as there are bits.
  private var present: UInt64 = 0
  /// The positions of the keys that were meant by others, which have been reported, a bit each.
  private var meant: UInt64 = 0
  /// Where to say that something is missing.
  let place: Place
  /// Whether a key that is not there is missing, and not on a line that could not be read.
  let isWhole: Bool
  let lowering: Lowering
}

extension KeyReader where Key: FileKey {
  /// Reads the keys of a mapping.
  ///
  /// - Parameters:
  ///   - mapping: The mapping; `nil` stands for one without entries.
  ///   - place: Where to say that something is missing.
  ///   - lowering: Takes the problems.
  ///   - isUnreadable: Whether something else was written than a mapping.
  init(
    _ mapping: MappingSyntax?,
    at place: Place,
    _ lowering: Lowering,
    isUnreadable: Bool = false
  ) {
    self.place = place
    isWhole = !isUnreadable && mapping?.node.isBroken != true
    self.lowering = lowering
    guard let mapping else { return }
    entries.reserveCapacity(8)
    for entry in mapping.entries where !entry.isDuplicate {
      if let position = entry.name.withBytes({ Key.table.position($0) }) {
        entries.append(KeyedEntry(position: position, entry: entry))
        present |= 1 << UInt64(position & 63)
      } else {
        let other = lowering.reportUnknownKey(entry, of: Key.self).flatMap { Key(rawValue: $0) }
        if let other { meant |= 1 << UInt64(other.position & 63) }
      }
    }
  }

  /// The entry of a key.
  func entry(_ key: Key) -> EntrySyntax? {
    let position = key.position
    guard present & 1 << UInt64(position & 63) != 0 else { return nil }
    // By index, so that entries passed over are not copied.
    for index in entries.indices where entries[index].position == position {
      return entries[index].entry
    }
    return nil
  }

  /// The value of a key; `nil` where nothing is written or it cannot be read.
  func value(_ key: Key) -> NodeSyntax? {
    guard let entry = entry(key) else { return nil }
    let value = entry.value
    switch value.kind {
    case .absent:
      if !value.isBroken { lowering.reportEmpty(entry) }
      return nil
    case .invalid: return nil
    default: return value
    }
  }

  /// The text of a key, with the way back to the file.
  func text(_ key: Key) -> SourcedText? {
    value(key).flatMap { lowering.text($0, key.rawValue) }
  }

  /// The text of a key as a string, without spaces around it.
  func string(_ key: Key) -> String? {
    value(key).flatMap { lowering.string($0, key.rawValue) }
  }

  /// The text of a key with its place.
  func sourced(_ key: Key) -> Sourced<String>? {
    guard let value = value(key), let text = lowering.string(value, key.rawValue) else {
      return nil
    }
    return Sourced(text, at: value.place)
  }

  /// The text of a key that must be given.
  func required(_ key: Key) -> String? {
    guard let entry = entry(key) else {
      reportMissing(key)
      return nil
    }
    guard entry.value.kind == .absent else { return string(key) }
    if !entry.value.isBroken { lowering.reportMissing(key, in: entry) }
    return nil
  }

  /// Reports that a key is missing, unless a mistake that was reported is the reason.
  func reportMissing(_ key: Key) {
    if !isLost(key) { lowering.reportMissing(key, at: place) }
  }

  /// Whether a key may stand there, wrongly written or on a line that could not be read.
  func isLost(_ key: Key) -> Bool { !isWhole || meant & 1 << UInt64(key.position & 63) != 0 }

  /// The texts of a key that takes one text or a list of them.
  func texts(_ key: Key) -> [Sourced<String>] {
    guard let value = value(key) else { return [] }
    return lowering.texts(value, key.rawValue)
  }

  /// `yes` or `no`.
  func flag(_ key: Key) -> Bool? {
    guard let value = value(key), let text = lowering.string(value, key.rawValue) else {
      return nil
    }
    switch text {
    case "yes", "Yes", "YES", "true", "True": return true
    case "no", "No", "NO", "false", "False": return false
    default:
      lowering.report(
        .unknownWord,
        "'\(text)' is neither yes nor no",
        at: value.place,
        help: "write `\(key.rawValue): yes` or `\(key.rawValue): no`"
      )
      return nil
    }
  }

  /// One of the words of a list.
  func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: Key,
    _ type: Word.Type
  ) -> Sourced<Word>? {
    guard let value = value(key), let text = lowering.string(value, key.rawValue) else {
      return nil
    }
    let lower = { String(decoding: text.utf8.map(\.lowercased), as: UTF8.self) }
    if let word = Word(rawValue: text) ?? Word(rawValue: lower()) {
      return Sourced(word, at: value.place)
    }
    let words = Word.allCases.map(\.rawValue)
    let near = nearestNames(to: text, among: words)
    lowering.report(
      .unknownWord,
      "'\(text)' is not a word that `\(key.rawValue)` knows",
      at: value.place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: "write one of " + words.map { "`\($0)`" }.joined(separator: ", ")
    )
    return nil
  }

  /// A whole number, not negative; commas between thousands are allowed.
  func wholeNumber(_ key: Key) -> Int? {
    guard let value = value(key), let text = lowering.string(value, key.rawValue) else {
      return nil
    }
    if let number = ExactNumber(text), number.decimals == 0, number.digits >= 0 {
      return Int(number.digits)
    }
    lowering.report(
      .badValue,
      "'\(text)' is not a whole number",
      at: value.place,
      help: "write it in digits, such as `\(key.rawValue): 210`"
    )
    return nil
  }

  /// A period.
  func period(_ key: Key) -> Sourced<Period>? {
    guard let text = text(key), let period = parsePeriod(text, &lowering.findings) else {
      return nil
    }
    return Sourced(period, at: text.place)
  }

  /// A single day.
  func day(_ key: Key) -> Day? { text(key).flatMap { parseDay($0, &lowering.findings) } }

  /// The entries below a key, which takes ids or other names, each with a value.
  func named(_ key: Key) -> [EntrySyntax] {
    guard let entry = entry(key) else { return [] }
    return lowering.entries(entry.value, key.rawValue)
  }

  /// The items below a key, which takes a list.
  func items(_ key: Key) -> [NodeSyntax] {
    guard let entry = entry(key) else { return [] }
    let value = entry.value
    guard let list = value.asList else {
      lowering.reportShape(value, key.rawValue, "a list")
      return []
    }
    return Array(list.items)
  }
}
