import PlanModel

/// A figure as people read it: thousands commas, its mark, never more certain than it is.
func figure(_ number: ExactNumber, _ mark: UnitMark = .none, places: Int = 3) -> String {
  let digits = shortened(number, places: places).grouped
  switch mark {
  case .percent: return digits + "%"
  case .pounds: return digits.hasPrefix("-") ? "-£" + digits.dropFirst() : "£" + digits
  case .none: return digits
  }
}

/// A figure with all its decimals, as a proof needs it.
func exactFigure(_ number: ExactNumber, _ mark: UnitMark) -> String {
  figure(number, mark, places: ExactNumber.maximumDigits)
}

/// A figure as people read it beside the limits it is compared with.
///
/// A figure with many decimals is shortened only as far as it stays on the same side of each
/// limit: 74.99996 below 75 is never shown as 75.
func figure(_ number: ExactNumber, _ mark: UnitMark, beside limits: [ExactNumber]) -> String {
  var places = 3
  while places < Int(number.decimals) {
    let short = shortened(number, places: places)
    if limits.allSatisfy({ side(short, $0) == side(number, $0) }) { break }
    places += 1
  }
  return figure(number, mark, places: places)
}

/// A figure rounded, half away from zero, to at most so many decimal places.
func shortened(_ number: ExactNumber, places: Int) -> ExactNumber {
  var digits = number.digits
  var decimals = Int(number.decimals)
  guard decimals > places else { return number }
  while decimals > places + 1 {
    digits /= 10
    decimals -= 1
  }
  let last = digits % 10
  digits /= 10
  if last >= 5 { digits += 1 } else if last <= -5 { digits -= 1 }
  return ExactNumber(digits: digits, decimals: UInt8(places))
}

/// On which side of a limit a figure lies: -1, 0 or 1.
private func side(_ number: ExactNumber, _ limit: ExactNumber) -> Int {
  number < limit ? -1 : number == limit ? 0 : 1
}

/// The words of a unit for a single one of it: `school joined` for `schools joined`.
///
/// The first word with the ending of many loses it; the rest say more about the thing. What is
/// counted as either of two things keeps its words, as nobody says which the one is.
func singular(_ unit: String) -> String {
  if unit.contains(" or ") { return unit }
  var words = unit.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
  func ends(_ word: String, _ ending: String) -> Bool {
    word.utf8.count > ending.utf8.count && word.utf8.reversed().starts(with: ending.utf8.reversed())
  }
  func cut(_ word: String, _ count: Int, _ ending: String = "") -> String {
    String(word.dropLast(count)) + ending
  }
  for (index, word) in words.enumerated() {
    if ["ss", "us", "is"].contains(where: { ends(word, $0) }) { continue }
    if ends(word, "ies") {
      words[index] = cut(word, 3, "y")
    } else if ["sses", "xes", "ches", "shes"].contains(where: { ends(word, $0) }) {
      words[index] = cut(word, 2)
    } else if ends(word, "s") {
      words[index] = cut(word, 1)
    } else {
      continue
    }
    break
  }
  var text = words.first ?? ""
  for word in words.dropFirst() { text += " " + word }
  return text
}

/// A number of things in words: `1 school`, `3 schools`.
func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
