internal import PlanSyntax
public import SourceText

/// Why an edit is not made; nothing has been written.
public struct EditProblem: Error, Sendable {
  /// What sort of reason it is.
  public var kind: Kind
  /// What is wrong, without a full stop; further lines say what to do.
  public var message: String
  /// The problems that the file would have after the edit, or that were found in what was given.
  public var diagnostics: [Diagnostic] = []
  /// The file in which the problems stand: the file as it would be, or the input.
  public var file: SourceFile?

  /// The sorts of reasons.
  public enum Kind: Sendable, Hashable {
    /// What was asked for cannot be: a name of nothing, a value that does not fit.
    case request
    /// The file is such that it cannot be edited here.
    case file
    /// The edit would not have done what was meant: a fault of this program.
    case fault
  }

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}

extension EditProblem {
  /// Why the tree could not be edited, in words.
  init(_ refused: EditRefused, at what: String) {
    switch refused {
    case .nameExists:
      self.init(.request, "\(what) is there already")
    case .cannotBeWritten:
      self.init(
        .request,
        "\(what) holds a character that cannot be seen, or is too long for a name"
          + "\n  type it again, without what was pasted with it"
      )
    case .wouldLoseComments:
      self.init(
        .file,
        "comments stand within \(what) and would be lost"
          + "\n  move them to lines of their own, or make this change in an editor"
      )
    case .notEditable:
      self.init(
        .file,
        "\(what) is written in a way that cannot be edited here"
          + "\n  `rlt validate` says whether it can be read; otherwise change it in an editor"
      )
    case .wouldNotReadBack: self = .fault(what)
    }
  }

  /// What is said where an edit did not come out as it was meant.
  static func fault(_ what: String) -> EditProblem {
    EditProblem(
      .fault,
      "the edit of \(what) would not read back as it was meant, so nothing was written"
        + "\n  this is a fault of rlt: please report it, with the command and the file"
    )
  }
}
