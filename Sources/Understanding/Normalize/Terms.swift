import Vocabulary

/// A line's words as they are compared: contractions written out, small numbers as digits, marks left out. One object,
/// because every reader holds it.
final class Terms: Sendable {
  let line: Line
  let words: [String]
  /// By which tables find them.
  let keys: [WordKey]
  /// For each word the first and the last token that it was made from.
  let tokens: [ClosedRange<Int>]
  /// What stands between a word and the one before it.
  let gaps: [Gap]

  /// What separates two words.
  enum Gap: UInt8, Comparable, Sendable {
    case none
    /// `,`, `:`, `-`, a bracket.
    case weak
    /// `.`, `!`, `?`, `;`.
    case strong
    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  var count: Int { words.count }

  convenience init(_ text: String) { self.init(Line(text)) }
  convenience init(_ text: String, in lexicon: Lexicon) { self.init(Line(text, in: lexicon)) }

  var lexicon: Lexicon { line.lexicon }

  /// Other words for the same line.
  init(_ line: Line, rewritten words: [(word: String, tokens: ClosedRange<Int>, gap: Gap)]) {
    self.line = line
    self.words = words.map(\.word)
    keys = self.words.map { WordKey($0) }
    tokens = words.map(\.tokens)
    gaps = words.map(\.gap)
  }

  init(_ line: Line) {
    var cut = TermCut(line)
    cut.run()
    self.line = line
    (words, keys, tokens, gaps) = (cut.words, cut.keys, cut.tokens, cut.gaps)
  }

  /// The line's words between two positions, as the customer typed them.
  func span(_ range: Range<Int>) -> ScalarSpan {
    guard let first = range.first, let last = range.last, last < count else { return ScalarSpan(0, 0) }
    return line.span(tokens[first].lowerBound...max(tokens[last].upperBound, tokens[first].lowerBound))
  }

  /// The first word that starts at or behind that scalar.
  func position(ofScalar scalar: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if line.tokens[tokens[middle].lowerBound].span.from < scalar { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The making of terms out of tokens.
private struct TermCut {
  let line: Line
  private let lexicon: Lexicon
  var words: [String] = []
  var keys: [WordKey] = []
  var tokens: [ClosedRange<Int>] = []
  var gaps: [Terms.Gap] = []

  init(_ line: Line) {
    self.line = line
    lexicon = line.lexicon
    words.reserveCapacity(line.tokens.count + 4)
    keys.reserveCapacity(line.tokens.count + 4)
    tokens.reserveCapacity(line.tokens.count + 4)
    gaps.reserveCapacity(line.tokens.count + 4)
  }

  mutating func run() {
    var gap = Terms.Gap.none
    var at = 0
    while at < line.tokens.count {
      let token = line.tokens[at]
      if token.shape == .mark, token.folded != "&" {
        gap = max(gap, TermCut.gap(of: token, in: line, at: at))
        at += 1
        continue
      }
      let last = spelledEnd(from: at)
      append(at...last, gap: gap)
      gap = .none
      at = last + 1
    }
  }

  private mutating func append(_ range: ClosedRange<Int>, gap: Terms.Gap) {
    let folded = range.count > 1 ? spelled(range) : line.tokens[range.lowerBound].folded
    let key = WordKey(folded)
    if folded == "mail", words.last == "e", gap <= .weak {
      words[words.count - 1] = "email"
      keys[keys.count - 1] = WordKey("email")
      tokens[tokens.count - 1] = tokens[tokens.count - 1].lowerBound...range.upperBound
    } else if folded == "&" {
      add(lexicon.terms.and, WordKey(lexicon.terms.and), range, gap)
    } else if let others = lexicon.terms.others(for: folded, key) {
      for (offset, other) in others.enumerated() { add(other, WordKey(other), range, offset == 0 ? gap : .none) }
    } else {
      add(folded, key, range, gap)
    }
  }

  private mutating func add(_ word: String, _ key: WordKey, _ range: ClosedRange<Int>, _ gap: Terms.Gap) {
    words.append(word)
    keys.append(key)
    tokens.append(range)
    gaps.append(gap)
  }

  private static func gap(of token: Token, in line: Line, at: Int) -> Terms.Gap {
    switch token.folded {
    case "!", "?", ";": .strong
    case ".":
      // `3.50` and `bank.example` are no sentence ends.
      at + 1 < line.tokens.count && !line.tokens[at + 1].followsBlank && !token.followsBlank
        && line.tokens[at + 1].shape != .mark ? .weak : .strong
    default: .weak
    }
  }

  /// Four or more single letters in a row are one word spelled out: `h u m a n`.
  private func spelledEnd(from start: Int) -> Int {
    guard isLetter(start) else { return start }
    var (at, last, letters) = (start, start, 0)
    while at < line.tokens.count {
      if isLetter(at) {
        last = at
        letters += 1
      } else if line.tokens[at].shape != .mark || at - last > 1 {
        break
      }
      at += 1
    }
    guard letters >= 4 else { return start }
    // "a h u m a n" is an article and a word.
    let first = line.tokens[start].folded
    let word = spelled(start...last)
    if letters >= 5, first == "a" || first == "i", !word.hasPrefix("ag"), !word.hasPrefix("adv") { return start }
    return last
  }

  private func isLetter(_ at: Int) -> Bool {
    let token = line.tokens[at]
    return token.shape == .word && token.folded.utf8.count == 1
  }

  private func spelled(_ range: ClosedRange<Int>) -> String {
    range.reduce(into: "") { if line.tokens[$1].shape == .word { $0 += line.tokens[$1].folded } }
  }
}
