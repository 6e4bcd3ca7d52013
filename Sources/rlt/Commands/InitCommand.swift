import ArgumentParser
import PlanFiles
import PlanModel

/// A new workspace.
struct InitCommand: HostCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin with a plan of your own: a trust file, a plan and readings, with comments.",
    usage: "rlt init [<folder>]",
    discussion: """
      EXAMPLES:
        rlt init our-trust          writes three small files into the folder our-trust,
                                    and two that help editors
        rlt init                    the same in the folder called data

      Nothing that is already there is changed.
      """
  )

  @Argument(
    help: ArgumentHelp("The folder of the trust; data if none is named.", valueName: "folder")
  )
  var folder: String?

  @Option(help: ArgumentHelp("The day that counts as today.", valueName: "day"))
  var today: String?

  var request: InitRequest { InitRequest(folder: folder, today: today) }
}

/// A new workspace, as asked for.
struct InitRequest: Request {
  var folder: String?
  var today: String?

  func run(on host: Host) throws -> ExitStatus {
    let folder = folder ?? "data"
    let path = folder.hasPrefix("/") ? folder : "\(host.folder)/\(folder)"
    let name = path.split(separator: "/").last.map { String($0) } ?? "our-trust"
    let year = SchoolCalendar().year(of: try day(host))
    var files = newWorkspace(named: name == "data" ? "our-trust" : name, from: year)
    // The first lines of the files lead editors to these, which need no network.
    for kind in [SchemaKind.plan, .trust] {
      let text = String(decoding: kind.schema, as: UTF8.self)
      files.append(NewFile(path: "schemas/\(kind.rawValue).schema.json", text: text))
    }
    let taken = files.filter { host.disk.kind(of: "\(path)/\($0.path)") != nil }
    if let first = taken.first {
      throw Failure(
        .sideEffect,
        "\(folder)/\(first.path) is already there; nothing was changed\n"
          + "  name another folder: `rlt init our-trust`"
      )
    }
    for file in files {
      let target = "\(path)/\(file.path)"
      if let problem = makeFolders(above: target)
        ?? FileOutput(path: target).write(Array(file.text.utf8))
      {
        throw Failure(.sideEffect, "\(folder)/\(file.path) could not be written: \(problem)")
      }
      host.print("wrote \(folder)/\(file.path)\n")
    }
    host.print("next: put in your own names and figures, then `rlt kpi status --data \(folder)`\n")
    return .success
  }

  private func day(_ host: Host) throws -> Day {
    guard let text = today ?? host.environment["RLT_TODAY"] else { return WallClock.today() }
    if let day = Day(text) { return day }
    throw Failure(.usage, "--today: “\(text)” is not a day; write it as 2017-03-31")
  }
}

extension InitRequest {
  init(_ words: inout OptionReader) {
    today = words.option("--today")
    folder = words.optionalArgument()
  }
}
