import PlanModel
import Testing

@Suite struct ExactNumberTests {
  @Test(arguments: [
    ("0", 0, 0), ("75", 75, 0), ("74.96", 7496, 2), ("-2.8", -28, 1), ("\u{2212}2.8", -28, 1),
    ("+3", 3, 0), ("1,200", 1200, 0), ("1,234,567.5", 12_345_675, 1), ("007", 7, 0),
    ("0.000000000000000001", 1, 18), ("999999999999999999", 999_999_999_999_999_999, 0),
    ("-999,999,999,999,999,999", -999_999_999_999_999_999, 0), ("2.0", 20, 1), ("-0", 0, 0),
    ("000000000000000000000000000001", 1, 0), ("0.50", 50, 2),
  ])
  func `a number is read exactly as typed`(text: String, digits: Int64, decimals: Int) throws {
    let number = try #require(ExactNumber(text))
    #expect(number.digits == digits)
    #expect(Int(number.decimals) == decimals)
  }

  @Test(arguments: [
    "", "-", "+", ".", "1.", ".5", "-.5", "1e3", "1 200", "1,20", "12,00", "1,2000", ",200",
    "1,200,", "1,,200", "1.2.3", "1.200,5", "1,2", "--1", "- 1", "1-", "½", "٣", "0x10", "NaN",
    "\u{2013}2", "1000000000000000000", "0.0000000000000000001", "1234,567", "1_000", "75%",
  ])
  func `anything else is not a number`(text: String) {
    #expect(ExactNumber(text) == nil)
  }

  @Test(arguments: ["0", "75", "-2.8", "0.05", "-0.05", "100000", "74.96", "2.0", "1234567.890"])
  func `a number prints as it was typed, without commas`(text: String) throws {
    #expect(try #require(ExactNumber(text)).description == text)
  }

  @Test func `equal numbers hash alike and neither less`() throws {
    let pairs = [("2", "2.0"), ("2.50", "2.5"), ("0", "0.00"), ("-0", "0"), ("1,200", "1200.000")]
    for (first, second) in pairs {
      let a = try #require(ExactNumber(first))
      let b = try #require(ExactNumber(second))
      #expect(a == b)
      #expect(!(a < b) && !(b < a))
      #expect(a.hashValue == b.hashValue)
    }
  }

  @Test func `seventy-five is not below seventy-five, and 74.96 is`() throws {
    let limit = ExactNumber(75)
    #expect(!BoundRelation.below.holds(ExactNumber(75), limit))
    #expect(BoundRelation.below.holds(try #require(ExactNumber("74.96")), limit))
    #expect(BoundRelation.atMost.holds(try #require(ExactNumber("75.000")), limit))
    #expect(BoundRelation.exactly.holds(try #require(ExactNumber("75.0")), limit))
    #expect(!BoundRelation.above.holds(ExactNumber(85), ExactNumber(85)))
    #expect(BoundRelation.atLeast.holds(ExactNumber(85), ExactNumber(85)))
  }

  @Test func `numbers far apart in size compare without rounding`() throws {
    let large = try #require(ExactNumber("999999999999999999"))
    let tiny = try #require(ExactNumber("0.000000000000000001"))
    #expect(tiny < large)
    #expect(ExactNumber.zero < tiny)
    #expect(tiny.negated < .zero)
    #expect(large.negated < tiny.negated)
    #expect(try #require(ExactNumber("0.1")) < (try #require(ExactNumber("0.100000000000000001"))))
  }

  @Test func `sums that binary fractions get wrong are exact`() throws {
    let sum = try #require(ExactNumber("0.1")).adding(try #require(ExactNumber("0.2")))
    #expect(sum == ExactNumber("0.3"))
    #expect(ExactNumber("77")?.subtracting(ExactNumber(75)) == ExactNumber(2))
    #expect(ExactNumber("-2.8")?.adding(try #require(ExactNumber("2.8"))) == .zero)
    #expect(ExactNumber("1.5")?.multiplied(by: ExactNumber(2)) == ExactNumber(3))
  }

  @Test(arguments: [
    "9999999999999999999", "1000000000000000000", "0.1234567890123456789",
    String(repeating: "9", count: 500), "-" + String(repeating: "1", count: 19),
  ])
  func `a number of more than eighteen digits is not read`(text: String) {
    #expect(ExactNumber(text) == nil)
  }

  @Test func `zeros in front do not count as digits`() {
    let text = String(repeating: "0", count: 400) + "999999999999999999"
    #expect(ExactNumber(text)?.digits == 999_999_999_999_999_999)
  }

  @Test func `a result of more than eighteen digits is not a number`() throws {
    let large = try #require(ExactNumber("999999999999999999"))
    let tiny = try #require(ExactNumber("0.000000000000000001"))
    #expect(large.adding(ExactNumber(1)) == nil)
    #expect(large.adding(tiny) == nil)
    #expect(large.multiplied(by: large) == nil)
    #expect(tiny.multiplied(by: tiny) == nil)
    #expect(large.negated.subtracting(ExactNumber(1)) == nil)
  }

  @Test func `a result that fits once its last zeros are dropped is a number`() throws {
    let half = try #require(ExactNumber("0.500000000000000000"))
    #expect(half.adding(half) == ExactNumber(1))
    #expect(half.multiplied(by: ExactNumber(20)) == ExactNumber(10))
    let long = try #require(ExactNumber("100000000000000000"))
    #expect(
      long.multiplied(by: try #require(ExactNumber("0.10"))) == ExactNumber("10000000000000000")
    )
    #expect(
      try #require(ExactNumber("500000000000000000")).adding(try #require(ExactNumber("0.0")))
        == ExactNumber("500000000000000000")
    )
  }

  @Test func `the number without its sign`() throws {
    #expect(try #require(ExactNumber("-2.8")).magnitude == ExactNumber("2.8"))
    #expect(ExactNumber.zero.magnitude == .zero)
    #expect(ExactNumber(digits: .min).magnitude.digits > 0)
  }

  @Test func `arithmetic agrees with whole numbers of a common place`() {
    var state: UInt64 = 7
    func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state >> 16
    }
    for _ in 0..<20_000 {
      let a = Int64(next() % 2_000_001) - 1_000_000
      let b = Int64(next() % 2_000_001) - 1_000_000
      let p = UInt8(next() % 5)
      let q = UInt8(next() % 5)
      let first = ExactNumber(digits: a, decimals: p)
      let second = ExactNumber(digits: b, decimals: q)
      let scale: [Int64] = [1, 10, 100, 1000, 10_000]
      let wideA = a * scale[4 - Int(p)]
      let wideB = b * scale[4 - Int(q)]
      #expect((first < second) == (wideA < wideB))
      #expect((first == second) == (wideA == wideB))
      #expect(first.adding(second) == ExactNumber(digits: wideA + wideB, decimals: 4))
      #expect(first.subtracting(second) == ExactNumber(digits: wideA - wideB, decimals: 4))
      #expect(first.multiplied(by: second) == ExactNumber(digits: a * b, decimals: p + q))
      #expect(ExactNumber(first.description) == first)
    }
  }
}

@Suite struct ExactDivisionTests {
  @Test(arguments: [
    ("27000", "500", "54"), ("1", "8", "0.125"), ("-1", "8", "-0.125"), ("0", "3", "0"),
    ("57.5", "2.5", "23"), ("1", "0.5", "2"),
  ])
  func `a quotient that ends is one number`(first: String, second: String, quotient: String) throws
  {
    let (a, b) = (try #require(ExactNumber(first)), try #require(ExactNumber(second)))
    let found = try #require(a.divided(by: b))
    #expect(found.lowerBound.description == quotient)
    #expect(found.upperBound == found.lowerBound)
  }

  @Test(arguments: [
    ("100", "3", "33.333333333333", "33.333333333334"),
    ("-1", "3", "-0.333333333334", "-0.333333333333"),
    ("1", "-3", "-0.333333333334", "-0.333333333333"),
    // Fewer places where there is no room for twelve.
    ("1000000000", "3", "333333333.333333333", "333333333.333333334"),
  ])
  func `one that never does lies between two neighbours`(
    first: String,
    second: String,
    below: String,
    above: String
  ) throws {
    let (a, b) = (try #require(ExactNumber(first)), try #require(ExactNumber(second)))
    let found = try #require(a.divided(by: b))
    #expect(found.lowerBound.description == below)
    #expect(found.upperBound.description == above)
  }

  @Test func `nothing divides by nothing`() { #expect(ExactNumber(1).divided(by: .zero) == nil) }

  @Test func `zeros at the end say nothing`() {
    #expect(ExactNumber(digits: 1000, decimals: 3).shortest.description == "1")
    #expect(ExactNumber(digits: 1010, decimals: 2).shortest.description == "10.1")
    #expect(ExactNumber(digits: 0, decimals: 2).shortest.description == "0")
  }
}

extension ExactNumber {
  fileprivate var negated: ExactNumber { ExactNumber(digits: -digits, decimals: decimals) }
}

@Suite struct UnitTests {
  @Test(arguments: [
    ("% of total income", UnitMark.percent, "total income"), ("%", .percent, ""),
    ("£ per pupil", .pounds, "per pupil"), ("£", .pounds, ""), ("schools", .none, "schools"),
    ("percent", .percent, ""), ("percent of pupils", .percent, "pupils"), ("", .none, ""),
    ("% pupils", .percent, "pupils"),
  ])
  func `the mark and noun of a unit`(text: String, mark: UnitMark, noun: String) {
    #expect(Unit(text).mark == mark)
    #expect(Unit(text).noun == noun)
    #expect(Unit(text).text == text)
  }
}
