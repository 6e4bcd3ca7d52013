import SourceText
import Testing

private func diff(_ before: String, _ after: String) -> String {
  String(decoding: unifiedDiff(Array(before.utf8), Array(after.utf8), named: "f"), as: UTF8.self)
}

@Suite struct UnifiedDiffTests {
  @Test func `no difference is nothing`() {
    #expect(diff("a\n", "a\n") == "")
  }

  @Test func `lines that stay, go and come`() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n", "1\n2\n3\nx\n5\n6\n7\n")
        == "--- f\n+++ f\n@@ -1,6 +1,7 @@\n 1\n 2\n 3\n-4\n+x\n 5\n 6\n+7\n"
    )
  }

  @Test func `changes far apart are apart`() {
    let before = (1...20).map { "\($0)\n" }.joined()
    let after = "0\n" + before + "21\n"
    #expect(
      diff(before, after)
        == "--- f\n+++ f\n@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n@@ -18,3 +19,4 @@\n 18\n 19\n 20\n+21\n"
    )
  }

  @Test func `a missing last line end is said`() {
    #expect(
      diff("a\nb", "a\nb\n")
        == "--- f\n+++ f\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n"
    )
  }
}

@Suite struct SHA256Tests {
  /// The examples of FIPS 180-4.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `digests of known texts`(text: String, digest: String) {
    #expect(sha256(Array(text.utf8)) == digest)
  }
}
