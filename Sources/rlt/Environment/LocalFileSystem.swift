import Glibc
import PlanFiles

/// Files on the disk of this computer.
struct LocalFileSystem: FileSystem {
  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw problem() }
    defer { close(descriptor) }
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else { throw problem() }
    guard facts.st_mode & S_IFMT != S_IFDIR else { throw .wrongKind }
    _ = fcntl(descriptor, F_SETFL, O_RDONLY)
    guard facts.st_size <= limit else { throw .tooLarge(limit: limit) }
    // One byte more than expected, so that the end is seen without asking twice.
    var bytes: [UInt8] = []
    var room = max(Int(facts.st_size) + 1, facts.st_size == 0 ? 65_536 : 1)
    while true {
      let before = bytes.count
      var failure: FileSystemError?
      var count = 0
      bytes.append(addingCapacity: room) { space in
        unsafe space.withUnsafeMutableBufferPointer { buffer, initialized in
          count = unsafe read(descriptor, buffer.baseAddress, room)
          if count < 0 { failure = problem() } else { initialized = count }
        }
      }
      if let failure { throw failure }
      if count == 0 { return bytes }
      guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
      if bytes.count - before < room, facts.st_size > 0, bytes.count == Int(facts.st_size) {
        return bytes
      }
      room = max(65_536, bytes.count)
    }
  }

  func names(in path: String) throws(FileSystemError) -> [String] {
    guard let folder = unsafe opendir(path.isEmpty ? "." : path) else { throw problem() }
    defer { unsafe closedir(folder) }
    var names: [String] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  func kind(of path: String) -> FileKind? {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { return nil }
    return facts.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// The folder in which the program was started.
  static func currentFolder() -> String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  private func problem() -> FileSystemError {
    switch errno {
    case ENOENT, ENOTDIR: .notFound
    case EISDIR: .wrongKind
    case EACCES, EPERM: .notPermitted
    default: .other(systemReason())
    }
  }
}
