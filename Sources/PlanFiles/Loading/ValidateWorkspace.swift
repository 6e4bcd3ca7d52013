public import SourceText

/// What is wrong with a workspace.
public struct Validation: Sendable {
  /// The trusts, in the order of their folders.
  public var trusts: [LoadedTrust]
  /// Every problem of every file, in the order of files and positions.
  public var diagnostics: [Diagnostic]
  /// How many further problems there are, too many to list.
  public var omittedCount: Int

  /// Whether one of the problems is an error.
  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Loads everything in a workspace and gathers every problem of every file.
///
/// - Parameters:
///   - workspace: The workspace.
///   - fileSystem: Where files are read.
///   - files: Takes the files, so that places can be shown.
///   - shownRelativeTo: The folder that paths in messages are relative to, when they lie in it.
/// - Returns: The trusts and all problems.
public func validateWorkspace(
  _ workspace: Workspace,
  from fileSystem: some FileSystem,
  into files: inout SourceFiles,
  shownRelativeTo: String? = nil
) -> Validation {
  var options = LoadOptions()
  options.shownRelativeTo = shownRelativeTo
  var trusts: [LoadedTrust] = []
  for folder in workspace.trusts {
    trusts.append(loadTrust(folder, from: fileSystem, into: &files, options))
  }
  return Validation(
    trusts: trusts,
    diagnostics: trusts.flatMap(\.diagnostics),
    omittedCount: trusts.reduce(0) { $0 + $1.omittedCount }
  )
}
