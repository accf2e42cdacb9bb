import Testing

@testable import Learning

/// Two classes, of which a line's words tell only together which one is meant: left and left, or right and right, are the
/// first.
enum Togetherness {
  static func line(_ number: Int) -> (words: [UInt64], owner: Int) {
    let (left, right) = (number % 2, number / 2 % 2)
    return ([UInt64(100 + left), UInt64(200 + right), UInt64(300 + number % 5)], left == right ? 0 : 1)
  }

  static let examples: Examples = {
    var examples = Examples(classes: 2)
    for number in 0..<80 {
      let line = line(number)
      examples.add(Toy.views(line.words), .isOf(line.owner), group: number)
    }
    return examples
  }()

  static let weighing = Weighing(examples) { _ in true }

  /// How many lines are read right by what gives likelihoods.
  static func right(_ sum: (UnsafeBufferPointer<Component>, UnsafeMutableBufferPointer<Float>) -> Void) -> Int {
    (0..<20).count { number in
      let line = line(number)
      let vector = weighing.vector(Toy.views(line.words), in: examples.table)
      var sums = [Float](repeating: 0, count: LinearWeights.width(of: 3))
      vector.components.withUnsafeBufferPointer { components in
        sums.withUnsafeMutableBufferPointer { sum(components, $0) }
      }
      return (sums[0] > sums[1]) == (line.owner == 0)
    }
  }
}

@Suite struct `A network` {
  @Test(arguments: Jury.views) func `sees what words mean only together, as a sum of them cannot`(view: View) {
    let network = HiddenTrainer.learn(
      view, of: Togetherness.examples, in: Course(Togetherness.examples, Togetherness.weighing), leavingOut: [],
      told: { _ in })
    #expect(Togetherness.right { network.add($0, share: 1, to: $1) } == 20)
    let linear = Jury.learn(Togetherness.examples, Togetherness.weighing).linear
    #expect(Togetherness.right { linear.sum($0, into: $1) } <= 15)
  }

  @Test func `looks at its own view alone`() {
    let (places, count) = Togetherness.examples.places(of: .words)
    #expect(count == 9)
    #expect(places.filter { $0 >= 0 }.sorted() == (0..<9).map { Int32($0) })
    #expect(places.count == 18)
    #expect(Togetherness.examples.places(of: .company).count == 0)
  }

  @Test func `never proposes what it was to leave out`() {
    let course = Course(Togetherness.examples, Togetherness.weighing) { Togetherness.line($0).owner == 0 }
    let network = HiddenTrainer.learn(
      .words, of: Togetherness.examples, in: course, leavingOut: [1], told: { _ in })
    #expect(network.bias[1] == LinearWeights.never)
  }

  @Test func `is not torn apart by lines that contradict each other`() {
    var examples = Examples(classes: 2)
    for number in 0..<400 { examples.add(Toy.views([7, 8, 9]), .isOf(number * 7 % 3 % 2), group: number) }
    let network = HiddenTrainer.learn(
      .words, of: examples, in: Course(examples, Weighing(examples) { _ in true }), leavingOut: [], told: { _ in })
    #expect((network.inner + network.outer).allSatisfy { abs($0) < 100 })
  }
}

@Suite struct `A jury` {
  static let jury = Jury.learn(Togetherness.examples, Togetherness.weighing)

  static func likelihoods(_ jury: Jury, _ words: [UInt64]) -> [Float] {
    let vector = Togetherness.weighing.vector(Toy.views(words), in: Togetherness.examples.table)
    var sums = [Float](repeating: 0, count: jury.width)
    _ = sums.withUnsafeMutableBufferPointer { jury.likelihoods(vector, into: $0) }
    return sums
  }

  @Test func `has one voice, and likelihoods that add up to 1`() {
    for number in 0..<20 {
      let line = Togetherness.line(number)
      let likelihoods = Self.likelihoods(Self.jury, line.words)
      #expect(abs(likelihoods.reduce(0, +) - 1) < 1e-3)
      #expect((likelihoods[0] > likelihoods[1]) == (line.owner == 0))
    }
  }

  @Test func `hears all of its learners`() {
    let words = Togetherness.line(0).words
    let linear = Self.likelihoods(Jury(linear: Self.jury.linear, networks: []), words)
    let all = Self.likelihoods(Self.jury, words)
    #expect(abs(all[0] - linear[0]) > 0.05)
    #expect(Self.jury.networks.count == Jury.views.count)
  }
}
