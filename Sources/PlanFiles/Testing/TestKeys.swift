/// The nouns of a file of tests, the file itself first.
public let testNouns: [FileNoun] = [
  FileNoun("tests", TestFileKey.self), FileNoun("test", TestKey.self),
  FileNoun("given", GivenKey.self),
]

enum TestFileKey: String, FileKey {
  case title, plan, tests, note, source
  case asOf = "as-of"
  static let noun = "a file of tests"
  static let table = KeyTable(Self.self)
}

enum TestKey: String, FileKey {
  case title, kpi, strand, school, scope, period, value, values, given, expect, note, source
  case asOf = "as-of"
  static let noun = "a test"
  static let table = KeyTable(Self.self)
}

enum GivenKey: String, FileKey {
  case kpi, strand, school, scope, period, value, note, source
  static let noun = "a given reading"
  static let table = KeyTable(Self.self)
}

/// The words for what may come, in the spelling of files.
private let results = FileShape.words(resultWords)

extension TestFileKey: DescribedKey {
  static let needed: [TestFileKey] = [.tests]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What the tests are about.")
    case .plan: (.id, "The id of the plan that is tested; the current one where none is named.")
    case .tests: (.entries(.noun("test")), "The tests, each under an id.")
    case .asOf: (.day, "The day on which things are looked at, where a test names none.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension TestKey: DescribedKey {
  static let needed: [TestKey] = [.kpi]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .title: (.text, "What the test shows.")
    case .kpi: (.id, "The id of the KPI whose target is tested.")
    case .strand: (.id, "The id of the strand that is read.")
    case .school: (.text, "The school that is read; the trust as a whole where none is named.")
    case .scope: (.text, "What is read, as in a file of readings.")
    case .period: (.text, "The period of the readings: `2016/17`, `2016/17 T2`, `July 2017`.")
    case .value: (.text, "The reading, as in a file of readings.")
    case .values:
      (.named(results), "Readings that are tried one by one, each with what is expected.")
    case .given: (.list(.noun("given")), "Further readings; no others count.")
    case .expect:
      (
        .oneOf([results, .named(results)]),
        "What is expected, or what of each school and the trust."
      )
    case .asOf: (.day, "The day on which things are looked at; the last of the period otherwise.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}

extension GivenKey: DescribedKey {
  static let needed: [GivenKey] = [.value]

  var meaning: (shape: FileShape, words: String) {
    switch self {
    case .kpi: (.id, "The KPI, where it is not that of the test.")
    case .strand: (.id, "The strand, where it is not that of the test.")
    case .school: (.text, "The school, where it is not that of the test.")
    case .scope: (.text, "What is read, as in a file of readings: `trust`, `national`.")
    case .period: (.text, "The period, where it is not that of the test.")
    case .value: (.text, "The reading.")
    case .note: noteMeaning
    case .source: sourceMeaning
    }
  }
}
