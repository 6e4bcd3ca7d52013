import FoundationEssentials
import PlanFiles
import PlanModel
import SourceText
import TestSupport
import Testing

/// The folder with one tiny workspace for each rule; `_base` holds the files a case leaves out.
private let gallery = "Tests/PlanFilesTests/Gallery"

/// The files of a case, from the base where the case has none of its own.
private func workspace(_ name: String) throws -> InMemoryFileSystem {
  var files = InMemoryFileSystem()
  for folder in ["_base", name] {
    let root = "\(repositoryPath)/\(gallery)/\(folder)"
    for path in try FileManager.default.subpathsOfDirectory(atPath: root)
    where path.hasSuffix(".yaml") || path.hasSuffix(".csv") {
      files.files["t/\(path)"] = FileManager.default.contents(atPath: "\(root)/\(path)").map(
        Array.init
      )
    }
  }
  switch PlanRule(rawValue: name) {
  case .fileMissing: files.files["t/trust.yaml"] = nil
  case .fileUnreadable: files.faults["t/plans/plan.yaml"] = .notPermitted
  case .fileTooLarge:
    let size = LoadOptions.maximumFileSize + 1
    files.files["t/plans/plan.yaml"] = Array(repeating: UInt8(ascii: "#"), count: size)
  case .strayFile:
    for path in ["plans/plan.yaml.txt", "readings/2015-16.xlsx", "readings/ketton/2015-16.csv"] {
      files.files["t/\(path)"] = []
    }
  default: break
  }
  return files
}

@Suite struct GalleryTests {
  @Test(arguments: PlanRule.allCases)
  func `every rule has a case that shows its message`(rule: PlanRule) throws {
    var sources = SourceFiles()
    var options = LoadOptions()
    options.today = Day("2017-03-31")
    if rule.isOptional { options.optionalRules = [rule] }
    let loaded = loadTrust("t", from: try workspace(rule.rawValue), into: &sources, options)
    let found = loaded.diagnostics.filter { $0.id == rule.id }
    #expect(!found.isEmpty)
    for diagnostic in found {
      #expect(diagnostic.severity == rule.severity)
      #expect(!diagnostic.help.isEmpty)
      #expect(diagnostic.message.last != ".")
    }
    // Nothing else is wrong: one mistake makes no noise.
    let others = loaded.diagnostics.filter { $0.id != rule.id }
    if rule != .notChecked { #expect(plainText(others, in: sources) == "") }
    expectGolden(
      plainText(loaded.diagnostics, in: sources),
      at: "\(gallery)/\(rule.rawValue)/expected.txt"
    )
  }

  @Test func `the base of the gallery has no mistake`() throws {
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: try workspace("_base"), into: &sources)
    #expect(plainText(loaded.diagnostics, in: sources) == "")
  }

  @Test func `a plan with ten mistakes shows all ten`() throws {
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: try workspace("_ten"), into: &sources)
    let lines = loaded.diagnostics.map { found in
      sources[found.place.file].line(at: Int(found.place.range.lower))
    }
    #expect(loaded.diagnostics.count == 10)
    #expect(Set(lines).count == 10)
    #expect(lines == lines.sorted())
    expectGolden(plainText(loaded.diagnostics, in: sources), at: "\(gallery)/_ten/expected.txt")
  }

  @Test func `a whole of shares shows what is wrong in it`() throws {
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: try workspace("_wholes"), into: &sources)
    expectGolden(plainText(loaded.diagnostics, in: sources), at: "\(gallery)/_wholes/expected.txt")
    let plan = try #require(loaded.record.plans.first)
    #expect(plan.wholes.map(\.id) == ["income", "odd-total"])
  }

  @Test func `a fault in one file leaves the others loaded`() throws {
    var files = try workspace("_base")
    files.files["t/plans/broken.yaml"] = Array("plan: [never\nclosed".utf8)
    files.files["t/plans/other.yaml"] = Array("- not a plan\n".utf8)
    files.faults["t/plans/secret.yaml"] = .notPermitted
    files.files["t/plans/secret.yaml"] = []
    files.files["t/readings/2015-16.csv"] = Array("kpi,scope,period,value\nx\n".utf8)
    files.files["t/readings/2016-17.csv"] = Array(
      "kpi,scope,period,value\nstaffing,ketton,2016/17,74%\n".utf8
    )
    var sources = SourceFiles()
    let loaded = loadTrust("t", from: files, into: &sources)
    #expect(loaded.hasErrors)
    #expect(loaded.record.plans.contains { $0.id == "plan" })
    #expect(loaded.trust.schools.map(\.id) == ["ketton", "st-nicholas"])
    let found = loaded.record.readings.series("staffing", nil, .school("ketton"))
    #expect(found.map(\.text) == ["74%"])
    let names = Set(loaded.diagnostics.map { sources[$0.place.file].name })
    #expect(
      names == [
        "t/plans/broken.yaml", "t/plans/other.yaml", "t/plans/secret.yaml",
        "t/readings/2015-16.csv",
      ]
    )
  }

  @Test func `loading twice gives the same problems in the same order`() throws {
    var texts: Set<String> = []
    for _ in 0..<3 {
      var sources = SourceFiles()
      let loaded = loadTrust("t", from: try workspace("_ten"), into: &sources)
      texts.insert(plainText(loaded.diagnostics, in: sources))
    }
    #expect(texts.count == 1)
  }
}
