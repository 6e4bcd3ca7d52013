public import PlanModel
internal import PlanSyntax
public import SourceText

/// A plan file as it stands before an edit: its bytes, and what they say.
public struct PlanDocument: Sendable {
  /// The file.
  public let file: SourceFile
  /// The trust of the plan.
  public let trust: Trust
  /// What the file says.
  public let plan: Plan
  let tree: SyntaxTree
  let findings: [Diagnostic]

  /// Reads a plan file in order to edit it.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - trust: The trust of the plan.
  /// - Throws: That the file holds no plan.
  public init(_ file: SourceFile, of trust: Trust) throws(EditProblem) {
    let read = PlanReading(file, of: trust)
    guard let plan = read.plan else {
      var problem = EditProblem(.file, "\(file.name) holds no plan that can be read")
      problem.diagnostics = read.findings.filter { $0.severity == .error }
      problem.file = file
      throw problem
    }
    self.file = file
    self.trust = trust
    self.plan = plan
    tree = read.tree
    findings = read.findings
  }
}

/// What a plan file says and what is wrong with it.
struct PlanReading {
  let tree: SyntaxTree
  let plan: Plan?
  let findings: [Diagnostic]
  let omittedCount: Int

  init(_ file: SourceFile, of trust: Trust) {
    let parsed = parsePlanText(file, id: FileID(0))
    let lowering = Lowering(planOf: trust, LoadOptions())
    let name = String(lastName(of: file.name).prefix { $0 != "." })
    let start = Place(FileID(0), TextRange(0, 0))
    let plan = lowering.lowerPlan(parsed.tree.root, at: start, name: name)
    if let plan { lowering.checkPlan(plan) }
    tree = parsed.tree
    self.plan = plan
    findings = parsed.diagnostics + lowering.findings
    omittedCount = parsed.omittedCount
  }
}

/// An edit of a plan that was found to do what was meant; nothing has been written yet.
public struct PlanEdit: Sendable {
  /// The file before.
  public let before: SourceFile
  /// The file after.
  public let after: SourceFile
  /// What is worth knowing about the new text: warnings that the file did not have before.
  public let remarks: [Diagnostic]
  /// The plan after.
  public let plan: Plan
}
