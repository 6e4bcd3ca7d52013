import Documents
import Glibc
import PlanFiles
import SourceText

/// What this program has written, one line an edit, only ever added to.
///
/// It lies outside the workspace, where each person keeps the state of programs:
/// `$XDG_STATE_HOME/rlt/journal.ndjson`, else `~/.local/state/rlt/journal.ndjson`.
struct EditJournal {
  /// The file; `nil` where there is nowhere to keep it.
  let path: String?

  init(_ environment: Environment) {
    let folder =
      environment["XDG_STATE_HOME"] ?? environment["HOME"].map { $0 + "/.local/state" }
    path = folder.flatMap { $0.hasPrefix("/") ? $0 + "/rlt/journal.ndjson" : nil }
  }

  /// One edit, or the taking back of one.
  struct Entry: Equatable {
    var id: String
    var time: String
    var actor: String
    /// The command, as it was typed.
    var command: String
    /// What it did, in words.
    var summary: String
    /// The files that it changed.
    var files: [File] = []
    /// The edit that it took back.
    var undoes: String?

    /// A file that an edit changed.
    struct File: Equatable {
      var path: String
      /// The path by which the workspace knows it, where that is a link to it.
      var link: String?
      /// The digest of the file before; `nil` where there was none.
      var before: String?
      /// The digest of the file after; `nil` where it was removed.
      var after: String?
      /// What was changed, in the file as it was before.
      var edits: [Edit]
    }

    /// One stretch of a file that was changed.
    struct Edit: Equatable {
      /// The offset in the file before, in bytes.
      var offset: Int
      var removed: [UInt8]
      var added: [UInt8]
    }
  }

  /// Adds an entry in one write; returns why it could not, or `nil`.
  func add(_ entry: Entry) -> String? {
    guard let path else { return "neither XDG_STATE_HOME nor HOME names a folder" }
    makeFolders(above: path)
    let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return systemReason() }
    defer { close(descriptor) }
    // Edits in other folders may be noted at the same time; half of their line is not torn.
    _ = flock(descriptor, LOCK_EX)
    // A run that was killed may have left half a line, which must not swallow this one.
    var last: UInt8 = 0x0A
    let end = lseek(descriptor, 0, SEEK_END)
    if end > 0 { _ = unsafe pread(descriptor, &last, 1, end - 1) }
    let line = (last == 0x0A ? [] : [0x0A]) + entry.line
    let count = unsafe line.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 { return systemReason() }
    guard count == line.count else { return "the disk is full" }
    return nil
  }

  /// All entries, oldest first; lines that cannot be read are passed over.
  func entries() -> [Entry] {
    guard let path, let bytes = try? LocalFileSystem().bytes(of: path, atMost: 1 << 30) else {
      return []
    }
    return entries(in: bytes)
  }

  /// The last edit of one of some files, where it was to change several and was stopped between
  /// two of them; as far as the last entries tell.
  func halfDone(among paths: Set<String>) -> Entry? {
    for entry in entries(in: end()).reversed() {
      guard entry.files.contains(where: { paths.contains($0.path) }) else { continue }
      guard entry.files.count > 1, entry.undoes == nil else { return nil }
      let isStopped = entry.files.contains(where: \.isAsBefore)
      return isStopped && entry.files.contains(where: \.isAsAfter) ? entry : nil
    }
    return nil
  }

  /// The last lines: some, or one that is long.
  private func end() -> [UInt8] {
    guard let path else { return [] }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    let size = Int(lseek(descriptor, 0, SEEK_END))
    var room = 16_384
    while true {
      let start = max(0, size - room)
      var bytes = [UInt8](repeating: 0, count: max(0, size - start))
      let count = unsafe pread(descriptor, &bytes, bytes.count, start)
      guard count == bytes.count else { return [] }
      if start == 0 { return bytes }
      // What comes before the first line end is the end of another line.
      if let first = bytes.dropLast().firstIndex(of: 0x0A) { return Array(bytes[(first + 1)...]) }
      room *= 4
    }
  }

  private func entries(in bytes: [UInt8]) -> [Entry] {
    var entries: [Entry] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      if let value = try? parseJSON(bytes, start..<end), let entry = Entry(value) {
        entries.append(entry)
      }
      start = end + 1
    }
    return entries
  }

  private func makeFolders(above path: String) {
    var at = path.utf8.index(after: path.utf8.startIndex)
    while let slash = path.utf8[at...].firstIndex(of: UInt8(ascii: "/")) {
      _ = unsafe mkdir(String(path[..<slash]), 0o700)
      at = path.utf8.index(after: slash)
    }
  }
}

extension EditJournal.Entry {
  /// An entry of something that is done now.
  init(_ command: String, _ summary: String, _ environment: Environment) {
    id = String(UInt64.random(in: .min ... .max), radix: 36)
    time = WallClock.now()
    actor = environment["USER"] ?? environment["LOGNAME"] ?? "uid \(getuid())"
    self.command = command
    self.summary = summary
  }

  init?(_ value: JSONValue) {
    guard let id = value["id"]?.text, let time = value["time"]?.text else { return nil }
    self.id = id
    self.time = time
    actor = value["actor"]?.text ?? ""
    command = value["command"]?.text ?? ""
    summary = value["summary"]?.text ?? ""
    undoes = value["undoes"]?.text
    files = (value["files"]?.elements ?? []).compactMap { file in
      guard let path = file["file"]?.text else { return nil }
      let edits = (file["edits"]?.elements ?? []).compactMap { edit -> Edit? in
        guard let offset = edit["at"]?.integer, let removed = bytes(edit, "removed"),
          let added = bytes(edit, "added")
        else { return nil }
        return Edit(offset: offset, removed: removed, added: added)
      }
      let (before, after) = (file["before"]?.text, file["after"]?.text)
      let link = file["link"]?.text
      return File(path: path, link: link, before: before, after: after, edits: edits)
    }
  }

  /// The entry as a line of JSON.
  var line: [UInt8] {
    var json = JSONWriter(openLevels: 0)
    json.object { json in
      json.field("id", id)
      json.field("time", time)
      json.field("actor", actor)
      json.field("command", command)
      json.field("summary", summary)
      if let undoes { json.field("undoes", undoes) }
      json.array("files") { json in
        for file in files {
          json.object { json in
            json.field("file", file.path)
            if let link = file.link { json.field("link", link) }
            json.field("before", file.before)
            json.field("after", file.after)
            json.array("edits") { json in
              for edit in file.edits {
                json.object { json in
                  json.field("at", edit.offset)
                  write("removed", "removed-hex", edit.removed, &json)
                  write("added", "added-hex", edit.added, &json)
                }
              }
            }
          }
        }
      }
    }
    json.endLine()
    return json.bytes
  }
}

extension EditJournal.Entry.File {
  /// What a change does to a file; the changed stretch is told in whole lines.
  init(_ change: FileChange) {
    path = change.path
    before = change.before.map { sha256($0) }
    after = change.after.map { sha256($0) }
    let old = change.before ?? []
    let new = change.after ?? []
    var head = 0
    while head < min(old.count, new.count), old[head] == new[head] { head += 1 }
    while head > 0, old[head - 1] != 0x0A { head -= 1 }
    var tail = 0
    let most = min(old.count, new.count) - head
    while tail < most, old[old.count - 1 - tail] == new[new.count - 1 - tail] { tail += 1 }
    while tail > 0, old[old.count - tail - 1] != 0x0A, old.count - tail > head { tail -= 1 }
    while tail > 0, new[new.count - tail - 1] != 0x0A, new.count - tail > head { tail -= 1 }
    let edit = EditJournal.Entry.Edit(
      offset: head,
      removed: Array(old[head..<(old.count - tail)]),
      added: Array(new[head..<(new.count - tail)])
    )
    edits = [edit]
  }

  /// Whether the file is what it was before the edit.
  var isAsBefore: Bool { digest == before }

  /// Whether the file is what the edit made of it.
  var isAsAfter: Bool { digest == after }

  private var digest: String? {
    let now = try? LocalFileSystem().bytes(of: path, atMost: LoadOptions.maximumFileSize)
    return now.map { sha256($0) }
  }

  /// What the file held before, worked out from what it holds now; `nil` where that is not what
  /// the edit left there.
  func undone(_ bytes: [UInt8]) -> [UInt8]? {
    guard sha256(bytes) == after else { return nil }
    var inverse: [TextEdit] = []
    var shift = 0
    for edit in edits {
      let lower = edit.offset + shift
      let range = TextRange(lower, lower + edit.added.count)
      inverse.append(TextEdit(replacing: range, with: edit.removed))
      shift += edit.added.count - edit.removed.count
    }
    guard let old = inverse.applied(to: bytes) else { return nil }
    return before == nil && old.isEmpty || sha256(old) == before ? old : nil
  }
}

// MARK: - Bytes that are no text

/// Writes bytes as text; those that are none, of a file in another encoding, in hexadecimal digits.
private func write(
  _ name: StaticString,
  _ otherName: StaticString,
  _ bytes: [UInt8],
  _ json: inout JSONWriter
) {
  if let text = String(validating: bytes, as: UTF8.self) {
    json.field(name, text)
    return
  }
  let digits = Array("0123456789abcdef".utf8)
  let written = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
  json.field(otherName, String(decoding: written, as: UTF8.self))
}

/// Bytes that were written as text or in hexadecimal digits; `nil` where there are none.
private func bytes(_ value: JSONValue, _ name: String) -> [UInt8]? {
  if let text = value[name]?.text { return Array(text.utf8) }
  guard let written = value[name + "-hex"]?.text.map({ Array($0.utf8) }), written.count % 2 == 0
  else { return nil }
  var bytes: [UInt8] = []
  for at in stride(from: 0, to: written.count, by: 2) {
    guard let byte = UInt8(String(decoding: written[at...(at + 1)], as: UTF8.self), radix: 16)
    else {
      return nil
    }
    bytes.append(byte)
  }
  return bytes
}
