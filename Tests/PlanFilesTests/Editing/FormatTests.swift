import PlanSyntax
import SourceText
import TestSupport
import Testing

@testable import PlanFiles

private func said(_ bytes: [UInt8]) -> (value: TreeValue?, comments: [String]) {
  let tree = parsePlanText(SourceFile(name: "", bytes: bytes), id: FileID(0)).tree
  return (tree.root?.value, Array(tree.comments.map(\.text)))
}

private func checkFormat(_ file: SourceFile) throws {
  let once = try formatted(file)
  let twice = try formatted(SourceFile(name: file.name, bytes: once))
  let (before, after) = (said(file.bytes), said(once))
  let text = String(decoding: file.bytes.prefix(3_000), as: UTF8.self).debugDescription
  #expect(once == twice, "not idempotent: \(text)")
  #expect(before.value == after.value, "\(text)")
  #expect(before.comments == after.comments, "\(text)")
}

@Suite struct FormatTests {
  @Test(arguments: dataFiles)
  func `the files of the repository keep meaning and comments`(path: String) throws {
    try checkFormat(try repositoryFile(path))
  }

  @Test(arguments: 0..<8)
  func `generated files keep meaning and comments`(part: Int) throws {
    var plans = RandomPlan(seed: UInt64(part) &+ 9_000)
    for _ in 0..<150 {
      let text = plans.text()
      do {
        try checkFormat(SourceFile(name: "p.yaml", bytes: Array(text.utf8)))
      } catch {
        Issue.record("\(error) \(text.debugDescription)")
        return
      }
    }
  }

  @Test func `what it does`() throws {
    let before = """


      a:   one   # kept   as it is  \u{20}
      b :
            - x


            -   id: y
                z:  |
                    block  \u{20}
                      deeper
            # level with the dash
            - c
      # margin
      d: text
            goes on
      """
    let after = """
      a: one   # kept   as it is
      b:
        - x

        - id: y
          z: |
              block  \u{20}
                deeper
        # level with the dash
        - c
      # margin
      d: text
            goes on

      """
    let bytes = try formatted(SourceFile(name: "p.yaml", bytes: Array(before.utf8)))
    #expect(String(decoding: bytes, as: UTF8.self) == after)
  }

  @Test func `a file with an error is left alone`() {
    let file = SourceFile(name: "p.yaml", bytes: Array("a: b: c\n".utf8))
    #expect(throws: EditProblem.self) { try formatted(file) }
  }
}
