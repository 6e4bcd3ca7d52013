import Documents
import PlanModel

/// Days to be kept in mind, as a file that calendars take in (RFC 5545).
struct MailCalendar {
  /// When it was written.
  var written: MailInstant
  /// The days, in order.
  var entries: [Entry]

  /// One day.
  struct Entry {
    /// By what a calendar knows it again, so that it stands there once.
    var id: MessageID
    /// The day.
    var day: Day
    /// What is due.
    var title: String
    /// Anything else.
    var detail: String
  }

  /// The file.
  var bytes: [UInt8] {
    var output: [UInt8] = []
    line("BEGIN:VCALENDAR", &output)
    line("VERSION:2.0", &output)
    line("PRODID:-//rlt//weekly//EN", &output)
    line("METHOD:PUBLISH", &output)
    for entry in entries {
      line("BEGIN:VEVENT", &output)
      line("UID:\(entry.id.text)", &output)
      line("DTSTAMP:\(written.stamp)", &output)
      line("DTSTART;VALUE=DATE:\(digits(entry.day))", &output)
      line("DTEND;VALUE=DATE:\(digits(entry.day.adding(days: 1)))", &output)
      line("SUMMARY:\(escaped(entry.title))", &output)
      if !entry.detail.isEmpty { line("DESCRIPTION:\(escaped(entry.detail))", &output) }
      // A day to keep in mind makes nobody busy.
      line("TRANSP:TRANSPARENT", &output)
      line("END:VEVENT", &output)
    }
    line("END:VCALENDAR", &output)
    return output
  }

  private func digits(_ day: Day) -> String { day.description.filter { $0 != "-" } }

  /// Text without anything that would end it.
  private func escaped(_ text: String) -> String {
    safeText(text).reduce(into: "") { result, character in
      if character == "\\" || character == ";" || character == "," { result += "\\" }
      result.append(character)
    }
  }

  /// Adds a line, folded to 75 bytes between characters.
  private func line(_ text: String, _ output: inout [UInt8]) {
    var column = 0
    for scalar in text.unicodeScalars {
      let bytes = UTF8.encode(scalar).map(Array.init) ?? []
      if column + bytes.count > 75 {
        output += MailLine.end + [0x20]
        column = 1
      }
      output += bytes
      column += bytes.count
    }
    output += MailLine.end
  }
}
