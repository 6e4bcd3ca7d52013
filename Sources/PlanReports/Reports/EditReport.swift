public import Documents

/// What an edit did, or would do.
public struct EditReport: Sendable {
  /// The command, as the name of the JSON schema has it: `plan-add-action`.
  public var command: String
  /// Whether nothing was written.
  public var isDryRun: Bool
  /// What was done, as a sentence without its full stop.
  public var summary: String
  /// The id of what was made or changed.
  public var id: String?
  /// The files, each with the first line that is new.
  public var places: [(file: String, line: Int?)]
  /// Further lines.
  public var details: [String]
  /// Commands that are of use next.
  public var next: [String]
  /// The difference as text.
  public var diff: [UInt8]

  /// Creates a report.
  public init(
    command: String,
    isDryRun: Bool,
    summary: String,
    id: String?,
    places: [(file: String, line: Int?)],
    details: [String],
    next: [String],
    diff: [UInt8]
  ) {
    self.command = command
    self.isDryRun = isDryRun
    self.summary = summary
    self.id = id
    self.places = places
    self.details = details
    self.next = next
    self.diff = diff
  }
}

/// What changed, where, and what to do next.
public func editReport(_ report: EditReport) -> Document {
  var page = Document([.paragraph(Line(report.summary))])
  for (file, line) in report.places {
    page.append(.verbatim(Line([.text("  " + file + (line.map { ":\($0)" } ?? ""), .quiet)])))
  }
  for detail in report.details { page.append(.paragraph(Line(detail), indent: 2)) }
  if !report.next.isEmpty {
    let commands = report.next.joined(separator: "  ·  ")
    page.append(.verbatim(Line([.text("  next: ", .quiet), .text(commands)])))
  }
  return page
}

/// What changed as JSON, schema `rlt.<command>/1`.
public func editJSON(_ report: EditReport) -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.\(report.command)/1")
    json.field("dry-run", report.isDryRun)
    json.field("summary", report.summary)
    json.field("id", report.id)
    json.array("files") { json in
      for (file, line) in report.places {
        json.object { json in
          json.field("file", file)
          json.key("line")
          json.number(line.map { String($0) })
        }
      }
    }
    json.array("details", report.details)
    json.array("next", report.next)
    json.field("diff", String(decoding: report.diff, as: UTF8.self))
  }
  json.endLine()
  return json.bytes
}
