/// The list of the pages that this program has written into a folder, so that it touches no other.
///
/// One line for each page, the digest of what was written and the path, as `sha256sum -c` reads it.
struct SiteManifest: Equatable {
  /// The name of the list in the folder.
  static let name = ".rlt-site"

  /// What a page holds that was being written when the list was.
  static let pending = String(repeating: "0", count: 64)

  /// The digest of each page, by its path.
  var digests: [String: String] = [:]

  init() {}

  /// Reads a list; lines that this program would not have written count for nothing.
  init(_ bytes: [UInt8]) {
    for line in bytes.split(separator: 0x0A) {
      guard line.count > 66, line[line.startIndex + 64] == 0x20, line[line.startIndex + 65] == 0x20
      else { continue }
      let digest = line.prefix(64)
      let path = String(decoding: line.dropFirst(66), as: UTF8.self)
      guard digest.allSatisfy({ $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }), Self.isOwn(path) else {
        continue
      }
      digests[path] = String(decoding: digest, as: UTF8.self)
    }
  }

  /// The list as bytes, in the order of the paths.
  var bytes: [UInt8] {
    let paths = digests.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return paths.flatMap { path in Array("\(digests[path] ?? Self.pending)  \(path)\n".utf8) }
  }

  /// Whether a path is of the kind that pages get: short, downwards, of plain letters.
  static func isOwn(_ path: String) -> Bool {
    let names = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard names.count <= 3, path.hasSuffix(".html") else { return false }
    return names.allSatisfy { name in
      guard let first = name.first, first != UInt8(ascii: ".") else { return false }
      return name.allSatisfy { byte in
        byte &- 0x61 < 26 || byte &- 0x30 < 10
          || [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_")].contains(byte)
      }
    }
  }
}
