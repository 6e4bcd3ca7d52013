import Glibc

extension Benchmarks {
  /// The bytes of a file, by read(2) as in the peers; ends the process where it cannot be read.
  static func bytes(ofFile path: String) -> [UInt8] {
    let file = unsafe open(path, O_RDONLY)
    var about = stat()
    guard file >= 0, unsafe fstat(file, &about) == 0 else {
      print("cannot read \(path)")
      exit(3)
    }
    let size = Int(about.st_size)
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size, let start = buffer.baseAddress {
        let got = unsafe read(file, start + count, size - count)
        if got <= 0 { break }
        count += got
      }
    }
    _ = close(file)
    return bytes
  }
}
