internal import FoundationEssentials

/// Writes bytes to a file, for programs of others to read.
public func write(_ bytes: [UInt8], to path: String) throws {
  try Data(bytes).write(to: URL(filePath: path))
}
