public import PlanModel
internal import PlanSyntax

/// The text of a file of tests, for a person to check line by line.
///
/// - Parameters:
///   - tests: The tests.
///   - plan: The id of the plan.
/// - Returns: The text.
public func testFileText(_ tests: [BoundaryTest], ofPlan plan: String) -> String {
  var text = """
    # Made by `rlt test --generate`: after each value stands what comes of it now. Check that it is
    # what the trust means; put right what is not, here or in the plan. `rlt test` runs the tests.
    plan: \(written(plan))

    tests:

    """
  var used: Set<String> = []
  for test in tests {
    text += "  \(id(of: test, &used)):\n"
    text += "    # target: \(test.target)\n"
    text += test.amber.map { "    # amber: \($0)\n" } ?? ""
    text += "    kpi: \(written(test.kpi))\n"
    if let strand = test.strand { text += "    strand: \(written(strand))\n" }
    if case .school(let school) = test.scope { text += "    school: \(written(school))\n" }
    text += "    period: \(written(test.period.description))\n"
    text += "    as-of: \(test.asOf)\n"
    if !test.beside.isEmpty { text += "    given:\n" }
    for reading in test.beside {
      text += "      - scope: \(written(reading.scope.id))\n"
      text += "        period: \(written(reading.period.description))\n"
      text += "        value: \(written(reading.value))\n"
    }
    text += "    values:\n"
    for (value, result) in test.values {
      text += "      \(written(value)): \(result.rawValue)\n"
    }
  }
  return text
}

/// An id that no test before has: the KPI's, and what tells its targets apart.
private func id(of test: BoundaryTest, _ used: inout Set<String>) -> String {
  var id = test.kpi
  if !used.insert(id).inserted {
    id = suggestedID("\(test.kpi)-\(test.strand ?? test.scope.id)-\(test.period)")
    var number = 2
    let stem = id
    while !used.insert(id).inserted {
      id = "\(stem)-\(number)"
      number += 1
    }
  }
  return id
}

private func written(_ text: String) -> String {
  canBePlain(text, role: .value) ? text : doubleQuoted(text)
}
