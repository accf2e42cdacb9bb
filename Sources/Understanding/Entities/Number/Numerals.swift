import Vocabulary

/// Numbers written in digits: separators, signs, scales, fractions, percentages.
enum Numerals {
  /// Countries that write `1.000,50`; elsewhere one point before three digits is a decimal point.
  private static let commaCountries: Set<String> = [
    "AT", "BA", "BE", "BG", "BR", "CZ", "DE", "DK", "ES", "FI", "FR", "GR", "HR", "HU", "ID", "IT", "LU", "ME", "MK",
    "NL",
    "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "TR", "UA",
  ]
  private static let vulgarFractions: [String: DecimalNumber] = {
    let parts: [(String, Int, Int)] = [
      ("½", 1, 2), ("⅓", 1, 3), ("⅔", 2, 3), ("¼", 1, 4), ("¾", 3, 4), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5),
      ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅐", 1, 7), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
      ("⅑", 1, 9), ("⅒", 1, 10),
    ]
    var table: [String: DecimalNumber] = [:]
    for (mark, over, under) in parts { table[mark] = DecimalNumber(over).divided(by: under) }
    return table
  }()
  /// Groups of digits in one chain; a longer one is no number.
  private static let groupsMax = 12

  /// Reads the chain of digits that starts there and says where to go on.
  static func read(_ line: Line, _ at: Int, country: String?, into found: inout [NumberMatch]) -> Int {
    let chain = Chain(line, at)
    let next = chain.last + 1
    if let before = line.token(at - 1), before.shape == .word, line.isGlued(at), !Currencies.leads(before.folded) {
      return next
    }
    if chain.separators.isEmpty {
      if !line.isGlued(next), let match = spoken(line, at) {
        found.append(match)
        return match.tokens.upperBound + 1
      }
      if var match = mixed(line, at) ?? grouped(line, at) ?? pointed(line, at) ?? plain(line, at...at) {
        guard finish(&match, in: line) else { return match.tokens.upperBound + 1 }
        found.append(match)
        return match.tokens.upperBound + 1
      }
      return next
    }
    if chain.isOnly(".,'") { return separated(line, chain, country: country, into: &found) }
    if chain.separators == [UInt8(ascii: "/")] {
      if let match = fraction(line, chain) { found.append(match) }
    } else if chain.separators == [UInt8(ascii: "-")] {
      range(line, chain, into: &found)
    }
    return next
  }

  static func vulgar(_ line: Line, _ at: Int) -> NumberMatch? {
    guard let token = line.token(at), let value = vulgarFractions[token.folded], !line.isDigits(at - 1) else {
      return nil
    }
    return NumberMatch(tokens: at...at, value: value, form: .fraction, rule: "number: fraction")
  }

  /// `3 hundred and 21`, `2 and a half`.
  private static func spoken(_ line: Line, _ at: Int) -> NumberMatch? {
    guard line.word(at + 1) != nil, let value = Int(line.tokens[at].folded),
      var match = SpokenNumbers.read(line, digitsAt: at, value: value)
    else { return nil }
    match.rule = "number: scale"
    sign(&match, in: line)
    return match
  }

  private static func plain(_ line: Line, _ range: ClosedRange<Int>) -> NumberMatch? {
    let digits = line.tokens[range.lowerBound].folded
    guard let value = DecimalNumber(digits) else { return nil }
    let padded = digits.utf8.count > 1 && digits.utf8.first == UInt8(ascii: "0")
    return NumberMatch(tokens: range, value: value, form: .digits, rule: "number: digits", weak: padded)
  }

  /// `2 1/4`: a whole number and a fraction after a blank.
  private static func mixed(_ line: Line, _ at: Int) -> NumberMatch? {
    guard line.isDigits(at + 1), line.tokens[at + 1].followsBlank, line.isMark(at + 2, "/") else { return nil }
    let chain = Chain(line, at + 1)
    guard chain.separators == [UInt8(ascii: "/")], let part = fraction(line, chain), var match = plain(line, at...at),
      let sum = match.value.added(to: part.value)
    else { return nil }
    extend(&match, to: chain.last, value: sum, rule: "number: fraction")
    match.form = .fraction
    return match
  }

  /// `.77` after a blank.
  private static func pointed(_ line: Line, _ at: Int) -> NumberMatch? {
    guard line.isMark(at - 1, "."), line.isGlued(at),
      at == 1 || !line.isGlued(at - 1) || (line.token(at - 2)?.shape == .mark && !line.isMark(at - 2, ".")),
      let value = DecimalNumber("." + line.tokens[at].folded)
    else { return nil }
    return NumberMatch(tokens: (at - 1)...at, value: value, form: .digits, rule: "number: decimals")
  }

  /// `1 000 000`: groups of three after single blanks, nothing else behind them.
  private static func grouped(_ line: Line, _ at: Int) -> NumberMatch? {
    var digits = line.tokens[at].folded
    guard digits.utf8.count <= 3, digits.utf8.first != UInt8(ascii: "0") else { return nil }
    var last = at
    while line.isDigits(last + 1), line.followsOneBlank(last + 1), last - at < groupsMax {
      guard line.tokens[last + 1].folded.utf8.count == 3 else { return nil }
      last += 1
      digits += line.tokens[last].folded
    }
    guard last > at else { return nil }
    if line.isGlued(last + 1), line.isGlued(last + 2), line.isDigits(last + 2),
      ".,".utf8.contains(line.markByte(last + 1))
    {
      digits += "." + line.tokens[last + 2].folded
      last += 2
    }
    guard let value = DecimalNumber(digits) else { return nil }
    return NumberMatch(tokens: at...last, value: value, form: .digits, rule: "number: groups of three")
  }

  private static func separated(
    _ line: Line, _ chain: Chain, country: String?, into found: inout [NumberMatch]
  ) -> Int {
    let isCommaCountry = line.lexicon.numbers.usesComma || country.map(commaCountries.contains) == true
    if var match = Separators.read(line, chain, isCommaCountry: isCommaCountry) {
      if finish(&match, in: line) { found.append(match) }
      return match.tokens.upperBound + 1
    }
    guard chain.isOnly(",") else { return chain.last + 1 }
    for at in stride(from: chain.first, through: chain.last, by: 2) {
      if let match = plain(line, at...at) { found.append(match) }
    }
    return chain.last + 1
  }

  /// `3/4`, which may also be a date: only a question may take it.
  private static func fraction(_ line: Line, _ chain: Chain) -> NumberMatch? {
    let (over, under) = (line.tokens[chain.first].folded, line.tokens[chain.last].folded)
    guard over.utf8.count <= 3, under.utf8.count <= 3, let over = Int(over), let under = Int(under), over < under,
      under > 1,
      let part = DecimalNumber(over).divided(by: under)
    else { return nil }
    var match = NumberMatch(
      tokens: chain.first...chain.last, value: part, form: .fraction, rule: "number: fraction", weak: true)
    sign(&match, in: line)
    return match
  }

  /// `10-20`, `2-3k`: two numbers, of which a question takes one.
  private static func range(_ line: Line, _ chain: Chain, into found: inout [NumberMatch]) {
    for at in [chain.first, chain.last] {
      guard var match = plain(line, at...at), line.tokens[at].folded.utf8.count <= 6,
        at == chain.first || finish(&match, in: line)
      else { continue }
      match.weak = true
      found.append(match)
    }
  }

  /// Adds sign, scale, percent and ordinal ending. False where the digits turn out to be part of a code.
  private static func finish(_ match: inout NumberMatch, in line: Line) -> Bool {
    let next = match.tokens.upperBound + 1
    if let word = line.word(next), line.isGlued(next) {
      let isMillion = word == "m" && line.token(next)?.isUpper == true
      if let scale = line.lexicon.numbers.gluedScales[word] ?? (isMillion ? 1_000_000 : nil) {
        scaleUp(&match, by: scale)
      } else if line.lexicon.numbers.ordinalSuffixes.contains(word) {
        match.tokens = match.tokens.lowerBound...next
        match.form = .ordinal
        match.rule = "integer: ordinal"
      } else if !line.lexicon.numbers.gluedUnits.contains(word), Currencies.codes[word] == nil,
        line.lexicon.money.names[word] == nil, !Currencies.isPrefix(line, next)
      {
        return false
      }
    } else if let token = line.token(next), token.shape == .mark, let part = vulgarFractions[token.folded] {
      if let sum = match.value.added(to: part) { extend(&match, to: next, value: sum, rule: "number: fraction") }
    } else if let size = line.number(next)?.size {
      scaleUp(&match, by: size)
    } else if line.word(next) == "k", line.followsOneBlank(next) {
      scaleUp(&match, by: 1_000)
    }
    sign(&match, in: line)
    percent(&match, in: line)
    return true
  }

  private static func scaleUp(_ match: inout NumberMatch, by scale: Int) {
    guard let value = match.value.multiplied(by: DecimalNumber(scale)) else { return }
    extend(&match, to: match.tokens.upperBound + 1, value: value, rule: "number: scale")
    match.other = nil
  }

  private static func extend(_ match: inout NumberMatch, to last: Int, value: DecimalNumber, rule: String) {
    match.tokens = match.tokens.lowerBound...last
    match.value = value
    match.rule = rule
    match.weak = false
  }

  private static func sign(_ match: inout NumberMatch, in line: Line) {
    let first = match.tokens.lowerBound
    let before = first - 1
    let isDash = line.isMark(before, "-") && line.isGlued(first) && (before == 0 || !line.isGlued(before))
    let word = line.word(before)
    guard isDash || word.map(line.lexicon.numbers.minus.contains) == true, let value = match.value.negated() else {
      return
    }
    match.value = value
    match.tokens = before...match.tokens.upperBound
  }

  static func percent(_ match: inout NumberMatch, in line: Line) {
    let next = match.tokens.upperBound + 1
    var last: Int?
    if line.isMark(next, "%") || line.word(next).map(line.lexicon.numbers.percents.contains) == true { last = next }
    if line.word(next) == "per", line.word(next + 1) == "cent" { last = next + 1 }
    guard let last else { return }
    match.tokens = match.tokens.lowerBound...last
    match.form = .percent
    match.rule = "number: percent"
    match.weak = false
  }

  /// Runs of digits with one mark between them and no blank.
  struct Chain {
    let first: Int
    private(set) var last: Int
    private(set) var separators: [UInt8] = []

    init(_ line: Line, _ at: Int) {
      first = at
      last = at
      while line.isGlued(last + 1), line.isGlued(last + 2), line.isDigits(last + 2) {
        let mark = line.markByte(last + 1)
        guard ".,'-/:".utf8.contains(mark) else { return }
        separators.append(mark)
        last += 2
      }
    }

    func isOnly(_ marks: String) -> Bool { separators.allSatisfy { marks.utf8.contains($0) } }
  }
}
