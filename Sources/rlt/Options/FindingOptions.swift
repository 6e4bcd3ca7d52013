import ArgumentParser
import PlanFiles

/// In which forms problems are shown, and where they go.
struct FindingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The form of the answer.", valueName: "form"))
  var format: FindingForm = .text

  @Option(
    name: [.customLong("color"), .customLong("colour")],
    help: ArgumentHelp("When to use colours.", valueName: "when")
  )
  var color: ColorChoice = .auto

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write to a file; `sarif:out.sarif` writes one more form. May be repeated.",
      valueName: "file"
    )
  )
  var output: [String] = []

  @Option(help: ArgumentHelp("Only these rules, with commas between.", valueName: "rules"))
  var select: [String] = []

  @Option(help: ArgumentHelp("Not these rules, with commas between.", valueName: "rules"))
  var ignore: [String] = []

  @Option(help: ArgumentHelp("Show no more than so many errors.", valueName: "number"))
  var maxErrors: Int?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(name: .shortAndLong, help: "No remarks, only the answer.")
  var quiet = false

  var choice: FindingChoice {
    FindingChoice(
      format: format,
      color: color,
      outputs: output,
      selected: select,
      ignored: ignore,
      maximumErrors: maxErrors,
      isStrict: strict,
      quiet: quiet
    )
  }
}

/// In which forms problems are shown, and where they go, as understood.
struct FindingChoice: Equatable {
  var format: FindingForm = .text
  var color: ColorChoice = .auto
  var outputs: [String] = []
  var selected: [String] = []
  var ignored: [String] = []
  var maximumErrors: Int?
  var isStrict = false
  var quiet = false

  /// Each form that is asked for, and the file it goes to; `nil` for standard output.
  ///
  /// A file without a form in front takes the answer in place of standard output.
  ///
  /// - Throws: That a word before a colon is no form.
  func destinations() throws -> [(form: FindingForm, path: String?)] {
    var result: [(form: FindingForm, path: String?)] = []
    var hasAnswer = false
    for output in outputs {
      if let named = try form(of: output) {
        result.append(named)
      } else {
        hasAnswer = true
        result.append((format, output == "-" ? nil : output))
      }
    }
    return hasAnswer ? result : [(format, nil)] + result
  }

  /// The form and the file of `sarif:out.sarif`; `nil` for a file alone.
  private func form(of output: String) throws -> (form: FindingForm, path: String?)? {
    guard let colon = output.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let word = String(output[..<colon])
    let path = String(output[output.utf8.index(after: colon)...])
    if let form = FindingForm(rawValue: word) { return (form, path == "-" ? nil : path) }
    // A path is told from a form by its other signs.
    let isWord = word.utf8.allSatisfy { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A }
    guard isWord, word.utf8.count > 1 else { return nil }
    let forms = FindingForm.allCases.map(\.rawValue)
    var message = "there is no form “\(word)”"
    if let near = nearestNames(to: word, among: forms).first {
      message += "\n  did you mean `\(near):\(path)`?"
    }
    throw Failure(
      .usage,
      message + "\n  the forms are \(forms.joined(separator: ", "));"
        + " a file of that name is `./\(output)`"
    )
  }
}

extension FindingChoice {
  init(_ words: inout OptionReader) {
    format = words.option("--format", default: .text)
    color = words.option("--color", "--colour", default: .auto)
    outputs = words.options("--output", "-o")
    selected = words.options("--select")
    ignored = words.options("--ignore")
    maximumErrors = words.wholeNumber("--max-errors")
    isStrict = words.flag("--strict")
    quiet = words.flag("--quiet", "-q")
  }
}

/// The forms in which problems of files are shown.
enum FindingForm: String, ExpressibleByArgument, CaseIterable {
  case text, json, jsonl, github, gitlab, sarif, junit, tap
}
