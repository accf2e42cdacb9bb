/// A frame whose fields are plain texts and small numbers, as nearly all are: read in one pass. A decoder of all JSON costs ten
/// times as much, and every turn begins with a frame.
///
/// Whatever else a frame may hold is left to that decoder: escapes, nesting, other numbers, a field twice.
struct FlatFrame {
  private enum Value {
    case text(String)
    case number(Int)
  }

  private static let mostFields = 8
  private static let mostDigits = 15

  private var fields: [(name: String, value: Value)] = []

  /// - Parameter bytes: anything; nothing comes of what is not such a frame.
  init?(_ bytes: [UInt8]) {
    var input = Input(bytes: bytes)
    guard input.skip(UInt8(ascii: "{")) else { return nil }
    repeat {
      guard fields.count < Self.mostFields, let name = input.text(), !contains(name), input.skip(UInt8(ascii: ":")),
        let value = input.value(atMost: Self.mostDigits)
      else { return nil }
      fields.append((name, value))
    } while input.skip(UInt8(ascii: ","))
    guard input.skip(UInt8(ascii: "}")), input.isAtEnd else { return nil }
  }

  func contains(_ name: String) -> Bool { fields.contains { $0.name == name } }

  func text(_ name: String) -> String? {
    if case .text(let text)? = fields.first(where: { $0.name == name })?.value { text } else { nil }
  }

  func number(_ name: String) -> Int? {
    if case .number(let number)? = fields.first(where: { $0.name == name })?.value { number } else { nil }
  }

  private struct Input {
    let bytes: [UInt8]
    private var index = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool {
      mutating get {
        skipBlanks()
        return index == bytes.count
      }
    }

    private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func skipBlanks() { while next == 0x20 { index += 1 } }

    mutating func skip(_ byte: UInt8) -> Bool {
      skipBlanks()
      guard next == byte else { return false }
      index += 1
      return true
    }

    /// A text without escapes and control characters.
    mutating func text() -> String? {
      guard skip(UInt8(ascii: "\"")) else { return nil }
      let start = index
      while let byte = next, byte != UInt8(ascii: "\"") {
        guard byte >= 0x20, byte != UInt8(ascii: "\\") else { return nil }
        index += 1
      }
      guard next != nil else { return nil }
      defer { index += 1 }
      return String(validating: bytes[start..<index], as: UTF8.self)
    }

    mutating func value(atMost mostDigits: Int) -> Value? {
      skipBlanks()
      return next == UInt8(ascii: "\"") ? text().map(Value.text) : number(atMost: mostDigits).map(Value.number)
    }

    private mutating func number(atMost mostDigits: Int) -> Int? {
      let start = index
      var number = 0
      while let byte = next, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        guard index - start < mostDigits else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
        index += 1
      }
      let hasLeadingZero = index - start > 1 && bytes[start] == UInt8(ascii: "0")
      // What goes on is a fraction or a mistake.
      guard index > start, !hasLeadingZero, next != UInt8(ascii: "."), next != UInt8(ascii: "e"),
        next != UInt8(ascii: "E")
      else { return nil }
      return number
    }
  }
}
