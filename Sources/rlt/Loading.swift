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
  let wanted = schools.map { lettersAndDigits(Array($0.utf8)) }
  // A name with other letters than these can be spelt in more ways than a glance can tell.
  guard wanted.allSatisfy({ $0.map { !$0.isEmpty } ?? false }) else { return folders }
  let found = folders.filter { folder in
    let path = "\(folder)/trust.yaml"
    guard let bytes = try? host.disk.bytes(of: path, atMost: LoadOptions.maximumFileSize),
      let letters = lettersAndDigits(bytes)
    else { return true }
    return wanted.contains { name in holds(letters, name ?? []) }
  }
  return found.isEmpty ? folders : found
}

/// Letters in lower case and digits alone; `nil` for bytes with letters of other kinds.
private func lettersAndDigits(_ bytes: [UInt8]) -> [UInt8]? {
  var letters: [UInt8] = []
  letters.reserveCapacity(bytes.count)
  for byte in bytes {
    switch byte {
    case 0x30...0x39, 0x61...0x7A: letters.append(byte)
    case 0x41...0x5A: letters.append(byte | 0x20)
    case 0xC3...0xDF, 0xE0...0xE1, 0xE3...0xF7: return nil  // Not dashes, quotes or the pound.
    default: break
    }
  }
  return letters
}

/// Whether bytes hold other bytes in a row.
private func holds(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
  guard let first = wanted.first, wanted.count <= bytes.count else { return wanted.isEmpty }
  for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
    var length = 1
    while length < wanted.count, bytes[start + length] == wanted[length] { length += 1 }
    if length == wanted.count { return true }
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
    return options
  }
}
