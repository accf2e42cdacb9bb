/// What each feature says for each class.
struct LinearWeights: Sendable {
  enum Table: Sendable {
    /// A row for each feature, `width` numbers long.
    case dense([Float])
    /// For each feature only the classes that have it: for thousands of classes.
    case sparse(starts: [Int32], classes: [Int32], values: [Float])
  }

  /// The last class is "none of them".
  let classes: Int
  let bias: [Float]
  let table: Table

  var width: Int { bias.count }

  /// Numbers in a row: so many that eight at a time are added.
  static func width(of classes: Int) -> Int { (classes + 7) / 8 * 8 }
  /// The bias of a class that is not to be proposed.
  static let never: Float = -1_000

  /// Above that the weights of a row are not learned one by one.
  static let mostDenseClasses = 1_500

  static func learn(
    _ examples: Examples, _ weighing: Weighing, leavingOut missing: Set<Int> = [], uses: (Int) -> Bool = { _ in true },
    told: (Double) -> Void = { _ in }
  ) -> LinearWeights {
    guard examples.classes < mostDenseClasses else { return middles(of: examples, weighing, missing, uses) }
    var trainer = Trainer(classes: examples.classes + 1, rows: examples.table.count, leavingOut: missing)
    trainer.train(examples, weighing, uses: uses, told: told)
    return LinearWeights(classes: trainer.classes, bias: trainer.bias, table: .dense(trainer.weights))
  }

  /// Likelihoods of the features' sums, and how far the best class stands out among all of them.
  func likelihoods(_ vector: Vector, into sums: UnsafeMutableBufferPointer<Float>) -> Float {
    vector.components.withUnsafeBufferPointer { components in
      switch table {
      case .dense(let weights): Trainer.sum(components, weights, bias, into: sums)
      case .sparse(let starts, let classes, let values):
        for at in sums.indices { sums[at] = bias[at] }
        for component in components {
          for at in Int(starts[Int(component.row)])..<Int(starts[Int(component.row) + 1]) {
            sums[Int(classes[at])] += values[at] * component.value
          }
        }
      }
    }
    let prominence = prominence(sums)
    Mathematics.softmax(sums)
    return prominence
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
    return (top - middle) / max(squares / count - middle * middle, LinearWeights.leastVariance).squareRoot()
  }

  private static let leastVariance: Float = 0.0025

  /// What one feature says for one class.
  func weight(row: Int32, class number: Int) -> Float {
    switch table {
    case .dense(let weights): return weights[Int(row) * width + number]
    case .sparse(let starts, let classes, let values):
      for at in Int(starts[Int(row)])..<Int(starts[Int(row) + 1]) where Int(classes[at]) == number { return values[at] }
      return 0
    }
  }

  /// How sharply the middle of a class is told from another.
  private static let sharpness: Float = 12

  /// Each class is the middle of its examples.
  private static func middles(
    of examples: Examples, _ weighing: Weighing, _ missing: Set<Int>, _ uses: (Int) -> Bool
  ) -> LinearWeights {
    var byClass = [[Int]](repeating: [], count: examples.classes)
    for number in 0..<examples.count where uses(number) {
      if case .isOf(let own) = examples.answers[number] { byClass[own].append(number) }
    }
    var entries: [(row: Int32, owner: Int32, value: Float)] = []
    for (owner, numbers) in byClass.enumerated() where !numbers.isEmpty {
      var sums: [Int32: Float] = [:]
      for number in numbers {
        for component in weighing.vector(examples, number).components {
          sums[component.row, default: 0] += component.value
        }
      }
      let ordered = sums.sorted { $0.key < $1.key }
      let length = ordered.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
      for (row, value) in ordered where length > 0 {
        entries.append((row, Int32(clamping: owner), value / length * sharpness))
      }
    }
    entries.sort { ($0.row, $0.owner) < ($1.row, $1.owner) }
    var starts = [Int32](repeating: 0, count: examples.table.count + 1)
    for entry in entries { starts[Int(entry.row) + 1] += 1 }
    for at in 1..<starts.count { starts[at] += starts[at - 1] }
    let classes = examples.classes + 1
    var bias = [Float](repeating: 0, count: width(of: classes))
    for number in classes..<bias.count { bias[number] = never }
    for number in missing { bias[number] = never }
    return LinearWeights(
      classes: classes, bias: bias,
      table: .sparse(starts: starts, classes: entries.map(\.owner), values: entries.map(\.value)))
  }
}
