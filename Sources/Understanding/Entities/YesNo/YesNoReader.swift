import Vocabulary

/// Finds yes and no in their many forms; they count only where a question asks.
package struct YesNoReader: EntityReader {
  private enum Meaning: Sendable { case yes, no, neither }
  private static let table = PhraseTable<Meaning>([
    (YesNoWords.neither, .neither), (YesNoWords.yes, .yes), (YesNoWords.no, .no),
  ])
  /// Said before the answer without changing it.
  private static let openers: Set<String> = [
    "um", "uh", "er", "erm", "hmm", "hm", "well", "oh", "ah", "so", "and", "hi", "hello", "but",
  ]

  private static let closers: Set<String> = ["please", "thanks", "thank", "and", "but", "sorry", "then", "indeed"]
  /// First words of answers that leave the rest out; more words behind them make another sentence: "I have lost it".
  private static let elliptic: Set<String> = [
    "i", "it", "it's", "it'd", "do", "don't", "dont", "isn't", "go", "great", "perfect", "right", "fine", "true",
    "false",
    "wrong", "y", "n", "k", "never", "negative", "confirm", "course", "none",
  ]

  package init() {}

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    var found: [Entity] = []
    var at = 0
    var isStart = true
    while at < line.tokens.count {
      let token = line.tokens[at]
      if let (meaning, last) = YesNoReader.table.match(line, at), isStart || endsClause(line, last),
        isComplete(line, at, last)
      {
        if let value = value(meaning) {
          found.append(
            Entity(
              kind: .yesNo, value: .yesNo(value), span: line.span(at...last), latent: true,
              rule: value ? "yes_no: yes" : "yes_no: no"))
        }
        at = last + 1
        isStart = false
        continue
      }
      isStart = token.shape == .mark || (isStart && YesNoReader.openers.contains(token.folded))
      at += 1
    }
    return found
  }

  private func isComplete(_ line: Line, _ first: Int, _ last: Int) -> Bool {
    guard YesNoReader.elliptic.contains(line.tokens[first].folded), let next = line.token(last + 1) else { return true }
    return next.shape == .mark || YesNoReader.closers.contains(next.folded)
  }

  private func endsClause(_ line: Line, _ last: Int) -> Bool {
    line.token(last + 1) == nil && last > 0 && isLong(line, last)
  }

  /// A last word alone answers nothing: "the address is not right".
  private func isLong(_ line: Line, _ last: Int) -> Bool {
    guard line.word(last) == "please" || line.word(last) == "right" || line.word(last) == "fine" else { return true }
    return false
  }

  private func value(_ meaning: Meaning) -> Bool? {
    switch meaning {
    case .yes: true
    case .no: false
    case .neither: nil
    }
  }
}
