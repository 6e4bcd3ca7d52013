/// Random numbers that are the same on every run and machine (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Creates the generator of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// A number from 0 up to, not including, a bound.
  public mutating func below(_ bound: Int) -> Int {
    bound < 1 ? 0 : Int(next() % UInt64(bound))
  }

  /// One of some things, of which there must be one.
  public mutating func pick<Element>(_ things: [Element]) -> Element { things[below(things.count)] }
}

/// Damages bytes in the ways that find faults in readers of text.
public struct SeededMutator: Sendable {
  /// Where the choices come from.
  public var random: SeededGenerator
  /// Pieces that are put in.
  public var pieces: [[UInt8]]

  /// Creates a mutator with a seed and the pieces of text that mean something to the reader.
  public init(seed: UInt64, pieces: [String]) {
    random = SeededGenerator(seed: seed)
    self.pieces =
      pieces.map { Array($0.utf8) } + [[0], [0x0D], [0xFF], [0xC3], [0xE2, 0x80], [0x92]]
  }

  /// A damaged copy: a few pieces put in, cut out, doubled or moved, or the end lost.
  public mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0...random.below(4) {
      let at = random.below(result.count + 1)
      let end = min(result.count, at + random.below(random.below(4) == 0 ? 40 : 4))
      switch random.below(7) {
      case 0, 1: result.insert(contentsOf: random.pick(pieces), at: at)
      case 2: result.replaceSubrange(at..<end, with: random.pick(pieces))
      case 3: result.removeSubrange(at..<end)
      case 4: result.insert(contentsOf: result[at..<end], at: random.below(result.count + 1))
      case 5: result.removeSubrange(at...)
      default:
        let line = result[at...].firstIndex(of: 0x0A) ?? result.endIndex
        let moved = Array(result[at..<line])
        result.removeSubrange(at..<line)
        result.insert(contentsOf: moved, at: random.below(result.count + 1))
      }
    }
    return result
  }
}
