/// The colours of the HTML part of a message: each text on its ground has a contrast of 4.5 or more
/// (WCAG 2.2, 1.4.3).
enum MailColour {
  static let text = "#0b0c0c"
  static let quiet = "#505a5f"
  static let paper = "#ffffff"
  static let desk = "#f3f2f1"
  static let line = "#b1b4b6"
  static let link = "#1d5a96"

  /// The ground of a mark, and the letters on it.
  static func mark(_ tone: Tone) -> (ground: String, letters: String) {
    switch tone {
    case .green: ("#00703c", "#ffffff")
    case .amber: ("#ffc640", "#0b0c0c")
    case .red: ("#b3261e", "#ffffff")
    case .grey: ("#dcdfe1", "#0b0c0c")
    }
  }

  /// Coloured words on paper.
  static func words(_ tone: Tone) -> String {
    switch tone {
    case .green: "#00703c"
    case .amber: "#7a4b00"
    case .red: "#b3261e"
    case .grey: quiet
    }
  }
}
