import PlanModel
import SourceText
import Testing

@testable import PlanFiles

private let place = Place(FileID(0), TextRange(0, 0))

private func school(_ id: String, _ name: String, _ aliases: [String] = []) -> School {
  var school = School(id: id, name: name, at: place)
  school.aliases = aliases
  return school
}

private let index: NameIndex<School.ID> = {
  var trust = Trust(id: "rutland", name: "Rutland", at: place)
  trust.schools = [
    school("ketton", "Ketton"), school("st-nicholas", "St Nicholas", ["St Nichs"]),
    school("st-marys", "St Mary's & St John's", ["SMSJ"]), school("ecole", "École Élémentaire"),
    school("ryhall-primary", "Ryhall Primary"), school("ryhall-infant", "Ryhall Infant"),
    school("deeping", "The Deepings, St James"),
  ]
  return NameIndex(schoolsOf: trust)
}()

@Suite struct NameMatchingTests {
  @Test(arguments: [
    ("ketton", "ketton"), ("KETTON", "ketton"), ("Kett", "ketton"), ("st nicholas", "st-nicholas"),
    ("St. Nicholas", "st-nicholas"), ("st nichs", "st-nicholas"), ("ST-NICHOLAS", "st-nicholas"),
    ("stnicholas", "st-nicholas"), ("nicholas", "st-nicholas"), ("St Mary’s", "st-marys"),
    ("smsj", "st-marys"), ("ecole elementaire", "ecole"), ("E\u{301}cole", "ecole"),
    ("ryhall p", "ryhall-primary"), ("infant", "ryhall-infant"), ("deepings", "deeping"),
  ])
  func `a school is found whatever the spelling`(text: String, id: String) {
    #expect(index.match(text) == .one(id))
  }

  @Test func `a name of several lists them`() {
    #expect(index.match("ryhall") == .several(["Ryhall Primary", "Ryhall Infant"]))
    #expect(index.match("st") == .several(["St Nicholas", "St Mary's & St John's"]))
  }

  @Test func `a name of none lists what comes near`() {
    #expect(index.match("Keton") == .none(nearest: ["Ketton"]))
    #expect(index.match("Whissendine") == .none(nearest: []))
    #expect(index.match("") == .none(nearest: []))
  }

  @Test func `files are held to whole names`() {
    #expect(index.exactMatch("St. Nicholas") == .one("st-nicholas"))
    #expect(index.exactMatch("nicholas") == .none(nearest: ["St Nicholas"]))
    #expect(index.exactMatch("kett") == .none(nearest: []))
  }

  @Test(arguments: [
    ("taget", ["target"]), ("ownr", ["owner"]), ("TARGET", ["target"]), ("zzz", []), ("", []),
    ("targte", ["target"]),
  ])
  func `the nearest key is the one that was meant`(typed: String, nearest: [String]) {
    #expect(nearestNames(to: typed, among: ["target", "title", "owner", "for"]) == nearest)
  }

  @Test func `a word of a hundred thousand letters does not hold anything up`() {
    let long = String(repeating: "w", count: 100_000)
    let names = [
      long + "x", "x" + long, String(long.dropLast()) + "vw", "xyxy" + long.dropFirst(4),
    ]
    // A name longer than a line is no slip of another, and none to show.
    #expect(nearestNames(to: long, among: names) == [])
    for name in names[..<3] {
      #expect(editDistance(Array(long.utf8), Array(name.utf8), atMost: 3) != nil)
    }
    #expect(editDistance(Array(long.utf8), Array(names[3].utf8), atMost: 3) == nil)
  }

  @Test(
    arguments: [
      ("", "", 1, 0), ("", "ab", 2, 2), ("ab", "ba", 1, 1), ("abc", "ca", 3, 3),
      ("ab", "acb", 0, nil),
      ("kitten", "sitting", 3, 3), ("kitten", "sitting", 2, nil), ("abcd", "badc", 2, 2),
    ] as [(String, String, Int, Int?)]
  )
  func `slips are counted as far as they are allowed`(a: String, b: String, limit: Int, slips: Int?)
  {
    #expect(editDistance(Array(a.utf8), Array(b.utf8), atMost: limit) == slips)
    #expect(editDistance(Array(b.utf8), Array(a.utf8), atMost: limit) == slips)
  }
}
