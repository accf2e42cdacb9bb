import Vocabulary

/// Amounts of money: a number with a currency before or behind it.
enum MoneyRules {
  struct Amount {
    var tokens: ClosedRange<Int>
    var value: DecimalNumber
    var currency: String
    var rule: String
    var alternatives: [Value] = []
    /// Said in cents or pence.
    var isMinor = false

    func entity(in line: Line) -> Entity {
      Entity(
        kind: .money, value: .money(value, currency: currency), span: line.span(tokens), rule: rule,
        alternatives: alternatives)
    }
  }

  /// A currency beside a number: how it is written and where it ends.
  private struct Mark {
    let tokens: ClosedRange<Int>
    let code: String
    let parts: Int
    let rule: String
  }

  static func amounts(
    in line: Line, matches: [NumberMatch], context: ReadingContext, articles: Bool
  ) -> [Amount] {
    var found: [Amount] = []
    for match in matches {
      guard match.form != .ordinal, match.form != .percent else { continue }
      if let amount = amount(of: match, line, context, after: found.last?.tokens.upperBound ?? -1) {
        append(amount, line, to: &found)
      } else if let last = found.last, isTail(match, of: last, line),
        let cents = match.value.divided(by: 100), let sum = last.value.added(to: cents)
      {
        found[found.count - 1].value = sum
        found[found.count - 1].tokens = last.tokens.lowerBound...match.tokens.upperBound
      }
    }
    if articles { addArticles(line, context, to: &found) }
    return found
  }

  /// "a euro" stands somewhere.
  static func hasArticleAmount(_ line: Line) -> Bool {
    for at in line.tokens.indices.dropFirst() {
      let before = line.tokens[at - 1].folded
      if line.lexicon.money.articles.contains(before), let unit = line.lexicon.money.names[line.tokens[at].folded],
        unit.single
      {
        return true
      }
    }
    return false
  }

  private static func amount(
    of match: NumberMatch, _ line: Line, _ context: ReadingContext, after taken: Int
  ) -> Amount? {
    guard let mark = behind(line, match, context) ?? before(line, match, context, after: taken) else { return nil }
    let value = match.other.map { max($0, match.value) } ?? match.value
    guard let value = mark.parts == 1 ? value : value.divided(by: mark.parts) else { return nil }
    let first = min(match.tokens.lowerBound, mark.tokens.lowerBound)
    let last = max(match.tokens.upperBound, mark.tokens.upperBound)
    return Amount(
      tokens: first...last, value: value, currency: mark.code, rule: mark.rule, isMinor: mark.parts == 100)
  }

  /// Cents behind whole units belong to them: "20 dollars and 50 cents".
  private static func append(_ amount: Amount, _ line: Line, to found: inout [Amount]) {
    guard amount.isMinor, let last = found.last, !last.isMinor, last.value.whole != nil,
      amount.value < DecimalNumber(1), let sum = last.value.added(to: amount.value)
    else { return found.append(amount) }
    let gap = amount.tokens.lowerBound - last.tokens.upperBound
    guard gap == 1 || (gap == 2 && line.word(last.tokens.upperBound + 1) == line.lexicon.money.and) else {
      return found.append(amount)
    }
    found[found.count - 1].value = sum
    found[found.count - 1].tokens = last.tokens.lowerBound...amount.tokens.upperBound
  }

  /// "20 euros 50", "20 euros and 50" at the end of a clause.
  private static func isTail(_ match: NumberMatch, of amount: Amount, _ line: Line) -> Bool {
    let (first, next) = (match.tokens.lowerBound, match.tokens.upperBound + 1)
    let behind = amount.tokens.upperBound + 1
    guard first == behind || (first == behind + 1 && line.word(behind) == line.lexicon.money.and),
      amount.rule == "money: name",
      let whole = match.value.whole,
      (10...99).contains(whole), amount.value.whole != nil
    else { return false }
    return line.token(next) == nil || line.token(next)?.shape == .mark
  }

  private static func behind(_ line: Line, _ match: NumberMatch, _ context: ReadingContext) -> Mark? {
    var at = match.tokens.upperBound + 1
    // "500,- Euro".
    if line.isMark(at, ","), line.isGlued(at), line.isMark(at + 1, "-"), line.isGlued(at + 1) { at += 2 }
    guard let token = line.token(at) else { return nil }
    if token.shape == .mark {
      if token.folded == "-", line.isGlued(at), line.isGlued(at + 1), line.word(at + 1) != nil {
        at += 1
      } else {
        guard let unit = Currencies.symbols[token.folded] else { return nil }
        if line.isGlued(at + 1), line.isDigits(at + 1), token.followsBlank { return nil }
        return mark(at...at, unit, context, "money: symbol")
      }
    }
    guard let word = line.word(at) else { return nil }
    if let code = code(line, at, word) { return Mark(tokens: at...at, code: code, parts: 1, rule: "money: code") }
    if let unit = line.lexicon.money.names[word] {
      if word == "c" || word == "p", !line.isGlued(at) { return nil }
      return mark(at...at, unit, context, "money: name")
    }
    if word == line.lexicon.money.of, let name = line.word(at + 1), let unit = line.lexicon.money.names[name] {
      return mark(at...(at + 1), unit, context, "money: name")
    }
    return adjective(line, at, word)
  }

  private static func adjective(_ line: Line, _ at: Int, _ word: String) -> Mark? {
    var (at, word) = (at, word)
    let first = at
    if line.lexicon.money.doubled.contains(word), let next = line.word(at + 1) { (at, word) = (at + 1, next) }
    guard let table = line.lexicon.money.adjectives[word], let noun = line.word(at + 1),
      let code = table.first(where: { noun.hasPrefix($0.key) })?.value
    else { return nil }
    return Mark(tokens: first...(at + 1), code: code, parts: 1, rule: "money: name")
  }

  private static func before(
    _ line: Line, _ match: NumberMatch, _ context: ReadingContext, after taken: Int
  ) -> Mark? {
    let at = match.tokens.lowerBound - 1
    guard at > taken, let token = line.token(at) else { return nil }
    if token.shape == .word {
      return code(line, at, token.folded).map { Mark(tokens: at...at, code: $0, parts: 1, rule: "money: code") }
    }
    guard token.shape == .mark, let unit = Currencies.symbols[token.folded] else { return nil }
    if token.folded == "$", line.isGlued(at), let word = line.word(at - 1), let code = Currencies.dollarPrefixes[word] {
      return Mark(tokens: (at - 1)...at, code: code, parts: 1, rule: "money: symbol")
    }
    return mark(at...at, unit, context, "money: symbol")
  }

  private static func mark(
    _ tokens: ClosedRange<Int>, _ unit: Currencies.Unit, _ context: ReadingContext, _ rule: String
  ) -> Mark {
    let code = Currencies.code(unit.money, country: context.country, currency: context.currency)
    return Mark(tokens: tokens, code: code, parts: unit.parts, rule: rule)
  }

  private static func code(_ line: Line, _ at: Int, _ word: String) -> String? {
    guard word.utf8.count == 3, let code = Currencies.codes[word] else { return nil }
    return !Currencies.wordLikeCodes.contains(word) || line.token(at)?.isUpper == true ? code : nil
  }

  private static func addArticles(_ line: Line, _ context: ReadingContext, to found: inout [Amount]) {
    for at in line.tokens.indices.dropFirst() {
      guard let article = line.word(at - 1), line.lexicon.money.articles.contains(article), let word = line.word(at),
        let unit = line.lexicon.money.names[word], unit.single, !found.contains(where: { $0.tokens.contains(at) })
      else { continue }
      let mark = mark((at - 1)...at, unit, context, "money: name")
      guard let one = DecimalNumber(1).divided(by: unit.parts) else { continue }
      found.append(
        Amount(tokens: mark.tokens, value: one, currency: mark.code, rule: mark.rule, isMinor: unit.parts == 100))
    }
  }
}
