extension ExactNumber {
  /// The digits of the number with a comma after each thousand.
  public var grouped: String {
    let text = description
    let whole = text.utf8.prefix { $0 != UInt8(ascii: ".") }
    let sign = text.utf8.first == UInt8(ascii: "-") ? 1 : 0
    guard whole.count - sign > 3 else { return text }
    var result: [UInt8] = Array(whole.prefix(sign))
    let digits = Array(whole.dropFirst(sign))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(digit)
    }
    result += text.utf8.dropFirst(whole.count)
    return String(decoding: result, as: UTF8.self)
  }
}
