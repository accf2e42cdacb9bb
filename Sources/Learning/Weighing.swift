/// One feature of a text with its weight among the others.
struct Component: Sendable {
  let row: Int32
  let value: Float
}

/// A text as the learner sees it.
struct Vector: Sendable {
  var components: [Component] = []
  /// How much of the weight of its words and of its pieces was ever seen, 0 ... 1.
  var knownWords: Float = 0
  var knownPieces: Float = 0
}

/// How telling each feature is: what stands in few examples says more than what stands in many.
struct Weighing: Sendable {
  /// For each feature; 0 where no example of a class has it.
  let rarity: [Float]
  /// What a feature weighs that nobody taught.
  let strange: Float
  /// The least length of each view.
  let floors: [Float]

  init(rarity: [Float], strange: Float, floors: [Float]) {
    self.rarity = rarity
    self.strange = strange
    self.floors = floors
  }

  /// All examples count for how common a feature is; only those of a class make it known.
  init(_ examples: Examples, uses: (Int) -> Bool) {
    let all = examples.counts(uses)
    let own = examples.counts { uses($0) && Weighing.isOwn(examples.answers[$0]) }
    var used: Float = 0
    for number in examples.answers.indices where uses(number) { used += 1 }
    var rarity = [Float](repeating: 0, count: all.count)
    for row in all.indices where own[row] > 0 {
      rarity[row] = 1 + Mathematics.logarithm((1 + used) / (1 + Float(all[row])))
    }
    self.rarity = rarity
    strange = 1 + Mathematics.logarithm(max(1 + used, 2) / 2)
    var (sums, counted) = ([Float](repeating: 0, count: View.count), Float(0))
    for number in examples.answers.indices where uses(number) && Weighing.isOwn(examples.answers[number]) {
      for view in View.allCases {
        sums[view.rawValue] += Weighing.length(examples, examples.range(of: number, view), rarity)
      }
      counted += 1
    }
    floors = View.allCases.map { $0.leastLength * sums[$0.rawValue] / max(counted, 1) }
  }

  private static func isOwn(_ answer: Examples.Answer) -> Bool {
    switch answer {
    case .isOf: true
    case .isNotOf, .isOutside: false
    }
  }

  private static func length(_ examples: Examples, _ range: Range<Int>, _ rarity: [Float]) -> Float {
    var square: Float = 0
    for at in range {
      let row = Int(examples.rows[at])
      let value = row >= 0 ? examples.weights[at] * rarity[row] : 0
      square += value * value
    }
    return square.squareRoot()
  }

  func vector(_ examples: Examples, _ number: Int) -> Vector {
    var vector = Vector()
    examples.rows.withUnsafeBufferPointer { rows in
      examples.weights.withUnsafeBufferPointer { weights in
        for view in View.allCases {
          let range = examples.range(of: number, view)
          add(view, .init(rebasing: rows[range]), .init(rebasing: weights[range]), to: &vector)
        }
      }
    }
    return vector
  }

  func vector(_ views: [[Feature]], in table: FeatureTable) -> Vector {
    var vector = Vector()
    vector.components.reserveCapacity(views.reduce(0) { $0 + $1.count })
    var (rows, weights): ([Int32], [Float]) = ([], [])
    for view in View.allCases {
      rows.removeAll(keepingCapacity: true)
      weights.removeAll(keepingCapacity: true)
      for feature in views[view.rawValue] {
        rows.append(table.row(of: feature.key))
        weights.append(feature.weight)
      }
      rows.withUnsafeBufferPointer { rows in
        weights.withUnsafeBufferPointer { weights in add(view, rows, weights, to: &vector) }
      }
    }
    return vector
  }

  /// Each view has the length of its share, counting also what was never seen.
  private func add(
    _ view: View, _ rows: UnsafeBufferPointer<Int32>, _ weights: UnsafeBufferPointer<Float>, to vector: inout Vector
  ) {
    let start = vector.components.count
    var (known, unknown): (Float, Float) = (0, 0)
    for at in rows.indices {
      let rare = rows[at] >= 0 ? rarity[Int(rows[at])] : 0
      let value = weights[at] * (rare > 0 ? rare : strange)
      if rare > 0 {
        known += value * value
        vector.components.append(Component(row: rows[at], value: value))
      } else {
        unknown += value * value
      }
    }
    let seen = known > 0 ? (known / (known + unknown)).squareRoot() : 0
    switch view {
    case .words: vector.knownWords = seen
    case .pieces: vector.knownPieces = seen
    case .company: break
    }
    let length = max((known + view.strangeness * unknown).squareRoot(), floors[view.rawValue])
    guard length > 0 else { return }
    let scale = view.share / length
    for at in start..<vector.components.count {
      let component = vector.components[at]
      vector.components[at] = Component(row: component.row, value: component.value * scale)
    }
  }
}
