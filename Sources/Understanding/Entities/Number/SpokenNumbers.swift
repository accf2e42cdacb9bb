import Vocabulary

/// Numbers in words: "a hundred and three", "one point five", "half a million".
enum SpokenNumbers {
  static func read(_ line: Line, _ at: Int, first: NumberWord) -> NumberMatch? {
    switch first {
    case .letterZero, .and, .point, .times, .part: return nil
    case .minus:
      guard let word = line.word(at + 1), let next = NumberLexicon.table[word], next.isCounting,
        var match = read(line, at + 1, first: next), let value = match.value.negated()
      else { return nil }
      match.value = value
      match.tokens = at...match.tokens.upperBound
      return match
    case .half, .quarter: return fraction(line, at, first)
    case .ordinal(let number):
      return ordinal(line, at, DecimalNumber(number))
    case .zero, .unit, .teen, .tens, .hundred, .scale, .bundle, .article: break
    }
    var reader = Reader(line: line, at: at)
    return reader.read()
  }

  fileprivate static func ordinal(_ line: Line, _ at: Int, _ value: DecimalNumber) -> NumberMatch? {
    if NumberIdioms.hides(line.tokens[at].folded, after: line.word(at - 1), before: line.word(at + 1)) { return nil }
    return NumberMatch(tokens: at...at, value: value, form: .ordinal, rule: "integer: ordinal", weak: true)
  }

  /// "half", "half a dozen", "a quarter": alone only where asked.
  private static func fraction(_ line: Line, _ at: Int, _ word: NumberWord) -> NumberMatch? {
    let value = word == .half ? DecimalNumber(units: 5, scale: 1) : DecimalNumber(units: 25, scale: 2)
    if line.word(at + 1) == "a", let next = line.word(at + 2), let scale = NumberLexicon.table[next]?.size,
      let product = value.multiplied(by: DecimalNumber(scale))
    {
      return NumberMatch(tokens: at...(at + 2), value: product, form: .words, rule: "number: words")
    }
    if let next = line.word(at + 1), case .scale(let scale)? = NumberLexicon.table[next],
      let product = value.multiplied(by: DecimalNumber(scale))
    {
      return NumberMatch(tokens: at...(at + 1), value: product, form: .words, rule: "number: words")
    }
    if NumberIdioms.hides(line.tokens[at].folded, after: line.word(at - 1), before: line.word(at + 1)) { return nil }
    if line.word(at + 1) == "a" { return nil }
    return NumberMatch(tokens: at...at, value: value, form: .fraction, rule: "number: fraction", weak: true)
  }

  /// Adds up one number word by word.
  private struct Reader {
    let line: Line
    let start: Int
    var at: Int
    var total = DecimalNumber(0)
    /// What stands before the next scale: 0 ... 999.
    var current: Int?
    var lastScale = Int.max
    var end: Int?
    var words = 0
    var ordinal = false
    /// A fraction closes the number.
    var closed = false

    init(line: Line, at: Int) {
      self.line = line
      self.at = at
      start = at
    }

    mutating func read() -> NumberMatch? {
      while !closed, let word = line.word(at), let kind = NumberLexicon.table[word], step(kind) {
        if line.isMark(at, "-"), line.isGlued(at), line.isGlued(at + 1) { at += 1 }
      }
      guard let end, let whole = current.map({ total.added(to: DecimalNumber($0)) }) ?? total else { return nil }
      return finish(whole, end)
    }

    private mutating func finish(_ value: DecimalNumber, _ end: Int) -> NumberMatch? {
      let lone = words == 1
      if lone {
        let (before, after) = (line.word(start - 1), line.word(end + 1))
        if NumberIdioms.hides(line.tokens[end].folded, after: before, before: after) { return nil }
      }
      var match = NumberMatch(
        tokens: start...end, value: value, form: ordinal ? .ordinal : .words,
        rule: ordinal ? "integer: ordinal" : "number: words",
        weak: ordinal || (lone && (line.tokens[start].folded == "one" || line.tokens[end].folded == "couple")))
      if !closed { decimals(&match) }
      Numerals.percent(&match, in: line)
      return match
    }

    /// Takes the word, if the number can go on with it.
    private mutating func step(_ word: NumberWord) -> Bool {
      switch word {
      case .article:
        guard end == nil, let next = line.word(at + 1), NumberLexicon.table[next]?.size != nil else { return false }
        at += 1
        return true
      case .zero: return end == nil ? take(0, closes: true) : false
      case .unit(let number):
        guard roomFor(below: 10) else { return false }
        return take((current ?? 0) + number)
      case .teen(let number), .tens(let number):
        guard roomFor(below: 100) else { return false }
        return take((current ?? 0) + number)
      case .hundred:
        guard let count = current ?? (startsWithArticle ? 1 : nil), count < 100, count > 0 else { return false }
        return take(count * 100)
      case .scale(let scale): return scaleUp(scale)
      case .bundle(let size):
        guard (current ?? 1) < 100, current != nil || startsWithArticle || end == nil, total.units == 0 else {
          return false
        }
        guard line.word(at) != "dozens" || current != nil else { return false }
        return take((current ?? 1) * size, closes: true)
      case .and: return goOnAfterAnd()
      case .ordinal(let number): return takeOrdinal(number)
      case .half, .quarter, .part: return takePart(word)
      case .point, .minus, .letterZero, .times: return false
      }
    }

    private var startsWithArticle: Bool { end == nil && at == start + 1 }

    private func roomFor(below bound: Int) -> Bool {
      guard let current else { return true }
      if bound == 10, (20...90).contains(current % 100), current % 10 == 0 { return true }
      return current >= 100 && current % 100 == 0
    }

    private mutating func take(_ value: Int, closes: Bool = false) -> Bool {
      current = value
      closed = closes
      end = at
      words += 1
      at += 1
      return true
    }

    private mutating func scaleUp(_ scale: Int) -> Bool {
      guard let count = current ?? (startsWithArticle ? 1 : nil), count > 0, scale < lastScale,
        let product = DecimalNumber(count).multiplied(by: DecimalNumber(scale)), let sum = total.added(to: product)
      else { return false }
      total = sum
      lastScale = scale
      current = nil
      end = at
      words += 1
      at += 1
      return true
    }

    /// "a hundred and three", "two and a half".
    private mutating func goOnAfterAnd() -> Bool {
      guard end != nil, let next = line.word(at + 1), let kind = NumberLexicon.table[next] else { return false }
      if kind == .article, let part = line.word(at + 2), let fraction = NumberLexicon.table[part]?.fraction {
        return close(with: fraction, at: at + 2)
      }
      guard kind.isCounting, (current.map { $0 >= 100 && $0 % 100 == 0 }) ?? (lastScale < Int.max) else { return false }
      at += 1
      return true
    }

    private mutating func close(with fraction: DecimalNumber, at last: Int) -> Bool {
      guard let sum = total.added(to: DecimalNumber(current ?? 0))?.added(to: fraction) else { return false }
      total = sum
      current = nil
      end = last
      at = last + 1
      words += 1
      closed = true
      return true
    }

    private mutating func takeOrdinal(_ number: Int) -> Bool {
      guard end != nil else { return false }
      if number >= 100 {
        guard let count = current, count > 0, count < 100 else { return false }
        current = count * number
      } else {
        guard roomFor(below: number < 10 ? 10 : 100) else { return false }
        current = (current ?? 0) + number
      }
      ordinal = true
      closed = true
      end = at
      words += 1
      at += 1
      return true
    }

    /// "three quarters", "two thirds".
    private mutating func takePart(_ word: NumberWord) -> Bool {
      guard total.units == 0, words == 1, let count = current, count < 20, let size = word.denominator,
        let value = DecimalNumber(count).divided(by: size)
      else { return false }
      current = nil
      total = DecimalNumber(0)
      return close(with: value, at: at)
    }

    /// "one point five".
    private func decimals(_ match: inout NumberMatch) {
      let point = match.tokens.upperBound + 1
      guard line.word(point) == "point", !ordinal else { return }
      var (units, scale, next): (Int64, Int, Int) = (0, 0, point + 1)
      while scale < 9, let word = line.word(next), let digit = NumberLexicon.table[word]?.digit {
        units = units * 10 + Int64(digit)
        scale += 1
        next += 1
      }
      guard scale > 0, var value = match.value.added(to: DecimalNumber(units: units, scale: scale)) else { return }
      var last = next - 1
      if let word = line.word(next), case .scale(let scale)? = NumberLexicon.table[word],
        let product = value.multiplied(by: DecimalNumber(scale))
      {
        value = product
        last = next
      }
      match.value = value
      match.weak = false
      match.tokens = match.tokens.lowerBound...last
    }
  }
}

extension NumberWord {
  /// One digit of a run.
  var digit: Int? {
    switch self {
    case .zero, .letterZero: 0
    case .unit(let number): number
    case .teen, .tens, .hundred, .scale, .bundle, .half, .quarter, .article, .and, .point, .minus, .times, .ordinal,
      .part:
      nil
    }
  }

  /// What "a" may stand before.
  var size: Int? {
    switch self {
    case .hundred: 100
    case .scale(let scale): scale
    case .bundle(let size): size
    case .zero, .unit, .teen, .tens, .half, .quarter, .article, .and, .point, .minus, .letterZero, .times, .ordinal,
      .part:
      nil
    }
  }

  var fraction: DecimalNumber? {
    switch self {
    case .half: DecimalNumber(units: 5, scale: 1)
    case .quarter: DecimalNumber(units: 25, scale: 2)
    case .zero, .unit, .teen, .tens, .hundred, .scale, .bundle, .article, .and, .point, .minus, .letterZero, .times,
      .ordinal, .part:
      nil
    }
  }

  var denominator: Int? {
    switch self {
    case .half: 2
    case .quarter: 4
    case .part(let number): number
    case .zero, .unit, .teen, .tens, .hundred, .scale, .bundle, .article, .and, .point, .minus, .letterZero, .times,
      .ordinal:
      nil
    }
  }

  /// It may begin or go on with a number by itself.
  var isCounting: Bool {
    switch self {
    case .zero, .unit, .teen, .tens: true
    case .hundred, .scale, .bundle, .half, .quarter, .article, .and, .point, .minus, .letterZero, .times, .ordinal,
      .part:
      false
    }
  }
}
