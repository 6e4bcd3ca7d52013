/// What each module may import, besides the standard library.
///
/// The walls of the house (`docs/ARCHITECTURE.md`): text below tree, tree below meaning, meaning
/// below page. The compiler lets a module import what a dependency of its dependency brought
/// along; this table does not.
let importTable: [String: Set<String>] = [
  "SourceText": [],
  "PlanSyntax": ["SourceText"],
  "PlanModel": ["SourceText"],
  "PlanFiles": ["PlanModel", "PlanSyntax", "SourceText"],
  "PlanEvaluation": ["PlanModel", "SourceText"],
  "Documents": [],
  "PlanReports": ["Documents", "PlanEvaluation", "PlanModel", "SourceText"],
  "rlt": [
    "ArgumentParser", "Documents", "FoundationEssentials", "Glibc", "PlanEvaluation", "PlanFiles",
    "PlanModel", "PlanReports", "SourceText", "Synchronization",
  ],
]

/// The modules that the lines of a Swift text import, with the number of the line.
func imports(of text: String) -> [(line: Int, module: String)] {
  let kinds: Set<Substring> = [
    "actor", "class", "enum", "func", "let", "macro", "protocol", "struct", "typealias", "var",
  ]
  return codeLines(text).enumerated().flatMap { index, line in
    line.split(separator: ";").compactMap { statement in
      let words = statement.split { $0 == " " || $0 == "\t" || $0 == "\r" }
      // An `import` may stand behind attributes and an access level, but behind nothing else.
      guard let at = words.firstIndex(of: "import"),
        words[..<at].allSatisfy({ $0.hasPrefix("@") || accessLevels.contains($0) }),
        let named = words[(at + 1)...].first(where: { !kinds.contains($0) })
      else { return nil }
      return (index + 1, String(named.prefix { $0 != "." }))
    }
  }
}

private let accessLevels: Set<Substring> = [
  "public", "package", "internal", "fileprivate", "private",
]

/// The imports of a file that the table does not allow its module.
func importFindings(in source: SwiftSource, table: [String: Set<String>]) -> [Finding] {
  let allowed = table[source.module]
  return imports(of: source.text).compactMap { line, module in
    guard let allowed else {
      return Finding(path: source.path, line: line, reason: "\(source.module) is not in the table")
    }
    return allowed.contains(module)
      ? nil
      : Finding(
        path: source.path,
        line: line,
        reason: "\(source.module) may not import \(module)"
      )
  }
}
