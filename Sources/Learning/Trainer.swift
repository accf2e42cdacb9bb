/// Multinomial logistic regression by gradient steps in a fixed order: the same course gives the same weights.
struct Trainer {
  /// The last class is "none of them".
  let classes: Int
  /// Rows of weights are padded, so that they can be added in steps of one width.
  let width: Int
  private(set) var weights: [Float]
  private(set) var bias: [Float]
  private var chance = Chance()

  private static let rounds = 12
  private static let step: Float = 1
  private static let decay: Float = 0.25
  private static let biasShare: Float = 0.05
  /// The part of its features that an example hides in a round, so that no class leans on few of them.
  private static let hidden: Float = 0.3
  /// Who is never quite sure learns no chance words by heart.
  private static let doubt: Float = 0.1

  init(classes: Int, rows: Int, leavingOut missing: Set<Int> = []) {
    self.classes = classes
    bias = LinearWeights.bias(classes: classes, leavingOut: missing)
    width = bias.count
    weights = Array(repeating: 0, count: rows * width)
  }

  /// `told` hears how much is done, from 0 to 1.
  mutating func train(_ course: Course, told: (Double) -> Void = { _ in }) {
    var errors = [Float](repeating: 0, count: width)
    course.go(rounds: Trainer.rounds, told: told) { round, components, answer in
      let step = answer.pull * Trainer.step / (1 + Trainer.decay * Float(round))
      errors.withUnsafeMutableBufferPointer { learn(components, answer, step: step, $0) }
    }
  }

  private mutating func learn(
    _ components: UnsafeBufferPointer<Component>, _ answer: Examples.Answer, step: Float,
    _ errors: UnsafeMutableBufferPointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: Component.self, capacity: components.count) { room in
      let shown = chance.some(of: components, hiding: Trainer.hidden, into: room)
      _ = errors.update(fromContentsOf: bias)
      WeightRows.add(shown, of: weights, to: errors)
      Mathematics.softmax(errors)
      answer.turn(errors, classes: classes, doubt: Trainer.doubt)
      apply(errors, step: step, to: shown)
    }
  }

  private mutating func apply(
    _ errors: UnsafeMutableBufferPointer<Float>, step: Float, to components: UnsafeBufferPointer<Component>
  ) {
    let (classes, width) = (classes, width)
    withUnsafeTemporaryAllocation(of: Int.self, capacity: classes) { active in
      let active = WeightRows.correct(
        &bias, by: errors, step: Trainer.biasShare * step, classes: classes, into: active)
      guard active.count * 3 <= classes else {
        return WeightRows.take(errors, step: step, from: &weights, for: components)
      }
      weights.withUnsafeMutableBufferPointer { weights in
        for component in components {
          let start = Int(component.row) * width
          let amount = step * component.value
          for number in active { weights[start + number] -= amount * errors[number] }
        }
      }
    }
  }
}
