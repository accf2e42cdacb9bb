/// Multinomial logistic regression by gradient steps in a fixed order: the same examples give the same weights.
struct Trainer {
  /// The last class is "none of them".
  let classes: Int
  /// Rows of weights are padded, so that they can be added in steps of one width.
  let width: Int
  private(set) var weights: [Float]
  private(set) var bias: [Float]
  private var chance = Chance()

  private static let rounds = 20
  private static let step: Float = 1
  private static let decay: Float = 0.25
  private static let biasShare: Float = 0.05
  /// Everyday lines are few and stand for all the rest; they pull less than an author's own.
  private static let outsideShare: Float = 0.5
  /// The part of its features that an example hides in a round, so that no class leans on few of them.
  private static let hidden: Float = 0.3
  /// The part of a line's certainty that is kept back for all classes: who is never quite sure learns no chance words by heart.
  private static let doubt: Float = 0.1
  /// Errors below that are not worth a step.
  private static let worthLearning: Float = 0.002

  init(classes: Int, rows: Int, leavingOut missing: Set<Int> = []) {
    self.classes = classes
    width = LinearWeights.width(of: classes)
    weights = Array(repeating: 0, count: rows * width)
    bias = Array(repeating: 0, count: width)
    for number in classes..<width { bias[number] = LinearWeights.never }
    for number in missing { bias[number] = LinearWeights.never }
  }

  private struct Lesson {
    let components: Range<Int>
    let answer: Examples.Answer
  }

  /// `told` hears how much is done, from 0 to 1.
  mutating func train(
    _ examples: Examples, _ weighing: Weighing, uses: (Int) -> Bool = { _ in true }, told: (Double) -> Void = { _ in }
  ) {
    var components: [Component] = []
    var lessons: [Lesson] = []
    for number in 0..<examples.count where uses(number) {
      let start = components.count
      components += weighing.vector(examples, number).components
      lessons.append(Lesson(components: start..<components.count, answer: examples.answers[number]))
    }
    guard !lessons.isEmpty else { return }
    // A stride without a common factor visits every example once a round, classes mixed.
    let stride = Trainer.stride(for: lessons.count)
    var errors = [Float](repeating: 0, count: width)
    for round in 0..<Trainer.rounds {
      let step = Trainer.step / (1 + Trainer.decay * Float(round))
      var at = round % lessons.count
      for _ in lessons.indices {
        learn(components, lessons[at], step: step, &errors)
        at = (at + stride) % lessons.count
      }
      told(Double(round + 1) / Double(Trainer.rounds))
    }
  }

  private mutating func learn(_ components: [Component], _ lesson: Lesson, step: Float, _ errors: inout [Float]) {
    withUnsafeTemporaryAllocation(of: Component.self, capacity: lesson.components.count) { shown in
      var count = 0
      for at in lesson.components where !chance.happens(Trainer.hidden) {
        let component = components[at]
        shown[count] = Component(row: component.row, value: component.value / (1 - Trainer.hidden))
        count += 1
      }
      let shown = UnsafeBufferPointer(rebasing: shown[0..<count])
      errors.withUnsafeMutableBufferPointer { errors in
        Trainer.sum(shown, weights, bias, into: errors)
        Mathematics.softmax(errors)
        turn(errors, lesson.answer)
        apply(errors, step: step * (lesson.answer == .isOutside ? Trainer.outsideShare : 1), to: shown)
      }
    }
  }

  private mutating func apply(
    _ errors: UnsafeMutableBufferPointer<Float>, step: Float, to components: UnsafeBufferPointer<Component>
  ) {
    let (classes, width) = (classes, width)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: classes) { active in
      var count = 0
      for number in 0..<classes where abs(errors[number]) > Trainer.worthLearning {
        active[count] = number
        count += 1
        bias[number] -= Trainer.biasShare * step * errors[number]
      }
      let isDense = count * 3 > classes
      weights.withUnsafeMutableBufferPointer { weights in
        for component in components {
          let start = Int(component.row) * width
          let amount = step * component.value
          if isDense {
            for number in 0..<width { weights[start + number] -= amount * errors[number] }
          } else {
            for at in 0..<count { weights[start + active[at]] -= amount * errors[active[at]] }
          }
        }
      }
    }
  }

  /// Makes errors of likelihoods.
  private func turn(_ likelihoods: UnsafeMutableBufferPointer<Float>, _ answer: Examples.Answer) {
    switch answer {
    case .isOf(let number):
      for other in 0..<classes { likelihoods[other] -= Trainer.doubt / Float(classes) }
      likelihoods[number] -= 1 - Trainer.doubt
    case .isOutside: likelihoods[classes - 1] -= 1
    case .isNotOf(let number):
      let wrong = likelihoods[number]
      let share = wrong / max(1 - wrong, 0.05)
      for other in likelihoods.indices { likelihoods[other] *= -share }
      likelihoods[number] = wrong
    }
  }

  /// The bias and each component's row of weights.
  static func sum(
    _ components: UnsafeBufferPointer<Component>, _ weights: [Float], _ bias: [Float],
    into sums: UnsafeMutableBufferPointer<Float>
  ) {
    let width = bias.count
    bias.withUnsafeBufferPointer { bias in
      for number in 0..<width { sums[number] = bias[number] }
    }
    weights.withUnsafeBufferPointer { weights in
      for component in components {
        let start = Int(component.row) * width
        let value = component.value
        for number in 0..<width { sums[number] += weights[start + number] * value }
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

/// Numbers that look like chance and are the same in every run.
struct Chance {
  private var state: UInt64 = 9

  mutating func happens(_ share: Float) -> Bool {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(state >> 40) < share * 16_777_216
  }
}
