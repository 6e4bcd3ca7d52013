import Glibc

/// Results: standard output.
struct StandardOutput: ByteSink {
  func write(_ bytes: [UInt8]) -> String? { writeAll(bytes, to: 1) }
}

/// Messages: standard error.
struct StandardError: ByteSink {
  func write(_ bytes: [UInt8]) -> String? { writeAll(bytes, to: 2) }
}

/// A file that is replaced in one step, so that nobody ever sees half of it.
///
/// A link is followed. What is no file, such as `/dev/null` or a pipe, is written to as it is:
/// replaced, it would be gone for every other program.
struct FileOutput: ByteSink {
  let path: String

  func write(_ bytes: [UInt8]) -> String? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return replace(path, with: bytes) }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return replace(realPath(path) ?? path, with: bytes)
    case S_IFDIR:
      errno = EISDIR
      return systemReason()
    default: return writeThrough(bytes)
    }
  }

  private func writeThrough(_ bytes: [UInt8]) -> String? {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return systemReason() }
    var problem = writeAll(bytes, to: descriptor)
    if close(descriptor) != 0, problem == nil { problem = systemReason() }
    return problem
  }

  private func replace(_ path: String, with bytes: [UInt8]) -> String? {
    let temporary = "\(path).\(getpid()).tmp"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { return systemReason() }
    var problem = writeAll(bytes, to: descriptor)
    if problem == nil, fsync(descriptor) != 0 { problem = systemReason() }
    if close(descriptor) != 0, problem == nil { problem = systemReason() }
    if problem == nil, unsafe rename(temporary, path) != 0 { problem = systemReason() }
    if problem != nil { _ = unsafe unlink(temporary) }
    return problem
  }
}

/// Writes all bytes; returns why it could not, or `nil`.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> String? {
  var written = 0
  while written < bytes.count {
    let count = unsafe bytes.withUnsafeBytes { buffer in
      unsafe Glibc.write(
        descriptor,
        buffer.baseAddress.map { unsafe $0 + written },
        buffer.count - written
      )
    }
    if count < 0 {
      if errno == EINTR { continue }
      return systemReason()
    }
    written += count
  }
  return nil
}

/// What the system says of the last failure.
func systemReason() -> String {
  guard let text = unsafe strerror(errno) else { return "error \(errno)" }
  return unsafe String(cString: text)
}
