import ArgumentParser
import PlanFiles
import PlanModel
import PlanReports

/// The pack that a board reads before it meets.
struct ReportBoardCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: "The board pack: exceptions, matrix, every priority, risks, and what is not known.",
    usage: "rlt report board [<options>]",
    discussion: """
      EXAMPLES:
        rlt report board --output pack.html           to open, to print, to send
        rlt report board --plan strategy-2018-2022 --output pack.html
        rlt report board --for "the trustees, 4 May 2017" --as-of 2017-03-31
        rlt report board --audience internal          with every figure and name
        rlt report board --output pack.json
      """
  )

  @Option(name: .customLong("for"), help: ArgumentHelp("Whom it is made for.", valueName: "words"))
  var readers: String = ReportBoardRequest.usualReaders

  @Option(
    help: ArgumentHelp("Compare with this day; without it, a year before.", valueName: "day")
  )
  var since: String?

  @OptionGroup var report: ReportOptions

  var request: ReportBoardRequest {
    ReportBoardRequest(readers: readers, since: since, report: report.choice(for: .board))
  }
}

/// The pack that a board reads, as asked for.
struct ReportBoardRequest: Request {
  static let usualReaders = "the board of trustees"

  var readers: String
  var since: String?
  var report: ReportChoice

  func run(on host: Host) throws -> ExitStatus {
    let levels = try FailingLevels(report.failOn)
    let session = try Session(report, on: host, load: .reports)
    let compared = try session.comparedSubjects(report, since: since)
    let packs = compared.map { BoardPack($0.subject, moves: $0.moves, readers: readers) }
    let answer = ReportAnswer(
      name: "Board pack",
      parts: { packs.map(boardReport) },
      rows: { verdictRows(packs.map(\.subject)) },
      json: { boardJSON(packs) }
    )
    try session.answer(answer, in: report.form)
    return session.ended(try levels.status(of: packs.map(\.subject), report.kpis))
  }
}

extension ReportBoardRequest {
  init(_ words: inout OptionReader) {
    readers = words.option("--for") ?? Self.usualReaders
    since = words.option("--since")
    report = ReportChoice(&words, for: .board)
  }
}
