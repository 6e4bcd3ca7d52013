import PlanFiles
import PlanModel
import SourceText

/// Loads the trusts that the options mean, of each the plans that are meant.
func loadTrusts(
  _ choice: WorkspaceChoice,
  on host: Host,
  _ load: LoadOptions,
  mentioning schools: [String] = [],
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
  let folders = folder.map { [$0] } ?? mentioning(schools, workspace.trusts, on: host)
  let trusts = folders.map { loadTrust($0, from: host.disk, into: &files, load) }
  guard let name = choice.trust, folder == nil else { return trusts }
  var index = NameIndex<Int>()
  for (number, loaded) in trusts.enumerated() {
    let trust = loaded.trust
    index.add(number, label: trust.name, names: [trust.id, trust.name] + trust.aliases)
  }
  return [trusts[try found(index.match(name), name, "trust", among: index.labels)]]
}

/// The trust folders whose `trust.yaml` holds the letters of a school's name; all where none does.
///
/// A glance at the bytes, so that a question about one school does not load every other trust.
private func mentioning(_ schools: [String], _ folders: [String], on host: Host) -> [String] {
  if schools.isEmpty || folders.count < 2 { return folders }
  // A name with other letters than these can be spelt in more ways than a glance can tell.
  guard schools.allSatisfy({ $0.utf8.allSatisfy { $0 < 0x80 } }) else { return folders }
  let wanted = schools.map { $0.utf8.map(folded).filter { $0 != 0 } }
  guard wanted.allSatisfy({ !$0.isEmpty }) else { return folders }
  let found = folders.filter { folder in
    let path = "\(folder)/trust.yaml"
    guard let bytes = try? host.disk.bytes(of: path, atMost: LoadOptions.maximumFileSize)
    else { return true }
    return wanted.contains { mayHold(bytes.span, $0.span) }
  }
  return found.isEmpty ? folders : found
}

/// A letter in lower case or a digit; 0 for anything else, which names are compared without.
private func folded(_ byte: UInt8) -> UInt8 {
  if (byte | 0x20) &- 0x61 < 26 { return byte | 0x20 }
  return byte &- 0x30 < 10 ? byte : 0
}

/// Whether a file holds the letters and digits of a name in a row, or letters that could be read
/// as them.
private func mayHold(_ bytes: Span<UInt8>, _ name: Span<UInt8>) -> Bool {
  let first = name[0]
  let capital = first & 0xDF
  for start in bytes.indices {
    let byte = bytes[start]
    // Letters outside a to z; not dashes, quotation marks and the pound sign.
    if byte >= 0xC3, byte != 0xE2 { return true }
    guard byte == first || byte == capital, folded(byte) == first else { continue }
    var length = 1
    var at = start + 1
    while length < name.count, at < bytes.count {
      let next = folded(bytes[at])
      if next == name[length] { length += 1 } else if next != 0 { break }
      at += 1
    }
    if length == name.count { return true }
  }
  return false
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
  /// The current plan with its readings; those that no KPI asks for are for `rlt validate`.
  static var currentPlan: LoadOptions {
    var options = LoadOptions()
    options.plans = .current
    options.checksReadings = false
    options.loadsRecipients = false
    return options
  }

  /// The current plan with its readings, as far as verdicts rest on it.
  static var verdicts: LoadOptions {
    var options = currentPlan
    options.loadsWork = false
    options.loadsEntities = false
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
    options.loadsRecipients = false
    return options
  }
}
