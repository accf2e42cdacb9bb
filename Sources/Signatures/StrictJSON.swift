import Runtime
import Vocabulary

/// JSON as RFC 8259 has it, without anything that readers of it disagree about: a name that comes twice is refused, and so
/// are half surrogates.
enum StrictJSON: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([StrictJSON])
  case object([String: StrictJSON])

  static func read(_ bytes: [UInt8]) throws(TokenProblem) -> StrictJSON {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw .malformed }
    var reader = Reader(bytes: bytes)
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.index == bytes.count else { throw .malformed }
    return value
  }
}

private struct Reader {
  let bytes: [UInt8]
  var index = 0

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { index += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard next == byte else { return false }
    index += 1
    return true
  }

  mutating func value(depth: Int) throws(TokenProblem) -> StrictJSON {
    guard depth < Limits.frameDepth else { throw .malformed }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return .object(try object(depth))
    case UInt8(ascii: "["): return .array(try array(depth))
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func object(_ depth: Int) throws(TokenProblem) -> [String: StrictJSON] {
    index += 1
    var members: [String: StrictJSON] = [:]
    if take(UInt8(ascii: "}")) { return members }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { throw .malformed }
      let name = try text()
      guard take(UInt8(ascii: ":")) else { throw .malformed }
      guard members.updateValue(try value(depth: depth + 1), forKey: name) == nil else { throw .duplicateKey }
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw .malformed }
    return members
  }

  private mutating func array(_ depth: Int) throws(TokenProblem) -> [StrictJSON] {
    index += 1
    var values: [StrictJSON] = []
    if take(UInt8(ascii: "]")) { return values }
    repeat { values.append(try value(depth: depth + 1)) } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw .malformed }
    return values
  }

  private mutating func word(_ word: String, _ value: StrictJSON) throws(TokenProblem) -> StrictJSON {
    guard bytes[index...].starts(with: word.utf8) else { throw .malformed }
    index += word.utf8.count
    return value
  }

  private mutating func number() throws(TokenProblem) -> Double {
    let start = index
    while let byte = next, Self.isOfNumber(byte) { index += 1 }
    let digits = String(decoding: bytes[start..<index], as: UTF8.self)
    // `Double` reads more than JSON has; what is left is what both read.
    let whole = digits.drop { $0 == "-" }
    let isPadded = whole.hasPrefix("0") && whole.dropFirst().first?.isNumber == true
    guard whole.first?.isNumber == true, digits.last?.isNumber == true, !isPadded, let number = Double(digits),
      number.isFinite
    else { throw .malformed }
    return number
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
      UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}

// Texts.
extension Reader {
  private mutating func text() throws(TokenProblem) -> String {
    index += 1
    var scalars = String.UnicodeScalarView()
    var run = index
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        scalars.append(contentsOf: String(decoding: bytes[run..<index], as: UTF8.self).unicodeScalars)
        index += 1
        return String(scalars)
      case UInt8(ascii: "\\"):
        scalars.append(contentsOf: String(decoding: bytes[run..<index], as: UTF8.self).unicodeScalars)
        scalars.append(try escape())
        run = index
      case ..<0x20: throw .malformed
      default: index += 1
      }
    }
    throw .malformed
  }

  private mutating func escape() throws(TokenProblem) -> Unicode.Scalar {
    index += 1
    guard let letter = next else { throw .malformed }
    index += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codePoint()
    default: throw .malformed
    }
  }

  private mutating func codePoint() throws(TokenProblem) -> Unicode.Scalar {
    let unit = try codeUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard (0xD800...0xDBFF).contains(unit), bytes[index...].starts(with: "\\u".utf8) else { throw .malformed }
    index += 2
    let low = try codeUnit()
    guard (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    else { throw .malformed }
    return scalar
  }

  private mutating func codeUnit() throws(TokenProblem) -> UInt32 {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .malformed }
    index += 4
    return unit
  }
}
