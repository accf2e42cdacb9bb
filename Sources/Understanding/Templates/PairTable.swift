/// A number for each of some pairs of numbers, in one flat table.
struct PairTable {
  private var keys: [UInt64]
  private var values: [Int32]
  private var used = 0

  init() {
    keys = Array(repeating: .max, count: 64)
    values = Array(repeating: 0, count: 64)
  }

  /// No pair is of -1 and -1.
  subscript(first: Int32, second: Int32) -> Int32? {
    let key = PairTable.key(first, second)
    let at = place(of: key)
    return keys[at] == key ? values[at] : nil
  }

  mutating func insert(_ value: Int32, for first: Int32, _ second: Int32) {
    if used * 3 >= keys.count * 2 { grow() }
    put(PairTable.key(first, second), value)
  }

  private mutating func put(_ key: UInt64, _ value: Int32) {
    let at = place(of: key)
    if keys[at] == .max { used += 1 }
    keys[at] = key
    values[at] = value
  }

  private mutating func grow() {
    let (oldKeys, oldValues) = (keys, values)
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    values = Array(repeating: 0, count: oldKeys.count * 2)
    used = 0
    for (key, value) in zip(oldKeys, oldValues) where key != .max { put(key, value) }
  }

  /// Where the key stands, or would.
  private func place(of key: UInt64) -> Int {
    var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
    while keys[at] != .max, keys[at] != key { at = (at + 1) & (keys.count - 1) }
    return at
  }

  private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }
}
