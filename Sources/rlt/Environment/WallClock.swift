import Glibc
import PlanModel

/// Today, where the computer stands.
enum WallClock {
  /// The day in local time.
  static func today() -> Day {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&now, &parts)
    return unsafe Day(
      year: Int(parts.tm_year) + 1900,
      month: Int(parts.tm_mon) + 1,
      day: Int(parts.tm_mday)
    ) ?? Day(number: 0)
  }
}
