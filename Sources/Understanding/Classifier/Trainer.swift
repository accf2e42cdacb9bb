/// Multinomial logistic regression by gradient steps in a fixed order: the same files give the same weights.
struct Trainer {
  let classes: Int
  private(set) var weights: [Float]
  private(set) var bias: [Float]
  private let examples: [Lesson.Example]

  private static let rounds = 9
  private static let firstStep: Float = 4
  private static let decay: Float = 0.25

  init(_ lesson: Lesson) {
    classes = lesson.classes
    examples = lesson.examples
    weights = Array(repeating: 0, count: lesson.known.count * lesson.classes)
    bias = Array(repeating: 0, count: lesson.classes)
  }

  mutating func train() {
    guard !examples.isEmpty else { return }
    // A stride without a common factor visits every example once a round, intents mixed.
    let stride = Trainer.stride(for: examples.count)
    for round in 0..<Trainer.rounds {
      let step = Trainer.firstStep / (1 + Trainer.decay * Float(round))
      var at = round % examples.count
      for _ in examples.indices {
        learn(examples[at], step: step)
        at = (at + stride) % examples.count
      }
    }
  }

  private mutating func learn(_ example: Lesson.Example, step: Float) {
    let classes = classes
    var sums = bias
    weights.withUnsafeMutableBufferPointer { weights in
      sums.withUnsafeMutableBufferPointer { sums in
        for (row, value) in example.vector {
          let start = row * classes
          for number in 0..<classes { sums[number] += weights[start + number] * value }
        }
      }
      Softmax.apply(&sums)
      sums[example.answer] -= 1
      for number in 0..<classes { bias[number] -= 0.05 * step * sums[number] }
      sums.withUnsafeBufferPointer { errors in
        for (row, value) in example.vector {
          let start = row * classes
          let amount = step * value
          for number in 0..<classes { weights[start + number] -= amount * errors[number] }
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
