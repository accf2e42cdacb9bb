import Testing

@testable import Learning

@Suite struct Arithmetic {
  @Test func `likelihoods add up to 1`() {
    var values: [Float] = [1, 2, 3]
    values.withUnsafeMutableBufferPointer { Mathematics.softmax($0) }
    #expect(abs(values.reduce(0, +) - 1) < 0.001)
    #expect(abs(values[2] - 0.6652) < 0.002)
  }

  @Test(
    arguments: [
      (1, 0), (2.718_282, 1), (10, 2.302_585), (0.5, -0.693_147), (1_000_000, 13.815_511),
    ] as [(Float, Float)]) func `logarithms are near`(number: Float, logarithm: Float)
  {
    #expect(abs(Mathematics.logarithm(number) - logarithm) < 0.001)
  }

  @Test func `numbers that are none do no harm`() {
    #expect(Mathematics.logarithm(0) == -88)
    #expect(Mathematics.logarithm(.infinity) == 88)
    #expect(Mathematics.logarithm(.nan) == -88)
    #expect(Mathematics.logistic(-1_000) >= 0)
    #expect(Mathematics.logistic(1_000) <= 1)
    #expect(abs(Mathematics.logistic(0) - 0.5) < 0.001)
  }

  @Test func `equations are solved`() {
    #expect(Mathematics.solve([[2, 1], [1, 3]], [5, 10]) == [1, 3])
  }
}
