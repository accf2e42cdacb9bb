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

  /// A bias that favours no class; what is missing, and what only pads, is never proposed.
  static func bias(classes: Int, leavingOut missing: Set<Int>) -> [Float] {
    var bias = [Float](repeating: 0, count: width(of: classes))
    for number in classes..<bias.count { bias[number] = never }
    for number in missing { bias[number] = never }
    return bias
  }

  /// What the features of a text say for each class, as logarithms.
  func sum(_ components: UnsafeBufferPointer<Component>, into sums: UnsafeMutableBufferPointer<Float>) {
    _ = sums.update(fromContentsOf: bias)
    switch table {
    case .dense(let weights): WeightRows.add(components, of: weights, to: sums)
    case .sparse(let starts, let classes, let values):
      for component in components {
        for at in Int(starts[Int(component.row)])..<Int(starts[Int(component.row) + 1]) {
          sums[Int(classes[at])] += values[at] * component.value
        }
      }
    }
  }

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
  static func middles(
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
    return LinearWeights(
      classes: classes, bias: bias(classes: classes, leavingOut: missing),
      table: .sparse(starts: starts, classes: entries.map(\.owner), values: entries.map(\.value)))
  }
}
