import Vocabulary

/// Parts of a number in words: "half a million", "two thirds", "two and a half million", "one point five".
enum SpokenFractions {
  /// A part of one and where it ends.
  struct Part {
    let value: DecimalNumber
    let last: Int
  }

  /// "Half", "half a dozen", "a quarter", "zweieinhalb", "a quarter million": a lone part only where asked.
  static func leading(_ line: Line, _ at: Int, article: Bool = false) -> NumberMatch? {
    let start = article ? at - 1 : at
    guard let kind = line.number(at), let value = value(kind, line) else { return nil }
    var isMixed = false
    if case .mixed = kind { isMixed = true }
    let next = line.number(at + 1) == .article && line.number(at + 2)?.size != nil ? at + 2 : at + 1
    if let scaled = scaled(value, line, next) {
      var match = NumberMatch(tokens: start...next, value: scaled, form: .words, rule: "number: words")
      Numerals.percent(&match, in: line)
      return match
    }
    guard isMixed || isFree(line, at, kind, article: article) else { return nil }
    var match = NumberMatch(
      tokens: start...at, value: value, form: isMixed ? .words : .fraction, rule: "number: fraction", weak: !isMixed)
    Numerals.percent(&match, in: line)
    return match
  }

  /// Adds what follows the whole: a part, decimals, and a scale for both.
  static func extend(_ match: inout NumberMatch, in line: Line, scale: Int, isOne: Bool) {
    let next = match.tokens.upperBound + 1
    if let decimals = decimals(line, next), let sum = match.value.added(to: decimals.value) {
      set(&match, sum, decimals.last)
    } else if line.number(next) == .and, let part = part(line, next + 1),
      let sized = part.value.multiplied(by: DecimalNumber(scale)), let sum = match.value.added(to: sized)
    {
      set(&match, sum, part.last)
    } else if let part = counted(match, line, next, isOne: isOne) {
      set(&match, part.value, part.last)
      match.form = .fraction
      match.rule = "number: fraction"
    } else {
      return
    }
    if let scaled = scaled(match.value, line, match.tokens.upperBound + 1) {
      set(&match, scaled, match.tokens.upperBound + 1)
      match.form = .words
    }
  }

  /// "A half", "one third", "three quarters", "half".
  static func part(_ line: Line, _ at: Int) -> Part? {
    guard let kind = line.number(at) else { return nil }
    if kind == .half { return Part(value: DecimalNumber(units: 5, scale: 1), last: at) }
    guard let next = line.number(at + 1) else { return nil }
    let count = kind == .article ? 1 : kind.digit ?? 0
    guard count > 0, let size = count == 1 ? line.lexicon.numbers.denominator(next) : next.denominator,
      let value = DecimalNumber(count).divided(by: size)
    else { return nil }
    return Part(value: value, last: at + 1)
  }

  private static func value(_ kind: NumberWord, _ line: Line) -> DecimalNumber? {
    if case .mixed(let whole) = kind { return DecimalNumber(units: Int64(whole) * 10 + 5, scale: 1) }
    return line.lexicon.numbers.denominator(kind).flatMap { DecimalNumber(1).divided(by: $0) }
  }

  private static func scaled(_ value: DecimalNumber, _ line: Line, _ at: Int) -> DecimalNumber? {
    line.number(at)?.size.flatMap { value.multiplied(by: DecimalNumber($0)) }
  }

  private static func set(_ match: inout NumberMatch, _ value: DecimalNumber, _ last: Int) {
    match.value = value
    match.tokens = match.tokens.lowerBound...last
    match.weak = false
  }

  /// "Two thirds", "one third of it": the whole counts the parts.
  private static func counted(_ match: NumberMatch, _ line: Line, _ at: Int, isOne: Bool) -> Part? {
    guard let count = match.value.whole, count > 0, let kind = line.number(line.afterHyphen(at)) else { return nil }
    let last = line.afterHyphen(at)
    if count == 1, isOne, kind.denominator == nil {
      guard let size = line.lexicon.numbers.denominator(kind), endsPart(line, last) else { return nil }
      return DecimalNumber(1).divided(by: size).map { Part(value: $0, last: last) }
    }
    guard let size = kind.denominator, size > 2 || count == 1, let value = DecimalNumber(count).divided(by: size) else {
      return nil
    }
    return Part(value: value, last: last)
  }

  /// "One point five", "two point seventy-one".
  private static func decimals(_ line: Line, _ point: Int) -> Part? {
    guard line.number(point) == .point else { return nil }
    var (units, scale, next): (Int64, Int, Int) = (0, 0, point + 1)
    if let first = line.number(next)?.below, (10...99).contains(first) {
      let unit = line.number(line.afterHyphen(next + 1))?.digit ?? 0
      let isTens = first >= 20 && first % 10 == 0 && unit > 0
      let last = isTens ? line.afterHyphen(next + 1) : next
      return Part(value: DecimalNumber(units: Int64(first + (isTens ? unit : 0)), scale: 2), last: last)
    }
    while scale < 9, let digit = line.number(next)?.digit {
      units = units * 10 + Int64(digit)
      scale += 1
      next += 1
    }
    return scale > 0 ? Part(value: DecimalNumber(units: units, scale: scale), last: next - 1) : nil
  }

  private static func isFree(_ line: Line, _ at: Int, _ kind: NumberWord, article: Bool) -> Bool {
    if kind.denominator == nil { return endsPart(line, at) }
    return !line.lexicon.numbers.hides(line, at) && line.word(at + 1) != "a"
  }

  /// "A third of it", "one fifth": before another word it counts that word: "a third card".
  private static func endsPart(_ line: Line, _ at: Int) -> Bool {
    guard let word = line.word(at + 1) else { return !line.isDigits(at + 1) }
    return line.lexicon.numbers.partIsOf.contains(word)
  }
}
