internal import PlanModel

/// An id for a new action, made of the words of its text: short, and unique among ids.
///
/// Small words are left out: "Compare the supply costs of all schools" is
/// `compare-supply-costs`. The id never changes, whatever becomes of the text.
///
/// - Parameters:
///   - text: What is to be done.
///   - taken: The ids that the plan has.
/// - Returns: The id.
func actionID(for text: String, notIn taken: Set<String>) -> String {
  let words = asciiWords(of: text)
  let telling = words.filter { !smallWords.contains($0) }
  var id = ""
  for word in (telling.isEmpty ? words : telling).prefix(3) {
    let longer = id.isEmpty ? word : "\(id)-\(word)"
    // A word that would make it too long is left out, unless it is the only one.
    if id.isEmpty || longer.utf8.count <= 40 { id = longer }
  }
  id = String(decoding: id.utf8.prefix(60), as: UTF8.self)
  if id.isEmpty { id = "action" }
  guard taken.contains(id) else { return id }
  var number = 2
  while taken.contains("\(id)-\(number)") { number += 1 }
  return "\(id)-\(number)"
}

/// The words of a text in small letters without accents; other letters are left out.
private func asciiWords(of text: String) -> [String] {
  var words: [String] = []
  var word: [UInt8] = []
  for scalar in text.unicodeScalars {
    if scalar.value < 0x80, UInt8(scalar.value).isLetter || UInt8(scalar.value).isDigit {
      word.append(UInt8(scalar.value).lowercased)
    } else if let plain = plainLetters(scalar.value) {
      word += Array(plain.utf8)
    } else if scalar != "'", scalar != "’", !word.isEmpty {
      words.append(String(decoding: word, as: UTF8.self))
      word = []
    }
  }
  if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
  return words
}

private let smallWords: Set<String> = [
  "a", "about", "across", "all", "an", "and", "any", "are", "as", "at", "be", "between", "by",
  "each",
  "every", "for", "from", "have", "in", "into", "is", "it", "its", "of", "on", "or", "our", "so",
  "that", "the", "their", "they", "this", "to", "up", "we", "which", "will", "with",
]
