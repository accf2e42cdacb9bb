import Vocabulary

/// Numbers in words, and digits that go on in words: "a hundred and three", "nineteen eighty four", "2 and a half".
enum SpokenNumbers {
  static func read(_ line: Line, _ at: Int, first: NumberWord) -> NumberMatch? {
    switch first {
    case .letterZero, .and, .point, .times, .part: return nil
    case .minus: return negative(line, at)
    case .ordinal(let number): return ordinal(line, at, number)
    case .half, .quarter, .mixed: return SpokenFractions.leading(line, at)
    case .article: return afterArticle(line, at)
    case .zero, .unit, .teen, .tens, .whole, .hundred, .scale, .bundle: break
    }
    if let match = withoutHundred(line, at, first) { return match }
    var reader = SpokenNumberReader(line, at)
    return reader.read()
  }

  /// "3 hundred and 21", "6 crore 12 lakh", "2 and a half": goes on where the digits end.
  static func read(_ line: Line, digitsAt at: Int, value: Int) -> NumberMatch? {
    guard let next = line.number(at + 1), next.size != nil || next == .and else { return nil }
    var reader = SpokenNumberReader(line, at, digits: value)
    guard let match = reader.read(), match.tokens.upperBound > at else { return nil }
    return match
  }

  private static func negative(_ line: Line, _ at: Int) -> NumberMatch? {
    guard let next = line.number(at + 1), next.isCounting || next.size != nil || next == .article,
      var match = read(line, at + 1, first: next), let value = match.value.negated()
    else { return nil }
    match.value = value
    match.tokens = at...match.tokens.upperBound
    return match
  }

  private static func ordinal(_ line: Line, _ at: Int, _ number: Int) -> NumberMatch? {
    if line.lexicon.numbers.hides(line, at) { return nil }
    return NumberMatch(
      tokens: at...at, value: DecimalNumber(number), form: .ordinal, rule: "integer: ordinal", weak: true)
  }

  /// "A hundred", "a quarter million", "a third of it"; in German also "ein Euro".
  private static func afterArticle(_ line: Line, _ at: Int) -> NumberMatch? {
    let isOne = line.lexicon.numbers.articleIsOne
    let one = NumberMatch(tokens: at...at, value: DecimalNumber(1), form: .words, rule: "number: words", weak: true)
    guard let word = line.word(at + 1) else { return isOne && at == 0 && !line.isDigits(at + 1) ? one : nil }
    if isOne, line.lexicon.money.names[word] != nil { return one }
    guard let kind = line.lexicon.numbers.word(word) else { return nil }
    if kind == .and {
      var reader = SpokenNumberReader(line, at)
      return reader.read()
    }
    if kind.size != nil {
      var reader = SpokenNumberReader(line, at, article: true)
      return reader.read()
    }
    guard line.lexicon.numbers.denominator(kind) != nil else { return nil }
    return SpokenFractions.leading(line, at + 1, article: true)
  }

  /// "One twenty two" is 122, "nineteen eighty four" 1984, where nothing follows: only a question may take it.
  private static func withoutHundred(_ line: Line, _ at: Int, _ first: NumberWord) -> NumberMatch? {
    guard line.lexicon.numbers.leavesOutHundred, let head = first.below, line.followsOneBlank(at + 1),
      var low = line.number(at + 1)?.below, low >= 10, head < 10 || head > 10
    else { return nil }
    var last = at + 1
    if low >= 20, low % 10 == 0 {
      let next = line.afterHyphen(last + 1)
      if case .unit(let unit)? = line.number(next) { (low, last) = (low + unit, next) }
    }
    guard head < 20 || head % 10 == 0, line.word(last + 1) == nil, !line.isDigits(last + 1) else { return nil }
    return NumberMatch(
      tokens: at...last, value: DecimalNumber(head * 100 + low), form: .words, rule: "number: hundred left out",
      weak: true)
  }
}

extension Line {
  /// What the word there adds to a number.
  func number(_ at: Int) -> NumberWord? { word(at).flatMap(lexicon.numbers.word) }

  /// The token behind a hyphen, or that there: "twenty-five".
  func afterHyphen(_ at: Int) -> Int { isMark(at, "-") && word(at + 1) != nil ? at + 1 : at }
}

/// Adds up one number word by word.
struct SpokenNumberReader {
  private let line: Line
  private let start: Int
  private var at: Int
  private let tables: NumberTables
  private var total = DecimalNumber(0)
  /// What stands before the next scale.
  private var current: Int?
  private var lastScale = Int.max
  private var end: Int?
  private var words = 0
  private var isOrdinal = false
  /// A bundle, a zero or an ordinal closes the number.
  private var isClosed = false
  private let hasArticle: Bool
  private let hasDigits: Bool

  init(_ line: Line, _ start: Int, article: Bool = false, digits: Int? = nil) {
    self.line = line
    self.start = start
    tables = line.lexicon.numbers
    hasArticle = article
    hasDigits = digits != nil
    at = article || digits != nil ? start + 1 : start
    current = digits
    end = digits == nil ? nil : start
    words = digits == nil ? 0 : 1
  }

  mutating func read() -> NumberMatch? {
    while !isClosed, step() {}
    guard let end, let value = total.added(to: DecimalNumber(current ?? 0)) else { return nil }
    let isLone = words == 1 && !hasDigits
    if isLone, tables.hides(line, end) { return nil }
    var match = NumberMatch(
      tokens: start...end, value: value, form: isOrdinal ? .ordinal : .words,
      rule: isOrdinal ? "integer: ordinal" : "number: words",
      weak: isOrdinal || (isLone && tables.weakAlone.contains(line.tokens[end].folded)))
    if !isOrdinal {
      SpokenFractions.extend(
        &match, in: line, scale: current == nil && lastScale < Int.max ? lastScale : 1, isOne: words == 1)
    }
    Numerals.percent(&match, in: line)
    return match
  }

  /// Takes the word, if the number can go on with it.
  private mutating func step() -> Bool {
    if let digits = digits(at), line.number(at + 1)?.size != nil, current == nil, lastScale < Int.max {
      return take(digits)
    }
    var next = at
    if current != nil, line.isMark(at, "-") { next = line.afterHyphen(at) }
    guard let kind = line.number(next) else { return false }
    if next > at, !isHyphenated(kind) { return false }
    at = next
    switch kind {
    case .zero:
      guard end == nil else { return false }
      isClosed = true
      return take(0)
    case .unit(let number), .teen(let number), .tens(let number), .whole(let number):
      return hasRoom(for: number) && take((current ?? 0) + number)
    case .hundred:
      guard let count = current ?? single, (1..<100).contains(count) else { return false }
      return take(count * 100)
    case .scale(let scale): return scaleUp(scale)
    case .bundle(let size): return bundle(size)
    case .and: return goOn()
    case .ordinal(let number): return close(withOrdinal: number)
    case .article: return oneAndTens()
    case .half, .quarter, .part, .point, .minus, .letterZero, .times, .mixed: return false
    }
  }

  /// "Twenty-five", "twenty - five", "forty-second", "two-hundred": a hyphen between others parts two numbers.
  private func isHyphenated(_ kind: NumberWord) -> Bool {
    let isTight = line.isGlued(at) && line.isGlued(at + 1)
    if let current, current % 100 >= 20, current % 10 == 0, isBelowTen(kind) { return true }
    return isTight && (kind.size != nil || current.map { $0 % 100 == 0 } == true || kind == .and)
  }

  private func isBelowTen(_ kind: NumberWord) -> Bool {
    if case .ordinal(let number) = kind { return number < 10 }
    return kind.digit != nil
  }

  /// What a hundred or a thousand counts as without a number before it.
  private var single: Int? { end == nil && (hasArticle || tables.countsBare) ? 1 : nil }

  private func hasRoom(for number: Int) -> Bool {
    guard let current else { return true }
    guard current > 0 else { return false }
    if number < 10, tables.unitsFollowTens, current % 100 >= 20, current % 10 == 0 { return true }
    return number < 100 ? current % 100 == 0 : number < 1_000 && current % 1_000 == 0
  }

  private mutating func take(_ value: Int) -> Bool {
    current = value
    end = at
    words += 1
    at += 1
    return true
  }

  private mutating func scaleUp(_ scale: Int) -> Bool {
    guard let count = current ?? single, count > 0, count < 1_000_000, scale < lastScale,
      let product = DecimalNumber(count).multiplied(by: DecimalNumber(scale)), let sum = total.added(to: product)
    else { return false }
    total = sum
    lastScale = scale
    _ = take(0)
    current = nil
    return true
  }

  private mutating func bundle(_ size: Int) -> Bool {
    guard total.units == 0, (current ?? 1) < 100, line.word(at) != "dozens" || current != nil else { return false }
    // "A couple of thousand".
    let next = line.word(at + 1) == line.lexicon.money.of ? at + 2 : at + 1
    let isLarger = size < 10 && line.number(next)?.size != nil
    isClosed = !isLarger
    let isTaken = take((current ?? 1) * size)
    if isLarger { at = next }
    return isTaken
  }

  /// "A hundred and three", "3 hundred and 21"; in German also "drei und zwanzig".
  private mutating func goOn() -> Bool {
    if SpokenFractions.part(line, at + 1) != nil || (hasDigits && words == 1) { return false }
    let isWhole = current.map { $0 > 0 && $0 % 100 == 0 } ?? (lastScale < Int.max)
    if let digits = digits(at + 1), isWhole, line.number(at + 2)?.size == nil,
      digits < 100 || digits < lastScale && current == nil
    {
      at += 1
      return take((current ?? 0) + digits)
    }
    guard let next = line.number(at + 1) else { return false }
    if !tables.unitsFollowTens, case .tens(let tens) = next, let current, (1...9).contains(current % 100) {
      at += 1
      return take(current + tens)
    }
    guard isWhole, end != nil, next.isCounting || isOrdinal(next) else { return false }
    at += 1
    return true
  }

  /// "Ein und zwanzig".
  private mutating func oneAndTens() -> Bool {
    guard tables.articleIsOne, line.number(at + 1) == .and, case .tens(let tens)? = line.number(at + 2),
      hasRoom(for: tens)
    else { return false }
    at += 2
    return take((current ?? 0) + 1 + tens)
  }

  private func isOrdinal(_ kind: NumberWord) -> Bool {
    if case .ordinal = kind { return current != nil || lastScale < Int.max }
    return false
  }

  /// "Twenty-first", "two hundredth", "a hundred and third".
  private mutating func close(withOrdinal number: Int) -> Bool {
    guard end != nil, !isPart(number) else { return false }
    if number >= 100, let count = current ?? single, (1..<100).contains(count) || number > 100 {
      guard let product = DecimalNumber(count).multiplied(by: DecimalNumber(number))?.whole else { return false }
      current = product
    } else {
      guard number < 100, hasRoom(for: number) else { return false }
      current = (current ?? 0) + number
    }
    isOrdinal = true
    isClosed = true
    end = at
    words += 1
    return true
  }

  /// "One third" is no ordinal.
  private func isPart(_ number: Int) -> Bool {
    tables.ordinalIsPart && current == 1 && total.units == 0 && number > 2 && number < 100
  }

  /// Digits alone, which nothing touches.
  private func digits(_ at: Int) -> Int? {
    guard line.isDigits(at), let token = line.token(at), token.followsBlank, token.folded.utf8.count <= 6,
      Numerals.Chain(line, at).separators.isEmpty, !line.isGlued(at + 1) || line.word(at + 1) == nil
    else { return nil }
    return Int(token.folded)
  }
}
