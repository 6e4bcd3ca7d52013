public import Documents

/// What a report says of one trust or one school: a page, or a part of a longer one.
public struct ReportPart: Sendable {
  /// What it is about: the name of the trust or school.
  public var title: String
  /// The place to which links on a longer page lead.
  public var anchor: String
  /// What it says; begins with a heading of level 1.
  public var document: Document
  /// What the marks and signs in it mean.
  public var legend: [LegendEntry]
  /// The day it speaks of, in words; the same on every machine.
  public var day: String

  /// Creates a part.
  public init(
    title: String,
    anchor: String,
    document: Document,
    legend: [LegendEntry] = [],
    day: String
  ) {
    self.title = title
    self.anchor = anchor
    self.document = document
    self.legend = legend
    self.day = day
  }
}

/// The page of a report: its only part, or all parts one below the other with links to each.
///
/// - Parameters:
///   - name: What the report is called, as a title begins: `Summary`.
///   - parts: What it says of each trust or school.
/// - Returns: The page.
public func reportPage(_ name: String, _ parts: [ReportPart]) -> Page {
  let days = parts.reduce(into: [String]()) { all, part in
    if !all.contains(part.day) { all.append(part.day) }
  }
  let foot = days.count == 1 ? "\(days[0]) Made by rlt." : "Made by rlt."
  if let only = parts.first, parts.count == 1 {
    return Page(
      title: "\(name): \(only.title)",
      document: only.document,
      legend: only.legend,
      foot: foot
    )
  }
  var document = Document([.heading(Line([.text(name, .strong)]), level: 1)])
  var legend: [LegendEntry] = []
  for (index, part) in parts.enumerated() {
    document.append(index > 0 ? .pageBreak : .gap)
    document.append(contentsOf: part.document.asPart(part.anchor))
    for entry in part.legend where !legend.contains(entry) { legend.append(entry) }
  }
  return Page(
    title: "\(name): \(listed(parts.map(\.title), "and"))",
    navigation: parts.map { PageLink($0.title, to: "#\($0.anchor)") },
    document: document,
    legend: legend,
    foot: foot
  )
}

extension Document {
  /// The same with every heading one level lower, the first of them with an anchor.
  fileprivate func asPart(_ anchor: String) -> Document {
    var isFirst = true
    return Document(
      blocks.map { block in
        guard case .heading(let line, let level, let own) = block else { return block }
        defer { isFirst = false }
        return .heading(line, level: level + 1, anchor: isFirst ? anchor : own)
      }
    )
  }
}
