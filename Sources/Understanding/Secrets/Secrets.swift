import Vocabulary

/// What must not be stored: payment card numbers, the code beside one, and IBANs.
package enum Secrets {
  private static let codeWords: Set<String> = ["cvv", "cvc", "cvv2", "cvc2", "cid", "csc", "security", "pin"]
  /// How many tokens behind a card number its code may stand.
  private static let codeReach = 12

  /// Every secret of the whole text, also behind what is read for intents.
  package static func find(_ line: Line) -> [ScalarSpan] {
    guard line.scalars.count >= Limits.readScalars else { return spans(line) }
    return spans(Line(whole: line.text))
  }

  private static func spans(_ line: Line) -> [ScalarSpan] {
    var found: [ScalarSpan] = []
    for card in CardScanner.find(in: line) {
      found.append(line.span(card.tokens))
      if let code = code(line, after: card.tokens.upperBound) { found.append(line.tokens[code].span) }
    }
    for iban in IbanScanner.find(in: line) where !found.contains(where: line.span(iban.tokens).overlaps) {
      found.append(line.span(iban.tokens))
    }
    return found.sorted { $0.from < $1.from }
  }

  /// Three or four digits behind "cvv", or right behind the expiry date.
  private static func code(_ line: Line, after last: Int) -> Int? {
    let reach = (last + 1)..<min(line.tokens.count, last + 1 + codeReach)
    var named = false
    for at in reach {
      if let word = line.word(at), codeWords.contains(word) { named = true }
      guard line.isDigits(at), (3...4).contains(line.tokens[at].folded.utf8.count) else { continue }
      let isExpiry = line.isMark(at - 1, "/") || line.isMark(at + 1, "/")
      if !isExpiry, named || at == last + 1 || followsExpiry(line, at) { return at }
    }
    return nil
  }

  private static func followsExpiry(_ line: Line, _ at: Int) -> Bool {
    let before = line.isDigits(at - 1) ? at - 1 : at - 2
    return line.isDigits(before) && line.isMark(before - 1, "/") && line.isDigits(before - 2)
  }
}

extension Line {
  /// A line of the whole text, for what must be found wherever it stands.
  fileprivate convenience init(whole text: String) {
    let scalars = Array(text.unicodeScalars.prefix(Limits.utteranceScalars))
    self.init(text: text, scalars: scalars, tokens: Tokenizer.tokens(of: scalars))
  }
}
