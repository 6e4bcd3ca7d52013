import Documents
import PlanFiles

/// The git repository that holds a folder, read through git itself.
///
/// Nothing is ever checked out or written, and nothing is fetched.
struct GitRepository {
  /// The folder, as git was asked about it.
  private let folder: String
  /// The path of the folder in the repository, empty or ending in a slash.
  let prefix: String
  /// Whether the history was cut off when it was copied here.
  private let isShallow: Bool

  /// How long git may take for one answer.
  private static let patience = Duration.seconds(120)

  /// Finds the repository that holds a folder.
  init(holding folder: String) throws {
    self.folder = folder
    let asked = ["rev-parse", "--is-shallow-repository", "--show-prefix"]
    let result = try Self.ask(asked, in: folder)
    guard result.isSuccess else {
      throw Failure(
        .unreadable,
        "\(folder) is in no git repository that can be read\(Self.saying(result))\n"
          + "  versions of the files are kept by git; two days need none: "
          + "rlt diff 2016-01-01 2016-08-31"
      )
    }
    let lines = Self.lines(result.output)
    isShallow = lines.first == "true"
    prefix = lines.count > 1 ? lines[1] : ""
  }

  /// The id of the commit that a revision names.
  func commit(_ revision: String) throws -> String {
    // What looks like an option is never handed to git.
    guard !revision.isEmpty, revision.utf8.first != UInt8(ascii: "-"), !revision.contains("\n")
    else { throw unknown(revision) }
    let asked = ["rev-parse", "--verify", "--quiet", "\(revision)^{commit}"]
    let result = try Self.ask(asked, in: folder)
    guard result.isSuccess, let id = Self.lines(result.output).first, !id.isEmpty,
      id.utf8.allSatisfy({ $0 < 0x80 && ($0 &- 0x30 < 10 || $0 &- 0x61 < 6) })
    else { throw unknown(revision) }
    return id
  }

  private func unknown(_ revision: String) -> Failure {
    var message = "git knows no revision “\(revision)”"
    let names =
      (try? Self.ask(["for-each-ref", "--format=%(refname:short)"], in: folder))
      .map { Self.lines($0.output) } ?? []
    if let near = nearestNames(to: revision, among: names).first {
      message += "\n  did you mean \(near)?"
    }
    if isShallow {
      message +=
        "\n  this copy holds only the latest commits: `git fetch --unshallow` gets the rest"
    }
    message +=
      "\n  a revision is a branch, a tag or a commit that `git log` shows; a day is written as "
      + "2016-01-01"
    return Failure(.usage, message)
  }

  /// The files of plans and readings below the folder, as they were in a commit.
  ///
  /// - Parameters:
  ///   - commit: The id of the commit.
  ///   - revision: The words that named it.
  /// - Returns: The files, whose paths are written as git writes them: `main~5:data/…`.
  /// - Throws: That git could not read them.
  func files(of commit: String, named revision: String) throws -> MemoryFileSystem {
    var files = MemoryFileSystem(root: "\(revision):\(prefix.isEmpty ? "" : prefix)")
    var asked = ["ls-tree", "-r", "-z", "-l", "--full-tree", commit]
    if !prefix.isEmpty { asked += ["--", prefix] }
    let listed = try answer(asked, revision)
    var wanted: [(path: String, id: String)] = []
    for entry in listed.split(separator: 0) {
      guard let tab = entry.firstIndex(of: 0x09) else { continue }
      let facts = entry[..<tab].split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
      let path = String(decoding: entry[entry.index(after: tab)...], as: UTF8.self)
      guard facts.count == 4, facts[1] == "blob", path.hasPrefix(prefix) else { continue }
      let inside = String(path.dropFirst(prefix.count))
      guard Self.isPlanFile(inside) else { continue }
      // A link holds a path in place of a plan.
      if facts[0] == "120000" {
        files.faults[inside] = .other("git keeps a link here, which is not followed")
      } else if Int(facts[3]) ?? .max > LoadOptions.maximumFileSize {
        files.faults[inside] = .tooLarge(limit: LoadOptions.maximumFileSize)
      } else {
        wanted.append((inside, facts[2]))
      }
    }
    if wanted.isEmpty { return files }
    let ids = Array(wanted.map { $0.id + "\n" }.joined().utf8)
    let all = try answer(["cat-file", "--batch"], revision, ids)
    var at = 0
    for (path, _) in wanted {
      guard let end = all[at...].firstIndex(of: 0x0A) else { throw incomplete(revision) }
      let facts = all[at..<end].split(separator: 0x20)
      guard facts.count == 3, let size = Int(String(decoding: facts[2], as: UTF8.self)),
        size >= 0, end + 1 + size < all.count
      else { throw incomplete(revision) }
      files.files[path] = Array(all[(end + 1)..<(end + 1 + size)])
      at = end + 2 + size
    }
    return files
  }

  /// Whether a path below a workspace is that of a trust, plan or file of readings.
  private static func isPlanFile(_ path: String) -> Bool {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"))
    guard let last = parts.last, parts.count <= 3 else { return false }
    let name = String(Substring(last))
    if name == "trust.yaml" { return parts.count <= 2 }
    guard parts.count >= 2 else { return false }
    let kind = TrustFileKind(name: name, in: String(Substring(parts[parts.count - 2])))
    return kind == .plan || kind == .readings
  }

  private func incomplete(_ revision: String) -> Failure {
    Failure(
      .unreadable,
      "git does not hold all files of “\(revision)” here\n  this copy may have been made with "
        + "--filter: `git fetch --refetch` gets the rest"
    )
  }

  // MARK: - Asking git

  /// What git answers; what it says instead is a failure.
  private func answer(
    _ words: [String],
    _ revision: String,
    _ input: [UInt8] = []
  ) throws -> [UInt8] {
    let result = try Self.ask(words, in: folder, input)
    guard result.isSuccess, !result.isOutputCut else {
      throw Failure(
        .unreadable,
        "git could not read the files of “\(revision)”\(Self.saying(result))"
      )
    }
    return result.output
  }

  private static func ask(
    _ words: [String],
    in folder: String,
    _ input: [UInt8] = []
  ) throws -> ChildProgram.Result {
    let git = ChildProgram(
      name: "git",
      arguments: ["-C", folder] + words,
      variables: [
        // The same words everywhere; no questions, no network, no patterns in paths.
        "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_NO_LAZY_FETCH": "1",
        "GIT_OPTIONAL_LOCKS": "0", "GIT_LITERAL_PATHSPECS": "1",
      ],
      outputLimit: 1 << 30,
      patience: patience
    )
    do throws(ChildProgram.Problem) {
      return try git.run(input)
    } catch {
      throw Failure(
        .unreadable,
        error.message + "\n  two revisions can only be compared where git is installed"
      )
    }
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// What git itself says of a failure, in one line.
  private static func saying(_ result: ChildProgram.Result) -> String {
    if result.isLate { return ": it took too long" }
    guard let line = lines(result.errors).first(where: { !$0.isEmpty }) else { return "" }
    return ": \(safeText(line))"
  }
}
