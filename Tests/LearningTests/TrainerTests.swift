import Testing

@testable import Learning

@Suite struct `A stride through the examples` {
  @Test(arguments: [1, 2, 3, 7, 64, 100, 1_000]) func `visits each of them once a round`(count: Int) {
    let stride = Trainer.stride(for: count)
    var at = 0
    var seen = Set<Int>()
    for _ in 0..<count {
      seen.insert(at)
      at = (at + stride) % count
    }
    #expect(seen.count == count)
  }
}
