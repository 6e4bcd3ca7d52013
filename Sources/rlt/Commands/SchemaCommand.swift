import ArgumentParser
import PlanFiles
import SourceText

/// What editors need to know of the files.
struct SchemaCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The JSON Schema of plan, trust and test files, for editors and other checkers.",
    usage: "rlt schema <file> [<options>]",
    discussion: """
      EXAMPLES:
        rlt schema plan > plan.schema.json
        rlt schema trust --output trust.schema.json

      A first line `# yaml-language-server: $schema=plan.schema.json` in a plan tells editors \
      where it is. They then complete names and explain them; `rlt validate` finds more.
      """
  )

  @Argument(help: ArgumentHelp("The kind of file.", valueName: "file"))
  var kind: SchemaKind

  @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file.", valueName: "file"))
  var output: String?

  var request: SchemaRequest { SchemaRequest(kind: kind, output: output) }
}

/// The kinds of file that have a schema.
enum SchemaKind: String, ExpressibleByArgument, CaseIterable {
  case plan, trust, test

  /// The schema of the kind of file.
  var schema: [UInt8] {
    switch self {
    case .plan: schemaJSON(planNouns, title: "A plan of rlt")
    case .trust: schemaJSON(trustNouns, title: "A trust of rlt")
    case .test: schemaJSON(testNouns, title: "Tests of a trust's thresholds")
    }
  }
}

/// What editors need to know of the files, as asked for.
struct SchemaRequest: Request {
  var kind: SchemaKind
  var output: String?

  func run(on host: Host) throws -> ExitStatus {
    let session = Session(OutputChoice(output: output), on: host, files: SourceFiles())
    try session.write(kind.schema)
    return .success
  }
}

extension SchemaRequest {
  init(kind: SchemaKind, _ words: inout OptionReader) {
    self.kind = kind
    output = words.option("--output", "-o")
  }

  init(_ words: inout OptionReader) {
    // Any other word is left to ArgumentParser, which says what is possible.
    let kind = words.arguments.first.flatMap { SchemaKind(rawValue: $0) } ?? .plan
    if words.arguments.isEmpty || words.arguments == [kind.rawValue] { _ = words.argument() }
    self.init(kind: kind, &words)
  }
}
