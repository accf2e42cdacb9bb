/// Writes an `Encodable` straight into JSON bytes, in one pass. Every turn waits for this, and Foundation's encoder, which builds
/// a tree of objects first, takes several times as long. What it writes is read by Foundation's decoder.
package final class JSONWriter {
  fileprivate var bytes: [UInt8] = []
  /// The ends of the containers that are open, innermost last.
  private var ends: [UInt8] = []

  package static func text(of value: some Encodable) throws -> String {
    let writer = JSONWriter()
    writer.bytes.reserveCapacity(4_096)
    try writer.write(whole: value)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The same behind other text.
  static func bytes(of value: some Encodable, behind text: consuming [UInt8]) throws -> [UInt8] {
    let writer = JSONWriter()
    swap(&writer.bytes, &text)
    try writer.write(whole: value)
    swap(&writer.bytes, &text)
    return text
  }

  fileprivate var depth: Int { ends.count }

  fileprivate func open(_ start: UInt8, _ end: UInt8) {
    bytes.append(start)
    ends.append(end)
  }

  /// Closes what is open within a container and makes place for its next element.
  fileprivate func next(at depth: Int) {
    close(to: depth)
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else { return }
    bytes.append(UInt8(ascii: ","))
  }

  private func close(to depth: Int) {
    while ends.count > depth { bytes.append(ends.removeLast()) }
  }

  fileprivate func write(whole value: some Encodable) throws {
    let (depth, start) = (depth, bytes.count)
    try value.encode(to: ValueEncoder(writer: self))
    close(to: depth)
    if bytes.count == start { bytes += "{}".utf8 }
  }

  fileprivate func write(_ text: String) { Self.append(text, to: &bytes) }

  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { utf8 in
      if utf8.contains(where: isToBeEscaped) {
        for byte in utf8 { append(escaping: byte, to: &bytes) }
      } else {
        bytes.append(contentsOf: utf8)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isToBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func append(escaping byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case 0..<0x20: bytes += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
    default: bytes.append(byte)
    }
  }

  static func append(_ number: some BinaryInteger, to bytes: inout [UInt8]) {
    guard let number = Int64(exactly: number) else { return bytes += String(number).utf8 }
    // A `String` of it takes as long as all else about a field.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var (rest, start) = (number.magnitude, digits.count)
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0
      if number < 0 {
        start -= 1
        digits[start] = UInt8(ascii: "-")
      }
      bytes.append(contentsOf: digits[start...])
    }
  }

  fileprivate func write(key: any CodingKey) {
    write(key.stringValue)
    bytes.append(UInt8(ascii: ":"))
  }

  fileprivate func write(_ value: Double) throws {
    guard value.isFinite else {
      throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: "no number of JSON"))
    }
    bytes += "\(value)".utf8
  }

  fileprivate func write(_ value: Bool) { bytes += (value ? "true" : "false").utf8 }
  fileprivate func write(integer value: some BinaryInteger) { Self.append(value, to: &bytes) }
  fileprivate func writeNull() { bytes += "null".utf8 }
}

/// The encoder of one value.
private struct ValueEncoder: Encoder {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    writer.open(UInt8(ascii: "{"), UInt8(ascii: "}"))
    return KeyedEncodingContainer(KeyedContainer<Key>(writer: writer, depth: writer.depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    writer.open(UInt8(ascii: "["), UInt8(ascii: "]"))
    return ListContainer(writer: writer, depth: writer.depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { SingleContainer(writer: writer) }
}

private struct KeyedContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: JSONWriter
  let depth: Int
  var codingPath: [any CodingKey] { [] }

  private func begin(_ key: any CodingKey) {
    writer.next(at: depth)
    writer.write(key: key)
  }

  func encodeNil(forKey key: Key) {
    begin(key)
    writer.writeNull()
  }
  func encode(_ value: String, forKey key: Key) {
    begin(key)
    writer.write(value)
  }
  func encode(_ value: Int, forKey key: Key) {
    begin(key)
    writer.write(integer: value)
  }
  func encode(_ value: Int64, forKey key: Key) {
    begin(key)
    writer.write(integer: value)
  }
  func encode(_ value: Bool, forKey key: Key) {
    begin(key)
    writer.write(value)
  }
  func encode(_ value: Double, forKey key: Key) throws {
    begin(key)
    try writer.write(value)
  }
  func encode(_ value: some Encodable, forKey key: Key) throws {
    begin(key)
    try writer.write(whole: value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    begin(key)
    return ValueEncoder(writer: writer).container(keyedBy: type)
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    begin(key)
    return ValueEncoder(writer: writer).unkeyedContainer()
  }
  func superEncoder() -> any Encoder { encoder(SuperKey()) }
  func superEncoder(forKey key: Key) -> any Encoder { encoder(key) }

  private func encoder(_ key: any CodingKey) -> any Encoder {
    begin(key)
    return ValueEncoder(writer: writer)
  }
}

private struct SuperKey: CodingKey {
  let stringValue = "super"
  var intValue: Int? { nil }
  init() {}
  init?(stringValue: String) { self.init() }
  init?(intValue: Int) { nil }
}

private struct ListContainer: UnkeyedEncodingContainer {
  let writer: JSONWriter
  let depth: Int
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(writer: JSONWriter, depth: Int) {
    self.writer = writer
    self.depth = depth
  }

  private mutating func begin() {
    writer.next(at: depth)
    count += 1
  }

  mutating func encodeNil() {
    begin()
    writer.writeNull()
  }
  mutating func encode(_ value: String) {
    begin()
    writer.write(value)
  }
  mutating func encode(_ value: some Encodable) throws {
    begin()
    try writer.write(whole: value)
  }
  mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    begin()
    return ValueEncoder(writer: writer).container(keyedBy: type)
  }
  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    begin()
    return ValueEncoder(writer: writer).unkeyedContainer()
  }
  mutating func superEncoder() -> any Encoder {
    begin()
    return ValueEncoder(writer: writer)
  }
}

/// Every scalar that Swift encodes arrives here in the end.
private struct SingleContainer: SingleValueEncodingContainer {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { [] }

  func encodeNil() { writer.writeNull() }
  func encode(_ value: Bool) { writer.write(value) }
  func encode(_ value: String) { writer.write(value) }
  func encode(_ value: Double) throws { try writer.write(value) }
  func encode(_ value: Float) throws { try writer.write(Double(value)) }
  func encode(_ value: Int) { writer.write(integer: value) }
  func encode(_ value: Int8) { writer.write(integer: value) }
  func encode(_ value: Int16) { writer.write(integer: value) }
  func encode(_ value: Int32) { writer.write(integer: value) }
  func encode(_ value: Int64) { writer.write(integer: value) }
  func encode(_ value: UInt) { writer.write(integer: value) }
  func encode(_ value: UInt8) { writer.write(integer: value) }
  func encode(_ value: UInt16) { writer.write(integer: value) }
  func encode(_ value: UInt32) { writer.write(integer: value) }
  func encode(_ value: UInt64) { writer.write(integer: value) }
  func encode(_ value: some Encodable) throws { try writer.write(whole: value) }
}
