import Glibc

/// Makes the folders above a file where they are missing; returns why it could not, or `nil`.
func makeFolders(above path: String) -> String? {
  var end = path.startIndex
  while let slash = path[end...].dropFirst().firstIndex(of: "/") {
    let made = unsafe mkdir(String(path[..<slash]), 0o777) == 0
    guard made || errno == EEXIST else { return systemReason() }
    end = slash
  }
  return nil
}
