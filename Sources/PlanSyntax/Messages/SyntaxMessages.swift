internal import SourceText

func syntaxDiagnostics(_ problems: ArraySlice<Problem>, in tree: SyntaxTree) -> [Diagnostic] {
  problems.map {
    Diagnostic(
      DiagnosticID($0.code.id),
      $0.code.isWarning ? .warning : .error,
      $0.code.id,
      at: tree.place(of: TextRange(Int($0.lower), Int($0.upper)))
    )
  }
}
