/// The folder of the package, so that tests find data and fixtures wherever it is checked out.
public let repositoryPath: String = {
  // Three components up from Tests/TestSupport/Repository.swift.
  let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
  return parts.dropLast(3).joined(separator: "/")
}()
