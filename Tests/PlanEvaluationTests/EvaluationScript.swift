import PlanEvaluation
import PlanModel
import SourceText
import Testing

/// A script in the words of the domain: what is given, on which day, and what is expected.
///
/// `Scripts/README.md` lists the lines. Each `scenario` starts with an empty trust.
struct EvaluationScript {
  /// One scenario: its name and its lines with their numbers.
  struct Scenario: CustomTestStringConvertible {
    var file: String
    var name: String
    var lines: [(number: Int, text: String)] = []

    var testDescription: String { "\(file): \(name)" }
  }

  static func scenarios(_ text: String, file: String) -> [Scenario] {
    var scenarios: [Scenario] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let code = line.hasPrefix("#") ? "" : String(line)
      if code.hasPrefix("scenario ") {
        scenarios.append(Scenario(file: file, name: String(code.dropFirst(9))))
      } else if !code.allSatisfy({ $0 == " " }), !scenarios.isEmpty {
        scenarios[scenarios.count - 1].lines.append((index + 1, code))
      }
    }
    return scenarios
  }

  private var world = World()
  private var words = ScriptWords()
  private var evaluation: Evaluation?
  /// Expectations that did not come true.
  private(set) var problems: [String] = []
  /// How many expectations were checked.
  private(set) var checked = 0

  init(_ scenario: Scenario) {
    for (number, line) in scenario.lines {
      do {
        if let problem = try run(line) {
          problems.append("\(scenario.file):\(number): \(line)\n  \(problem)")
        }
      } catch {
        problems.append("\(scenario.file):\(number): \(line)\n  not understood: \(error)")
      }
    }
  }

  private mutating func run(_ line: String) throws -> String? {
    let word = String(line.prefix { $0 != " " })
    let rest = String(line.dropFirst(word.count + 1))
    switch word {
    case "plan":
      let years = rest.split(separator: " to ").compactMap { AcademicYear(String($0)) }
      world.years = years[0]...years[1]
    case "terms":
      let parts = rest.split(separator: ": ").map(String.init)
      let ends = try parts[1].split(separator: " to ").map { try words.day(String($0)) }
      world.trust.calendar.declared[try words.period(parts[0])] = ends[0]...ends[1]
    case "school": world.trust.schools.append(try school(rest))
    case "inspection": try inspect(rest)
    case "scale": addScale(rest)
    case "word": addWord(rest)
    case "comparator": try addComparator(rest)
    case "reading": try addReading(rest)
    case "when":
      let parts = rest.split(separator: " ").map(String.init)
      let other = parts.count > 2 ? try words.day(parts[2]) : nil
      evaluation = world.evaluation(
        EvaluationRequest(
          asOf: try words.day(parts[0]),
          knownAt: parts.contains("known") ? other : nil,
          today: parts.contains("today") ? other : nil
        )
      )
    case "expect": return try check(rest)
    default: try describeKPI(word, rest)
    }
    return nil
  }

  // MARK: - Given

  /// The text after a key in a list of `key value` parts divided by commas.
  private func options(_ text: String) -> [(key: String, value: String)] {
    text.split(separator: ",").map { part in
      let trimmed = part.drop { $0 == " " }
      let key = trimmed.prefix { $0 != " " }
      return (String(key), String(trimmed.dropFirst(key.count + 1)))
    }
  }

  private func school(_ text: String) throws -> School {
    let id = String(text.prefix { $0 != " " && $0 != "," })
    var school = School(id: id, name: id, at: nowhere)
    for (key, value) in options(String(text.dropFirst(id.count + 1))) {
      switch key {
      case "candidate": school.membership = .candidate
      case "joined": school.joined = Sourced(try words.period(value), at: nowhere)
      case "left": school.left = Sourced(try words.period(value), at: nowhere)
      case "phase": school.phase = value
      case "church": school.church = value == "yes"
      default: throw ScriptWords.NotUnderstood(description: key)
      }
    }
    return school
  }

  private mutating func inspect(_ text: String) throws {
    let parts = text.split(separator: " ", maxSplits: 2).map(String.init)
    let period = Sourced(try words.period(parts[1]), at: nowhere)
    for index in world.trust.schools.indices where world.trust.schools[index].id == parts[0] {
      world.trust.schools[index].inspections.append(Inspection(on: period, section: parts[2]))
    }
  }

  private mutating func addScale(_ text: String) {
    let parts = text.split(separator: ": ").map(String.init)
    let all = options(parts[1])
    var levels: [Scale.Level] = []
    var scale = Scale(id: parts[0], title: parts[0], levels: [], at: nowhere)
    for (key, value) in all {
      switch key {
      case "from": scale.from = Day(value)
      case "until": scale.until = Day(value)
      case "successor": scale.successor = value
      case "unordered": scale.isOrdered = false
      default: levels.append(Scale.Level(value.isEmpty ? key : "\(key) \(value)"))
      }
    }
    scale.levels = levels
    world.trust.scales.append(scale)
    words.scale = scale
  }

  private mutating func addWord(_ text: String) {
    let parts = text.split(separator: " means ").map(String.init)
    let bound = parts.count > 1 ? words.bound(parts[1]) : nil
    world.trust.quantifierWords.append(QuantifierWord(parts[0], meaning: bound, at: nowhere))
  }

  private mutating func addComparator(_ text: String) throws {
    let id = String(text.prefix { $0 != " " && $0 != "," })
    var comparator = Comparator(id: id, name: id, at: nowhere)
    for (key, value) in options(String(text.dropFirst(id.count + 1))) {
      switch key {
      case "well-above": comparator.wellAbove = words.quantity(value)
      case "in-line": comparator.inLine = words.quantity(value)
      case "period": comparator.period = Sourced(try words.period(value), at: nowhere)
      default: comparator.closeTo = words.quantity(value)
      }
    }
    world.trust.comparators.append(comparator)
    words.comparators.append(id)
  }

  private mutating func addReading(_ text: String) throws {
    guard let colon = text.firstRange(of: ": ") else {
      throw ScriptWords.NotUnderstood(description: "a reading needs a colon")
    }
    var head = text[..<colon.lowerBound].split(separator: " ").map(String.init)
    var value = String(text[colon.upperBound...])
    var recorded: Day?
    var weight: ExactNumber?
    if let range = value.firstRange(of: ", weight ") {
      weight = ExactNumber(String(value[range.upperBound...]))
      value = String(value[..<range.lowerBound])
    }
    if let range = value.firstRange(of: ", recorded ") {
      recorded = try words.day(String(value[range.upperBound...]))
      value = String(value[..<range.lowerBound])
    }
    let scope = head.removeFirst()
    var period: Period?
    var taken = 2
    while period == nil, taken > 0 {
      period = words.maybePeriod(head.suffix(taken).joined(separator: " "))
      if period == nil { taken -= 1 }
    }
    guard let period else { throw ScriptWords.NotUnderstood(description: "no period") }
    let place = Place(FileID(1), TextRange(world.readings.count, world.readings.count + 1))
    world.readings.append(
      Reading(
        kpi: world.kpi.id,
        strand: head.dropLast(taken).first,
        scope: self.scope(scope),
        period: period,
        value: words.value(value),
        text: value.hasPrefix("unreadable ") ? String(value.dropFirst(11)) : value,
        recorded: recorded,
        weight: weight,
        at: place
      )
    )
  }

  private func scope(_ id: String) -> Scope {
    switch id {
    case "trust": .trust
    case "every-school": .everySchool
    default: words.comparators.contains(id) ? .comparator(id) : .school(id)
    }
  }

  private func target(_ text: String) throws -> Target {
    var target = Target(
      text,
      try words.condition(text.replacing(" (assumed)", with: "")),
      at: nowhere
    )
    target.operatorAssumed = text.hasSuffix(" (assumed)")
    return target
  }

  private func better(_ word: String) -> Sourced<Better>? {
    Better(rawValue: word).map { Sourced($0, at: nowhere) }
  }

  private mutating func describeKPI(_ word: String, _ rest: String) throws {
    switch word {
    case "kpi": world.kpis.append(KPI(id: rest, title: rest, at: nowhere))
    case "unit": world.kpi.unit = Unit(rest)
    case "graded":
      world.kpi.scale = Sourced(rest, at: nowhere)
      words.scale = world.trust.scales.first { $0.id == rest }
    case "better": world.kpi.better = better(rest)
    case "level": world.kpi.level = rest == "trust" ? .trust : .school
    case "target": world.kpi.target = try target(rest)
    case "from":
      let parts = rest.split(separator: ": ", maxSplits: 1).map(String.init)
      guard let year = AcademicYear(parts[0]) else {
        throw ScriptWords.NotUnderstood(description: parts[0])
      }
      world.kpi.targetsByYear.append((year, try target(parts[1])))
    case "override":
      let parts = rest.split(separator: ": ", maxSplits: 1).map(String.init)
      let texts = parts[1].split(separator: ", until ").map(String.init)
      var override = TargetOverride(parts[0], try target(texts[0]))
      override.until = texts.count > 1 ? try words.day(texts[1]) : nil
      override.reason = "agreed"
      world.kpi.overrides.append(override)
    case "amber":
      let isDistance = rest.hasPrefix("within ") && !rest.contains(" of ")
      let distance = isDistance ? words.quantity(String(rest.dropFirst(7))) : nil
      let rule: Amber.Rule =
        if let distance { .within(distance) } else { .condition(try words.condition(rest)) }
      world.kpi.amber = Amber(rest, rule, at: nowhere)
    case "for": world.kpi.quantifier = try words.quantifier(rest)
    case "by": world.kpi.deadline = words.deadline(rest)
    case "window":
      let parts = rest.split(separator: " ").map(String.init)
      guard parts.count == 2, let length = Int(parts[0]), let unit = Window.Unit(rawValue: parts[1])
      else { throw ScriptWords.NotUnderstood(description: rest) }
      world.kpi.window = Window(rest, length, unit, at: nowhere)
    case "frequency":
      world.kpi.frequency = Frequency(rawValue: rest).map { Sourced($0, at: nowhere) }
    case "strand":
      let parts = rest.split(separator: ": ", maxSplits: 1).map(String.init)
      let own = parts.count > 1 ? try target(parts[1]) : nil
      world.kpi.strands.append(
        KPI.Strand(id: parts[0], title: parts[0], target: own, at: nowhere)
      )
    case "strand-unit", "strand-graded", "strand-better":
      let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
      for index in world.kpi.strands.indices where world.kpi.strands[index].id == parts[0] {
        if word == "strand-unit" {
          world.kpi.strands[index].unit = Unit(parts[1])
        } else if word == "strand-better" {
          world.kpi.strands[index].better = better(parts[1])
        } else {
          world.kpi.strands[index].scale = Sourced(parts[1], at: nowhere)
          words.scale = world.trust.scales.first { $0.id == parts[1] }
        }
      }
    case "valid":
      let ends = try rest.split(separator: " to ").map { try words.period(String($0)) }
      world.kpi.valid = KPI.Validity(from: ends[0], to: ends[1], at: nowhere)
    case "applies-to":
      var predicate = SchoolPredicate(at: nowhere)
      for (key, value) in options(rest) {
        switch key {
        case "church": predicate.church = value == "yes"
        case "phase": predicate.phases.append(value)
        default: predicate.schools.append(value)
        }
      }
      world.kpi.appliesTo = predicate
    case "same-as": world.kpi.sameAs = Sourced(rest, at: nowhere)
    case "question": world.kpi.question = rest
    case "mistake": world.kpi.mistake = nowhere
    case "reference": world.kpi.reference = rest
    case "exception":
      world.kpi.exceptions.append(
        KPI.CapException(
          period: try words.period(rest),
          by: "Chair of Trustees",
          on: nil,
          reason: "leadership has changed",
          at: nowhere
        )
      )
    default: throw ScriptWords.NotUnderstood(description: word)
    }
  }

  // MARK: - Expected

  private mutating func check(_ text: String) throws -> String? {
    checked += 1
    guard let evaluation else { return "there is no `when` before it" }
    if text == "plan ended" { return evaluation.planEnded ? nil : "the plan has not ended" }
    let halves = text.split(separator: " because ").map(String.init)
    let parts = options(halves[0])
    let scope = parts[0].key.split(separator: "/").map(String.init)
    guard
      let verdict = evaluation.verdict(
        world.kpis.count - 1,
        scope[0],
        scope.count > 1 ? scope[1] : nil
      )
    else { return "there is no such verdict" }
    var outcome = verdict.outcome.name
    if let hollow = verdict.staleOutcome { outcome += " \(hollow.name)" }
    if outcome != parts[0].value { return "found \(outcome): \(describe(verdict))" }
    for (key, value) in parts.dropFirst() {
      let found: String
      switch key {
      case "margin":
        found =
          verdict.margin.map {
            "\($0.amount)\($0.isLevels ? " levels" : "")\($0.isStrict ? " strict" : "")"
          } ?? "none"
      case "due": found = verdict.due?.description ?? "none"
      case "met":
        found = verdict.members.map { "\($0.met) of \($0.of)" } ?? "none"
      case "unknown": found = verdict.members.map { "\($0.unknown)" } ?? "none"
      case "read": found = verdict.reading?.text ?? "none"
      case "status": found = verdict.status.rawValue
      default: throw ScriptWords.NotUnderstood(description: key)
      }
      if found != value { return "found \(key) \(found): \(describe(verdict))" }
    }
    if halves.count > 1 {
      var facts = verdict.reasons.map(\.fact.words)[...]
      for wanted in halves[1].split(separator: ", ").map(String.init) {
        guard let index = facts.firstIndex(of: wanted) else {
          return "the proof lacks '\(wanted)' in its place: \(describe(verdict))"
        }
        facts = facts[(index + 1)...]
      }
    }
    return nil
  }

  private func describe(_ verdict: Verdict) -> String {
    verdict.reasons.map(\.fact.words).joined(separator: ", ")
  }
}
