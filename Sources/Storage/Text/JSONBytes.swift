import Vocabulary

/// JSON that is put together by hand, for what every turn writes and sends: there an `Encoder` would take a sixth of the turn.
package struct JSONBytes: ~Copyable {
  private var bytes: [UInt8] = []

  private init() { bytes.reserveCapacity(2_048) }

  /// The same text as `JSONWriter` makes of the value.
  package static func text(of value: some WrittenAsJSON) throws -> String {
    var json = JSONBytes()
    try value.write(to: &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  /// The same text as `JSONWriter` makes of the values.
  package static func text(of values: [some WrittenAsJSON]) throws -> String {
    var json = JSONBytes()
    try json.list(values) { try $1.write(to: &$0) }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  package static func text(of values: [some Identifier: some WrittenAsJSON]) throws -> String {
    var json = JSONBytes()
    try json.object { json in
      for (name, value) in values { try json.field(name.rawValue, value) }
    }
    return String(decoding: json.bytes, as: UTF8.self)
  }

  package mutating func object(_ body: (inout JSONBytes) throws -> Void) rethrows {
    bytes.append(UInt8(ascii: "{"))
    try body(&self)
    bytes.append(UInt8(ascii: "}"))
  }

  package mutating func list<Element>(_ all: [Element], _ write: (inout JSONBytes, Element) throws -> Void) rethrows {
    bytes.append(UInt8(ascii: "["))
    for element in all {
      next()
      try write(&self, element)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Makes place for one more in what is open.
  private mutating func next() {
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else { return }
    bytes.append(UInt8(ascii: ","))
  }

  /// - Parameter name: without anything that JSON escapes.
  private mutating func key(_ name: StaticString) {
    next()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  package mutating func put(_ text: String) { JSONWriter.append(text, to: &bytes) }
  package mutating func put(_ number: some BinaryInteger) { JSONWriter.append(number, to: &bytes) }

  /// What is rare is left to its own encoding.
  package mutating func encode(_ value: some Encodable) throws {
    var own: [UInt8] = []
    swap(&own, &bytes)
    bytes = try JSONWriter.bytes(of: value, behind: own)
  }
}

/// What is written without an encoder, in a tenth of the time. What a store keeps is the same text as its encoding.
package protocol WrittenAsJSON {
  func write(to json: inout JSONBytes) throws
}

// Fields, each with its name.
extension JSONBytes {
  package mutating func field(_ name: StaticString, _ text: String) {
    key(name)
    put(text)
  }
  package mutating func field(_ name: StaticString, _ text: String?) { if let text { field(name, text) } }
  package mutating func field(_ name: StaticString, _ id: some Identifier) { field(name, id.rawValue) }
  package mutating func field(_ name: StaticString, _ id: (some Identifier)?) { if let id { field(name, id.rawValue) } }
  package mutating func field(_ name: StaticString, _ number: Int) {
    key(name)
    put(number)
  }
  package mutating func field(_ name: StaticString, _ number: Int?) { if let number { field(name, number) } }
  package mutating func field(_ name: StaticString, _ number: Double) throws {
    guard number.isFinite else { return try field(name, encoded: number) }
    key(name)
    bytes.append(contentsOf: "\(number)".utf8)
  }
  package mutating func field(_ name: StaticString, _ time: Timestamp) {
    key(name)
    put(time.milliseconds)
  }
  package mutating func field(_ name: StaticString, _ time: Timestamp?) { if let time { field(name, time) } }
  package mutating func field(_ name: StaticString, _ isSo: Bool) {
    key(name)
    bytes.append(contentsOf: (isSo ? "true" : "false").utf8)
  }
  package mutating func field(_ name: StaticString, _ isSo: Bool?) { if let isSo { field(name, isSo) } }
  package mutating func field(_ name: StaticString, _ value: some WrittenAsJSON) throws {
    key(name)
    try value.write(to: &self)
  }
  package mutating func field(_ name: StaticString, _ value: (some WrittenAsJSON)?) throws {
    if let value { try field(name, value) }
  }
  package mutating func field(_ name: StaticString, encoded value: some Encodable) throws {
    key(name)
    try encode(value)
  }
  package mutating func field(_ name: StaticString, all values: [some WrittenAsJSON]) throws {
    key(name)
    try list(values) { try $1.write(to: &$0) }
  }
  package mutating func field(_ name: StaticString, all ids: [some Identifier]) {
    key(name)
    list(ids) { $0.put($1.rawValue) }
  }
  package mutating func field(_ name: StaticString, _ body: (inout JSONBytes) throws -> Void) rethrows {
    key(name)
    try object(body)
  }

  /// Under a name that is not ours.
  private mutating func key(_ name: String) {
    next()
    put(name)
    bytes.append(UInt8(ascii: ":"))
  }
  package mutating func field(_ name: String, _ number: Int) {
    key(name)
    put(number)
  }
  package mutating func field(_ name: String, _ value: some WrittenAsJSON) throws {
    key(name)
    try value.write(to: &self)
  }
}
