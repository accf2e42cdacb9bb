/// Several learners with one voice: a linear one over all features, and a network for each view of words. They err in
/// different lines, so that together they are right more often than any of them.
struct Jury: Sendable {
  let linear: LinearWeights
  /// None where the classes are too many to learn one by one.
  let networks: [HiddenWeights]

  /// The last class is "none of them".
  var classes: Int { linear.classes }
  var width: Int { linear.width }

  /// What the networks say together; the rest is the linear learner's.
  private static let networksShare: Float = 0.5

  static let views: [View] = [.words, .pieces]

  /// `told` hears how much is done, from 0 to 1.
  static func learn(
    _ examples: Examples, _ weighing: Weighing, leavingOut missing: Set<Int> = [], uses: (Int) -> Bool = { _ in true },
    told: (Double) -> Void = { _ in }
  ) -> Jury {
    guard examples.classes < LinearWeights.mostDenseClasses else {
      return Jury(linear: .middles(of: examples, weighing, missing, uses), networks: [])
    }
    let course = Course(examples, weighing, uses: uses)
    let part = 1 / Double(1 + views.count)
    var trainer = Trainer(classes: examples.classes + 1, rows: examples.table.count, leavingOut: missing)
    trainer.train(course) { told(part * $0) }
    let networks = views.enumerated().map { number, view in
      HiddenTrainer.learn(view, of: examples, in: course, leavingOut: missing) {
        told(part * (Double(number + 1) + $0))
      }
    }
    return Jury(
      linear: LinearWeights(classes: trainer.classes, bias: trainer.bias, table: .dense(trainer.weights)),
      networks: networks)
  }

  /// Likelihoods of the classes, and how far the best stands out among all of them for the linear learner.
  func likelihoods(_ vector: Vector, into sums: UnsafeMutableBufferPointer<Float>) -> Float {
    let prominent = vector.components.withUnsafeBufferPointer { components in
      linear.sum(components, into: sums)
      let prominent = prominence(sums)
      if !networks.isEmpty { hear(components, sums) }
      return prominent
    }
    Mathematics.softmax(sums)
    return prominent
  }

  private func hear(_ components: UnsafeBufferPointer<Component>, _ sums: UnsafeMutableBufferPointer<Float>) {
    for at in sums.indices { sums[at] *= 1 - Jury.networksShare }
    let share = Jury.networksShare / Float(networks.count)
    for network in networks { network.add(components, share: share, to: sums) }
  }

  /// In standard deviations; classes that are not to be proposed do not count.
  private func prominence(_ sums: UnsafeMutableBufferPointer<Float>) -> Float {
    var (top, total, squares, count) = (-Float.greatestFiniteMagnitude, Float(0), Float(0), Float(0))
    for number in 0..<(classes - 1) where sums[number] > LinearWeights.never / 2 {
      top = max(top, sums[number])
      total += sums[number]
      squares += sums[number] * sums[number]
      count += 1
    }
    guard count > 0 else { return 0 }
    let middle = total / count
    return (top - middle) / max(squares / count - middle * middle, Jury.leastVariance).squareRoot()
  }

  private static let leastVariance: Float = 0.0025
}
