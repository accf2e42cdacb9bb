import Vocabulary

/// A currency beside a number: where it stands and what it says.
struct MoneyMark {
  let tokens: ClosedRange<Int>
  let code: String
  var parts = 1
  /// 1,000,000 in "MEUR".
  var factor = 1
  /// A minus stands before it: "-$40".
  var isNegative = false
  /// What it was named, where that is a name and no code.
  var money: Currencies.Money?
  var isWeak = false
  let rule: String
}

/// Finds the currency of a number: "20 €", "US$ 20", "malaysian ringgit 42", "12 Mio. EUR".
struct MoneyMarks {
  let line: Line
  let context: ReadingContext

  private var tables: MoneyTables { line.lexicon.money }

  /// The currency behind the number or before it; where both are, the one behind, unless it belongs to the next number.
  func mark(of match: NumberMatch, after taken: Int) -> MoneyMark? {
    let behind = behind(match)
    if let behind, line.isDigits(behind.tokens.upperBound + 1) {
      return before(match, after: taken) ?? behind
    }
    return behind ?? before(match, after: taken)
  }

  private func behind(_ match: NumberMatch) -> MoneyMark? {
    var at = match.tokens.upperBound + 1
    // "500,- Euro".
    if line.isMark(at, ","), line.isGlued(at), line.isMark(at + 1, "-"), line.isGlued(at + 1) { at += 2 }
    if match.rule == "number: scale", line.isMark(at, "."), line.isGlued(at), line.token(at + 1)?.followsBlank == true {
      at += 1
    }
    guard let token = line.token(at) else { return nil }
    if token.shape == .mark {
      if token.folded == "-", line.isGlued(at), line.isGlued(at + 1), line.word(at + 1) != nil {
        at += 1
      } else {
        guard let unit = Currencies.symbols[token.folded], !belongsToNext(at) else { return nil }
        return mark(at...at, unit, "money: symbol")
      }
    }
    guard let word = line.word(at), !belongsToNext(at) else { return nil }
    if Currencies.isPrefix(line, at), let code = Currencies.dollarPrefixes[word] ?? Currencies.codes[word] {
      return MoneyMark(tokens: at...(at + 1), code: code, rule: "money: symbol")
    }
    if let mark = code(at, word) ?? large(at, word) { return mark }
    if let unit = tables.names[word] {
      if word == "c" || word == "p", !line.isGlued(at) { return nil }
      return mark(at...at, unit, "money: name")
    }
    if word == tables.of, let name = line.word(at + 1), let unit = tables.names[name] {
      return mark(at...(at + 1), unit, "money: name")
    }
    return adjective(at, word)
  }

  /// A blank parts it from this number and none from the next: "3 USD50 cards".
  private func belongsToNext(_ at: Int) -> Bool {
    line.isGlued(at + 1) && line.isDigits(at + 1) && line.token(at)?.followsBlank == true
  }

  /// "Swiss francs", "new zealand dollars".
  private func adjective(_ first: Int, _ word: String) -> MoneyMark? {
    var (at, word) = (first, word)
    if tables.doubled.contains(word), let next = line.word(at + 1), tables.countries[next] != nil {
      (at, word) = (at + 1, next)
    }
    let last = line.afterHyphen(at + 1)
    guard let country = tables.countries[word], let noun = line.word(last), let unit = tables.names[noun],
      let code = CurrencyCountries.code(country, named: unit)
    else { return nil }
    return MoneyMark(tokens: first...last, code: code, parts: unit.parts, rule: "money: name")
  }

  private func before(_ match: NumberMatch, after taken: Int) -> MoneyMark? {
    var at = match.tokens.lowerBound - 1
    if line.isMark(at, "."), line.word(at - 1) == "rs" { at -= 1 }
    guard at > taken, let token = line.token(at) else { return nil }
    if token.shape == .word {
      if let code = leadingCode(at, token, match) { return code }
      return leadingName(at, token.folded, match, after: taken)
    }
    var isNegative = false
    if token.folded == "-", line.isGlued(at), line.isGlued(at + 1) { (at, isNegative) = (at - 1, true) }
    guard at > taken, let symbol = line.token(at), symbol.shape == .mark,
      let unit = Currencies.symbols[symbol.folded]
    else { return nil }
    let hasSign = line.isMark(at - 1, "-") && line.isGlued(at) && (at == 1 || !line.isGlued(at - 1))
    if symbol.folded == "$", let word = line.word(at - 1), line.isGlued(at) || word.utf8.count > 1,
      let code = Currencies.dollarPrefixes[word] ?? (line.isGlued(at) ? Currencies.codes[word] : nil), at - 1 > taken
    {
      return MoneyMark(tokens: (at - 1)...at, code: code, rule: "money: symbol")
    }
    var found = mark((hasSign ? at - 1 : at)...at, unit, "money: symbol")
    found.isNegative = isNegative || hasSign
    return found
  }

  private func leadingCode(_ at: Int, _ token: Token, _ match: NumberMatch) -> MoneyMark? {
    let isWord = Currencies.wordLikeCodes.contains(token.folded)
    guard !isWord || line.isGlued(at + 1) || endsClause(match) else { return nil }
    return code(at, token.folded)
  }

  /// "Rs. 500", "malaysian ringgit 42".
  private func leadingName(_ at: Int, _ word: String, _ match: NumberMatch, after taken: Int) -> MoneyMark? {
    guard let unit = tables.names[word], Currencies.leads(word) || endsClause(match) else { return nil }
    if at - 1 > taken, let adjective = line.word(at - 1), let country = tables.countries[adjective],
      let code = CurrencyCountries.code(country, named: unit)
    {
      return MoneyMark(tokens: (at - 1)...at, code: code, rule: "money: name")
    }
    return Currencies.leading.contains(word) ? mark(at...at, unit, "money: leading name") : nil
  }

  /// No word that the number could count follows it.
  private func endsClause(_ match: NumberMatch) -> Bool {
    guard let word = line.word(match.tokens.upperBound + 1) else { return true }
    if tables.names[word] != nil || Currencies.codes[word] != nil { return true }
    return line.lexicon.common.contains(word) || word == tables.and || tables.joins.contains(word)
  }

  private func mark(_ tokens: ClosedRange<Int>, _ unit: Currencies.Unit, _ rule: String) -> MoneyMark {
    let code = Currencies.code(unit.money, country: context.country, currency: context.currency)
    return MoneyMark(
      tokens: tokens, code: code, parts: unit.parts, money: unit.money, isWeak: unit.isWeak, rule: rule)
  }

  private func code(_ at: Int, _ word: String) -> MoneyMark? {
    guard word.utf8.count == 3, let code = Currencies.codes[word],
      !Currencies.wordLikeCodes.contains(word) || line.token(at)?.isUpper == true
    else { return nil }
    return MoneyMark(tokens: at...at, code: code, rule: "money: code")
  }

  /// "120 MEUR", "30 TEUR".
  private func large(_ at: Int, _ word: String) -> MoneyMark? {
    guard word.utf8.count == 4, line.token(at)?.isUpper == true, let first = word.first,
      let factor = MoneyMarks.factors[first], let code = Currencies.codes[String(word.dropFirst())]
    else { return nil }
    return MoneyMark(tokens: at...at, code: code, factor: factor, rule: "money: code")
  }

  private static let factors: [Character: Int] = ["k": 1_000, "t": 1_000, "m": 1_000_000]

  /// "A euro", "a dime"; a word such as "nickel" alone only where asked.
  func single(_ at: Int) -> MoneyMark? {
    guard let word = line.word(at), let unit = tables.names[word], unit.single else { return nil }
    if let article = line.word(at - 1), tables.articles.contains(article), !unit.isWeak || line.word(at + 1) == nil {
      return mark((at - 1)...at, unit, "money: name")
    }
    guard at == 0, line.tokens.count <= 2, unit.parts > 1 else { return nil }
    var found = mark(at...at, unit, "money: name")
    found.isWeak = true
    return found
  }

  /// A single one may stand somewhere in the line.
  static func hasSingle(_ line: Line) -> Bool {
    let tables = line.lexicon.money
    if line.tokens.count <= 2, let word = line.word(0), tables.names[word]?.single == true { return true }
    return line.tokens.indices.dropFirst().contains { at in
      tables.articles.contains(line.tokens[at - 1].folded) && tables.names[line.tokens[at].folded]?.single == true
    }
  }

  /// "Two grand", in whatever the country pays with; "four quarters", which is a part of one as a number too.
  func slang(_ match: NumberMatch) -> MoneyMark? {
    guard !tables.slang.isEmpty, let word = line.word(match.tokens.upperBound) else { return nil }
    if match.form == .fraction, let unit = tables.names[word], unit.isWeak, endsClause(match) {
      let last = match.tokens.upperBound
      let code = Currencies.code(unit.money, country: context.country, currency: context.currency)
      return MoneyMark(tokens: last...last, code: code, isWeak: true, rule: "money: slang")
    }
    guard tables.slang.contains(word) else { return nil }
    let own = context.currency ?? context.country.flatMap(CurrencyCountries.code)
    let hasGrand = own.map { $0 == "GBP" || Currencies.Family.dollar.codes.contains($0) } == true
    let last = match.tokens.upperBound
    return MoneyMark(
      tokens: last...last, code: hasGrand ? own ?? "USD" : "USD", isWeak: match.weak && !endsClause(match),
      rule: "money: slang")
  }
}
