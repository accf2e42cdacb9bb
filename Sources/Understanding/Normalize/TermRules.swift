/// How the words of a line are made comparable. One object, because every word of a line asks it.
final class TermRules: Sendable {
  /// The tokens as this language compares them: `ae` as `ä`, long words cut where they are put together.
  let respelled: @Sendable ([Token]) -> [Token]
  /// Words that are compared as others: number words as digits, inflected words as their base.
  private let equal: [String: String]
  /// What an ending behind an apostrophe stands for; nothing where the word stands for itself.
  private let ending: @Sendable (String) -> [String]?
  /// What `&` stands for.
  let and: String
  /// The words that are compared as others or as several, and those in their order.
  private let table: WordTable
  private let written: [[String]]

  /// - Parameters:
  ///   - short: short forms and what is written out for them, which is compared as `equal` says.
  ///   - ending: is asked for words with an apostrophe that are not among the short forms.
  init(
    respelled: @escaping @Sendable ([Token]) -> [Token] = { $0 }, equal: [String: String], short: [String: [String]],
    ending: @escaping @Sendable (String) -> [String]?, and: String
  ) {
    self.respelled = respelled
    self.equal = equal
    self.ending = ending
    self.and = and
    let all = short.mapValues { $0.map { equal[$0] ?? $0 } }.merging(equal.mapValues { [$0] }) { $1 }
    let words = all.keys.sorted()
    table = WordTable(words)
    written = words.map { all[$0] ?? [] }
  }

  /// What the word is compared as; nothing where that is the word itself.
  func others(for word: String, _ key: WordKey) -> [String]? {
    let number = table.number(of: word, key)
    if number >= 0 { return written[Int(number)] }
    guard word.utf8.contains(0x27), let pieces = ending(word) else { return nil }
    return pieces.map { equal[$0] ?? $0 }
  }

  /// A set of words given in one text, as a line's words are compared.
  func words(_ text: String) -> Set<String> { Set(sequence(text)) }

  /// The words of a text in order, as a line's words are compared.
  func sequence(_ text: String) -> [String] { tokens(text).flatMap { others(for: $0, WordKey($0)) ?? [$0] } }

  /// The same as values look at them: spelled alike, and nothing written out.
  func tokens(_ text: String) -> [String] {
    // The tokens alone: a line would ask for a lexicon that is still being made.
    respelled(Tokenizer.tokens(of: Array(text.unicodeScalars))).filter { $0.shape != .mark }.map(\.folded)
  }
}
