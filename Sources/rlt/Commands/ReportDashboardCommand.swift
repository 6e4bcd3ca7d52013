import ArgumentParser
import Documents
import Glibc
import PlanFiles
import PlanModel
import PlanReports

/// A small site to open in a browser.
struct ReportDashboardCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard",
    abstract:
      "A folder of linked pages: an overview, each school, each priority, silence, actions.",
    usage: "rlt report dashboard --output <folder> [<options>]",
    discussion: """
      EXAMPLES:
        rlt report dashboard --output site/           then open site/index.html
        rlt report dashboard --trust rutland --output site/ --as-of 2017-03-31

      The pages need no network. Only pages that differ are written anew; files that rlt did not
      write are left alone.
      """
  )

  @OptionGroup var workspace: WorkspaceOptions

  @Option(
    help: ArgumentHelp("Compare with this day; without it, a year before.", valueName: "day")
  )
  var since: String?

  @OptionGroup var days: DayOptions

  @Option(
    help: ArgumentHelp(
      "For whose eyes: without figures of few people and what would tell them.",
      valueName: "who"
    )
  )
  var audience: Audience = .staff

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var output: String?

  @Flag(name: .shortAndLong, help: "No remarks and no bar.")
  var quiet = false

  var request: ReportDashboardRequest {
    ReportDashboardRequest(
      workspace: workspace.choice,
      since: since,
      days: days.choice,
      audience: audience,
      output: output,
      quiet: quiet
    )
  }
}

/// A small site, as asked for.
struct ReportDashboardRequest: Request {
  var workspace: WorkspaceChoice
  var since: String?
  var days: DayChoice
  var audience: Audience
  var output: String?
  var quiet: Bool

  func run(on host: Host) throws -> ExitStatus {
    guard let output, !output.isEmpty, output != "-" else {
      throw Failure(.usage, "which folder? name it with --output, as in --output site")
    }
    if audience == .school {
      throw Failure(
        .usage,
        "--audience: a site is of the whole trust, and so for no school alone\n"
          + "  try: rlt report school --school <name> --audience school --output school.html"
      )
    }
    var report = ReportChoice()
    report.workspace = workspace
    report.days = days
    report.audience = audience
    report.output.quiet = quiet
    let session = try Session(report, on: host, load: .reports)
    let compared = try session.comparedSubjects(report, since: since)
    let site = Site(
      compared.map { subject, moves in
        Dashboard(subject, moves: moves, isOneOfSeveral: compared.count > 1)
      }
    )
    let result: SiteFolder.Result
    do throws(WriteProblem) {
      result = try write(site, to: absolutePath(output, in: host.folder), on: host)
    } catch {
      throw error.failure
    }
    if !quiet { tell(site, result, in: output, on: host) }
    return session.ended(.success)
  }

  /// Writes the pages, as many at a time as there are cores.
  private func write(
    _ site: Site,
    to path: String,
    on host: Host
  ) throws(WriteProblem) -> SiteFolder.Result {
    let folder = try SiteFolder(path, pages: site.paths)
    var bar = ProgressBar(site.paths.count, "pages", on: host, isQuiet: quiet)
    bar.show(0)
    let pages = inParallel(count: site.paths.count, threads: host.threads) { number in
      folder.write(site.paths[number]) { HTMLRenderer().render(site.page(number)) }
    } watch: {
      bar.show($0)
    }
    bar.end()
    return try folder.finish(pages)
  }

  private func tell(_ site: Site, _ result: SiteFolder.Result, in output: String, on host: Host) {
    let count = site.paths.count
    var words = "\(output)\(output.hasSuffix("/") ? "" : "/")index.html and "
    words += count == 2 ? "1 other page" : "\(count - 1) other pages"
    words += result.changed == count ? "" : "; \(result.changed) new or changed"
    let removed = result.removed.count
    if removed > 0 { words += "; \(removed) removed that did not belong any more" }
    host.print(words + ".\n")
    if !result.left.isEmpty {
      host.remark(
        "rlt: left as they are, because they were changed by hand: "
          + result.left.joined(separator: ", ")
      )
    }
  }
}

/// The pages of a site, by number.
private struct Site: Sendable {
  private let dashboards: [Dashboard]
  private let owners: [(dashboard: Int, page: Int)]
  /// The paths of the pages, the overview first.
  let paths: [String]

  init(_ dashboards: [Dashboard]) {
    self.dashboards = dashboards
    var owners: [(dashboard: Int, page: Int)] = []
    var paths: [String] = dashboards.count > 1 ? ["index.html"] : []
    for (number, dashboard) in dashboards.enumerated() {
      for page in 0..<dashboard.count {
        owners.append((number, page))
        paths.append(dashboard.path(of: page))
      }
    }
    self.owners = owners
    self.paths = paths
  }

  func page(_ number: Int) -> Page {
    let first = paths.count - owners.count
    if number < first { return trustIndex(dashboards) }
    let owner = owners[number - first]
    return dashboards[owner.dashboard].page(owner.page)
  }
}

extension ReportDashboardRequest {
  init(_ words: inout OptionReader) {
    workspace = WorkspaceChoice(&words)
    since = words.option("--since")
    days = DayChoice(&words)
    audience = words.option("--audience", default: .staff)
    output = words.option("--output", "-o")
    quiet = words.flag("--quiet", "-q")
  }
}
