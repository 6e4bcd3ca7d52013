internal import SourceText

/// Says of a file that lies where plans or readings do, and is none, why it is not read.
///
/// Only of what looks as if somebody meant it to be read: notes and pictures may lie anywhere.
///
/// - Parameters:
///   - name: The name of the file or folder.
///   - kind: What the folder holds.
///   - isFolder: Whether it is a folder itself.
/// - Returns: What is wrong and what to do; `nil` where nobody will have meant it to be read.
func strayFile(
  _ name: String,
  among kind: TrustFileKind,
  isFolder: Bool
) -> (message: String, help: String)? {
  guard name.utf8.first != UInt8(ascii: "."), name.utf8.first != UInt8(ascii: "~") else {
    return nil
  }
  let folder = kind.folder
  if isFolder {
    return (
      "this folder is not looked into, so nothing in it is read",
      "put the files themselves into `\(folder)`"
    )
  }
  func ends(inAnyOf endings: [String]) -> Bool {
    endings.contains { PlanFiles.ends(name, in: $0) }
  }
  let workbooks = [".xlsx", ".xls", ".xlsm", ".xlsb", ".ods", ".numbers"]
  let isReadings = kind == .readings
  let asCSV = "save it in the spreadsheet as \"CSV UTF-8 (comma delimited)\", in `readings`"
  let asYAML = "save it as plain text, with a name such as `plans/our-plan.yaml`"
  if ends(inAnyOf: workbooks) {
    return ("this workbook is not read", isReadings ? asCSV : asYAML)
  }
  if ends(inAnyOf: [".docx", ".doc", ".odt", ".rtf"]) {
    return ("this document is not read", isReadings ? asCSV : asYAML)
  }
  if ends(inAnyOf: [".csv.txt", ".yaml.txt", ".yml.txt"]) {
    let better = String(name.dropLast(4))
    return ("this file is not read, because its name ends in `.txt`", "call it `\(better)`")
  }
  if isReadings, ends(inAnyOf: [".tsv", ".tab"]) {
    return ("this file is not read: readings are divided by commas", asCSV)
  }
  if isReadings, ends(inAnyOf: [".yaml", ".yml"]) {
    return ("this file is not read: readings are CSV", "put it into `plans`, or save it as CSV")
  }
  if !isReadings, ends(inAnyOf: [".csv"]) {
    return ("this file is not read: readings stand in `readings`", "put it into `readings`")
  }
  if ends(inAnyOf: [".json"]) {
    return ("this file is not read", isReadings ? asCSV : "call it `….yaml`: JSON is YAML too")
  }
  return nil
}
