import Vocabulary

/// An utterance cut into tokens once, so that templates, entities and acts all read the same cut. One object, because
/// every reader holds it.
package final class Line: Sendable {
  package let text: String
  /// The text's scalars, at most `Limits.readScalars` of them.
  package let scalars: [Unicode.Scalar]
  /// Words, runs of digits and single marks, in order. Blanks and invisible scalars are not tokens.
  package let tokens: [Token]
  /// What its words are read with.
  let lexicon: Lexicon

  package init(_ text: String) {
    self.text = text
    scalars = Array(text.unicodeScalars.prefix(Limits.readScalars))
    tokens = Tokenizer.tokens(of: scalars)
    lexicon = .english
  }

  init(text: String, scalars: [Unicode.Scalar], tokens: [Token], lexicon: Lexicon = .english) {
    self.text = text
    self.scalars = scalars
    self.tokens = tokens
    self.lexicon = lexicon
  }

  convenience init(_ text: String, in lexicon: Lexicon) {
    let plain = Line(text)
    self.init(
      text: text, scalars: plain.scalars, tokens: lexicon.terms.respelled(plain.tokens), lexicon: lexicon)
  }

  /// The same line as it is read in another language.
  func read(with lexicon: Lexicon) -> Line {
    if lexicon === self.lexicon { return self }
    return Line(text: text, scalars: scalars, tokens: lexicon.terms.respelled(tokens), lexicon: lexicon)
  }

  /// The words of that span as typed.
  package func typed(_ span: ScalarSpan) -> String {
    let range = min(max(span.from, 0), scalars.count)..<min(max(span.to, span.from, 0), scalars.count)
    let bytes = text.utf8
    guard bytes.count == scalars.count else {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    // In plain ASCII a scalar is a byte.
    if range.count == bytes.count { return text }
    let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
    return String(text[start..<bytes.index(start, offsetBy: range.count)])
  }

  /// The span from the first scalar of one token to the last of another.
  package func span(_ range: ClosedRange<Int>) -> ScalarSpan {
    ScalarSpan(tokens[range.lowerBound].span.from, tokens[range.upperBound].span.to)
  }
}

/// One word, run of digits or mark.
package struct Token: Hashable, Sendable {
  package enum Shape: Hashable, Sendable {
    /// Letters, with apostrophes inside: `i've`.
    case word
    /// Decimal digits of any script, folded to ASCII.
    case digits
    /// Anything else, one scalar at a time: `-`, `€`, an emoji.
    case mark
  }

  /// Lower case, without accents and invisible scalars; typographic apostrophes and dashes made plain.
  package let folded: String
  package let shape: Shape
  package let span: ScalarSpan
  /// A blank stands before it: `3 rd` against `3rd`.
  package let followsBlank: Bool
  /// Typed in capitals only, with at least one letter.
  package let isUpper: Bool
}

enum Tokenizer {
  private enum Kind { case letter, digit, apostrophe, blank, invisible, mark }

  static func tokens(of scalars: [Unicode.Scalar]) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(scalars.count / 4 + 2)
    var at = 0
    var blank = true
    while at < scalars.count {
      switch kind(scalars[at]) {
      case .blank:
        blank = true
        at += 1
      case .invisible:
        at += 1
      case .letter:
        tokens.append(
          plainWord(in: scalars, at: &at, blank: blank) ?? word(in: scalars, at: &at, blank: blank))
        blank = false
      case .digit:
        tokens.append(digits(in: scalars, at: &at, blank: blank))
        blank = false
      case .apostrophe, .mark:
        let span = ScalarSpan(at, at + 1)
        tokens.append(
          Token(folded: mark(scalars[at]), shape: .mark, span: span, followsBlank: blank, isUpper: false))
        blank = false
        at += 1
      }
    }
    return tokens
  }

  /// A word of the letters a to z: nearly all of them, and much quicker than the general way.
  private static func plainWord(in scalars: [Unicode.Scalar], at: inout Int, blank: Bool) -> Token? {
    let start = at
    var end = at
    var isUpper = true
    while end < scalars.count, 0x61...0x7A ~= (scalars[end].value | 0x20) {
      if scalars[end].value >= 0x61 { isUpper = false }
      end += 1
    }
    if end < scalars.count {
      switch kind(scalars[end]) {
      case .blank, .digit: break
      case .mark: if !scalars[end].isASCII { return nil }
      case .letter, .apostrophe, .invisible: return nil
      }
    }
    guard end > start else { return nil }
    let folded = String(unsafeUninitializedCapacity: end - start) { buffer in
      for offset in 0..<(end - start) {
        buffer[offset] = UInt8(truncatingIfNeeded: scalars[start + offset].value | 0x20)
      }
      return end - start
    }
    at = end
    return Token(folded: folded, shape: .word, span: ScalarSpan(start, end), followsBlank: blank, isUpper: isUpper)
  }

  private static func word(in scalars: [Unicode.Scalar], at: inout Int, blank: Bool) -> Token {
    let start = at
    var end = at
    var folded = ""
    var isUpper = true
    scan: while at < scalars.count {
      let scalar = scalars[at]
      switch kind(scalar) {
      case .letter:
        fold(scalar, into: &folded)
        isUpper = isUpper && !(scalar.isASCII ? scalar.value >= 0x61 : scalar.properties.isLowercase)
        end = at + 1
      case .invisible: break
      case .apostrophe:
        guard at + 1 < scalars.count, kind(scalars[at + 1]) == .letter else { break scan }
        folded.append("'")
      case .digit, .blank, .mark: break scan
      }
      at += 1
    }
    at = max(end, start + 1)
    return Token(folded: folded, shape: .word, span: ScalarSpan(start, at), followsBlank: blank, isUpper: isUpper)
  }

  private static func digits(in scalars: [Unicode.Scalar], at: inout Int, blank: Bool) -> Token {
    let start = at
    var end = at
    var folded = ""
    while at < scalars.count {
      let kind = kind(scalars[at])
      guard kind == .digit || kind == .invisible else { break }
      if kind == .digit {
        folded.append(asciiDigit(scalars[at]))
        end = at + 1
      }
      at += 1
    }
    at = max(end, start + 1)
    return Token(folded: folded, shape: .digits, span: ScalarSpan(start, at), followsBlank: blank, isUpper: false)
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Kind {
    let value = scalar.value
    if value < 0x80 {
      switch value {
      case 0x61...0x7A, 0x41...0x5A: return .letter
      case 0x30...0x39: return .digit
      case 0x27: return .apostrophe
      case 0x20, 0x09...0x0D: return .blank
      case 0...0x1F, 0x7F: return .invisible
      default: return .mark
      }
    }
    return kindBeyondASCII(scalar)
  }

  private static func kindBeyondASCII(_ scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BC, 0xFF07: return .apostrophe
    case 0x80...0x9F, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFE00...0xFE0F,
      0xE0000...0xE01EF:
      return .invisible
    default: break
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark:
      return .letter
    case .decimalNumber: return .digit
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .blank
    default: return .mark
    }
  }

  private static func fold(_ scalar: Unicode.Scalar, into folded: inout String) {
    let value = scalar.value
    if value < 0x80 {
      folded.unicodeScalars.append(value < 0x61 ? Unicode.Scalar(UInt8(value + 0x20)) : scalar)
    } else if let plain = LatinFolding.table[scalar] {
      folded += plain
    } else if (0xFF21...0xFF3A).contains(value) || (0xFF41...0xFF5A).contains(value) {
      let ascii = UInt8((value - 0xFF21) % 32) + 0x61
      folded.unicodeScalars.append(Unicode.Scalar(ascii))
    } else if scalar.properties.canonicalCombiningClass == .notReordered {
      folded += scalar.properties.lowercaseMapping
    }
  }

  private static func asciiDigit(_ scalar: Unicode.Scalar) -> Character {
    if scalar.isASCII { return Character(scalar) }
    let number = Int(scalar.properties.numericValue ?? 0)
    return Character(Unicode.Scalar(UInt8(0x30 + min(max(number, 0), 9))))
  }

  private static func mark(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0x2018, 0x2019, 0x02BC, 0xFF07: "'"
    case 0x2010...0x2015, 0x2212: "-"
    case 0x201C...0x201F, 0xAB, 0xBB: "\""
    case 0xFF01...0xFF5E: String(Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21)))
    default: String(scalar)
    }
  }
}
