extension Document {
  /// Whether the page says its own title before anything else.
  var beginsWithTitle: Bool {
    for block in blocks {
      switch block {
      case .heading(_, let level, _): return level == 1
      case .gap, .pageBreak: continue
      default: return false
      }
    }
    return false
  }
}
