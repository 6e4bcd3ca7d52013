import FoundationEssentials
import PlanFiles
import PlanModel
import SourceText
import TestSupport
import Testing

/// One row of a table of facts: what a source document says, and where the data must have it.
private struct Fact: CustomStringConvertible {
  var kind: String
  var id: String
  var strand: String
  var scope: String
  var period: String
  var value: String
  var line: String
  var words: String

  var description: String { "\(kind) \(id) \(strand) \(scope) \(period) \(value) (line \(line))" }
}

/// The tables, each with the folder of its trust and its plan.
private let tables: [(file: String, folder: String, seed: String)] = [
  ("rutland-2016.tsv", "rutland", "000"), ("rutland-2018.tsv", "rutland", "001"),
  ("owls.tsv", "owls", "002"), ("teaching-school-alliance.tsv", "teaching-school-alliance", "003"),
  ("learning-together.tsv", "learning-together", "004"),
]

private func facts(_ file: String) throws -> [Fact] {
  let path = "\(repositoryPath)/Tests/PlanFilesTests/Facts/\(file)"
  let bytes = try #require(FileManager.default.contents(atPath: path))
  let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").dropFirst()
  return lines.map { line in
    var fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    while fields.count < 8 { fields.append("") }
    return Fact(
      kind: fields[0],
      id: fields[1],
      strand: fields[2],
      scope: fields[3],
      period: fields[4],
      value: fields[5],
      line: fields[6],
      words: fields[7]
    )
  }
}

@Suite struct FactsTests {
  @Test(arguments: tables)
  func `every fact of the source documents is in the loaded data`(
    file: String,
    folder: String,
    seed: String
  ) throws {
    var sources = SourceFiles()
    let files = FolderFileSystem(root: repositoryPath)
    let loaded = loadTrust("data/\(folder)", from: files, into: &sources)
    let facts = try facts(file)
    #expect(facts.count > 50)
    let missing = facts.filter { !holds($0, loaded, seed) }
    #expect(missing.map(\.description) == [])
  }

  @Test func `every name, grade and word of the source documents is in the loaded trusts`() throws {
    var trusts: [String: Trust] = [:]
    for folder in Set(tables.map(\.folder)) {
      var sources = SourceFiles()
      let files = FolderFileSystem(root: repositoryPath)
      trusts[folder] = loadTrust("data/\(folder)", from: files, into: &sources).trust
    }
    let facts = try facts("trusts.tsv")
    #expect(facts.count > 250)
    let missing = facts.filter { fact in trusts[fact.scope].map { !holds(fact, $0) } ?? true }
    #expect(missing.map(\.description) == [])
  }

  /// Whether a trust has a grade, a word or a thing with a name, from the line that the fact names.
  private func holds(_ fact: Fact, _ trust: Trust) -> Bool {
    let cites = { (source: String?) in
      fact.line.isEmpty || source.map { $0.contains(fact.line) } ?? false
    }
    switch fact.kind {
    case "level":
      let scale = trust.scales.first { $0.id == fact.id }
      return scale?.levels.contains {
        $0.name == fact.value && (cites($0.source) || cites(scale?.source))
          && ($0.code ?? "") == fact.words
      } ?? false
    case "schools": return trust.schools.contains { $0.id == fact.id && $0.name == fact.value }
    case "comparators":
      return trust.comparators.contains { $0.id == fact.id && $0.name == fact.value }
    case "word": return trust.quantifierWords.contains { $0.word == fact.value }
    default:
      return trust.entities.contains {
        $0.id == fact.id && $0.name == fact.value && cites($0.source)
          && $0.aliases.joined(separator: "; ") == fact.words
      }
    }
  }

  private func holds(_ fact: Fact, _ loaded: LoadedTrust, _ seed: String) -> Bool {
    let priorities = loaded.record.plans.flatMap(\.strategies).flatMap(\.priorities)
    let kpis = priorities.flatMap(\.kpis)
    let cites = { (source: String?) in
      source.map { $0.contains("\(seed):\(fact.line)") } ?? false
    }
    switch fact.kind {
    case "kpi":
      return kpis.contains {
        $0.id == fact.id && cites($0.source) && (fact.scope == "trust") == ($0.level == .trust)
      }
        || priorities.flatMap(\.evidence).contains { $0.id == fact.id }
    case "strand":
      return kpis.contains { kpi in
        kpi.id == fact.id && cites(kpi.source) && kpi.strands.contains { $0.id == fact.strand }
      }
    case "reading": return holdsReading(fact, loaded)
    case "action":
      let years = kpis.flatMap(\.years) + priorities.flatMap(\.years)
      let standing = kpis.flatMap(\.actions) + priorities.flatMap(\.actions)
      return (years.flatMap(\.actions) + standing).contains {
        $0.id == fact.id && cites($0.source) && $0.says(fact.value)
      }
    case "dates":
      return priorities.contains { priority in
        priority.id == fact.id && cites(priority.source)
          && priority.years.contains {
            $0.datesAsGiven.map(\.value).joined(separator: "; ") == fact.value
          }
      }
    case "risk":
      return loaded.record.plans.flatMap(\.risks).contains { $0.id == fact.id && cites($0.source) }
    case "mitigation":
      let risks = loaded.record.plans.flatMap(\.risks).filter { $0.id == fact.id }
      return risks.contains { risk in
        risk.mitigations.contains { $0.id == fact.strand && cites($0.source ?? risk.source) }
      }
    case "milestone":
      return priorities.flatMap(\.milestones).contains {
        $0.id == fact.id && cites($0.source) && ($0.due?.text ?? "") == fact.period
      }
    case "entitlement":
      return loaded.record.plans.flatMap(\.offers).contains { offer in
        offer.id == fact.scope && offer.entitlements.contains { $0.id == fact.id }
      }
    case "strategy":
      return loaded.record.plans.flatMap(\.strategies).contains { $0.id == fact.id }
    case "vision", "aims":
      return loaded.record.plans.flatMap(\.statements).contains {
        $0.kind.rawValue == fact.kind && cites($0.source)
      }
    default: return false
    }
  }

  private func holdsReading(_ fact: Fact, _ loaded: LoadedTrust) -> Bool {
    let scope: Scope =
      switch fact.scope {
      case "trust": .trust
      case "every-school": .everySchool
      default: .school(fact.scope)
      }
    var ignored: [Diagnostic] = []
    let period = parsePeriod(SourcedText(fact.period, in: FileID(0)), &ignored)
    let strand = fact.strand.isEmpty ? nil : fact.strand
    return loaded.record.readings.series(fact.id, strand, scope).contains {
      $0.period == period && $0.text == fact.value && $0.source.contains(":\(fact.line)")
    }
  }
}

extension Action {
  /// Whether everything is said that the source says: `owner due resources`.
  fileprivate func says(_ what: String) -> Bool {
    what.split(separator: " ").allSatisfy { word in
      switch word {
      case "owner": !owners.isEmpty
      case "due": due != nil
      case "undated": due == nil
      case "note": note != nil
      case "every": every != nil
      case "resources": resources != nil
      case "condition": condition != nil
      default: false
      }
    }
  }
}
