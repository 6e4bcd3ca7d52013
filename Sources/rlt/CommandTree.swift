import PlanFiles

/// The commands by the words that name them: the short way to what is asked for.
enum CommandTree {
  /// What is asked for, where the words are plain; `nil` leaves them to ArgumentParser.
  static func plainRequest(for words: ArraySlice<String>) -> (any Request)? {
    guard let first = words.first else { return nil }
    switch first {
    case "validate": return read(ValidateRequest.self, words.dropFirst())
    case "test": return read(TestRequest.self, words.dropFirst())
    case "schema": return read(SchemaRequest.self, words.dropFirst())
    case "format": return read(FormatRequest.self, words.dropFirst())
    case "undo": return read(UndoRequest.self, words.dropFirst())
    case "init": return read(InitRequest.self, words.dropFirst())
    case "diff": return read(DiffRequest.self, words.dropFirst())
    default: break
    }
    guard let second = words.dropFirst().first else { return nil }
    let rest = words.dropFirst(2)
    if first == "help", rest.isEmpty, isName(second), !names.contains(where: { $0.name == second })
    {
      return HelpRequest(topic: second)
    }
    return switch (first, second) {
    case ("kpi", "status"): read(KPIStatusRequest.self, rest)
    case ("kpi", "list"): read(KPIListRequest.self, rest)
    case ("kpi", "show"): read(KPIShowRequest.self, rest)
    case ("kpi", "explain"): read(KPIExplainRequest.self, rest)
    case ("kpi", "history"): read(KPIHistoryRequest.self, rest)
    case ("kpi", "record"): read(KPIRecordRequest.self, rest)
    case ("action", "list"): read(ActionListRequest.self, rest)
    case ("milestone", "list"): read(MilestoneListRequest.self, rest)
    case ("risk", "list"): read(RiskListRequest.self, rest)
    case ("report", "summary"): read(ReportSummaryRequest.self, rest)
    case ("report", "weekly"): read(ReportWeeklyRequest.self, rest)
    case ("report", "matrix"): read(ReportMatrixRequest.self, rest)
    case ("report", "school"): read(ReportSchoolRequest.self, rest)
    case ("mail", "weekly"): read(MailWeeklyRequest.self, rest)
    case ("mail", "test"): read(MailTestRequest.self, rest)
    case ("report", "board"): read(ReportBoardRequest.self, rest)
    case ("report", "dashboard"): read(ReportDashboardRequest.self, rest)
    case ("plan", "list"): read(PlanListRequest.self, rest)
    case ("plan", "show"): read(PlanShowRequest.self, rest)
    case ("plan", "diff"): read(PlanDiffRequest.self, rest)
    case ("plan", "add-action"): read(PlanAddActionRequest.self, rest)
    case ("plan", "edit-action"): read(PlanEditActionRequest.self, rest)
    case ("plan", "complete-action"): read(PlanCompleteActionRequest.self, rest)
    case ("plan", "set-target"): read(PlanSetTargetRequest.self, rest)
    case ("plan", "add-kpi"): read(PlanAddKPIRequest.self, rest)
    case ("plan", "add-priority"): read(PlanAddPriorityRequest.self, rest)
    case ("plan", "add-strategy"): read(PlanAddStrategyRequest.self, rest)
    case ("plan", "rename"): read(PlanRenameRequest.self, rest)
    default: nil
    }
  }

  /// The words, with a figure such as `-2.8` that is to be recorded named as a value.
  static func namingMinus(_ words: ArraySlice<String>) -> ArraySlice<String> {
    guard words.starts(with: ["kpi", "record"]) else { return words }
    return words.map { word in
      let bytes = Array(word.utf8.prefix(2))
      let isFigure = bytes.count == 2 && bytes[0] == UInt8(ascii: "-")
      return isFigure && (0x30...0x39).contains(bytes[1]) ? "--value=\(word)" : word
    }[...]
  }

  private static func read<Asked: Request>(
    _ type: Asked.Type,
    _ words: ArraySlice<String>
  ) -> Asked? {
    guard var reader = OptionReader(words) else { return nil }
    let request = Asked(&reader)
    return reader.isDone ? request : nil
  }

  /// The commands there are, each with the commands under it.
  static let names: [(name: String, under: [String])] = [
    ("kpi", ["status", "list", "show", "explain", "history", "record"]),
    (
      "plan",
      [
        "list", "show", "diff", "add-action", "edit-action", "complete-action", "set-target",
        "add-kpi",
        "add-priority", "add-strategy", "rename",
      ]
    ), ("action", ["list"]), ("milestone", ["list"]), ("risk", ["list"]),
    ("mail", ["weekly", "test"]),
    ("report", ["summary", "weekly", "matrix", "school", "board", "dashboard"]), ("validate", []),
    ("schema", []),
    ("format", []), ("undo", []), ("init", []),
    ("test", []),
    ("diff", []),
  ]

  /// Says that there is no such command, and which one may have been meant.
  ///
  /// - Parameter words: The words after `rlt`.
  /// - Throws: The message, where the words name no command.
  static func checkNames(_ words: [String]) throws {
    guard let first = words.first, isName(first) else { return }
    guard let command = names.first(where: { $0.name == first }) else {
      throw unknown(first, after: "rlt", among: names.map(\.name))
    }
    guard let second = words.dropFirst().first, isName(second), !command.under.isEmpty,
      !command.under.contains(second)
    else { return }
    throw unknown(second, after: "rlt \(first)", among: command.under)
  }

  private static func isName(_ word: String) -> Bool { !word.hasPrefix("-") && word != "help" }

  private static func unknown(_ word: String, after start: String, among names: [String]) -> Failure
  {
    var message = "there is no command “\(start) \(word)”"
    if let near = nearestNames(to: word, among: names).first {
      message += "\n  did you mean `\(start) \(near)`?"
    }
    return Failure(.usage, message + "\n  commands: \(names.joined(separator: ", "))")
  }
}
