internal import SourceText

/// The problem of a file that holds no text, which stands for all that is wrong with it.
///
/// - Parameters:
///   - foreign: What it is.
///   - kind: What was expected.
///   - place: The beginning of the file.
/// - Returns: The problem.
func noText(_ foreign: ForeignFile, _ kind: TrustFileKind?, at place: Place) -> Diagnostic {
  Diagnostic(
    "not-text",
    .error,
    foreign.message,
    at: place,
    help: kind == .readings
      ? "open it in the spreadsheet and save it as \"CSV UTF-8 (comma delimited)\""
      : "open it in its own program and save it as plain text (UTF-8)"
  )
}
