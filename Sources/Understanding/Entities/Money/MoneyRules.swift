import Vocabulary

/// Amounts of money: a number with a currency before or behind it.
enum MoneyRules {
  struct Amount {
    var tokens: ClosedRange<Int>
    var value: DecimalNumber
    var currency: String
    var rule: String
    /// Said in cents or pence.
    var isMinor = false
    var money: Currencies.Money?
    /// Counts only where a question asks for it.
    var isWeak = false

    func entity(in line: Line) -> Entity {
      Entity(
        kind: .money, value: .money(value, currency: currency), span: line.span(tokens), latent: isWeak, rule: rule)
    }
  }

  /// Every amount in order, none inside another.
  static func amounts(in line: Line, matches: [NumberMatch], context: ReadingContext) -> [Amount] {
    let hasSingle = MoneyMarks.hasSingle(line)
    guard hasSingle || !matches.isEmpty else { return [] }
    let marks = MoneyMarks(line: line, context: context)
    var found: [Amount] = []
    var single = 0
    for (at, match) in matches.enumerated() {
      if hasSingle {
        while single < match.tokens.lowerBound { addSingle(&single, marks, to: &found) }
        single = max(single, match.tokens.upperBound + 1)
      }
      add(match, marks, after: at > 0 ? matches[at - 1] : nil, to: &found)
    }
    if hasSingle { while single < line.tokens.count { addSingle(&single, marks, to: &found) } }
    return found
  }

  private static func add(
    _ match: NumberMatch, _ marks: MoneyMarks, after before: NumberMatch?, to found: inout [Amount]
  ) {
    guard match.form != .ordinal, match.form != .percent else { return }
    let taken = max(found.last?.tokens.upperBound ?? -1, before?.tokens.upperBound ?? -1)
    if let mark = marks.mark(of: match, after: taken) ?? marks.slang(match), let amount = amount(of: match, mark) {
      if let before, let first = sharing(amount, mark, match, before, marks.line),
        found.last.map({ $0.tokens.upperBound < before.tokens.lowerBound }) != false
      {
        found.append(first)
      }
      append(amount, marks.line, to: &found)
    } else if let last = found.last, let before, last.tokens.contains(before.tokens.upperBound) {
      addSecond(match, to: last, before, marks.line, to: &found)
    }
  }

  private static func amount(of match: NumberMatch, _ mark: MoneyMark) -> Amount? {
    let value = match.other.map { max($0, match.value) } ?? match.value
    guard let sized = mark.parts == 1 ? value : value.divided(by: mark.parts),
      let scaled = mark.factor == 1 ? sized : sized.multiplied(by: DecimalNumber(mark.factor)),
      let signed = mark.isNegative ? scaled.negated() : scaled
    else { return nil }
    let first = min(match.tokens.lowerBound, mark.tokens.lowerBound)
    let last = max(match.tokens.upperBound, mark.tokens.upperBound)
    return Amount(
      tokens: first...last, value: signed, currency: mark.code, rule: mark.rule, isMinor: mark.parts > 1,
      money: mark.money, isWeak: mark.isWeak)
  }

  /// Cents behind whole units belong to them: "20 dollars and 50 cents".
  private static func append(_ amount: Amount, _ line: Line, to found: inout [Amount]) {
    guard amount.isMinor, let last = found.last, !last.isMinor, last.value.whole != nil,
      amount.currency == last.currency || amount.money?.mayBe(last.currency) == true, amount.value < DecimalNumber(1),
      let sum = last.value.added(to: amount.value)
    else { return found.append(amount) }
    let gap = amount.tokens.lowerBound - last.tokens.upperBound
    guard gap == 1 || (gap == 2 && line.word(last.tokens.upperBound + 1) == line.lexicon.money.and) else {
      return found.append(amount)
    }
    found[found.count - 1].value = sum
    found[found.count - 1].tokens = last.tokens.lowerBound...amount.tokens.upperBound
  }

  /// "A euro".
  private static func addSingle(_ at: inout Int, _ marks: MoneyMarks, to found: inout [Amount]) {
    defer { at += 1 }
    guard let mark = marks.single(at), found.last?.tokens.contains(at) != true,
      let one = DecimalNumber(1).divided(by: mark.parts)
    else { return }
    let amount = Amount(
      tokens: mark.tokens, value: one, currency: mark.code, rule: mark.rule, isMinor: mark.parts > 1,
      money: mark.money, isWeak: mark.isWeak)
    append(amount, marks.line, to: &found)
  }

  // MARK: Two numbers of one currency

  /// The first of "10 to 20 euros", "between 10 and 20 euros", "ten to fifteen thousand euros".
  private static func sharing(
    _ amount: Amount, _ mark: MoneyMark, _ match: NumberMatch, _ before: NumberMatch, _ line: Line
  ) -> Amount? {
    guard mark.tokens.lowerBound > match.tokens.upperBound, isJoined(before, match, line), isPlain(before),
      var first = self.amount(of: before, mark)
    else { return nil }
    first.tokens = before.tokens
    if let scale = scale(of: match, line), scale >= 1_000, self.scale(of: before, line) == nil,
      let scaled = first.value.multiplied(by: DecimalNumber(scale)), scaled < amount.value
    {
      first.value = scaled
    }
    return first
  }

  /// "Thousand" at the end of a number, also as a letter.
  private static func scale(of match: NumberMatch, _ line: Line) -> Int? {
    guard let word = line.word(match.tokens.upperBound) else { return nil }
    return line.number(match.tokens.upperBound)?.size ?? line.lexicon.numbers.gluedScales[word]
  }

  /// What stands behind an amount: "20 euros 50" are cents, "$10-20" is a second amount.
  private static func addSecond(
    _ match: NumberMatch, to last: Amount, _ before: NumberMatch, _ line: Line, to found: inout [Amount]
  ) {
    if isTail(match, of: last, line), let cents = match.value.divided(by: 100), let sum = last.value.added(to: cents) {
      found[found.count - 1].value = sum
      found[found.count - 1].tokens = last.tokens.lowerBound...match.tokens.upperBound
    } else if last.tokens.lowerBound < before.tokens.lowerBound, last.tokens.upperBound == before.tokens.upperBound,
      isJoined(before, match, line), isPlain(match),
      line.isMark(last.tokens.upperBound + 1, "-") || endsClause(match, line)
    {
      var second = last
      second.value = match.value
      second.tokens = match.tokens
      found.append(second)
    }
  }

  /// "20 euros 50", "20 euros and 50", "$20 43" at the end of a clause.
  private static func isTail(_ match: NumberMatch, of amount: Amount, _ line: Line) -> Bool {
    let first = match.tokens.lowerBound
    let behind = amount.tokens.upperBound + 1
    let isLeading = amount.rule == "money: leading name" || amount.rule == "money: code" && line.isDigits(behind - 1)
    guard first == behind || (first == behind + 1 && line.word(behind) == line.lexicon.money.and), !isLeading,
      !amount.isMinor, amount.rule != "money: slang", let whole = match.value.whole, (10...99).contains(whole),
      amount.value.whole != nil
    else { return false }
    return endsClause(match, line)
  }

  private static func endsClause(_ match: NumberMatch, _ line: Line) -> Bool {
    let next = line.token(match.tokens.upperBound + 1)
    return next == nil || next?.shape == .mark
  }

  private static func isPlain(_ match: NumberMatch) -> Bool { match.form == .digits || match.form == .words }

  private static func isJoined(_ first: NumberMatch, _ second: NumberMatch, _ line: Line) -> Bool {
    let at = first.tokens.upperBound + 1
    guard second.tokens.lowerBound == at + 1 else { return false }
    if line.isMark(at, "-") { return line.isGlued(at) == line.isGlued(at + 1) }
    guard let word = line.word(at) else { return false }
    if line.lexicon.money.joins.contains(word) { return true }
    guard word == line.lexicon.money.and else { return false }
    return (1...3).contains { line.word(first.tokens.lowerBound - $0) == line.lexicon.money.between }
  }
}
