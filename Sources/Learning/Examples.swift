/// What there is to learn from, as numbers of features.
package struct Examples: Sendable {
  package enum Answer: Hashable, Sendable {
    case isOf(Int)
    /// The text must not be read as that class; it may well be the very words of another.
    case isNotOf(Int)
    /// None of the classes.
    case isOutside
  }

  package let classes: Int
  private(set) var rows: [Int32] = []
  private(set) var weights: [Float] = []
  /// For each example where its views begin, and where the last ends.
  private(set) var bounds: [Int32] = []
  private(set) var answers: [Answer] = []
  /// Who has learned one example of a group has as good as seen the others. Below 0 it is no line that anybody writes.
  private(set) var groups: [Int32] = []
  private(set) var table = FeatureTable()

  package init(classes: Int) { self.classes = classes }

  package var count: Int { answers.count }

  /// `views` are lists of features, one for each view. What has no group teaches, and is never rehearsed.
  package mutating func add(_ views: [[Feature]], _ answer: Answer, group: Int?) {
    for view in View.allCases {
      bounds.append(Int32(clamping: rows.count))
      for feature in views[view.rawValue] {
        rows.append(table.makeRow(feature.key))
        weights.append(feature.weight)
      }
    }
    bounds.append(Int32(clamping: rows.count))
    answers.append(answer)
    groups.append(group.map { Int32(clamping: $0) } ?? -1)
  }

  func range(of example: Int, _ view: View) -> Range<Int> {
    let at = example * (View.count + 1) + view.rawValue
    return Int(bounds[at])..<Int(bounds[at + 1])
  }

  /// The features of a view numbered among themselves, below 0 those of others; and how many they are.
  func places(of view: View) -> (places: [Int32], count: Int) {
    var places = [Int32](repeating: -1, count: table.count)
    var count = 0
    for example in answers.indices {
      for at in range(of: example, view) where rows[at] >= 0 && places[Int(rows[at])] < 0 {
        places[Int(rows[at])] = Int32(clamping: count)
        count += 1
      }
    }
    return (places, count)
  }

  /// Forgets the features that no example of a class has: whatever they say, it is of no class.
  mutating func forgetOutside() {
    let own = counts { number in
      switch answers[number] {
      case .isOf: true
      case .isNotOf, .isOutside: false
      }
    }
    keep(own.map { $0 > 0 })
  }

  private mutating func keep(_ keeps: [Bool]) {
    let renamed = table.keep(keeps)
    for at in rows.indices where rows[at] >= 0 { rows[at] = renamed[Int(rows[at])] }
  }

  /// Forgets the rarest features until there are at most that many.
  mutating func thinOut(to most: Int) {
    var least: Int32 = 2
    while table.count > most, least < 64 {
      keep(counts { _ in true }.map { $0 >= least })
      least *= 2
    }
  }

  /// In how many of the examples each feature stands.
  func counts(_ isUsed: (Int) -> Bool) -> [Int32] {
    var counts = [Int32](repeating: 0, count: table.count)
    var lastSeen = [Int32](repeating: -1, count: table.count)
    counts.withUnsafeMutableBufferPointer { counts in
      lastSeen.withUnsafeMutableBufferPointer { lastSeen in
        for example in answers.indices where isUsed(example) {
          let number = Int32(clamping: example)
          let whole = example * (View.count + 1)
          for at in Int(bounds[whole])..<Int(bounds[whole + View.count]) {
            let row = Int(rows[at])
            if row < 0 || lastSeen[row] == number { continue }
            lastSeen[row] = number
            counts[row] += 1
          }
        }
      }
    }
    return counts
  }
}
