import Glibc

/// What is known of the terminal: its width, and what it can show.
struct Terminal {
  /// The number of columns.
  var width: Int
  /// Whether results go to a terminal.
  var isTerminal: Bool
  /// Whether messages go to a terminal.
  var isErrorTerminal: Bool
  /// Whether somebody sits at a keyboard who can be asked.
  var isInputTerminal = false
  /// Whether only ASCII can be shown.
  var isASCII: Bool
  /// What the environment says of colours; `nil` where it says nothing.
  var wantsColor: Bool?

  /// The width where nothing is known.
  static let usualWidth = 80

  /// A terminal made up for a test.
  init(width: Int = usualWidth, isTerminal: Bool = false, isASCII: Bool = false) {
    self.width = width
    self.isTerminal = isTerminal
    isErrorTerminal = false
    self.isASCII = isASCII
  }

  /// The terminal of this process.
  init(_ environment: Environment) {
    isTerminal = isatty(1) == 1
    isErrorTerminal = isatty(2) == 1
    isInputTerminal = isatty(0) == 1
    let columns = environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
    width = max(20, columns ?? Self.columns() ?? Self.usualWidth)
    let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "C"
    let name = locale.lowercased()
    isASCII = isTerminal && !name.hasSuffix("utf-8") && !name.hasSuffix("utf8")
    if environment["NO_COLOR"] != nil {
      wantsColor = false
    } else if let force = environment["FORCE_COLOR"] {
      wantsColor = force != "0"
    } else if environment["TERM"] == "dumb" {
      wantsColor = false
    }
  }

  /// Whether results are coloured.
  func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: wantsColor ?? isTerminal
    }
  }

  /// Whether messages are coloured.
  func usesErrorColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: true
    case .never: false
    case .auto: wantsColor ?? isErrorTerminal
    }
  }

  /// The columns of the terminal behind results, messages or keyboard, whichever there is.
  private static func columns() -> Int? {
    for descriptor in [Int32(1), 2, 0] {
      var size = winsize()
      if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
        return Int(size.ws_col)
      }
    }
    return nil
  }
}
