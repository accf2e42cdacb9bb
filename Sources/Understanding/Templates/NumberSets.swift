/// Sets of numbers, each kept once under a number of its own, counted from 0 in the order in which they came.
struct NumberSets {
  private var members: [Int32] = []
  /// Where the members of each set end.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  /// Numbers of sets by hash; -1 where there is none.
  private var table = [Int32](repeating: -1, count: 64)

  var count: Int { ends.count }

  func members(of set: Int) -> ArraySlice<Int32> { members[places(of: set)] }
  /// Where the members of a set stand among those of all.
  func places(of set: Int) -> Range<Int> { (set == 0 ? 0 : ends[set - 1])..<ends[set] }
  subscript(place: Int) -> Int32 { members[place] }

  /// The number of the set of those numbers, which ascend; only the lower half of each counts.
  mutating func number(of keys: ArraySlice<UInt64>) -> Int {
    let hash = NumberSets.hash(of: keys)
    var at = Int(truncatingIfNeeded: hash >> 32) & (table.count - 1)
    while table[at] >= 0 {
      let set = Int(table[at])
      if hashes[set] == hash, holds(set, keys) { return set }
      at = (at + 1) & (table.count - 1)
    }
    table[at] = Int32(clamping: count)
    for key in keys { members.append(NumberSets.member(key)) }
    ends.append(members.count)
    hashes.append(hash)
    if count * 2 > table.count { grow() }
    return count - 1
  }

  private func holds(_ set: Int, _ keys: ArraySlice<UInt64>) -> Bool {
    let own = members(of: set)
    return own.count == keys.count && zip(own, keys).allSatisfy { $0 == NumberSets.member($1) }
  }

  private mutating func grow() {
    table = Array(repeating: -1, count: table.count * 2)
    for set in 0..<count {
      var at = Int(truncatingIfNeeded: hashes[set] >> 32) & (table.count - 1)
      while table[at] >= 0 { at = (at + 1) & (table.count - 1) }
      table[at] = Int32(clamping: set)
    }
  }

  private static func member(_ key: UInt64) -> Int32 { Int32(bitPattern: UInt32(truncatingIfNeeded: key)) }

  private static func hash(of keys: ArraySlice<UInt64>) -> UInt64 {
    var hash: UInt64 = 0
    for key in keys {
      hash = (hash ^ (key & 0xFFFF_FFFF)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}
