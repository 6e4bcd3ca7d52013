import PlanReports
import SourceText

/// Help on what is not a command: a rule, by its name.
struct HelpRequest: Request {
  var topic: String

  init(topic: String) { self.topic = topic }

  init(_ words: inout OptionReader) { topic = words.argument() }

  func run(on host: Host) throws -> ExitStatus {
    guard let rule = rulePage(topic) else {
      var message = "there is no command or rule “\(topic)”"
      if let near = nearRule(topic) { message += "\n  did you mean `rlt help \(near)`?" }
      message += "\n  `rlt --help` lists the commands, `rlt validate --list-rules` the rules"
      throw Failure(.usage, message)
    }
    let session = Session(OutputChoice(), on: host, files: SourceFiles())
    try session.answer({ ruleReport(rule) }, json: { [] })
    return .success
  }
}
