import Vocabulary

/// Finds yes and no in their many forms; they count only where a question asks.
package struct YesNoReader: EntityReader {
  package init() {}

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    let words = line.lexicon.answers
    var found: [Entity] = []
    var at = 0
    var isStart = true
    while at < line.tokens.count {
      let token = line.tokens[at]
      if let (meaning, last) = words.table.match(line, at), isStart || endsClause(line, last),
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
      isStart = token.shape == .mark || (isStart && words.openers.contains(token.folded))
      at += 1
    }
    return found
  }

  private func isComplete(_ line: Line, _ first: Int, _ last: Int) -> Bool {
    guard line.lexicon.answers.elliptic.contains(line.tokens[first].folded), let next = line.token(last + 1) else {
      return true
    }
    return next.shape == .mark || line.lexicon.answers.closers.contains(next.folded)
  }

  private func endsClause(_ line: Line, _ last: Int) -> Bool {
    line.token(last + 1) == nil && last > 0 && isLong(line, last)
  }

  /// A last word alone answers nothing: "the address is not right".
  private func isLong(_ line: Line, _ last: Int) -> Bool {
    !(line.word(last).map(line.lexicon.answers.weakLast.contains) ?? false)
  }

  private func value(_ meaning: YesNoTables.Meaning) -> Bool? {
    switch meaning {
    case .yes: true
    case .no: false
    case .neither: nil
    }
  }
}
