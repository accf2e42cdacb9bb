import Testing

@testable import Learning

@Suite struct `A stride through the examples` {
  @Test(arguments: [1, 2, 3, 7, 64, 100, 1_000]) func `visits each of them once a round`(count: Int) {
    let stride = Course.stride(for: count)
    var at = 0
    var seen = Set<Int>()
    for _ in 0..<count {
      seen.insert(at)
      at = (at + stride) % count
    }
    #expect(seen.count == count)
  }

  /// Of a hundred lines of each class, few of one class come close together, however many lines there are.
  @Test func `comes to another class each time`() {
    for count in 15_000...15_064 {
      let stride = Course.stride(for: count)
      var at = 0
      var last: [Int: Int] = [:]
      for step in 0..<5_000 {
        let owner = at / 100
        if let before = last[owner] { #expect(step - before > 30, "\(count) lines") }
        last[owner] = step
        at = (at + stride) % count
      }
    }
  }
}
