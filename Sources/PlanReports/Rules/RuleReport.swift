public import Documents
import SourceText

/// What a rule means, with a bad and a good example.
public func ruleReport(_ rule: RulePage) -> Document {
  var page = Document()
  page.append(
    .verbatim(
      Line([
        .toned("\(rule.severity.rawValue)[\(rule.id)]", rule.severity.tone),
        .text(": " + rule.title, .strong),
      ])
    )
  )
  page.append(.gap)
  page.append(.paragraph(Line(rule.meaning)))
  if rule.isOptional {
    page.append(.gap)
    page.append(.paragraph(Line("Off unless asked for: `rlt validate --select \(rule.id)`.")))
  }
  for (title, lines) in [("Not so:", rule.bad), ("But so:", rule.good)] {
    page.append(.gap)
    page.append(.paragraph(Line(title)))
    for line in exampleLines(lines) { page.append(.verbatim(Line("    " + line))) }
  }
  return page
}

/// All rules, area by area, one line each.
public func ruleListReport() -> Document {
  var rows: [Row] = []
  for area in ruleAreas {
    rows.append(Row(group: Line([.text(area.title, .strong)])))
    for rule in area.rules {
      rows.append(
        Row(
          [
            .text(rule.id.description), .text(rule.severity.rawValue),
            .text(rule.isOptional ? rule.title + " (off unless selected)" : rule.title),
          ],
          indent: 1
        )
      )
    }
  }
  let columns = [Column("Rule"), Column("Severity"), Column("What is wrong", narrowest: 24)]
  return Document([.table(Table(columns: columns, rows: rows))])
}

/// All rules as JSON, schema `rlt.rules/1`.
public func ruleListJSON() -> [UInt8] {
  var json = JSONWriter()
  json.object { json in
    json.field("schema", "rlt.rules/1")
    json.array("rules") { json in
      for area in ruleAreas {
        for rule in area.rules {
          json.object { json in
            json.field("id", rule.id.description)
            json.field("severity", rule.severity.rawValue)
            json.field("optional", rule.isOptional)
            json.field("area", area.title)
            json.field("title", rule.title)
            json.field("meaning", rule.meaning)
            json.field("bad", rule.bad)
            json.field("good", rule.good)
          }
        }
      }
    }
  }
  json.endLine()
  return json.bytes
}

/// The lines of an example, safe to show; a tab is named, and lines that are too long to read are cut.
public func exampleLines(_ text: String) -> [String] {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
    let safe = parts.map { safeText(String($0)) }.joined(separator: "[tab]")
    return safe.utf8.count > 120 ? String(safe.unicodeScalars.prefix(40)) + " …" : safe
  }
}
