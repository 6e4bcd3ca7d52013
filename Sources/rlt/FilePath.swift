/// A path from the root, without `.`, `..` and empty names, so that one file has one path.
///
/// - Parameters:
///   - path: The path as it was typed.
///   - folder: The absolute folder that it is relative to.
/// - Returns: The path from the root.
func absolutePath(_ path: String, in folder: String) -> String {
  let slash = UInt8(ascii: "/")
  let whole = path.utf8.first == slash ? path : "\(folder)/\(path)"
  var names: [Substring.UTF8View] = []
  for name in whole.utf8.split(separator: slash) {
    if name.elementsEqual(".".utf8) { continue }
    if name.elementsEqual("..".utf8) { _ = names.popLast() } else { names.append(name) }
  }
  return "/" + names.map { String(Substring($0)) }.joined(separator: "/")
}

/// The folder that holds a file; paths are absolute.
func folder(of path: String) -> String {
  guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
