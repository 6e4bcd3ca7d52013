/// Writes plan files that are valid and written in every way that people write them: comments in
/// every place, line ends of both kinds, odd indents and gaps, lists in brackets, quotes.
public struct RandomPlan: Sendable {
  private var random: SeededGenerator
  private var number = 0

  /// The ids of the KPIs of the plan that was written last.
  public private(set) var kpis: [String] = []
  /// The ids of its priorities.
  public private(set) var priorities: [String] = []
  /// The ids of its actions.
  public private(set) var actions: [String] = []

  /// Creates the writer of a seed.
  public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Writes a plan for 2015/16 to 2019/20.
  public mutating func text() -> String {
    number = 0
    kpis = []
    priorities = []
    actions = []
    var text = random.pick(["", "", "\u{FEFF}", "# a plan\n\n", "---\n"])
    text +=
      "plan: p" + tail() + "title: \"A: plan\"" + tail() + "years: 2015/16 to 2019/20" + tail()
    text += noise(0) + "strategies:" + tail()
    let indent = random.pick([2, 2, 2, 4, 1])
    for _ in 0...random.below(2) { text += strategy(indent, indent) }
    text += random.pick(["", "", "\n", "# the end\n", "\n\n\n"])
    if random.below(4) == 0, text.utf8.last == 0x0A { text.unicodeScalars.removeLast() }
    guard random.below(3) == 0 else { return text }
    let bytes = text.utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: - Parts

  private mutating func strategy(_ column: Int, _ indent: Int) -> String {
    var text = noise(column) + line(column, "s\(next()):") + entry(column + indent, "title")
    text += line(column + indent, "priorities:")
    for _ in 0...random.below(2) { text += priority(column + 2 * indent, indent) }
    return text
  }

  private mutating func priority(_ column: Int, _ indent: Int) -> String {
    let id = "pr\(next())"
    priorities.append(id)
    let inner = column + indent
    var text = noise(column) + line(column, "\(id):") + entry(inner, "title")
    if random.below(2) == 0 {
      text += line(inner, "kpis:")
      for _ in 0...random.below(2) { text += kpi(inner + indent, indent) }
    }
    if random.below(2) == 0 { text += years(inner, indent) }
    return text
  }

  private mutating func kpi(_ column: Int, _ indent: Int) -> String {
    let id = "k.\(next())"
    kpis.append(id)
    let inner = column + indent
    var text = noise(column) + line(column, "\(id):") + entry(inner, "title")
    if random.below(2) == 0 { text += line(inner, random.pick(["unit: \"%\"", "unit: '%'"])) }
    text += line(inner, "target: " + random.pick(["at least 95", "'below 3'", "\"> 4\""]))
    if random.below(3) == 0 {
      text += line(inner, "targets:") + line(inner + indent, "2016/17: at least 96")
      text += line(inner + indent, "2018/19:   at least 97")
    }
    if random.below(2) == 0 { text += years(inner, indent) }
    return text
  }

  private mutating func years(_ column: Int, _ indent: Int) -> String {
    var text = line(column, "years:")
    for year in [2015, 2016, 2018] where random.below(2) == 0 || year == 2016 {
      let inner = column + indent
      text += noise(inner) + line(inner, "\(year)/\(year - 1999):")
      switch random.below(4) {
      case 0: text += entry(inner + indent, "impact")
      case 1: text += line(inner + indent, "actions:")
      default:
        text += line(inner + indent, "actions:")
        let dash = inner + indent + random.pick([0, 2])
        for _ in 0...random.below(2) { text += action(dash) }
      }
    }
    return text
  }

  private mutating func action(_ column: Int) -> String {
    let id = "a\(next())"
    actions.append(id)
    let gap = random.pick([1, 1, 1, 3])
    let inner = column + 1 + gap
    if random.below(6) == 0 {
      return line(column, "- {id: \(id), action: \"short, and sweet\"}")
    }
    var text =
      noise(column) + line(column, "-" + spaces(gap) + "id: \(id)") + entry(inner, "action")
    if random.below(2) == 0 { text += line(inner, "owner: " + random.pick(["CFO", "[CFO, CEO]"])) }
    if random.below(2) == 0 { text += line(inner, "due:  2016-11-30") }
    if random.below(2) == 0 { text += line(inner, "status: open") }
    return text
  }

  // MARK: - Odds and ends

  private mutating func next() -> Int {
    number += 1
    return number
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func tail() -> String {
    random.pick(["\n", "\n", "\n", "  \n", " # why\n", " # with a\ttab\n", "   #\n", "\n\n"])
  }

  private mutating func line(_ column: Int, _ words: String) -> String {
    spaces(column) + words + tail()
  }

  private mutating func noise(_ column: Int) -> String {
    random.pick([
      "", "", "", "\n", "# margin\n", spaces(column) + "# level: with a colon\n", "  \n",
      spaces(column + 3) + "#deep\n\n", "\n\n\n", spaces(column) + "# tab\there\n",
    ])
  }

  /// A text under a name, in one of the ways to write it.
  private mutating func entry(_ column: Int, _ name: String) -> String {
    let inner = spaces(column + 2)
    switch random.below(8) {
    case 0: return spaces(column) + "\(name): |\n\(inner)One line\n\(inner)# no comment\n"
    case 1: return spaces(column) + "\(name): >-\n\(inner)Folded\n\n\(inner)  text\n"
    case 2: return spaces(column) + "\(name): a text\n\(inner)on two lines" + tail()
    case 3: return line(column, "\(name): 'it''s: so'")
    case 4: return line(column, "\(name) : \"q # \\\"x\\\"\"")
    case 5: return line(column, "\(name):    spaced")
    default: return line(column, "\(name): Words about £5 – é")
    }
  }
}
