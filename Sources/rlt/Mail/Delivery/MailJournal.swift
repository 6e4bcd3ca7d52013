import Documents
import Glibc
import PlanFiles
import PlanModel

/// What mail was sent, one line an event, only ever added to.
///
/// It lies where each person keeps the state of programs: `$XDG_STATE_HOME/rlt/mail.ndjson`, else
/// `~/.local/state/rlt/mail.ndjson`. That a message is about to be sent is on the disk before the
/// message goes out, so that a run that is killed leaves a trace instead of a second message.
struct MailJournal {
  /// What was noted last of each message, by its id and address.
  private var last: [Key: Entry] = [:]
  /// What was covered, recipient by recipient, oldest first.
  private var coverage: [String: [Entry]] = [:]

  /// One event.
  struct Entry: Equatable {
    /// The id of the message.
    var id: String
    /// The list and recipient, which later messages share: `rutland/chair`.
    var line: String
    /// Where it goes.
    var address: String
    /// The week, month or term it is for.
    var period: String
    /// The last day that it tells of.
    var through: Day
    /// What happened.
    var state: State
    /// When it was noted.
    var time = ""
    /// What the mail program said, where it did not take the message.
    var reason: String?
  }

  /// What can happen to a message.
  enum State: String {
    /// It is about to be handed to the mail program.
    case sending
    /// The mail program has taken it.
    case sent
    /// The mail program has not taken it.
    case failed
    /// There was nothing to say, and nothing was sent.
    case nothing
  }

  private struct Key: Hashable {
    var id: String
    var address: String
  }

  /// A journal in which nothing stands.
  init() {}

  /// Reads a journal; half a line at the end, left by a run that was killed, is passed over.
  init(_ bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let value = try? parseJSON(bytes, start..<end), let entry = Entry(value) { take(entry) }
      start = end + 1
    }
  }

  /// Takes in an event.
  mutating func take(_ entry: Entry) {
    last[Key(id: entry.id, address: entry.address)] = entry
    if entry.state == .sent || entry.state == .nothing {
      coverage[entry.line, default: []].append(entry)
    }
  }

  /// What was noted last of a message to an address.
  func state(of id: String, to address: String) -> State? {
    last[Key(id: id, address: address)]?.state
  }

  /// The last event by which a recipient was told what there was to tell, before a period.
  func coverage(of line: String, before period: String) -> Entry? {
    coverage[line]?.last { $0.period != period }
  }

  /// The last message that went out to a recipient, before a period.
  func lastSent(of line: String, before period: String) -> Entry? {
    coverage[line]?.last { $0.period != period && $0.state == .sent }
  }
}

/// The file of the journal, held by one process at a time.
final class MailJournalFile {
  /// Where it lies.
  let path: String
  /// What stands in it.
  private(set) var journal = MailJournal()
  private let descriptor: Int32

  /// How long to wait for another process that is sending, in seconds.
  private static let patience = 600

  /// Where the journal of a person lies; `nil` where there is nowhere to keep it.
  static func path(_ environment: Environment) -> String? {
    let folder =
      environment["XDG_STATE_HOME"] ?? environment["HOME"].map { $0 + "/.local/state" }
    return folder.flatMap { $0.hasPrefix("/") ? $0 + "/rlt/mail.ndjson" : nil }
  }

  /// Reads the journal without holding it, to say what would be sent.
  static func peek(_ environment: Environment) -> MailJournal {
    guard let path = path(environment),
      let bytes = try? LocalFileSystem().bytes(of: path, atMost: 1 << 30)
    else { return MailJournal() }
    return MailJournal(bytes)
  }

  /// Takes the journal; waits for another process that is sending.
  ///
  /// - Parameters:
  ///   - environment: Says where the journal lies.
  ///   - waits: Called once, where another process has it.
  /// - Throws: That it cannot be had, in which case nothing may be sent.
  init(_ environment: Environment, waits: () -> Void = {}) throws {
    func failure(_ reason: String) -> Failure {
      Failure(
        .sideEffect,
        "what is sent could not be noted, so nothing was sent: \(reason)\n"
          + "  rlt notes it in $XDG_STATE_HOME/rlt or ~/.local/state/rlt, and sends nothing twice"
      )
    }
    guard let path = Self.path(environment) else {
      throw failure("neither XDG_STATE_HOME nor HOME names a folder")
    }
    self.path = path
    if let problem = makeFolders(above: path) { throw failure("\(path): \(problem)") }
    descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw failure("\(path): \(systemReason())") }
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, waited < Self.patience * 20 else {
        let reason = "another rlt has been sending for \(Self.patience / 60) minutes"
        throw failure(errno == EWOULDBLOCK ? reason : "\(path): \(systemReason())")
      }
      if waited == 0 { waits() }
      usleep(50_000)
      waited += 1
    }
    guard let bytes = try? LocalFileSystem().bytes(of: path, atMost: 1 << 30) else {
      throw failure("\(path) cannot be read")
    }
    journal = MailJournal(bytes)
  }

  deinit { close(descriptor) }

  /// Notes an event, and waits until it is on the disk; returns why it could not, or `nil`.
  func add(_ entry: MailJournal.Entry) -> String? {
    var entry = entry
    entry.time = WallClock.now()
    var last: UInt8 = 0x0A
    let end = lseek(descriptor, 0, SEEK_END)
    if end > 0 { _ = unsafe pread(descriptor, &last, 1, end - 1) }
    let line = (last == 0x0A ? [] : [0x0A]) + entry.line(noted: ())
    let count = unsafe line.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 { return systemReason() }
    guard count == line.count else {
      // Half a line would be passed over, and the next one would end it.
      if end >= 0 { _ = ftruncate(descriptor, end) }
      return "the disk is full"
    }
    guard fsync(descriptor) == 0 else { return systemReason() }
    journal.take(entry)
    return nil
  }
}

extension MailJournal.Entry {
  fileprivate init?(_ value: JSONValue) {
    guard let id = value["id"]?.text, let line = value["line"]?.text,
      let address = value["address"]?.text, let period = value["period"]?.text,
      let through = value["through"]?.text.flatMap({ Day($0) }),
      let state = value["state"]?.text.flatMap(MailJournal.State.init)
    else { return nil }
    self.init(
      id: id,
      line: line,
      address: address,
      period: period,
      through: through,
      state: state,
      time: value["time"]?.text ?? "",
      reason: value["reason"]?.text
    )
  }

  /// The event as a line of JSON.
  fileprivate func line(noted: Void) -> [UInt8] {
    var json = JSONWriter(openLevels: 0)
    json.object { json in
      json.field("state", state.rawValue)
      json.field("time", time)
      json.field("id", id)
      json.field("line", line)
      json.field("address", address)
      json.field("period", period)
      json.field("through", "\(through)")
      if let reason { json.field("reason", reason) }
    }
    json.endLine()
    return json.bytes
  }
}
