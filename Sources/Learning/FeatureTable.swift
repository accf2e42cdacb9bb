/// From the keys of features to their numbers: a flat table. No key is 0.
package struct FeatureTable: Sendable {
  private(set) var keys: [UInt64]
  private(set) var rows: [Int32]
  package private(set) var count = 0

  private static let smallest = 1_024

  init() {
    keys = Array(repeating: 0, count: FeatureTable.smallest)
    rows = Array(repeating: 0, count: FeatureTable.smallest)
  }

  /// The table of these keys, numbered in their order; nothing where one is 0 or stands twice.
  init?(keysInOrder: [UInt64]) {
    self.init()
    reserve(keysInOrder.count)
    for (number, key) in keysInOrder.enumerated() where key == 0 || makeRow(key) != Int32(clamping: number) {
      return nil
    }
  }

  /// The keys by their numbers.
  var keysInOrder: [UInt64] {
    var ordered = [UInt64](repeating: 0, count: count)
    for (key, row) in zip(keys, rows) where key != 0 { ordered[Int(row)] = key }
    return ordered
  }

  /// Below 0 where the feature is not known.
  package func row(of key: UInt64) -> Int32 {
    keys.withUnsafeBufferPointer { keys in
      var at = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
      while keys[at] != 0 {
        if keys[at] == key { return rows[at] }
        at = (at + 1) & (keys.count - 1)
      }
      return -1
    }
  }

  mutating func makeRow(_ key: UInt64) -> Int32 {
    let row = row(of: key)
    if row >= 0 { return row }
    if count * 2 >= keys.count { grow(to: keys.count * 4) }
    place(key, Int32(clamping: count))
    count += 1
    return Int32(clamping: count - 1)
  }

  /// The new number of each row; below 0 where it is gone.
  mutating func keep(_ keeps: [Bool]) -> [Int32] {
    var renamed = [Int32](repeating: -1, count: count)
    var next: Int32 = 0
    for row in keeps.indices where keeps[row] {
      renamed[row] = next
      next += 1
    }
    let (oldKeys, oldRows) = (keys, rows)
    self = FeatureTable()
    reserve(Int(next))
    for (key, row) in zip(oldKeys, oldRows) where key != 0 && renamed[Int(row)] >= 0 { place(key, renamed[Int(row)]) }
    count = Int(next)
    return renamed
  }

  private mutating func reserve(_ count: Int) {
    var size = FeatureTable.smallest
    while size < count * 2 { size *= 2 }
    if size > keys.count { grow(to: size) }
  }

  private mutating func place(_ key: UInt64, _ row: Int32) {
    var at = Int(truncatingIfNeeded: key >> 20) & (keys.count - 1)
    while keys[at] != 0 { at = (at + 1) & (keys.count - 1) }
    keys[at] = key
    rows[at] = row
  }

  private mutating func grow(to size: Int) {
    let (oldKeys, oldRows) = (keys, rows)
    keys = Array(repeating: 0, count: size)
    rows = Array(repeating: 0, count: size)
    for (key, row) in zip(oldKeys, oldRows) where key != 0 { place(key, row) }
  }
}
