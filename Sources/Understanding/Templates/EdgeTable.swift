/// A number for a node and a symbol: one flat table for a whole graph while it grows.
struct EdgeTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var used = 0

  init() {
    keys = Array(repeating: .max, count: 64)
    values = Array(repeating: 0, count: 64)
  }

  subscript(node: Int32, word: Int32) -> Int32? {
    let key = EdgeTable.key(node, word)
    var at = slot(of: key)
    while keys[at] != .max {
      if keys[at] == key { return values[at] }
      at = (at + 1) & (keys.count - 1)
    }
    return nil
  }

  mutating func insert(_ target: Int32, from node: Int32, by word: Int32) {
    if used * 3 >= keys.count * 2 { grow() }
    place(EdgeTable.key(node, word), target)
  }

  private mutating func place(_ key: UInt64, _ value: Int32) {
    var at = slot(of: key)
    while keys[at] != .max, keys[at] != key { at = (at + 1) & (keys.count - 1) }
    if keys[at] == .max { used += 1 }
    keys[at] = key
    values[at] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    used = 0
    for (key, value) in zip(oldKeys, oldValues) where key != .max { place(key, value) }
  }

  private func slot(of key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
  }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
