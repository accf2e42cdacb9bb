import Vocabulary

/// Runs of digits whose leading zeros count: `0417`, `44 17`, "double four one seven".
enum DigitRuns {
  /// Digits of one run; a longer one is not read.
  static let digitsMax = 40

  struct Run {
    var tokens: ClosedRange<Int>
    var digits: String
    /// Groups and words that it was joined from.
    var items: Int
    var words: Int
    /// Counts only where a question asks for it.
    var weak = false
  }

  /// A run ends where words that are `taken` begin, and at either end of what is `measured`, as a date.
  static func runs(in line: Line, taken: TokenMask, measured: TokenMask = TokenMask()) -> [Run] {
    var found: [Run] = []
    var at = 0
    while at < line.tokens.count {
      guard !taken.contains(at), let run = run(line, at, taken, measured) else {
        at += 1
        continue
      }
      let last = run.tokens.upperBound
      if isOne(run) {
        if run.digits.utf8.count <= digitsMax { found.append(marked(run, line)) }
        if run.items > 1 { singles(line, run.tokens, minimum: 3, into: &found) }
      } else {
        singles(line, run.tokens, minimum: 1, into: &found)
      }
      at = last + 1
    }
    return found
  }

  /// Digits at a slash or a colon are part of a date, a time or a fraction more often than a code.
  private static func marked(_ run: Run, _ line: Line) -> Run {
    var run = run
    let (first, next) = (run.tokens.lowerBound, run.tokens.upperBound + 1)
    let before = line.isGlued(first) ? line.markByte(first - 1) : 0
    let after = line.isGlued(next) && line.isGlued(next + 1) && line.isDigits(next + 1) ? line.markByte(next) : 0
    run.weak = run.weak || [before, after].contains { "/:".utf8.contains($0) && run.digits.utf8.count <= 2 }
    return run
  }

  /// Words alone need to be many: "one two" is no code, "four four one seven" is one.
  private static func isOne(_ run: Run) -> Bool {
    if run.words == 0 { return true }
    if run.words == run.items, run.items == 2 { return run.digits.utf8.count == 4 }
    return run.items >= 3
  }

  private static func singles(_ line: Line, _ range: ClosedRange<Int>, minimum: Int, into found: inout [Run]) {
    for at in range where line.isDigits(at) {
      let digits = line.tokens[at].folded
      guard (minimum...digitsMax).contains(digits.utf8.count) else { continue }
      found.append(Run(tokens: at...at, digits: digits, items: 1, words: 0, weak: minimum > 1))
    }
  }

  private static func run(_ line: Line, _ at: Int, _ taken: TokenMask, _ measured: TokenMask) -> Run? {
    if line.isGlued(at), line.word(at - 1) != nil { return nil }
    guard var run = item(line, at) else { return nil }
    while let next = joint(line, after: run.tokens.upperBound), !taken.contains(next),
      measured.contains(next) == measured.contains(at),
      run.digits.utf8.count <= digitsMax,
      let item = item(line, next)
    {
      run.tokens = run.tokens.lowerBound...item.tokens.upperBound
      run.digits += item.digits
      run.items += 1
      run.words += item.words
    }
    if line.word(run.tokens.upperBound + 1) != nil, line.isGlued(run.tokens.upperBound + 1) {
      return dropCode(line, run)
    }
    return run
  }

  /// The last group touches letters: it is part of a code.
  private static func dropCode(_ line: Line, _ run: Run) -> Run? {
    guard run.items == 1, let word = line.word(run.tokens.upperBound + 1),
      line.lexicon.numbers.gluedUnits.contains(word)
    else {
      return nil
    }
    return run
  }

  /// Where the next group begins: after one blank or one hyphen.
  private static func joint(_ line: Line, after last: Int) -> Int? {
    if line.followsOneBlank(last + 1) {
      let isOther = line.isGlued(last + 2) && "/:".utf8.contains(line.markByte(last + 2))
      return isOther ? nil : last + 1
    }
    guard line.isMark(last + 1, "-"), line.isGlued(last + 1), line.isGlued(last + 2) else { return nil }
    return last + 2
  }

  private static func item(_ line: Line, _ at: Int) -> Run? {
    guard let token = line.token(at) else { return nil }
    switch token.shape {
    case .digits: return Run(tokens: at...at, digits: token.folded, items: 1, words: 0)
    case .mark: return nil
    case .word: return line.lexicon.numbers.word(token.folded).flatMap { word(line, at, $0) }
    }
  }

  private static func word(_ line: Line, _ at: Int, _ word: NumberWord) -> Run? {
    switch word {
    case .zero, .letterZero: return Run(tokens: at...at, digits: "0", items: 1, words: 1)
    case .unit(let number), .teen(let number):
      return Run(tokens: at...at, digits: String(number), items: 1, words: 1)
    case .tens(let number): return tens(line, at, number)
    case .times(let count):
      guard let next = item(line, at + 1), next.digits.utf8.count == 1 else { return nil }
      let digits = String(repeating: next.digits, count: count)
      return Run(tokens: at...(at + 1), digits: digits, items: count, words: next.words == 0 ? 0 : count)
    case .hundred, .scale, .bundle, .whole, .mixed, .half, .quarter, .article, .and, .point, .minus, .ordinal, .part:
      return nil
    }
  }

  private static func tens(_ line: Line, _ at: Int, _ number: Int) -> Run {
    if let next = joint(line, after: at), let word = line.word(next),
      case .unit(let unit)? = line.lexicon.numbers.table[word]
    {
      return Run(tokens: at...next, digits: String(number + unit), items: 1, words: 1)
    }
    return Run(tokens: at...at, digits: String(number), items: 1, words: 1)
  }
}
