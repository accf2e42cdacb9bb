import Testing

@testable import Learning

@Suite struct `Rehearsed lines` {
  /// Lines of which the better known ones are right.
  static func trials(_ count: Int) -> [Rehearsal.Trial] {
    (0..<count).map { number in
      let isRight = number % 4 != 0
      return Rehearsal.Trial(
        signals: signals(known: isRight ? 1 : Float(number % 3) / 4, words: 3 + number % 5), isRight: isRight,
        isOutside: !isRight && number % 8 == 0, share: 1)
    }
  }

  static func signals(known: Float, words: Int) -> Signals {
    let top = 0.3 + 0.65 * known
    var vector = Vector()
    vector.components = (0..<words * 8).map { Component(row: Int32($0), value: 0.2) }
    (vector.knownWords, vector.knownPieces) = (known, known)
    return [top, (1 - top) / 2, (1 - top) / 2].withUnsafeBufferPointer {
      Signals($0, best: 0, second: (1 - top) / 2, prominence: 2 + 6 * known, vector)
    }
  }

  @Test(arguments: [4, 9, 16, 40, 120, 1_000]) func `say what a score is worth, be they few or many`(count: Int) {
    let calibration = Calibration(Self.trials(count))
    let (known, strange) = (Self.signals(known: 1, words: 5), Self.signals(known: 0, words: 5))
    #expect(calibration.probability(known) > 0.6)
    #expect(calibration.probability(strange) < 0.4)
    #expect(calibration.factors.allSatisfy { abs($0) < 20 })
  }

  @Test func `without any of them the usual holds`() {
    #expect(Calibration([]).factors == Calibration().factors)
  }
}

@Suite struct `How far a class stands out` {
  static func jury(_ bias: [Float]) -> Jury {
    let padded = bias + Array(repeating: LinearWeights.never, count: LinearWeights.width(of: bias.count) - bias.count)
    return Jury(linear: LinearWeights(classes: bias.count, bias: padded, table: .dense([])), networks: [])
  }

  static func prominence(_ bias: [Float]) -> Float {
    let jury = jury(bias)
    var sums = [Float](repeating: 0, count: jury.width)
    return sums.withUnsafeMutableBufferPointer { jury.likelihoods(Vector(), into: $0) }
  }

  @Test func `is told in standard deviations, without the class for none of them`() {
    #expect(abs(Self.prominence([3, 0, 0, 0, 9]) - Float(3).squareRoot()) < 1e-4)
  }

  @Test func `does not depend on classes that are not to be proposed`() {
    let all = Self.prominence([3, 1, 0, 0])
    #expect(abs(Self.prominence([3, LinearWeights.never, 1, 0, 0]) - all) < 1e-4)
  }

  @Test func `is nothing where there is nothing to stand out from`() {
    #expect(Self.prominence([0]) == 0)
    #expect(Self.prominence([2, 0]) == 0)
    #expect(Self.prominence([1, 1, 1, 0]) == 0)
  }
}
