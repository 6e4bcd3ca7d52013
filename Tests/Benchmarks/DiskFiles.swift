import Glibc
import PlanFiles

/// The disk, read as plainly as the peers read it.
struct DiskFiles: FileSystem {
  func bytes(of path: String, atMost limit: Int) throws(FileSystemError) -> [UInt8] {
    let bytes = Benchmarks.bytes(ofFile: path)
    guard bytes.count <= limit else { throw .tooLarge(limit: limit) }
    return bytes
  }

  func names(in path: String) throws(FileSystemError) -> [String] {
    guard let folder = unsafe opendir(path) else { throw .notFound }
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
    var about = stat()
    guard unsafe stat(path, &about) == 0 else { return nil }
    return about.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }
}
