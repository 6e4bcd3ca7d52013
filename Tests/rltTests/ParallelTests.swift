import Testing

@testable import rlt

@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 2, 3, 1_000], [0, 1, 2, 9])
  func `what came of each piece stands in the order of their numbers`(count: Int, threads: Int) {
    var watched: [Int] = []
    let outcomes = inParallel(count: count, threads: threads) {
      [$0 * 2]
    } watch: {
      watched.append($0)
    }
    #expect(outcomes == (0..<count).map { [$0 * 2] })
    #expect(watched == watched.sorted())
    #expect(watched.allSatisfy { (1...count).contains($0) })
    // Alone, this thread takes every piece itself.
    if threads < 2 { #expect(watched == Array(0..<count).map { $0 + 1 }) }
  }
}
