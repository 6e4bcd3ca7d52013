import ArgumentParser
import PlanModel
import PlanReports

/// What a report is about, and in which form it is given.
struct ReportOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("One school; may be repeated.", valueName: "name"))
  var school: [String] = []

  @Option(
    help: ArgumentHelp("Only these: red, amber, green, grey, no-reading, …", valueName: "names")
  )
  var status: [String] = []

  @Option(
    help: ArgumentHelp(
      "End with 1 if anything is red, amber (or red), stale or overdue.",
      valueName: "level"
    )
  )
  var failOn: [String] = []

  @Option(
    help: ArgumentHelp(
      "For whose eyes: without figures of few people and what would tell them. "
        + "Without it internal; the pack is for the board.",
      valueName: "who"
    )
  )
  var audience: Audience?

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var kpis: KPIOptions
  @OptionGroup var days: DayOptions

  @Option(
    help: ArgumentHelp(
      "The form of the report; without it, as the name of the file says, else text.",
      valueName: "form"
    )
  )
  var format: ReportFormat?

  @OptionGroup var destination: DestinationOptions

  @Flag(name: .shortAndLong, help: "No remarks, only the report.")
  var quiet = false

  var choice: ReportChoice { choice(for: .staff) }

  /// The choice, for these eyes where nobody says for whose.
  func choice(for usual: Audience) -> ReportChoice {
    ReportChoice(
      schools: school,
      statuses: status,
      failOn: failOn,
      audience: audience ?? usual,
      isAudienceNamed: audience != nil,
      workspace: workspace.choice,
      kpis: kpis.choice,
      days: days.choice,
      format: format,
      output: destination.choice(quiet: quiet)
    )
  }
}

/// What a report is about, and in which form it is given, as typed.
struct ReportChoice: Equatable {
  var schools: [String] = []
  var statuses: [String] = []
  var failOn: [String] = []
  var audience = Audience.staff
  /// Whether somebody said for whose eyes, so that it is not the usual.
  var isAudienceNamed = false
  var workspace = WorkspaceChoice()
  var kpis = KPIChoice()
  var days = DayChoice()
  var format: ReportFormat?
  var output = OutputChoice()

  /// The form: the one named, else the one that the name of the file says, else text.
  var form: ReportFormat { format ?? output.output.flatMap(ReportFormat.init(ofFile:)) ?? .text }
}

extension ReportChoice {
  /// Refuses a file whose name says a form that no report has.
  func checkFile() throws {
    guard format == nil, let file = output.output, let ending = ReportFormat.foreignEnding(of: file)
    else { return }
    let known = ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")
    throw Failure(
      .usage,
      "--output: no report is written as .\(ending); nothing was written\n"
        + "  forms: \(known), as in --output report.html; a browser prints a page as PDF"
    )
  }

  init(_ words: inout OptionReader, for usual: Audience = .staff) {
    schools = words.options("--school")
    statuses = words.options("--status")
    failOn = words.options("--fail-on")
    let named: Audience? = words.option("--audience")
    audience = named ?? usual
    isAudienceNamed = named != nil
    workspace = WorkspaceChoice(&words)
    kpis = KPIChoice(&words)
    days = DayChoice(&words)
    format = words.option("--format")
    output = OutputChoice(destination: &words)
  }
}

/// The forms in which reports are given.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case markdown
  case html
  case csv
  case json

  /// The end of a file's name where it says a form that no report has, such as `pdf`.
  static func foreignEnding(of path: String) -> String? {
    let name = path.lowercased()
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = String(name[name.utf8.index(after: dot)...])
    let foreign = [
      "pdf", "doc", "docx", "odt", "rtf", "xls", "xlsx", "ods", "ppt", "pptx", "odp", "xml", "yaml",
      "yml", "svg", "png", "jpg", "jpeg", "gif", "zip", "epub",
    ]
    return foreign.contains(ending) ? ending : nil
  }

  /// The form that the name of a file says; `nil` where it says none.
  init?(ofFile path: String) {
    let name = path.lowercased()
    switch name.utf8.lastIndex(of: UInt8(ascii: ".")).map({ String(name[$0...]) }) {
    case ".md", ".markdown": self = .markdown
    case ".html", ".htm": self = .html
    case ".csv": self = .csv
    case ".json": self = .json
    case ".txt": self = .text
    default: return nil
    }
  }
}
