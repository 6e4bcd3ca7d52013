/// A document with what a page of its own needs besides: a title and a way to other pages.
public struct Page: Sendable {
  /// The title, as the window of a browser shows it.
  public var title: String
  /// The other pages of the same site, in order; empty for a page that stands alone.
  public var navigation: [PageLink]
  /// What the page says.
  public var document: Document
  /// What marks and signs mean; stands at the foot, and on every printed sheet where it can.
  public var legend: [LegendEntry]
  /// One line at the very foot: from which day, by which program.
  public var foot: String

  /// Creates a page.
  public init(
    title: String,
    navigation: [PageLink] = [],
    document: Document,
    legend: [LegendEntry] = [],
    foot: String = ""
  ) {
    self.title = title
    self.navigation = navigation
    self.document = document
    self.legend = legend
    self.foot = foot
  }
}

/// A way to another page of the same site.
public struct PageLink: Sendable, Hashable {
  /// The words to follow.
  public var title: String
  /// Where it leads, relative to the page: `schools/ketton.html`, `#attendance`.
  public var target: String
  /// Whether it is the page itself.
  public var isCurrent: Bool

  /// Creates a link.
  public init(_ title: String, to target: String, isCurrent: Bool = false) {
    self.title = title
    self.target = target
    self.isCurrent = isCurrent
  }
}
