import Vocabulary

/// A number found by the one pass that numbers, integers and money share.
struct NumberMatch {
  enum Form { case digits, words, ordinal, percent, fraction }

  var tokens: ClosedRange<Int>
  var value: DecimalNumber
  var form: Form
  var rule: String
  /// Counts only where a question asks for it.
  var weak = false
  /// The other reading of one separator before three digits: `1.000`.
  var other: DecimalNumber?
}

extension DecimalNumber {
  /// The quotient to twelve places, or nothing where it cannot be held.
  func divided(by other: Int) -> DecimalNumber? {
    guard other != 0, scale <= 3 else { return nil }
    let (wide, overflow) = units.multipliedReportingOverflow(by: 1_000_000_000)
    guard !overflow else { return nil }
    return DecimalNumber(units: wide / Int64(other), scale: scale + 9)
  }

  func negated() -> DecimalNumber? { multiplied(by: DecimalNumber(-1)) }
}

/// Finds every number of a line, in order, none inside another.
enum NumberScanner {
  static func matches(in line: Line, country: String?, taken: TokenMask) -> [NumberMatch] {
    let numbers = line.lexicon.numbers
    var found: [NumberMatch] = []
    var at = 0
    while at < line.tokens.count {
      if taken.contains(at) {
        at += 1
        continue
      }
      switch line.tokens[at].shape {
      case .digits: at = Numerals.read(line, at, country: country, into: &found)
      case .word:
        guard let word = numbers.word(line.tokens[at].folded), let match = SpokenNumbers.read(line, at, first: word)
        else {
          at += 1
          continue
        }
        found.append(match)
        at = match.tokens.upperBound + 1
      case .mark:
        if let match = Numerals.vulgar(line, at) { found.append(match) }
        at += 1
      }
    }
    return found
  }
}
