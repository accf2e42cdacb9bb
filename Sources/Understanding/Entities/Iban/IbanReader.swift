import Vocabulary

/// Finds international bank account numbers whose country, length and check digits are right.
package struct IbanReader: EntityReader {
  package init() {}

  package func read(_ line: Line, in context: ReadingContext) -> [Entity] {
    IbanScanner.find(in: line).map {
      Entity(kind: .iban, value: .iban($0.iban), span: line.span($0.tokens), rule: "iban: checked")
    }
  }
}

enum IbanScanner {
  static func find(in line: Line) -> [(tokens: ClosedRange<Int>, iban: String)] {
    var found: [(tokens: ClosedRange<Int>, iban: String)] = []
    var at = 0
    while at < line.tokens.count {
      if line.isDigits(at + 1), let word = line.word(at), word.utf8.count == 2, let length = lengths[word],
        let match = read(line, at, length: length)
      {
        found.append(match)
        at = match.tokens.upperBound
      }
      at += 1
    }
    return found
  }

  /// Joins tokens over single blanks, hyphens and points until the country's length is reached.
  private static func read(_ line: Line, _ start: Int, length: Int) -> (tokens: ClosedRange<Int>, iban: String)? {
    var bytes: [UInt8] = []
    var at = start
    while bytes.count < length, let token = line.token(at) {
      if token.shape == .mark {
        guard token.folded == "-" || token.folded == ".", at > start + 1 else { return nil }
      } else {
        guard at == start || token.span.from - line.tokens[at - 1].span.to <= 8 else { return nil }
        for byte in token.folded.utf8 {
          guard byte < 0x80, byte != UInt8(ascii: "'") else { return nil }
          bytes.append(byte >= UInt8(ascii: "a") ? byte - 32 : byte)
        }
      }
      at += 1
    }
    let next = line.token(at)
    guard bytes.count == length, next == nil || next?.followsBlank == true || next?.shape == .mark, isValid(bytes)
    else {
      return nil
    }
    return (start...(at - 1), String(decoding: bytes, as: UTF8.self))
  }

  /// ISO 7064, mod 97: the first four characters go last, letters count from 10.
  static func isValid(_ bytes: [UInt8]) -> Bool {
    var rest = 0
    for byte in bytes.dropFirst(4) + bytes.prefix(4) {
      switch byte {
      case 0x30...0x39: rest = (rest * 10 + Int(byte) - 0x30) % 97
      case 0x41...0x5A: rest = (rest * 100 + Int(byte) - 0x37) % 97
      default: return false
      }
    }
    return rest == 1
  }

  /// Characters of an IBAN by country, from the public IBAN registry.
  static let lengths: [String: Int] = [
    "ad": 24, "ae": 23, "al": 28, "at": 20, "az": 28, "ba": 20, "be": 16, "bg": 22, "bh": 22, "br": 29, "by": 28,
    "ch": 21,
    "cr": 22, "cy": 28, "cz": 24, "de": 22, "dk": 18, "do": 28, "ee": 20, "eg": 29, "es": 24, "fi": 18, "fo": 18,
    "fr": 27,
    "gb": 22, "ge": 22, "gi": 23, "gl": 18, "gr": 27, "gt": 28, "hr": 21, "hu": 28, "ie": 22, "il": 23, "iq": 23,
    "is": 26,
    "it": 27, "jo": 30, "kw": 30, "kz": 20, "lb": 28, "lc": 32, "li": 21, "lt": 20, "lu": 20, "lv": 21, "ly": 25,
    "mc": 27,
    "md": 24, "me": 22, "mk": 19, "mr": 27, "mt": 31, "mu": 30, "nl": 18, "no": 15, "pk": 24, "pl": 28, "ps": 29,
    "pt": 25,
    "qa": 29, "ro": 24, "rs": 22, "sa": 24, "sc": 31, "sd": 18, "se": 24, "si": 19, "sk": 24, "sm": 27, "st": 25,
    "sv": 28,
    "tl": 23, "tn": 24, "tr": 26, "ua": 29, "va": 22, "vg": 24, "xk": 20,
  ]
}
