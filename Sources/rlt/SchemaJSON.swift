import Documents
import PlanFiles

/// A JSON Schema (2020-12) of a kind of file.
///
/// It allows what YAML editors see: `2026` is a number to them and an empty name nothing, though to
/// `rlt` both are text.
///
/// - Parameters:
///   - nouns: The nouns of the file, the file itself first.
///   - title: The title of the schema.
/// - Returns: The JSON document.
func schemaJSON(_ nouns: [FileNoun], title: String) -> [UInt8] {
  var json = JSONWriter(openLevels: 4)
  json.object { json in
    json.field("$schema", "https://json-schema.org/draft/2020-12/schema")
    json.field("title", title)
    if let file = nouns.first { json.field("$ref", "#/$defs/\(file.name)") }
    json.object("$defs") { json in
      for noun in nouns {
        json.writtenKey(noun.name)
        json.object { json in write(noun, isFile: noun.name == nouns.first?.name, &json) }
      }
      json.object("id") { json in
        json.field("type", "string")
        json.field("description", "Small letters and digits, joined by `-` and `.`.")
        json.field("pattern", "^[a-z0-9]+([-.][a-z0-9]+)*$")
      }
      json.object("name") { json in
        json.array("type", ["string", "number", "null"])
        json.field("pattern", "^ *[a-z0-9]+([-.][a-z0-9]+)* *$")
      }
      json.object("text") { json in
        json.array("type", ["string", "number", "boolean", "null"])
      }
    }
  }
  json.endLine()
  return json.bytes
}

private func write(_ noun: FileNoun, isFile: Bool, _ json: inout JSONWriter) {
  json.field("title", noun.words)
  // A name with nothing after it is nothing to other programs; only a file must hold something.
  if isFile { json.field("type", "object") } else { json.array("type", ["object", "null"]) }
  json.object("properties") { json in
    for key in noun.keys {
      json.writtenKey(key.name)
      json.object { json in
        json.field("description", key.description)
        write(key.shape, &json)
      }
    }
  }
  if noun.name == "kpi" { refuseBareFigures(&json) }
  let required = noun.keys.filter(\.isRequired).map(\.name)
  if !required.isEmpty { json.array("required", required) }
  json.field("additionalProperties", false)
}

/// A figure alone says neither more nor less; only on a scale it can be the code of a grade.
private func refuseBareFigures(_ json: inout JSONWriter) {
  json.object("if") { json in
    json.object("not") { json in json.array("required", ["scale"]) }
  }
  json.object("then") { json in
    json.object("properties") { json in
      json.object("target") { json in
        json.object("not") { json in json.field("type", "number") }
      }
      json.object("targets") { json in
        json.object("additionalProperties") { json in
          json.object("not") { json in json.field("type", "number") }
        }
      }
    }
  }
}

private func write(_ shape: FileShape, _ json: inout JSONWriter) {
  switch shape {
  case .text: json.field("$ref", "#/$defs/text")
  case .id: json.field("$ref", "#/$defs/name")
  case .form(let pattern, let isNumber):
    json.array("type", isNumber ? ["string", "integer", "null"] : ["string", "null"])
    json.field("pattern", pattern)
    if isNumber { json.field("minimum", 0) }
  case .noun(let name): json.field("$ref", "#/$defs/\(name)")
  case .words(let words):
    json.array("enum") { json in
      for word in words {
        json.value(word)
        json.value(word.prefix(1).uppercased() + word.dropFirst())
      }
      json.value(nil)
    }
  case .flag:
    json.array("enum") { json in
      for word in ["yes", "Yes", "YES", "no", "No", "NO"] { json.value(word) }
      json.value(true)
      json.value(false)
      json.value(nil)
    }
  case .texts: write(.oneOf([.text, .list(.text)]), &json)
  case .list(let item):
    json.array("type", ["array", "null"])
    json.object("items") { json in write(item, &json) }
  case .entries(let value):
    json.array("type", ["object", "null"])
    json.object("propertyNames") { json in json.field("$ref", "#/$defs/id") }
    json.object("additionalProperties") { json in write(value, &json) }
  case .years(let value):
    json.array("type", ["object", "null"])
    json.object("propertyNames") { json in json.field("pattern", FileShape.yearsPattern) }
    json.object("additionalProperties") { json in write(value, &json) }
  case .named(let value):
    json.array("type", ["object", "null"])
    json.object("additionalProperties") { json in write(value, &json) }
  case .oneOf(let shapes):
    json.array("anyOf") { json in
      for shape in shapes { json.object { json in write(shape, &json) } }
    }
  }
}
