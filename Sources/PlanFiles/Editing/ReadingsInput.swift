public import PlanModel
public import SourceText

/// Readings given as CSV or as NDJSON, with everything that is wrong with them.
public struct ReadingsInput: Sendable {
  /// The readings, in the order of the input.
  public var readings: [NewReading] = []
  /// The problems, each where it stands in the input.
  public var problems: [Diagnostic] = []
}

/// Reads readings from an input: CSV with a header, or one JSON object a line.
///
/// - Parameters:
///   - input: The input.
///   - id: The number of the input among the files of the run.
///   - trust: The trust.
///   - plans: All plans of the trust.
/// - Returns: The readings and every problem.
public func readReadings(
  _ input: SourceFile,
  _ id: FileID,
  of trust: Trust,
  _ plans: [Plan]
) -> ReadingsInput {
  let first = input.bytes.first { !$0.isSpace && ![0xEF, 0xBB, 0xBF].contains($0) }
  var result =
    first == UInt8(ascii: "{")
    ? readNDJSON(input, id) : readCSV(input, id, ReadingNames(trust, plans))
  if first == UInt8(ascii: "{") {
    for (index, problems) in checkReadings(result.readings, of: trust, plans) {
      for var problem in problems {
        problem.place = result.readings[index].place ?? problem.place
        result.problems.append(problem)
      }
    }
  }
  if result.readings.isEmpty, result.problems.isEmpty {
    result.problems.append(
      Diagnostic(
        .fileEmpty,
        "there are no readings in the input",
        at: Place(id, TextRange(0, 0)),
        help: "give CSV with a line such as `kpi,scope,period,value` at the top, or NDJSON"
      )
    )
  }
  result.problems.sort { $0.place.range.lower < $1.place.range.lower }
  return result
}

private func readCSV(_ input: SourceFile, _ id: FileID, _ names: ReadingNames) -> ReadingsInput {
  var result = ReadingsInput()
  var check = ReadingCheck(names, knowsAllPlans: true)
  check.check(input, id)
  result.problems = check.findings.filter { $0.severity == .error }
  let span = input.bytes.span
  let columns = ReadingColumns(span)
  guard columns.isComplete else { return result }
  var row = CSVRow()
  var at = columns.firstRow
  while at < span.count {
    let start = at
    at = row.read(span, from: at)
    guard row.fields.count == columns.columns.count, !(row.fields.count == 1) else { continue }
    var reading = NewReading("", of: "", in: "", value: "")
    for (field, column) in zip(row.fields, columns.columns) {
      if let column { reading[column] = field.string(in: span) }
    }
    reading.place = Place(id, TextRange(start, at))
    result.readings.append(reading)
  }
  return result
}

private func readNDJSON(_ input: SourceFile, _ id: FileID) -> ReadingsInput {
  var result = ReadingsInput()
  let table = LineTable(input.bytes)
  for line in 1...table.count {
    var range = table.range(ofLine: line).indices
    if line == 1, input.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      range = 3..<range.upperBound
    }
    guard input.bytes[range].contains(where: { !$0.isSpace }) else { continue }
    do throws(JSONProblem) {
      let value = try parseJSON(input.bytes, range)
      guard case .object(let fields) = value.content else {
        throw JSONProblem(offset: range.lowerBound, expected: "an object in braces")
      }
      let place = Place(id, value.range)
      result.readings.append(reading(fields, place, &result.problems))
    } catch {
      result.problems.append(
        Diagnostic(
          .badValue,
          "this line is not one JSON object",
          at: Place(id, TextRange(error.offset, error.offset + 1)),
          label: "expected \(error.expected)",
          help: #"write each reading on a line of its own: {"kpi": "…", "scope": "…", …}"#
        )
      )
    }
  }
  return result
}

/// A reading from the fields of an object.
private func reading(
  _ fields: [JSONValue.Field],
  _ place: Place,
  _ problems: inout [Diagnostic]
) -> NewReading {
  var reading = NewReading("", of: "", in: "", value: "")
  reading.place = place
  for field in fields {
    guard let column = ReadingColumn(rawValue: field.name) else {
      let known = ReadingColumn.allCases.map(\.rawValue)
      let near = nearestNames(to: field.name, among: known)
      problems.append(
        Diagnostic(
          .unknownKey,
          "a reading has no `\(field.name)`",
          at: Place(place.file, field.value.range),
          label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
          help: "the fields are " + known.map { "`\($0)`" }.joined(separator: ", ")
        )
      )
      continue
    }
    switch field.value.content {
    case .text(let text), .number(let text): reading[column] = text
    case .truth(let truth): reading[column] = truth ? "yes" : "no"
    case .nothing: break
    default:
      problems.append(
        Diagnostic(
          .wrongShape,
          "`\(field.name)` takes a text or a number",
          at: Place(place.file, field.value.range),
          help: #"write it as `"\#(field.name)": "…"`"#
        )
      )
    }
  }
  return reading
}

extension NewReading {
  /// The reading with its scope as files write it.
  public func withScopeID(of trust: Trust) -> NewReading {
    guard case .one(let found) = ReadingNames(trust, []).scope(scope) else { return self }
    var copy = self
    copy.scope = found.id
    return copy
  }
}
