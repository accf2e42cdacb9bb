/// The features that the examples have: how telling each is, and its row among the weights.
struct KnownFeatures: Sendable {
  /// For each bucket: 0 where no example has it.
  private let rarity: [Float]
  /// For each bucket: -1 where no example has it.
  private let rows: [Int32]
  let count: Int

  private static let strangeness: Float = 3

  init(_ texts: [Features]) {
    var counts = [Float](repeating: 0, count: Features.buckets)
    for text in texts {
      for feature in text.all { counts[feature.bucket] += 1 }
    }
    let total = Float(texts.count)
    rarity = counts.map { $0 == 0 ? 0 : 1 + KnownFeatures.logarithm(total / $0) }
    var next: Int32 = 0
    rows = counts.map { count in
      guard count > 0 else { return -1 }
      next += 1
      return next - 1
    }
    self.count = Int(next)
  }

  /// Of length 1, counting also what was never seen: strange words make every score smaller.
  func vector(_ features: Features) -> [(row: Int, value: Float)] {
    var vector: [(row: Int, value: Float)] = []
    vector.reserveCapacity(features.all.count)
    var square: Float = 0
    for feature in features.all {
      let row = rows[feature.bucket]
      let value = feature.weight * (row >= 0 ? rarity[feature.bucket] : KnownFeatures.strangeness)
      square += value * value
      if row >= 0 { vector.append((Int(row), value)) }
    }
    guard square > 0 else { return [] }
    let scale = 1 / square.squareRoot()
    for at in vector.indices { vector[at].value *= scale }
    return vector
  }

  /// The natural logarithm of a number not below 1, by halving and a short series.
  static func logarithm(_ number: Float) -> Float {
    guard number > 1 else { return 0 }
    let rest = (number.significand - 1) / (number.significand + 1)
    let square = rest * rest
    return Float(number.exponent) * 0.693_147_2 + 2 * rest * (1 + square * (1 / 3 + square * (0.2 + square / 7)))
  }
}
