/// Finds the first thing with an id among many.
///
/// Where there are few, looking at each of them is faster than making this.
struct IDIndex: Sendable {
  /// The most things of which each is looked at.
  static let few = 64

  private var ids = ByteInterner()
  private var positions: [Int] = []

  init(_ names: [String]) {
    for (position, name) in names.enumerated() {
      let span = name.utf8.span
      if ids.intern(span, 0, span.count) == positions.count { positions.append(position) }
    }
  }

  /// The position of the first thing with an id.
  func position(of id: String) -> Int? { ids.find(id).map { positions[$0] } }
}
