/// Examples as learners see them, in an order that mixes the classes and is the same in every run.
struct Course {
  private struct Lesson {
    let components: Range<Int>
    let answer: Examples.Answer
  }

  private var components: [Component] = []
  private var lessons: [Lesson] = []

  init(_ examples: Examples, _ weighing: Weighing, uses: (Int) -> Bool = { _ in true }) {
    for number in 0..<examples.count where uses(number) {
      let start = components.count
      components += weighing.vector(examples, number).components
      lessons.append(Lesson(components: start..<components.count, answer: examples.answers[number]))
    }
  }

  private init(components: [Component], lessons: [Lesson]) {
    (self.components, self.lessons) = (components, lessons)
  }

  /// The same lessons with those features alone that have a place (0 or above), by their places.
  func narrowed(to places: [Int32]) -> Course {
    var (narrow, ranges): ([Component], [Lesson]) = ([], [])
    for lesson in lessons {
      let start = narrow.count
      for component in components[lesson.components] {
        let place = places[Int(component.row)]
        if place >= 0 { narrow.append(Component(row: place, value: component.value)) }
      }
      ranges.append(Lesson(components: start..<narrow.count, answer: lesson.answer))
    }
    return Course(components: narrow, lessons: ranges)
  }

  /// Goes through all lessons, round after round. `told` hears how much is done, from 0 to 1.
  func go(
    rounds: Int, told: (Double) -> Void,
    _ learn: (_ round: Int, _ components: UnsafeBufferPointer<Component>, _ answer: Examples.Answer) -> Void
  ) {
    guard !lessons.isEmpty else { return }
    let stride = Course.stride(for: lessons.count)
    components.withUnsafeBufferPointer { components in
      for round in 0..<rounds {
        var at = round % lessons.count
        for _ in lessons.indices {
          learn(round, UnsafeBufferPointer(rebasing: components[lessons[at].components]), lessons[at].answer)
          at = (at + stride) % lessons.count
        }
        told(Double(round + 1) / Double(rounds))
      }
    }
  }

  /// Without a common factor, so that every lesson is visited once a round; and by the golden section, so that those visited
  /// soon after each other lie far apart: nothing is forgotten over what many lessons of few classes say.
  static func stride(for count: Int) -> Int {
    var stride = max(Int(Double(count) * 0.618_034), 1)
    while common(stride, count) != 1 { stride += 1 }
    return stride
  }

  private static func common(_ left: Int, _ right: Int) -> Int { right == 0 ? left : common(right, left % right) }
}

extension Examples.Answer {
  /// Everyday lines are few and stand for all the rest; they pull less than an author's own.
  var pull: Float { self == .isOutside ? 0.5 : 1 }

  /// Makes errors of likelihoods, of which the last is that of "none of them". `doubt` is the part of a line's certainty
  /// that is kept back for all classes.
  func turn(_ likelihoods: UnsafeMutableBufferPointer<Float>, classes: Int, doubt: Float) {
    switch self {
    case .isOf(let number):
      if doubt > 0 { for other in 0..<classes { likelihoods[other] -= doubt / Float(classes) } }
      likelihoods[number] -= 1 - doubt
    case .isOutside: likelihoods[classes - 1] -= 1
    case .isNotOf(let number):
      let wrong = likelihoods[number]
      let share = wrong / max(1 - wrong, 0.05)
      for other in likelihoods.indices { likelihoods[other] *= -share }
      likelihoods[number] = wrong
    }
  }
}

/// Numbers that look like chance and are the same in every run.
struct Chance {
  private var state: UInt64 = 9

  /// From 0 to below 1.
  mutating func next() -> Float {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Float(state >> 40) / 16_777_216
  }

  mutating func happens(_ share: Float) -> Bool { next() < share }

  /// Those components that are not hidden this time, so much the louder; `shown` has room for all of them.
  mutating func some(
    of components: UnsafeBufferPointer<Component>, hiding share: Float,
    into shown: UnsafeMutableBufferPointer<Component>
  ) -> UnsafeBufferPointer<Component> {
    let louder = 1 / (1 - share)
    var count = 0
    for component in components where !happens(share) {
      shown[count] = Component(row: component.row, value: component.value * louder)
      count += 1
    }
    return UnsafeBufferPointer(rebasing: shown[0..<count])
  }
}

/// Rows of weights, all of one width, for the components of a vector.
enum WeightRows {
  /// Adds to the sums the row of each component, as often as its value says.
  @inline(__always)
  static func add(
    _ components: UnsafeBufferPointer<Component>, of weights: [Float], to sums: UnsafeMutableBufferPointer<Float>
  ) {
    let width = sums.count
    weights.withUnsafeBufferPointer { weights in
      for component in components {
        let start = Int(component.row) * width
        // Of a row by itself several numbers are added at once.
        let row = UnsafeBufferPointer(rebasing: weights[start..<start + width])
        let value = component.value
        for number in 0..<width { sums[number] += row[number] * value }
      }
    }
  }

  /// Corrects the bias by the errors that are worth a step.
  ///
  /// - Parameter active: has room for all classes.
  /// - Returns: the classes that were corrected.
  @inline(__always)
  static func correct(
    _ bias: inout [Float], by errors: UnsafeMutableBufferPointer<Float>, step: Float, classes: Int,
    into active: UnsafeMutableBufferPointer<Int>
  ) -> UnsafeBufferPointer<Int> {
    var count = 0
    for number in 0..<classes where abs(errors[number]) > worthLearning {
      active[count] = number
      count += 1
      bias[number] -= step * errors[number]
    }
    return UnsafeBufferPointer(rebasing: active[0..<count])
  }

  /// Errors below that are not worth a step.
  private static let worthLearning: Float = 0.002

  /// Takes from the row of each component the changes, as often as its value and the step say.
  @inline(__always)
  static func take(
    _ changes: UnsafeMutableBufferPointer<Float>, step: Float, from weights: inout [Float],
    for components: UnsafeBufferPointer<Component>
  ) {
    let width = changes.count
    weights.withUnsafeMutableBufferPointer { weights in
      for component in components {
        let start = Int(component.row) * width
        let row = UnsafeMutableBufferPointer(rebasing: weights[start..<start + width])
        let amount = step * component.value
        for number in 0..<width { row[number] -= amount * changes[number] }
      }
    }
  }
}
