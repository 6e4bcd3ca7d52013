/// Text for a terminal that shows ASCII alone.
///
/// Dashes, quotation marks and signs become their nearest likeness, accents are left off, and a
/// character without a likeness becomes a question mark.
public func asciiText(_ text: String) -> String {
  if isPlain(text.utf8) { return text }
  var result = ""
  for scalar in text.unicodeScalars {
    if scalar.isASCII {
      result.unicodeScalars.append(scalar)
    } else if let likeness = likenesses[scalar] {
      result += likeness
    } else if displayWidth(scalar) > 0 {
      result += "?"
    }
  }
  return result
}

private let likenesses: [Unicode.Scalar: String] = {
  var result: [Unicode.Scalar: String] = [
    "\u{A0}": " ", "£": "GBP ", "€": "EUR ", "·": "-", "×": "x", "÷": "/", "½": "1/2", "°": " deg",
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "…": "...", "•": "*", "‘": "'", "’": "'",
    "“": "\"", "”": "\"", "≤": "<=", "≥": ">=", "≠": "!=", "→": "->", "←": "<-", "ß": "ss",
    "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L", "đ": "d",
  ]
  let bare = [
    ("A", "ÀÁÂÃÄÅĀĂĄ"), ("a", "àáâãäåāăą"), ("C", "ÇĆČ"), ("c", "çćč"), ("D", "Ď"), ("d", "ď"),
    ("E", "ÈÉÊËĒĖĘĚ"), ("e", "èéêëēėęě"), ("G", "Ğ"), ("g", "ğ"), ("I", "ÌÍÎÏĪİ"), ("i", "ìíîïīı"),
    ("N", "ÑŃŇ"), ("n", "ñńň"), ("O", "ÒÓÔÕÖŌŐ"), ("o", "òóôõöōő"), ("R", "Ř"), ("r", "ř"),
    ("S", "ŚŞŠȘ"), ("s", "śşšș"), ("T", "ŤȚ"), ("t", "ťț"), ("U", "ÙÚÛÜŪŮŰ"), ("u", "ùúûüūůű"),
    ("W", "Ŵ"), ("w", "ŵ"), ("Y", "ÝŸŶ"), ("y", "ýÿŷ"), ("Z", "ŹŻŽ"), ("z", "źżž"),
  ]
  for (letter, accented) in bare {
    for scalar in accented.unicodeScalars { result[scalar] = letter }
  }
  return result
}()
