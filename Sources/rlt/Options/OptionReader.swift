/// Reads options off the words of a command, the plain way only.
///
/// Building ArgumentParser's description of one command with its options takes 13 million
/// instructions (`docs/decisions/0006-two-step-parsing.md`). So the plain spellings are read here,
/// and whatever is not plain, right or wrong, is left to ArgumentParser: combined short options,
/// repeated options, help, mistakes. A test reads the same words both ways and compares.
struct OptionReader {
  private var options: [(name: String, value: String)] = []
  private var flags: [String] = []
  /// The words that belong to no option.
  private(set) var arguments: [String] = []
  private var isPlain = true

  /// The options without a value, of all commands.
  static let knownFlags = [
    "--quiet", "-q", "--dry-run", "--no-input", "--starred", "--from-stdin", "--check", "--diff",
    "--overdue", "--unowned", "--undated", "--unmitigated", "--gaps",
    "--strict", "--list-rules", "--fix", "--send", "--always", "--again", "--coverage",
  ]

  /// Splits words into options, flags and arguments; `nil` where they are not plain.
  init?(_ words: ArraySlice<String>, flags known: [String] = Self.knownFlags) {
    var at = words.startIndex
    while at < words.endIndex {
      let word = words[at]
      at += 1
      guard word.utf8.first == UInt8(ascii: "-"), word.utf8.count > 1 else {
        arguments.append(word)
        continue
      }
      if known.contains(word) {
        flags.append(word)
        continue
      }
      guard word != "--" else { return nil }
      if let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) {
        guard word.hasPrefix("--") else { return nil }
        let value = String(word[word.utf8.index(after: equals)...])
        options.append((String(word[..<equals]), value))
      } else {
        guard at < words.endIndex else { return nil }
        let value = words[at]
        // A value that looks like an option is for ArgumentParser to judge; `-` alone is a value.
        if value.utf8.first == UInt8(ascii: "-"), value != "-" { return nil }
        options.append((word, value))
        at += 1
      }
    }
  }

  /// The value of an option that may be given once.
  mutating func option(_ names: String...) -> String? {
    let values = take(names)
    if values.count > 1 { isPlain = false }
    return values.last
  }

  /// The values of an option that may be given several times.
  mutating func options(_ names: String...) -> [String] { take(names) }

  /// The value of an option that takes a whole number and may be given once.
  mutating func wholeNumber(_ name: String) -> Int? {
    let values = take([name])
    guard let text = values.last else { return nil }
    guard values.count == 1, let number = Int(text) else {
      isPlain = false
      return nil
    }
    return number
  }

  /// The value of an option that has few possible values.
  mutating func option<Value: RawRepresentable<String>>(
    _ names: String...,
    default usual: Value
  ) -> Value {
    let values = take(names)
    guard let text = values.last else { return usual }
    guard values.count == 1, let value = Value(rawValue: text) else {
      isPlain = false
      return usual
    }
    return value
  }

  /// The value of an option that has few possible values, where it is given.
  mutating func option<Value: RawRepresentable<String>>(_ name: String) -> Value? {
    let values = take([name])
    guard let text = values.last else { return nil }
    let value = Value(rawValue: text)
    if values.count > 1 || value == nil { isPlain = false }
    return value
  }

  /// Whether a flag is given.
  mutating func flag(_ names: String...) -> Bool {
    let count = flags.count
    flags.removeAll(where: names.contains)
    if count - flags.count > 1 { isPlain = false }
    return flags.count < count
  }

  /// The only argument.
  mutating func argument() -> String {
    guard arguments.count == 1 else {
      isPlain = false
      return ""
    }
    return arguments.removeFirst()
  }

  /// The only argument, if there is one.
  mutating func optionalArgument() -> String? {
    guard arguments.count <= 1 else {
      isPlain = false
      return nil
    }
    return arguments.popLast()
  }

  /// So many arguments, or fewer.
  mutating func arguments(atMost most: Int) -> [String] {
    if arguments.count > most { isPlain = false }
    return allArguments()
  }

  /// The only two arguments.
  mutating func twoArguments() -> [String] {
    guard arguments.count == 2 else {
      isPlain = false
      return ["", ""]
    }
    return allArguments()
  }

  /// All arguments.
  mutating func allArguments() -> [String] {
    defer { arguments = [] }
    return arguments
  }

  /// Whether every word was understood.
  var isDone: Bool { isPlain && options.isEmpty && flags.isEmpty && arguments.isEmpty }

  private mutating func take(_ names: [String]) -> [String] {
    var values: [String] = []
    var left: [(name: String, value: String)] = []
    for option in options {
      if names.contains(option.name) { values.append(option.value) } else { left.append(option) }
    }
    if !values.isEmpty { options = left }
    return values
  }
}

/// What a command is asked to do: its options and arguments, understood.
protocol Request: Equatable {
  /// Reads the plain spellings; what was not understood stays in the reader.
  init(_ words: inout OptionReader)

  /// Does the work, and says how it ended.
  func run(on host: Host) throws -> ExitStatus
}
