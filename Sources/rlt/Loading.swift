import PlanFiles
import PlanModel
import SourceText

/// Loads the trusts that the options mean, of each the plans that are meant.
func loadTrusts(
  _ choice: WorkspaceChoice,
  on host: Host,
  _ load: LoadOptions,
  into files: inout SourceFiles
) throws -> [LoadedTrust] {
  let workspace = try workspace(choice, on: host)
  var load = load
  load.shownRelativeTo = host.folder
  if let plan = choice.plan { load.plans = .named(plan) }
  // A trust named by its folder is loaded alone; by any other name, all are loaded to look.
  let folder = workspace.trusts.first { path in
    path.utf8.split(separator: UInt8(ascii: "/")).last.map { String($0) } == choice.trust
  }
  let folders = folder.map { [$0] } ?? workspace.trusts
  let trusts = folders.map { loadTrust($0, from: host.disk, into: &files, load) }
  guard let name = choice.trust, folder == nil else { return trusts }
  var index = NameIndex<Int>()
  for (number, loaded) in trusts.enumerated() {
    let trust = loaded.trust
    index.add(number, label: trust.name, names: [trust.id, trust.name] + trust.aliases)
  }
  return [trusts[try found(index.match(name), name, "trust", among: index.labels)]]
}

/// The workspace that the options mean.
func workspace(_ choice: WorkspaceChoice, on host: Host) throws -> Workspace {
  do throws(WorkspaceNotFound) {
    return try findWorkspace(
      option: choice.data,
      environment: host.environment["RLT_DATA"],
      from: host.folder,
      in: host.disk
    )
  } catch {
    throw Failure(.unreadable, words(error))
  }
}

private func words(_ error: WorkspaceNotFound) -> String {
  var message = error.message
  if error.namedBy == nil {
    message += "\n  looked in:"
    for place in error.lookedIn { message += "\n    \(place)" }
  }
  return message + "\n  " + error.help
}

extension LoadOptions {
  /// The current plan with its readings.
  static var currentPlan: LoadOptions {
    var options = LoadOptions()
    options.plans = .current
    return options
  }

  /// The current plan without readings.
  static var currentPlanAlone: LoadOptions {
    var options = currentPlan
    options.loadsReadings = false
    return options
  }

  /// All plans without readings.
  static var plansAlone: LoadOptions {
    var options = LoadOptions()
    options.loadsReadings = false
    return options
  }
}
