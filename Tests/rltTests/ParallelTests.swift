import Testing

@testable import rlt

@Suite struct ParallelTests {
  @Test(arguments: [0, 1, 2, 3, 1_000])
  func `what came of each stands in the order of the things`(count: Int) {
    #expect(inParallel(Array(0..<count)) { $0 * 2 } == (0..<count).map { $0 * 2 })
  }
}
