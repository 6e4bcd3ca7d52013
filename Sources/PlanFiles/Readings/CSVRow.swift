/// One field of a row: where its text stands, the quotation marks left out.
struct CSVField: Sendable, Hashable {
  /// The offset of the first byte of the text.
  var lower: Int
  /// The offset after the last byte of the text.
  var upper: Int
  /// Whether the text stands in quotation marks.
  var isQuoted = false
  /// Whether the text holds doubled quotation marks.
  var hasDoubled = false

  /// What the field says.
  func bytes(in span: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(upper - lower)
    var at = lower
    while at < upper {
      result.append(span[at])
      at += hasDoubled && span[at] == UInt8(ascii: "\"") ? 2 : 1
    }
    return result
  }

  /// What the field says, without spaces around it.
  func string(in span: Span<UInt8>) -> String {
    var lower = lower
    var upper = upper
    while lower < upper, span[lower].isSpace { lower += 1 }
    while upper > lower, span[upper - 1].isSpace { upper -= 1 }
    if !hasDoubled, let checked = try? UTF8Span(validating: span.extracting(lower..<upper)) {
      return String(copying: checked)
    }
    var part = self
    part.lower = lower
    part.upper = upper
    return String(decoding: part.bytes(in: span), as: UTF8.self)
  }
}

/// Something wrong with the writing of a row.
enum CSVFault: Sendable, Hashable {
  /// The quotation mark at an offset is never closed.
  case unclosedQuote(Int)
  /// Text follows a closing quotation mark, or a quotation mark stands within a text.
  case strayQuote(Int)
}

/// One row of a CSV file (RFC 4180), read into a list that is used again for the next row.
struct CSVRow: Sendable {
  /// The fields, in order.
  private(set) var fields: [CSVField] = []
  /// What is wrong with the writing.
  private(set) var faults: [CSVFault] = []

  /// Whether nothing stands in any field: an empty line, or the commas that a spreadsheet leaves.
  var isBlank: Bool {
    guard fields[0].lower == fields[0].upper, !fields[0].isQuoted else { return false }
    return fields.allSatisfy { $0.lower == $0.upper && !$0.isQuoted }
  }

  /// Reads the row that starts at an offset and returns where the next one starts.
  mutating func read(_ span: Span<UInt8>, from start: Int) -> Int {
    fields.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    let end = span.count
    var at = start
    while true {
      at =
        at < end && span[at] == UInt8(ascii: "\"")
        ? readQuoted(span, at, end) : readPlain(span, at, end)
      guard at < end, span[at] == UInt8(ascii: ",") else { break }
      at += 1
    }
    return at < end ? at + 1 : end
  }

  private mutating func readPlain(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var at = span.endOfField(from: start, to: end)
    while at < end, span[at] == UInt8(ascii: "\"") {
      faults.append(.strayQuote(at))
      at = span.endOfField(from: at + 1, to: end)
    }
    var upper = at
    if upper > start, span[upper - 1] == 0x0D, at == end || span[at] == 0x0A { upper -= 1 }
    fields.append(CSVField(lower: start, upper: upper))
    return at
  }

  private mutating func readQuoted(_ span: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var field = CSVField(lower: start + 1, upper: end, isQuoted: true)
    var at = start + 1
    while true {
      at = span.endOfQuoted(from: at, to: end)
      guard at < end else {
        faults.append(.unclosedQuote(start))
        fields.append(field)
        return end
      }
      guard at + 1 < end, span[at + 1] == UInt8(ascii: "\"") else { break }
      field.hasDoubled = true
      at += 2
    }
    field.upper = at
    fields.append(field)
    at += 1
    let after = at
    if at < end, span[at] == 0x0D, at + 1 == end || span[at + 1] == 0x0A { return at + 1 }
    at = span.endOfField(from: at, to: end)
    while at < end, span[at] == UInt8(ascii: "\"") { at = span.endOfField(from: at + 1, to: end) }
    if at > after { faults.append(.strayQuote(after)) }
    return at
  }
}
