/// Reads words with one slip of the finger as the word of the templates that they lie nearest to: "crad" as "card".
struct TemplateSpelling: Sendable {
  private var words: [[UInt8]] = []
  private var known: Set<String> = []
  /// Words by what is left of them without one letter.
  private var sketches: [UInt64: [Int]] = [:]
  private static let fewestLetters = 4
  /// From that many letters on another letter in place of one is a slip; of shorter words it makes another word.
  private static let longFrom = 6

  init(_ lexicon: some Sequence<String>) {
    for word in lexicon.sorted() {
      known.insert(word)
      let bytes = Array(word.utf8)
      guard bytes.count >= TemplateSpelling.fewestLetters else { continue }
      words.append(bytes)
      var found: Set<UInt64> = []
      Spelling.forEachSketch(bytes, removing: 1) { found.insert($0) }
      for sketch in found { sketches[sketch, default: []].append(words.count - 1) }
    }
  }

  /// The line with slips put right; nothing where there is none.
  func respelled(_ terms: Terms, besides entities: PlacedEntities) -> Terms? {
    var slips: [Int: String] = [:]
    for at in terms.words.indices where !entities.ranges.contains(where: { $0.contains(at) }) {
      if let word = right(for: terms.words[at], terms.lexicon) { slips[at] = word }
    }
    guard !slips.isEmpty else { return nil }
    return Terms(
      terms.line,
      rewritten: terms.words.indices.map { (slips[$0] ?? terms.words[$0], terms.tokens[$0], terms.gaps[$0]) })
  }

  private func right(for word: String, _ lexicon: Lexicon) -> String? {
    guard word.utf8.count >= TemplateSpelling.fewestLetters, word.utf8.count <= 24, !known.contains(word),
      !Spelling.everyday.contains(word), !lexicon.common.contains(word)
    else { return nil }
    let bytes = Array(word.utf8)
    var near: Set<Int> = []
    Spelling.forEachSketch(bytes, removing: 1) { sketch in
      for number in sketches[sketch] ?? [] where isSlip(bytes, words[number]) { near.insert(number) }
    }
    guard near.count == 1, let number = near.first else { return nil }
    return String(decoding: words[number], as: UTF8.self)
  }

  /// One letter more or less, two neighbours changed, or in a long word another letter. People seldom miss the first.
  private func isSlip(_ typed: [UInt8], _ word: [UInt8]) -> Bool {
    guard typed.first == word.first, Misspellings.isOneSlip(typed, word) else { return false }
    // Without its ending it is another form of the word, which the classifier knows.
    if typed.last == UInt8(ascii: "s"), typed.dropLast() == word[...] { return false }
    return typed.count != word.count || typed.count >= TemplateSpelling.longFrom || typed.sorted() == word.sorted()
  }
}
