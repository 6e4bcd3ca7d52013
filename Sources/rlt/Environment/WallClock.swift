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

  /// This moment, with what the clock on the wall is ahead.
  static func instant() -> MailInstant {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe localtime_r(&now, &parts)
    return unsafe MailInstant(seconds: now, minutesAhead: Int(parts.tm_gmtoff) / 60)
  }

  /// This moment in universal time, as `2017-03-31T09:30:00Z`.
  static func now() -> String {
    var now = time(nil)
    var parts = unsafe tm()
    _ = unsafe gmtime_r(&now, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = unsafe "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
    return unsafe "\(day)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }
}
