internal import PlanModel
internal import SourceText

/// Says what is wrong with the value of a reading.
///
/// - Parameters:
///   - text: The value as typed.
///   - measure: What its KPI says of readings; `nil` where no plan has it.
///   - strand: The strand; empty or `nil` for the KPI as a whole.
///   - names: The names of the trust.
///   - place: Where the value stands.
/// - Returns: The problem; `nil` where the value can be read.
func valueProblem(
  _ text: String,
  _ measure: ReadingNames.Measure?,
  strand: String?,
  _ names: ReadingNames,
  at place: Place
) -> Diagnostic? {
  guard let measure, !measure.isEvidence else { return nil }
  let own = measure.ownStrands[strand ?? ""]
  guard !(own?.isScaleUnknown ?? measure.isScaleUnknown) else { return nil }
  let context = names.context(for: measure, strand: strand ?? "")
  // What another plan of the trust can read is no mistake.
  let others = own == nil ? names.contexts(for: measure).dropFirst() : []
  for other in [context] + others {
    if other.isScaleUnknown || fits(text, other) { return nil }
  }
  if let scale = own.map(\.scale) ?? measure.scale {
    // A grade of the scale that came after says nothing on this one, and is no mistake.
    if context.laterScale(with: text) != nil { return nil }
    let names = scale.levels.flatMap { level in [level.name] + level.aliases }
    let near = nearestNames(to: text, among: names)
    return Diagnostic(
      .valueGrade,
      "'\(text)' is not a grade of \(scale.title)",
      at: place,
      label: near.isEmpty ? "" : "did you mean `\(near[0])`?",
      help: "the grades are, best first: "
        + scale.levels.prefix(12).map { "`\($0.name)`" }.joined(separator: ", ")
    )
  }
  let counts = context.unit.map { "in \($0.text)" } ?? "without a unit"
  return Diagnostic(
    .valueUnit,
    "'\(text)' is not a value \(counts)",
    at: place,
    label: "expected a figure \(counts), `yes`, `no` or a word such as `all`",
    help: pointForComma(text).map { "write `\($0)`: a comma divides thousands only" }
      ?? "write the figure alone, a code such as `SUPP`, or leave it empty and add a note"
  )
}
