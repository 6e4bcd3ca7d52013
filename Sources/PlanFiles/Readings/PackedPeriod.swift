internal import PlanModel

/// A period in 32 bits, for tables of millions of rows.
struct PackedPeriod: Hashable, Sendable {
  /// The kind in the upper three bits, the rest below.
  let bits: UInt32

  init(_ period: Period) {
    switch period {
    case .academicYear(let year): bits = 0 << 29 | Self.payload(year.start)
    case .term(let year, let term): bits = 1 << 29 | Self.payload(year.start << 3 | term)
    case .season(let year, let season):
      let index = Period.Season.allCases.firstIndex(of: season) ?? 0
      bits = 2 << 29 | Self.payload(year.start << 2 | index)
    case .month(let year, let month): bits = 3 << 29 | Self.payload(year << 4 | month)
    case .day(let day): bits = 4 << 29 | Self.payload(Int(day.number) + Self.dayOffset)
    case .calendarYear(let year): bits = 5 << 29 | Self.payload(year)
    }
  }

  init(bits: UInt32) { self.bits = bits }

  /// The period.
  var period: Period {
    let rest = Int(bits & 0x1FFF_FFFF)
    switch bits >> 29 {
    case 0: return .academicYear(AcademicYear(startingIn: rest))
    case 1: return .term(AcademicYear(startingIn: rest >> 3), rest & 7)
    case 2:
      return .season(AcademicYear(startingIn: rest >> 2), Period.Season.allCases[min(rest & 3, 2)])
    case 3: return .month(year: rest >> 4, month: rest & 15)
    case 4: return .day(Day(number: Int32(rest - Self.dayOffset)))
    default: return .calendarYear(rest)
    }
  }

  private static let dayOffset = 1 << 28

  private static func payload(_ value: Int) -> UInt32 { UInt32(value & 0x1FFF_FFFF) }
}
