/// Multinomial logistic regression by gradient steps in a fixed order: the same files give the same weights.
struct Trainer {
  let classes: Int
  private(set) var weights: [Float]
  private(set) var bias: [Float]
  private let lesson: Lesson

  private static let rounds = 7
  private static let firstStep: Float = 5
  private static let decay: Float = 0.25
  private static let biasShare: Float = 0.05
  /// Everyday lines are few and stand for all the rest; they pull less than an author's own.
  private static let outsideShare: Float = 0.5

  init(_ lesson: Lesson) {
    classes = lesson.classes
    self.lesson = lesson
    weights = Array(repeating: 0, count: lesson.known.count * lesson.classes)
    bias = Array(repeating: 0, count: lesson.classes)
  }

  mutating func train() {
    let count = lesson.answers.count
    guard count > 0 else { return }
    // A stride without a common factor visits every example once a round, intents mixed.
    let stride = Trainer.stride(for: count)
    var sums = bias
    for round in 0..<Trainer.rounds {
      let step = Trainer.firstStep / (1 + Trainer.decay * Float(round))
      var at = round % count
      for _ in 0..<count {
        learn(at, step: step, &sums)
        at = (at + stride) % count
      }
    }
  }

  private mutating func learn(_ example: Int, step: Float, _ errors: inout [Float]) {
    let classes = classes
    let components = lesson.components[lesson.starts[example]..<lesson.starts[example + 1]]
    for number in 0..<classes { errors[number] = bias[number] }
    Trainer.add(components, weights, classes, into: &errors)
    Softmax.apply(&errors)
    let step = turn(&errors, lesson.answers[example]) * step
    for number in 0..<classes { bias[number] -= Trainer.biasShare * step * errors[number] }
    weights.withUnsafeMutableBufferPointer { weights in
      errors.withUnsafeBufferPointer { errors in
        for component in components {
          let row = UnsafeMutableBufferPointer(rebasing: weights[(Int(component.row) * classes)...].prefix(classes))
          let amount = step * component.value
          for number in 0..<classes { row[number] -= amount * errors[number] }
        }
      }
    }
  }

  /// Makes errors of likelihoods, and says how much the example counts. A counter-example only speaks against its
  /// intent: it may well be the very words of another.
  private func turn(_ likelihoods: inout [Float], _ answer: Lesson.Answer) -> Float {
    switch answer {
    case .isOf(let number):
      likelihoods[number] -= 1
      return number == classes - 1 ? Trainer.outsideShare : 1
    case .isNotOf(let number):
      let wrong = likelihoods[number]
      let share = wrong / max(1 - wrong, 0.05)
      for other in likelihoods.indices { likelihoods[other] *= -share }
      likelihoods[number] = wrong
      return 1
    }
  }

  /// Adds each component's row of weights to the sums.
  static func add(
    _ components: some Sequence<KnownFeatures.Component>, _ weights: [Float], _ classes: Int, into sums: inout [Float]
  ) {
    weights.withUnsafeBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for component in components {
          let row = UnsafeBufferPointer(rebasing: weights[(Int(component.row) * classes)...].prefix(classes))
          let value = component.value
          for number in 0..<classes { sums[number] += row[number] * value }
        }
      }
    }
  }

  static func stride(for count: Int) -> Int {
    var stride = max(count * 5 / 8, 1)
    while common(stride, count) != 1 { stride += 1 }
    return stride
  }

  private static func common(_ left: Int, _ right: Int) -> Int { right == 0 ? left : common(right, left % right) }
}
