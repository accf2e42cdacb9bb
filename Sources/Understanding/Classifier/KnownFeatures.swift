/// The features that the examples of intents have: how telling each is, and its row among the weights.
///
/// What only everyday lines have is unknown: "last night" is no reason to look away from a stolen card.
struct KnownFeatures: Sendable {
  /// A flat table of keys; 0 is free.
  private var keys: [UInt64]
  private var rows: [Int32]
  /// For each row.
  private var rarity: [Float] = []
  /// The length of a usual example: a shorter text says less and is no surer for being short.
  private var floor: Float = 0
  private(set) var count = 0

  private static let strangeness: Float = 2.5
  private static let floorShare: Float = 0.8

  struct Component: Sendable {
    let row: Int32
    var value: Float
  }

  /// `examples` give the rows; `others` count only for how common a feature is.
  init(_ examples: [Features], others: [Features]) {
    keys = Array(repeating: 0, count: 1_024)
    rows = Array(repeating: 0, count: 1_024)
    var counts: [Float] = []
    var lastSeen: [Int32] = []
    for (number, text) in (examples + others).enumerated() {
      for feature in text.all {
        guard let row = number < examples.count ? makeRow(feature.key) : row(of: feature.key) else { continue }
        if row == counts.count {
          counts.append(0)
          lastSeen.append(-1)
        }
        guard lastSeen[row] != Int32(clamping: number) else { continue }
        lastSeen[row] = Int32(clamping: number)
        counts[row] += 1
      }
    }
    let total = Float(examples.count + others.count)
    rarity = counts.map { (1 + KnownFeatures.logarithm(total / $0)).squareRoot() }
    let lengths = examples.map { weighed($0).length }
    floor = KnownFeatures.floorShare * lengths.reduce(0, +) / Float(max(lengths.count, 1))
  }

  /// Of length 1 at most, counting also what was never seen: strange words make every score smaller.
  func vector(_ features: Features) -> [Component] {
    var (vector, length) = weighed(features)
    length = max(length, floor)
    guard length > 0 else { return [] }
    let scale = 1 / length
    for at in vector.indices { vector[at].value *= scale }
    return vector
  }

  private func weighed(_ features: Features) -> (vector: [Component], length: Float) {
    var vector: [Component] = []
    vector.reserveCapacity(features.all.count)
    var square: Float = 0
    for feature in features.all {
      if let row = row(of: feature.key) {
        let value = feature.weight * rarity[row]
        square += value * value
        vector.append(Component(row: Int32(clamping: row), value: value))
      } else {
        let value = feature.isWord ? feature.weight * KnownFeatures.strangeness : feature.weight
        square += value * value
      }
    }
    return (vector, square.squareRoot())
  }

  // MARK: The table

  private func row(of key: UInt64) -> Int? {
    var at = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
    while keys[at] != 0 {
      if keys[at] == key { return Int(rows[at]) }
      at = (at + 1) & (keys.count - 1)
    }
    return nil
  }

  private mutating func makeRow(_ key: UInt64) -> Int {
    if let row = row(of: key) { return row }
    if count * 2 >= keys.count { grow() }
    place(key, Int32(clamping: count))
    count += 1
    return count - 1
  }

  private mutating func place(_ key: UInt64, _ row: Int32) {
    var at = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
    while keys[at] != 0 { at = (at + 1) & (keys.count - 1) }
    keys[at] = key
    rows[at] = row
  }

  private mutating func grow() {
    let (oldKeys, oldRows) = (keys, rows)
    keys = Array(repeating: 0, count: oldKeys.count * 4)
    rows = Array(repeating: 0, count: oldKeys.count * 4)
    for (key, row) in zip(oldKeys, oldRows) where key != 0 { place(key, row) }
  }

  /// The natural logarithm of a number not below 1, by halving and a short series.
  static func logarithm(_ number: Float) -> Float {
    guard number > 1 else { return 0 }
    let rest = (number.significand - 1) / (number.significand + 1)
    let square = rest * rest
    return Float(number.exponent) * 0.693_147_2 + 2 * rest * (1 + square * (1 / 3 + square * (0.2 + square / 7)))
  }
}
