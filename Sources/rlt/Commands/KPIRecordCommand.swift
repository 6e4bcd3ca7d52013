import ArgumentParser

/// Records readings.
struct KPIRecordCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Records a reading, or many at once.",
    usage: "rlt kpi record <kpi> <value> [<options>]",
    discussion: """
      EXAMPLES:
        rlt kpi record attendance --school Ketton --period "2016/17 T3" 97.2% \\
          --source "MIS export"
        rlt kpi record gov.staffing-spend --school Ketton --period 2016/17 awaited
        rlt kpi record fin.deficit --scope trust --period 2016/17 --value -2.8
        rlt kpi record --from-stdin < readings.csv

      From standard input: CSV with a header, or NDJSON; all readings are recorded, or none. \
      A reading is never overwritten: a later one for the same school and period supersedes it.

      Each school year has its own file. Should the computer stop between two of them, the next \
      edit says so, and `rlt undo` takes back the half.
      """
  )

  @Argument(help: ArgumentHelp("The KPI, by id or title.", valueName: "kpi"))
  var kpi: String?

  @Argument(
    help: ArgumentHelp("What was measured: 97.2%, Good, yes, awaited, …", valueName: "value")
  )
  var reading: String?

  @Option(
    help: ArgumentHelp("What was measured, where it begins with a minus.", valueName: "value")
  )
  var value: String?

  @Option(help: ArgumentHelp("The school.", valueName: "name"))
  var school: String?

  @Option(help: ArgumentHelp("trust, every-school or a comparator.", valueName: "name"))
  var scope: String?

  @Option(help: ArgumentHelp("2016/17, 2016/17 T3, July 2017 or 2017-03-31.", valueName: "period"))
  var period: String?

  @Option(help: ArgumentHelp("The strand of the KPI.", valueName: "name"))
  var strand: String?

  @Option(help: ArgumentHelp("The day it is recorded; today if left out.", valueName: "day"))
  var recorded: String?

  @Option(help: ArgumentHelp("On what it rests.", valueName: "text"))
  var basis: String?

  @Option(help: ArgumentHelp("Where it comes from.", valueName: "text"))
  var source: String?

  @Option(help: ArgumentHelp("Anything else to keep.", valueName: "text"))
  var note: String?

  @Option(help: ArgumentHelp("How many people were measured.", valueName: "number"))
  var cohort: String?

  @Option(help: ArgumentHelp("What it weighs in a total.", valueName: "number"))
  var weight: String?

  @Flag(help: "Read CSV or NDJSON from standard input.")
  var fromStdin = false

  @OptionGroup var workspace: WorkspaceOptions
  @OptionGroup var write: WriteOptions
  @OptionGroup var output: OutputOptions

  var request: KPIRecordRequest {
    var request = KPIRecordRequest(
      arguments: [kpi, reading].compactMap { $0 },
      workspace: workspace.choice,
      write: write.choice,
      output: output.choice
    )
    request.value = value
    request.school = school
    request.scope = scope
    request.period = period
    request.strand = strand
    request.recorded = recorded
    request.basis = basis
    request.source = source
    request.note = note
    request.cohort = cohort
    request.weight = weight
    request.fromStdin = fromStdin
    return request
  }
}
