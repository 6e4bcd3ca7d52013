import Glibc
import PlanModel

/// The program of this computer that takes mail: sendmail, or one that is called like it.
///
/// msmtp, Postfix, Exim, OpenSMTPD and dma all are. It is run without a shell, with the addresses as
/// arguments of their own, and gets the message on its standard input.
struct MailProgram {
  /// Its path.
  let path: String
  /// How long it may take for one message.
  var patience = Duration.seconds(300)

  /// Where such programs are found as a rule.
  static let usualPlaces = ["/usr/sbin/sendmail", "/usr/lib/sendmail", "/usr/local/sbin/sendmail"]

  /// Finds the program.
  ///
  /// - Parameters:
  ///   - named: The one named by an option; a path, or a name that is looked for in `PATH`.
  ///   - host: The outside world; `RLT_SENDMAIL` in its environment names one too.
  /// - Throws: That there is none.
  init(named: String?, on host: Host) throws {
    if let name = named ?? host.environment["RLT_SENDMAIL"] {
      let source = named == nil ? "RLT_SENDMAIL" : "--sendmail"
      let isPath = name.utf8.contains(UInt8(ascii: "/"))
      let path = isPath ? absolutePath(name, in: host.folder) : Self.inPath(name, host)
      guard let path, Self.canRun(path) else {
        throw Failure(.sideEffect, "\(source): “\(name)” is no program; nothing was sent")
      }
      self.path = path
      return
    }
    if let path = Self.usualPlaces.first(where: Self.canRun) ?? Self.inPath("sendmail", host) {
      self.path = path
      return
    }
    throw Failure(
      .sideEffect,
      "there is no program on this computer that takes mail; nothing was sent\n"
        + "  install one, such as msmtp-mta, or name one with --sendmail or RLT_SENDMAIL"
    )
  }

  /// What became of one message.
  enum Outcome: Equatable {
    /// The program has taken it.
    case accepted
    /// It was not taken now; a later run may have more luck.
    case later(String)
    /// It was not taken, and will not be until something is put right.
    case refused(String)
    /// Nobody knows: the program was stopped in the middle.
    case unknown(String)
  }

  /// Hands over one message to one address.
  func send(_ message: MailMessage) -> Outcome {
    let words = ["-i", "-f", message.from.address.text, "--", message.to.address.text]
    let program = ChildProgram(name: path, arguments: words, patience: patience)
    do throws(ChildProgram.Problem) {
      return outcome(try program.run(message.local))
    } catch {
      return .refused(error.message)
    }
  }

  private func outcome(_ result: ChildProgram.Result) -> Outcome {
    if result.isLate { return .unknown("\(path) took longer than \(patience)") }
    let said = said(result.errorText)
    switch result.end {
    case .signalled(let signal): return .unknown("\(path) was stopped by signal \(signal)\(said)")
    case .exited(0): return .accepted
    case .exited(let status):
      let exit = SystemExit(status)
      let words = exit.words + said
      return exit.isTemporary ? .later(words) : .refused(words)
    }
  }

  /// The first lines of what the program said, without its name before each.
  private func said(_ text: String) -> String {
    let name = path.split(separator: "/").last.map { "\($0): " } ?? ""
    let lines = text.split { $0 == "\n" || $0 == "\r\n" }.prefix(3).map { line in
      line.hasPrefix(name) ? String(line.dropFirst(name.count)) : String(line)
    }
    return lines.isEmpty ? "" : ": " + String(lines.joined(separator: "; ").prefix(400))
  }

  private static func canRun(_ path: String) -> Bool {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return false }
    return unsafe access(path, X_OK) == 0
  }

  private static func inPath(_ name: String, _ host: Host) -> String? {
    guard let folders = host.environment["PATH"] else { return nil }
    return folders.split(separator: ":").map { "\($0)/\(name)" }.first(where: canRun)
  }
}

/// The exit statuses that programs of mail share (`sysexits.h`).
struct SystemExit {
  /// The status.
  let status: Int32

  init(_ status: Int32) { self.status = status }

  /// Whether the same may succeed later without anybody doing anything.
  var isTemporary: Bool { [69, 71, 74, 75].contains(status) }

  /// What the status means.
  var words: String {
    switch status {
    case 64: "the mail program did not understand how it was called (64)"
    case 65: "the message or the address was refused (65)"
    case 66: "the mail program could not read the message (66)"
    case 67: "there is no such user (67)"
    case 68: "there is no such host (68)"
    case 69: "the mail service is not available (69)"
    case 70: "the mail program failed inside (70)"
    case 71: "the system could not serve the mail program (71)"
    case 72: "a file of the system is missing for the mail program (72)"
    case 73: "the mail program could not write a file (73)"
    case 74: "the connection broke (74)"
    case 75: "the server asks to try later (75)"
    case 76: "the server did not keep to the rules of mail (76)"
    case 77: "the mail program was not allowed to (77)"
    case 78: "the mail program is not set up rightly (78)"
    default: "the mail program ended with \(status)"
    }
  }
}
