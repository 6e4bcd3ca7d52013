/// The lines of a page in Markdown, block by block, an empty line between two of them.
struct MarkdownWriter {
  private(set) var bytes: [UInt8] = []
  /// The anchors that links of the page lead to; no others are written.
  private let anchors: Set<String>
  /// What the last block was, where the next one could run into it.
  private var last = Kind.other
  /// Which of the two signs of points the last list used.
  private var usesStar = false

  init(anchors: Set<String>) { self.anchors = anchors }

  mutating func heading(_ text: String, level: Int, anchor: String = "") {
    begin(.other)
    var line = String(repeating: "#", count: min(6, max(1, level))) + " "
    if anchors.contains(anchor), let id = htmlID(anchor) {
      line += "<a id=\"\(htmlAttribute(id))\"></a>"
    }
    put(line + text)
  }

  mutating func paragraph(_ text: String) {
    if text.isEmpty { return }
    begin(.other)
    put(text)
  }

  mutating func rule() {
    if bytes.isEmpty { return }
    begin(.other)
    put("---")
  }

  /// Points, each as deep inside the one before as its depth says.
  mutating func list(_ points: [(depth: Int, text: String)]) {
    if points.isEmpty { return }
    // Two lists one after the other would be one, but not with different signs.
    usesStar = last == .list ? !usesStar : false
    begin(.list)
    for point in points {
      let indent = String(repeating: " ", count: point.depth * 2)
      put(indent + (usesStar ? "*" : "-") + " " + point.text)
    }
  }

  mutating func table(_ rows: [String]) {
    if rows.isEmpty { return }
    begin(.other)
    for row in rows { put(row) }
  }

  /// Lines as they are, between fences.
  mutating func code(_ lines: [String]) {
    if lines.isEmpty { return }
    begin(.other)
    // A fence longer than any in the lines.
    var fence = "```"
    while lines.contains(where: { holds($0, fence) }) { fence += "`" }
    put(fence)
    for line in lines { put(line) }
    put(fence)
  }

  private func holds(_ line: String, _ fence: String) -> Bool {
    var run = 0
    for byte in line.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      if run >= fence.utf8.count { return true }
    }
    return false
  }

  private mutating func begin(_ kind: Kind) {
    if !bytes.isEmpty { bytes.append(0x0A) }
    last = kind
  }

  private mutating func put(_ line: String) {
    bytes += line.utf8
    while bytes.last == 0x20 { bytes.removeLast() }
    bytes.append(0x0A)
  }

  private enum Kind { case list, other }
}
