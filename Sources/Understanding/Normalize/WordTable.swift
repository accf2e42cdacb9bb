/// A word as two numbers, by which tables find it: made once for a line's word, and looked up in many of them.
struct WordKey: Hashable, Sendable {
  /// The letters, the first in the lowest byte.
  fileprivate let low: UInt64
  /// The rest of them, and in the highest byte how many there are.
  fileprivate let high: UInt64

  /// Nearly all words have no more bytes than that; of longer ones it only says that they are.
  fileprivate static let mostBytes = 15
  fileprivate var isLong: Bool { high == .max }
  fileprivate static let none = WordKey(low: 0, high: 0)

  private init(low: UInt64, high: UInt64) { (self.low, self.high) = (low, high) }

  init(_ word: String) {
    let letters = word.utf8
    guard letters.count <= WordKey.mostBytes else {
      (low, high) = (0, .max)
      return
    }
    var (low, high) = (UInt64(0), UInt64(letters.count) << 56)
    var shift: UInt64 = 0
    for letter in letters {
      if shift < 64 { low |= UInt64(letter) << shift } else { high |= UInt64(letter) << (shift - 64) }
      shift += 8
    }
    (self.low, self.high) = (low, high)
  }

  fileprivate var hash: Int {
    let mixed = (low ^ (high &* 0xC2B2_AE3D_27D4_EB4F)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }
}

/// Numbers for words, made at once and never changed. It is asked for every word of every line, so that it does without
/// the hashing of the standard library; what people write cannot make it slow, for they put nothing into it.
struct WordTable: Sendable {
  private struct Place {
    var key = WordKey.none
    var number: Int32 = -1
  }

  /// Twice as many as words at the least, so that some are empty.
  private var places: [Place]
  private var long: [String: Int32] = [:]

  /// The number of each is its place among the words; of two that are the same the first counts.
  init(_ words: some Collection<String>) {
    var size = 8
    while size < words.count * 2 { size *= 2 }
    places = Array(repeating: Place(), count: size)
    for (number, word) in words.enumerated() where self.number(of: word, WordKey(word)) < 0 {
      put(word, WordKey(word), Int32(clamping: number))
    }
  }

  private mutating func put(_ word: String, _ key: WordKey, _ number: Int32) {
    if key.isLong {
      long[word] = number
    } else {
      places[place(of: key)] = Place(key: key, number: number)
    }
  }

  func number(of word: String) -> Int32 { number(of: word, WordKey(word)) }

  /// -1 where there is no such word.
  ///
  /// - Parameter key: that of the word.
  func number(of word: String, _ key: WordKey) -> Int32 {
    if key.isLong { return long[word] ?? -1 }
    return places[place(of: key)].number
  }

  /// Where the key stands, or would.
  private func place(of key: WordKey) -> Int {
    var at = key.hash & (places.count - 1)
    while places[at].number >= 0, places[at].key != key { at = (at + 1) & (places.count - 1) }
    return at
  }
}
