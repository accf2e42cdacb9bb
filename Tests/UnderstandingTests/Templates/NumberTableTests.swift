import Testing

@testable import Understanding

@Suite struct `Tables of numbers` {
  @Test func `a set of numbers has one number, however often it comes`() {
    var sets = NumberSets()
    var numbers: [[UInt64]: Int] = [:]
    for round in 0..<3 {
      for first in 0..<UInt64(60) {
        let members = [first, first + 1, first * first + 2]
        // The upper half is not looked at.
        let number = sets.number(of: members.map { $0 | UInt64(round) << 32 }[...])
        #expect(numbers[members, default: number] == number)
        numbers[members] = number
        #expect(Array(sets.members(of: number)) == members.map { Int32($0) })
      }
    }
    #expect(sets.count == 60 && Set(numbers.values).count == 60)
    #expect(sets.number(of: [1, 2][...]) == 60)
  }

  @Test func `a pair of numbers keeps its number while the table grows`() {
    var table = PairTable()
    for first in Int32(0)..<40 {
      for second in Int32(0)..<40 { table.insert(first * 100 + second, for: first, second) }
    }
    #expect((0..<40).allSatisfy { first in (0..<40).allSatisfy { table[first, $0] == first * 100 + $0 } })
    #expect(table[40, 0] == nil && table[0, 40] == nil)
  }
}
