import PlanFiles

/// Asks the person at the terminal for what was not given.
struct Asker {
  let host: Host
  /// Whether there is somebody to ask.
  let mayAsk: Bool

  init(_ host: Host, _ write: WriteChoice, _ output: OutputChoice) {
    self.host = host
    mayAsk =
      host.terminal.isInputTerminal && host.terminal.isErrorTerminal && !write.noInput
      && output.format == .text
  }

  /// A text that is needed.
  ///
  /// - Parameters:
  ///   - given: What was given on the command line.
  ///   - question: What to ask.
  ///   - missing: What to say where nobody can be asked.
  ///   - usual: What Enter means.
  /// - Returns: The text.
  /// - Throws: That it is missing.
  func text(
    _ given: String?,
    _ question: String,
    missing: String,
    usual: String? = nil
  ) throws -> String {
    if let given { return given }
    guard mayAsk else { throw Failure(.usage, missing) }
    while true {
      if let answer = try ask(question, usual) { return answer }
      if let usual { return usual }
    }
  }

  /// A text that may be left out.
  func optionalText(_ given: String?, _ question: String) throws -> String? {
    guard given == nil, mayAsk else { return given }
    return try ask("\(question) (Enter for none)", nil)
  }

  /// One of several things.
  ///
  /// - Parameters:
  ///   - given: The name that was given on the command line.
  ///   - question: What to ask.
  ///   - noun: What sort of thing it is.
  ///   - option: How to give it on the command line.
  ///   - candidates: What there is to choose from.
  /// - Returns: What was chosen.
  /// - Throws: That nothing is meant by the name, or that it is missing.
  func choice<Value>(
    _ given: String?,
    _ question: String,
    _ noun: String,
    option: String,
    among candidates: Candidates<Value>
  ) throws -> Value {
    if let given {
      // A title may read like the id of something else; ids are how commands are told apart.
      if let exact = candidates.only(withID: given) { return exact }
      return try found(candidates.index.match(given), given, noun, among: candidates.index.labels)
    }
    guard mayAsk else {
      let labels = candidates.index.labels
      let shown = labels.prefix(20).joined(separator: ", ")
      let more = labels.count > 20 ? " and \(labels.count - 20) more" : ""
      throw Failure(.usage, "which \(noun)? give \(option)\n  there are: \(shown)\(more)")
    }
    candidates.show(on: host)
    while true {
      guard let answer = try ask(question, nil) else { continue }
      if let number = Int(answer), candidates.shown.indices.contains(number - 1) {
        return candidates.shown[number - 1].value
      }
      if let exact = candidates.only(withID: answer) { return exact }
      do {
        return try found(
          candidates.index.match(answer),
          answer,
          noun,
          among: candidates.index.labels
        )
      } catch let failure as Failure {
        host.remark(failure.message)
      }
    }
  }

  /// Asks once; `nil` for an empty answer.
  private func ask(_ question: String, _ usual: String?) throws -> String? {
    let hint = usual.map { " [\($0)]" } ?? ""
    _ = host.errors.write(Array("\(question)\(hint): ".utf8))
    guard let line = host.input.line() else {
      host.remark("")
      throw Failure(.usage, "no answer was given, so nothing was changed")
    }
    let answer = line.split(separator: " ").joined(separator: " ")
    return answer.isEmpty ? nil : answer
  }
}

/// Things to choose from, by name.
struct Candidates<Value: Hashable & Sendable> {
  private(set) var index = NameIndex<Value>()
  private(set) var shown: [(value: Value, text: String)] = []
  private var byID: [String: Set<Value>] = [:]
  /// How many are listed; the others can be typed.
  private static var mostShown: Int { 30 }
  /// What is said below the list.
  var hint = ""

  /// The one thing with an id, to the letter.
  func only(withID id: String) -> Value? {
    guard let values = byID[id], values.count == 1 else { return nil }
    return values.first
  }

  /// Adds a thing; `plainID` is its id where more is shown beside it.
  mutating func add(
    _ value: Value,
    id: String,
    title: String,
    names: [String] = [],
    plainID: String? = nil,
    isShown: Bool = true
  ) {
    index.add(value, label: id, names: [id, title] + names)
    byID[plainID ?? id, default: []].insert(value)
    if isShown { shown.append((value, title == id || title.isEmpty ? id : "\(id)  \(title)")) }
  }

  /// Lists the first of them.
  func show(on host: Host) {
    for (number, item) in shown.prefix(Self.mostShown).enumerated() {
      host.remark("  \(number < 9 ? " " : "")\(number + 1)  \(item.text)")
    }
    if shown.count > Self.mostShown {
      host.remark("      and \(shown.count - Self.mostShown) more: type part of a name")
    }
    if !hint.isEmpty { host.remark("  \(hint)") }
  }
}
