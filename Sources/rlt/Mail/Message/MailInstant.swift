import PlanModel

/// A moment, as the `Date` of a message tells it.
struct MailInstant: Hashable {
  /// The seconds since the beginning of 1970, in universal time.
  var seconds: Int
  /// How many minutes the clock on the wall is ahead of universal time.
  var minutesAhead = 0

  /// A moment on a day that was named, not lived: noon in universal time.
  static func noon(of day: Day) -> MailInstant {
    MailInstant(seconds: Int(day.number) * 86_400 + 43_200)
  }

  /// The moment as `Mon, 16 Mar 2026 07:00:00 +0000` (RFC 5322, 3.3).
  var header: String {
    let local = seconds + minutesAhead * 60
    let number = local.flooredDivision(by: 86_400)
    let second = local - number * 86_400
    let day = Day(number: Int32(clamping: number))
    let (year, month, date) = day.date
    let names = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let name = names[number - number.flooredDivision(by: 7) * 7]
    let ahead = abs(minutesAhead)
    return "\(name), \(date) \(months[month - 1]) \(year) "
      + "\(two(second / 3600)):\(two(second / 60 % 60)):\(two(second % 60)) "
      + "\(minutesAhead < 0 ? "-" : "+")\(two(ahead / 60))\(two(ahead % 60))"
  }

  /// The moment in universal time as `20260316T070000Z` (RFC 5545).
  var stamp: String {
    let number = seconds.flooredDivision(by: 86_400)
    let second = seconds - number * 86_400
    let digits = Day(number: Int32(clamping: number)).description.filter { $0 != "-" }
    return "\(digits)T\(two(second / 3600))\(two(second / 60 % 60))\(two(second % 60))Z"
  }
}

/// A number in two digits at least.
private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
