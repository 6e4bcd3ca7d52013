/// The name of a file made from an id, the same for equal ids and different for different ones.
///
/// Ids are lower-case words joined by `-` and `.`; whatever else one may hold is written as `_` and
/// its bytes in hexadecimal. Names that a system keeps for itself are changed too.
func fileName(of id: String) -> String {
  var name: [UInt8] = []
  let digits = Array("0123456789abcdef".utf8)
  for (place, byte) in id.utf8.enumerated() {
    let isPlain =
      byte &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "-")
      || (byte == UInt8(ascii: ".") && place > 0)
    if isPlain {
      name.append(byte)
    } else {
      name += [UInt8(ascii: "_"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  let stem = name.split(separator: UInt8(ascii: ".")).first.map { Array($0) } ?? []
  // A device on Windows, whatever its ending.
  let isDevice = ["con", "prn", "aux", "nul"].contains { Array($0.utf8) == stem }
  let isNumbered =
    stem.count == 4 && (stem.starts(with: "com".utf8) || stem.starts(with: "lpt".utf8))
  return String(decoding: name, as: UTF8.self) + (isDevice || isNumbered || id.isEmpty ? "_" : "")
}
