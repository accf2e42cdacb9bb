import Vocabulary

/// Phrases of folded words, found at a token, the longest first. Marks inside a phrase of the line are passed over.
struct PhraseTable<Meaning: Sendable>: Sendable {
  private struct Phrase: Sendable {
    let words: [String]
    let meaning: Meaning
  }
  private var byFirst: [String: [Phrase]] = [:]

  init(
    _ groups: [(phrases: [String], meaning: Meaning)], respelled: ([Token]) -> [Token] = { $0 }
  ) {
    for (phrases, meaning) in groups {
      for phrase in phrases {
        let words = respelled(Tokenizer.tokens(of: Array(phrase.unicodeScalars))).map(\.folded)
        guard let first = words.first else { continue }
        byFirst[first, default: []].append(Phrase(words: words, meaning: meaning))
      }
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// The longest phrase that starts there, and its last token.
  func match(_ line: Line, _ at: Int) -> (meaning: Meaning, last: Int)? {
    guard let token = line.token(at), let phrases = byFirst[token.folded] else { return nil }
    for phrase in phrases {
      if let last = end(of: phrase.words, line, at) { return (phrase.meaning, last) }
    }
    return nil
  }

  private func end(of words: [String], _ line: Line, _ start: Int) -> Int? {
    var at = start
    for (place, word) in words.enumerated() {
      if place > 0 {
        at += 1
        if line.isMark(at, ",") || line.isMark(at, "-") { at += 1 }
      }
      guard line.token(at)?.folded == word else { return nil }
    }
    return at
  }
}
