import PlanFiles

/// Loads the trusts that the options mean.
func loadTrusts(_ options: WorkspaceChoice, on host: Host) throws -> [LoadedTrust] {
  let files = LocalFileSystem()
  do throws(WorkspaceNotFound) {
    _ = try findWorkspace(
      option: options.data,
      environment: host.environment["RLT_DATA"],
      from: LocalFileSystem.currentFolder(),
      in: files
    )
  } catch {
    let places =
      error.namedBy == nil
      ? "\n  looked in: " + error.lookedIn.joined(separator: "\n             ") : ""
    throw Failure(.unreadable, "\(error.message)\(places)\n  \(error.help)")
  }
  return []
}

extension Session {
  func validate(_ paths: [String]) throws -> ExitStatus { .success }
}
