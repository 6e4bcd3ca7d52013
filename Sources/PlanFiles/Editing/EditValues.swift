internal import PlanModel
internal import PlanSyntax
internal import SourceText

extension NewNode {
  /// A text that people read.
  static func prose(_ text: String) -> NewNode { .text(text, .prose) }

  /// Words that the plan understands, such as a target; they are quoted where they need it.
  static func word(_ text: String) -> NewNode { .text(text, .value) }

  /// One text, or a list of several.
  static func texts(_ texts: [String]) -> NewNode {
    if texts.count == 1, let only = texts.first { return .text(only) }
    return .list(texts.map { .text($0) })
  }
}

/// Refuses a text that says nothing.
func check(_ text: String, _ what: String) throws(EditProblem) {
  guard text.utf8.contains(where: { !$0.isSpace }) else {
    throw EditProblem(.request, "\(what) is empty")
  }
}

/// Refuses a school year outside a plan.
func checkYear(_ year: AcademicYear, of plan: Plan) throws(EditProblem) {
  guard plan.years.contains(year) else {
    var years = [plan.years.lowerBound]
    while let last = years.last, last < plan.years.upperBound { years.append(last.next) }
    throw EditProblem(
      .request,
      "\(year) lies outside the plan “\(plan.id)”"
        + "\n  its school years are \(years.map(\.description).joined(separator: ", "))"
    )
  }
}

/// Refuses an id that is not made of lower-case words, or is taken.
func checkNewID(
  _ id: String,
  _ noun: String,
  among taken: [String]
) throws(EditProblem) {
  guard isID(id) else {
    let better = suggestedID(id)
    throw EditProblem(
      .request,
      "“\(id)” is not an id: small letters and digits, joined by - and ."
        + (better.isEmpty ? "" : "\n  write \(better)")
    )
  }
  if taken.contains(id) { throw EditProblem(.request, "there is a \(noun) “\(id)” already") }
}
