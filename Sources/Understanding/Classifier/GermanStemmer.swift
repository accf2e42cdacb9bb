/// Cuts German endings of nouns, adjectives and verbs, lightly. Umlauts are folded before.
enum GermanStemmer {
  static func cut(_ word: inout [UInt8]) {
    for ending in endings where word.count - ending.letters.count >= ending.rest {
      guard word.hasEnding(ending.letters) else { continue }
      word.removeLast(ending.letters.count)
      break
    }
  }

  private static let endings: [(letters: [UInt8], rest: Int)] = [
    ("ungen", 4), ("ung", 4), ("ern", 4), ("est", 4), ("en", 3), ("er", 4), ("es", 4), ("em", 4), ("st", 4), ("e", 3),
    ("n", 4), ("s", 4), ("t", 4),
  ].map { (Array($0.0.utf8), $0.1) }
}
