import Glibc
import TestSupport
import Testing

/// The program as it was built beside the tests.
private let program: String = {
  var buffer = [CChar](repeating: 0, count: 4096)
  let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count - 1)
  let path = String(
    decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) },
    as: UTF8.self
  )
  let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  return folder.joined(separator: "/") + "/rlt"
}()

/// A folder of this process's own for files that tests write.
func temporaryFolder() -> String {
  let path = "/tmp/rlt-tests-\(getpid())"
  _ = unsafe mkdir(path, 0o700)
  return path
}

/// What a line prints in a shell that stands in the made-up trust's folder; `$rlt` is the program.
private func shell(_ line: String) -> String {
  let start =
    "cd '\(repositoryPath)/Tests/rltTests/Fixture' && rlt='\(program)' && "
    + "export RLT_TODAY=2017-03-31 LC_ALL=C.UTF-8 && unset NO_COLOR FORCE_COLOR COLUMNS; "
  guard let pipe = unsafe popen("bash -c '\(quoted(start + line))'", "r") else { return "" }
  defer { unsafe pclose(pipe) }
  var bytes: [UInt8] = []
  while true {
    let byte = unsafe getc(pipe)
    if byte < 0 { break }
    bytes.append(UInt8(truncatingIfNeeded: byte))
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func quoted(_ text: String) -> String {
  text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
}

@Suite struct BinaryTests {
  @Test(arguments: [
    ("kpi status --school alder", "0"), ("kpi status --fail-on red", "1"),
    ("kpi status --school oak", "2"), ("kpi status --no-such-option", "2"),
    ("kpi status --data /nowhere", "3"), ("kpi status --output /nowhere/x", "4"),
    ("--help", "0"), ("--version", "0"),
  ])
  func `exit status`(words: String, status: String) {
    #expect(shell("$rlt \(words) > /dev/null 2>&1; echo $?").hasSuffix("\(status)\n"))
  }

  @Test(arguments: ["1", "0", "-5", "10", "26", "9223372036854775807", "wide"])
  func `help bears any width`(columns: String) {
    let text = shell("COLUMNS=\(columns) $rlt kpi status --help > /dev/null 2>&1; echo $?")
    #expect(text == "0\n")
  }

  @Test(arguments: [
    "kpi status --school", "kpi status --as-of", "kpi status --format", "kpi show", "kpi", "help",
    "validate", "kpi status --data",
  ])
  func `a message never obeys what it quotes`(words: String) {
    let text = shell("$rlt \(words) $(printf \"\\\\033[31m\\\\342\\\\200\\\\256x\") 2>&1")
    #expect(text.contains(#"\u{1b}[31m\u{202e}x"#), "\(text)")
    #expect(!text.utf8.contains(0x1B) && !text.unicodeScalars.contains("\u{202e}"))
  }

  @Test func `a full disk is told`() {
    let text = shell("$rlt kpi status --school alder 2>&1 > /dev/full; echo $?")
    #expect(text == "rlt: the answer could not be written: No space left on device\n4\n")
  }

  @Test(arguments: ["kpi status", "report summary"])
  func `what is no file is written to and not replaced`(words: String) {
    let text = shell(
      "export RLT_DATA=$PWD/data; cd $(mktemp -d) && ln -s /dev/full full && "
        + "ln -s file link && echo old > file && mkfifo pipe && (wc -l < pipe > lines &) && "
        + "for name in full link pipe .; do "
        + "timeout 20 $rlt \(words) --school alder --output $name 2>&1; echo $?; done; "
        + "for name in full link; do readlink $name; done; "
        + "test -p pipe && ! grep -qx old file && ! ls | grep tmp && echo kept; rm -r $PWD"
    )
    let expected = [
      "rlt: full could not be written: No space left on device", "4", "0", "0",
      "rlt: . could not be written: Is a directory", "4", "/dev/full", "file", "kept", "",
    ]
    #expect(text == expected.joined(separator: "\n"))
  }

  @Test func `a pipe in the place of a file does not make it wait`() {
    let folder = "\(temporaryFolder())/pipe"
    let text = shell(
      "mkdir -p \(folder)/plans && echo trust: t > \(folder)/trust.yaml && "
        + "mkfifo \(folder)/plans/p.yaml && "
        + "timeout 20 $rlt validate --data \(folder) > /dev/null 2>&1; echo $?"
    )
    #expect(text == "1\n")
  }

  @Test func `a broken pipe ends quietly`() {
    let text = shell("$rlt kpi status --format json 2>&1 | head -1; echo ${PIPESTATUS[0]}")
    #expect(text == "{\n0\n" || text == "{\n141\n")
  }

  @Test func `results and messages go apart`() {
    #expect(shell("$rlt kpi status --school oak 2>/dev/null").isEmpty)
    #expect(shell("$rlt kpi status --school alder 2>&1 >/dev/null").isEmpty)
  }

  @Test func `the width comes from COLUMNS`() {
    let narrow = shell("COLUMNS=60 $rlt kpi status --school alder")
    let wide = shell("COLUMNS=200 $rlt kpi status --school alder")
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 60 })
    #expect(wide.split(separator: "\n").contains { $0.count > 80 })
  }

  @Test func `a pipe gets no colour unless it is forced`() {
    #expect(!shell("$rlt kpi status --school alder").utf8.contains(0x1B))
    #expect(shell("FORCE_COLOR=1 $rlt kpi status --school alder").utf8.contains(0x1B))
    #expect(!shell("NO_COLOR=1 FORCE_COLOR=1 $rlt kpi status").utf8.contains(0x1B))
  }

  @Test func `the workspace is found from a folder inside it`() {
    let text = shell("cd data/woodland/plans && $rlt plan list")
    #expect(text.hasPrefix("Woodland Schools Trust\n"))
  }

  @Test func `JSON is JSON`() throws {
    for words in ["kpi status", "kpi list", "kpi show money.staff", "plan show", "plan list"] {
      let text = shell(
        "$rlt \(words) --format json | python3 -c 'import json,sys; json.load(sys.stdin); print(1)' || true"
      )
      // Where there is no Python to ask, the golden files alone speak.
      #expect(text == "1\n" || text.isEmpty, "\(words)")
    }
  }
}
