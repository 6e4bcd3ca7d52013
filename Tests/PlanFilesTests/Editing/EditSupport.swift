import FoundationEssentials
import PlanModel
import SourceText
import TestSupport
import Testing

@testable import PlanFiles

/// A made-up trust with one school.
let testTrust: Trust = {
  let place = Place(FileID(0), TextRange(0, 0))
  var trust = Trust(id: "t", name: "T", at: place)
  trust.schools = [School(id: "oak", name: "Oak", at: place)]
  return trust
}()

/// The plan files of the repository, relative to it.
let planFiles: [String] = dataFiles.filter { $0.contains("/plans/") }

/// The plan and trust files of the repository, relative to it.
let dataFiles: [String] = {
  let names = try? FileManager.default.subpathsOfDirectory(atPath: "\(repositoryPath)/data")
  return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map { "data/\($0)" }
}()

/// The bytes of a file of the repository.
func repositoryFile(_ path: String) throws -> SourceFile {
  let data = try Data(contentsOf: URL(filePath: "\(repositoryPath)/\(path)"))
  return SourceFile(name: path, bytes: Array(data))
}

/// A plan file of the repository with its trust.
func loaded(_ path: String) throws -> (trust: Trust, file: SourceFile) {
  let folder = path.split(separator: "/").prefix(2).joined(separator: "/")
  var files = SourceFiles()
  let trust = loadTrust(folder, from: FolderFileSystem(root: repositoryPath), into: &files).trust
  return (trust, try repositoryFile(path))
}
