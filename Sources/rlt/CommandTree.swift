/// The commands by the words that name them: the short way to what is asked for.
enum CommandTree {
  /// What is asked for, where the words are plain; `nil` leaves them to ArgumentParser.
  static func plainRequest(for words: ArraySlice<String>) -> (any Request)? {
    guard let first = words.first else { return nil }
    if first == "validate" { return read(ValidateRequest.self, words.dropFirst()) }
    guard let second = words.dropFirst().first else { return nil }
    let rest = words.dropFirst(2)
    return switch (first, second) {
    case ("kpi", "status"): read(KPIStatusRequest.self, rest)
    case ("kpi", "list"): read(KPIListRequest.self, rest)
    case ("kpi", "show"): read(KPIShowRequest.self, rest)
    case ("kpi", "explain"): read(KPIExplainRequest.self, rest)
    case ("plan", "list"): read(PlanListRequest.self, rest)
    case ("plan", "show"): read(PlanShowRequest.self, rest)
    default: nil
    }
  }

  private static func read<Asked: Request>(
    _ type: Asked.Type,
    _ words: ArraySlice<String>
  ) -> Asked? {
    guard var reader = OptionReader(words) else { return nil }
    let request = Asked(&reader)
    return reader.isDone ? request : nil
  }
}
