/// Learns a network with one hidden layer by gradient steps in a fixed order: the same course gives the same weights.
struct HiddenTrainer {
  private let classes: Int
  private var inner: [Float]
  private var outer: [Float]
  private var bias: [Float]
  private var chance = Chance()

  private static let rounds = 16
  private static let innerStep: Float = 0.5
  private static let outerStep: Float = 0.1
  private static let biasShare: Float = 0.1
  private static let decay: Float = 0.25
  /// The part of its features, and of its units, that an example hides in a round.
  private static let hidden: Float = 0.3
  /// No step goes further than would set a line right, and no unit hears more than that: lines that contradict each other
  /// pull to and fro for ever, and must not pull harder each time.
  private static let mostOuter: Float = 1
  private static let mostSlope: Float = 2
  /// Weights begin at chance between that and its opposite.
  private static let first: Float = 0.1

  /// Learns from the features of a view alone.
  ///
  /// - Parameter told: hears how much is done, from 0 to 1.
  static func learn(
    _ view: View, of examples: Examples, in course: Course, leavingOut missing: Set<Int>, told: (Double) -> Void
  ) -> HiddenWeights {
    let (places, rows) = examples.places(of: view)
    var trainer = HiddenTrainer(
      rows: rows, classes: examples.classes + 1,
      bias: LinearWeights.bias(classes: examples.classes + 1, leavingOut: missing))
    trainer.train(course.narrowed(to: places), told: told)
    return HiddenWeights(
      classes: trainer.classes, places: places, inner: trainer.inner, outer: trainer.outer, bias: trainer.bias)
  }

  private init(rows: Int, classes: Int, bias: [Float]) {
    (self.classes, self.bias) = (classes, bias)
    inner = Array(repeating: 0, count: rows * HiddenWeights.units)
    outer = Array(repeating: 0, count: HiddenWeights.units * bias.count)
    for at in inner.indices { inner[at] = HiddenTrainer.first * (2 * chance.next() - 1) }
    for unit in 0..<HiddenWeights.units {
      for number in 0..<classes { outer[unit * bias.count + number] = HiddenTrainer.first * (2 * chance.next() - 1) }
    }
  }

  private mutating func train(_ course: Course, told: (Double) -> Void) {
    var errors = [Float](repeating: 0, count: bias.count)
    course.go(rounds: HiddenTrainer.rounds, told: told) { round, components, answer in
      let step = answer.pull / (1 + HiddenTrainer.decay * Float(round))
      errors.withUnsafeMutableBufferPointer { learn(components, answer, step: step, $0) }
    }
  }

  private mutating func learn(
    _ components: UnsafeBufferPointer<Component>, _ answer: Examples.Answer, step: Float,
    _ errors: UnsafeMutableBufferPointer<Float>
  ) {
    withUnsafeTemporaryAllocation(of: Component.self, capacity: components.count) { room in
      withUnsafeTemporaryAllocation(of: Component.self, capacity: HiddenWeights.units) { awake in
        let shown = chance.some(of: components, hiding: HiddenTrainer.hidden, into: room)
        let units = HiddenWeights.awake(shown, inner, into: awake) { level in
          chance.happens(HiddenTrainer.hidden) ? 0 : level / (1 - HiddenTrainer.hidden)
        }
        _ = errors.update(fromContentsOf: bias)
        WeightRows.add(units, of: outer, to: errors)
        Mathematics.softmax(errors)
        answer.turn(errors, classes: classes, doubt: 0)
        withUnsafeTemporaryAllocation(of: Float.self, capacity: HiddenWeights.units) { slopes in
          slopes.update(repeating: 0)
          let loudness = units.reduce(0) { $0 + $1.value * $1.value }
          let outerStep = min(HiddenTrainer.outerStep * step, HiddenTrainer.mostOuter / max(loudness, 1e-6))
          apply(errors, step: outerStep, to: units, slopes)
          let length = slopes.reduce(0) { $0 + $1 * $1 }.squareRoot()
          let share = min(1, HiddenTrainer.mostSlope / max(length, 1e-6))
          WeightRows.take(slopes, step: HiddenTrainer.innerStep * step * share, from: &inner, for: shown)
        }
      }
    }
  }

  /// `slopes` hear how each unit should have been otherwise.
  private mutating func apply(
    _ errors: UnsafeMutableBufferPointer<Float>, step: Float, to units: UnsafeBufferPointer<Component>,
    _ slopes: UnsafeMutableBufferPointer<Float>
  ) {
    let width = bias.count
    withUnsafeTemporaryAllocation(of: Int.self, capacity: classes) { active in
      let active = WeightRows.correct(
        &bias, by: errors, step: HiddenTrainer.biasShare * step, classes: classes, into: active)
      outer.withUnsafeMutableBufferPointer { outer in
        for unit in units {
          let start = Int(unit.row) * width
          let amount = step * unit.value
          var slope: Float = 0
          for number in active {
            slope += outer[start + number] * errors[number]
            outer[start + number] -= amount * errors[number]
          }
          slopes[Int(unit.row)] = slope / (1 - HiddenTrainer.hidden)
        }
      }
    }
  }
}
