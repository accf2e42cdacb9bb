/// SHA-256 as FIPS 180-4 gives it. For secrets of full entropy a plain digest is enough; passwords would need more.
enum SHA256 {
  private static let primes: [UInt64] = {
    var found: [UInt64] = []
    var next: UInt64 = 2
    while found.count < 64 {
      if found.allSatisfy({ next % $0 != 0 }) { found.append(next) }
      next += 1
    }
    return found
  }()

  /// The first 32 bits behind the point of the prime's root: the largest number whose power still fits under it.
  private static func fraction(_ prime: UInt64, power: Int) -> UInt32 {
    var root: UInt64 = 0
    for bit in stride(from: 35, through: 0, by: -1) {
      let guess = root | 1 << UInt64(bit)
      if isAtMost(guess, prime, power: power) { root = guess }
    }
    return UInt32(truncatingIfNeeded: root)
  }

  /// Whether guess / 2^32, to the power, is at most the prime.
  private static func isAtMost(_ guess: UInt64, _ prime: UInt64, power: Int) -> Bool {
    let square = guess.multipliedFullWidth(by: guess)
    if power == 2 { return square.high < prime || (square.high == prime && square.low == 0) }
    // The cube in units of 2^-96: square.high (2^0) and square.low (2^-64) times guess (2^-32).
    let low = square.low.multipliedFullWidth(by: guess)
    let (middle, carry) = (square.high &* guess).addingReportingOverflow(low.high)
    return !carry && (middle >> 32 < prime || (middle >> 32 == prime && middle << 32 == 0 && low.low == 0))
  }

  private static let start = primes.prefix(8).map { fraction($0, power: 2) }
  private static let rounds = primes.map { fraction($0, power: 3) }

  static func digest(of message: [UInt8]) -> [UInt8] {
    var padded = message + [0x80]
    padded += [UInt8](repeating: 0, count: (120 - padded.count % 64) % 64)
    let bits = UInt64(message.count) * 8
    padded += (0..<8).map { UInt8(truncatingIfNeeded: bits >> (56 - 8 * UInt64($0))) }
    var state = start
    for block in stride(from: 0, to: padded.count, by: 64) { mix(padded[block..<(block + 64)], into: &state) }
    return state.flatMap { word in (0..<4).map { UInt8(truncatingIfNeeded: word >> (24 - 8 * UInt32($0))) } }
  }

  private static func mix(_ block: ArraySlice<UInt8>, into state: inout [UInt32]) {
    var words = [UInt32](repeating: 0, count: 64)
    for (index, byte) in block.enumerated() { words[index / 4] = words[index / 4] << 8 | UInt32(byte) }
    for index in 16..<64 {
      let (early, late) = (words[index - 15], words[index - 2])
      let first = turned(early, 7) ^ turned(early, 18) ^ (early >> 3)
      let second = turned(late, 17) ^ turned(late, 19) ^ (late >> 10)
      words[index] = words[index - 16] &+ first &+ words[index - 7] &+ second
    }
    var mixed = state
    for index in 0..<64 {
      let sums = turned(mixed[4], 6) ^ turned(mixed[4], 11) ^ turned(mixed[4], 25)
      let choice = (mixed[4] & mixed[5]) ^ (~mixed[4] & mixed[6])
      let one = mixed[7] &+ sums &+ choice &+ rounds[index] &+ words[index]
      let turns = turned(mixed[0], 2) ^ turned(mixed[0], 13) ^ turned(mixed[0], 22)
      let majority = (mixed[0] & mixed[1]) ^ (mixed[0] & mixed[2]) ^ (mixed[1] & mixed[2])
      mixed = [one &+ turns &+ majority, mixed[0], mixed[1], mixed[2], mixed[3] &+ one, mixed[4], mixed[5], mixed[6]]
    }
    for index in 0..<8 { state[index] = state[index] &+ mixed[index] }
  }

  private static func turned(_ word: UInt32, _ count: UInt32) -> UInt32 { word >> count | word << (32 - count) }
}
