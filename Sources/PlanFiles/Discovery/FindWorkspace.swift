/// The folder that `rlt` works on: one trust folder, or a folder of trust folders.
public struct Workspace: Sendable, Hashable {
  /// The folder.
  public var folder: String
  /// The trust folders in it, in the order of their names; the folder itself for a single trust.
  public var trusts: [String]

  /// Creates a workspace from its folder and the trust folders in it.
  public init(folder: String, trusts: [String]) {
    self.folder = folder
    self.trusts = trusts
  }
}

/// Why there is no workspace.
public struct WorkspaceNotFound: Error, Sendable, Hashable {
  /// Where it was looked for, in order.
  public var lookedIn: [String]
  /// Which choice it was that named the only place to look in.
  public var namedBy: Choice?

  /// Creates the error from where it was looked and which choice named the place.
  public init(lookedIn: [String], namedBy: Choice?) {
    self.lookedIn = lookedIn
    self.namedBy = namedBy
  }

  /// The ways to name a workspace.
  public enum Choice: String, Sendable, Hashable {
    /// The option `--data`.
    case option = "--data"
    /// The environment variable `RLT_DATA`.
    case environment = "RLT_DATA"
  }

  /// What went wrong, in one line.
  public var message: String {
    if let namedBy {
      return "\(namedBy.rawValue) names \(lookedIn.first ?? "nothing"), which holds no trust.yaml"
    }
    return "no trust.yaml was found in this folder, its `data` folder or those above it"
  }

  /// What to do next, in one line.
  public var help: String {
    "name the folder with `--data DIR`, or begin a new one with `rlt init`"
  }
}

/// Finds the workspace: `--data`, else `RLT_DATA`, else the nearest of `.` and its parents.
///
/// - Parameters:
///   - option: The value of `--data`, if it was given.
///   - environment: The value of `RLT_DATA`, if it is set and not empty.
///   - folder: The absolute path of the folder to start from.
///   - fileSystem: Where to look.
/// - Returns: The workspace.
/// - Throws: Where it was looked for in vain.
public func findWorkspace(
  option: String?,
  environment: String?,
  from folder: String,
  in fileSystem: some FileSystem
) throws(WorkspaceNotFound) -> Workspace {
  let named: (path: String, choice: WorkspaceNotFound.Choice)? =
    if let option {
      (option, .option)
    } else if let environment, !environment.isEmpty {
      (environment, .environment)
    } else {
      nil
    }
  if let named {
    guard let found = workspace(at: named.path, fileSystem) else {
      throw WorkspaceNotFound(lookedIn: [named.path], namedBy: named.choice)
    }
    return found
  }
  var lookedIn: [String] = []
  var here = folder
  while true {
    for path in [here, joined(here, "data")] {
      lookedIn.append(path)
      if let found = workspace(at: path, fileSystem) { return found }
    }
    guard let parent = parent(of: here) else { break }
    here = parent
  }
  throw WorkspaceNotFound(lookedIn: lookedIn, namedBy: nil)
}

/// The workspace at a path, if the folder there is one.
private func workspace(at path: String, _ fileSystem: some FileSystem) -> Workspace? {
  if fileSystem.kind(of: joined(path, "trust.yaml")) == .file {
    return Workspace(folder: path, trusts: [path])
  }
  guard let names = try? fileSystem.names(in: path) else { return nil }
  let trusts = names.filter { fileSystem.kind(of: joined(path, "\($0)/trust.yaml")) == .file }
  guard !trusts.isEmpty else { return nil }
  return Workspace(folder: path, trusts: sortedNames(trusts).map { joined(path, $0) })
}

/// Names in the order of their bytes, the same on every machine.
public func sortedNames(_ names: [String]) -> [String] {
  names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// A path with a name after it.
func joined(_ folder: String, _ name: String) -> String {
  if folder.isEmpty || folder == "." { return name }
  return folder.utf8.last == UInt8(ascii: "/") ? folder + name : folder + "/" + name
}

/// The folder that holds a folder; `nil` for the outermost.
private func parent(of folder: String) -> String? {
  var parts = folder.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
  guard parts.popLast() != nil else { return nil }
  let isAbsolute = folder.utf8.first == UInt8(ascii: "/")
  guard isAbsolute || !parts.isEmpty else { return nil }
  let rest = parts.map { String($0) ?? "" }.joined(separator: "/")
  return isAbsolute ? "/" + rest : rest
}

/// The last name of a path.
func lastName(of path: String) -> String {
  let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
  return parts.last.flatMap { String($0) } ?? path
}
