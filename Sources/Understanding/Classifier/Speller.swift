import Vocabulary

/// Takes a word that nobody taught for a word of the templates that lies a slip of the finger away.
struct Speller: Sendable {
  /// A word that was taken for another.
  struct Mended: Hashable, Sendable {
    let typed: String
    let taken: String
    /// What it still counts, beside a word that is spelled right.
    let weight: Float
  }

  private struct Sketch: Sendable {
    let hash: UInt64
    let word: Int32
  }

  private let words: [[UInt8]]
  private let sketches: [Sketch]
  private let stems: Set<UInt64>
  private let language: Language

  private static let shortest = 4
  private static let longest = 24
  /// From that length on a word may have two slips.
  private static let long = 9
  private static let weights: [Float] = [1, 0.8, 0.6]

  /// `words` with how often each stands in the templates; of two that are as near the more usual one is taken.
  init(_ words: [String: Int], language: Language) {
    self.language = language
    let ordered = words.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    stems = Set(ordered.map { Features.stem(of: $0, language) })
    self.words = ordered.filter { Speller.isWord($0) }.map { Array($0.utf8) }
    var sketches: [Sketch] = []
    for (number, word) in self.words.enumerated() {
      Spelling.forEachSketch(word, removing: Speller.slips(word.count)) {
        sketches.append(Sketch(hash: $0, word: Int32(clamping: number)))
      }
    }
    self.sketches = sketches.sorted { ($0.hash, $0.word) < ($1.hash, $1.word) }
  }

  /// Nothing where the word is known, or real, or near to none.
  func mend(_ word: String, stem: UInt64) -> Mended? {
    guard !stems.contains(stem), Speller.isWord(word), !Speller.real.contains(word) else { return nil }
    let bytes = Array(word.utf8)
    var best: (word: Int32, distance: Int)?
    Spelling.forEachSketch(bytes, removing: Speller.slips(bytes.count)) { hash in
      for sketch in found(hash) {
        if let best, best.distance == 1, best.word <= sketch.word { continue }
        guard let distance = slips(bytes, words[Int(sketch.word)]) else { continue }
        if let best, (best.distance, best.word) <= (distance, sketch.word) { continue }
        best = (sketch.word, distance)
      }
    }
    guard let best, best.distance > 0, best.distance < Speller.weights.count else { return nil }
    return Mended(
      typed: word, taken: String(decoding: words[Int(best.word)], as: UTF8.self), weight: Speller.weights[best.distance]
    )
  }

  private func slips(_ typed: [UInt8], _ known: [UInt8]) -> Int? {
    guard typed[0] == known[0] || typed[0] == known[1] && typed[1] == known[0],
      let distance = Spelling.distance(typed, known, atMost: Speller.slips(min(typed.count, known.count)))
    else { return nil }
    // Of short words only two letters may have changed places: "crad" is a card, "cart" is none.
    if min(typed.count, known.count) < 5, typed.count != known.count || typed.sorted() != known.sorted() { return nil }
    return distance
  }

  private func found(_ hash: UInt64) -> ArraySlice<Sketch> {
    var (low, high) = (0, sketches.count)
    while low < high {
      let middle = (low + high) / 2
      if sketches[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < sketches.count, sketches[end].hash == hash { end += 1 }
    return sketches[low..<end]
  }

  private static func slips(_ count: Int) -> Int { count >= long ? 2 : 1 }

  private static func isWord(_ word: String) -> Bool {
    let bytes = word.utf8
    return bytes.count >= shortest && bytes.count <= longest && bytes.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
  }

  /// English words that are right as they stand, whatever the templates say.
  private static let real: Set<String> = Spelling.everyday.union(CommonWords.all).union(Kindred.words).union(
    Background.lines(in: .english).flatMap { $0.split(separator: " ").map(String.init) })
}
