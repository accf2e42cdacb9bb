import Vocabulary

/// What a client may send.
package enum ClientFrame: Hashable, Sendable {
  package struct Hello: Hashable, Sendable {
    package var ticket: String?
    package var resume: String?
    package var device: DeviceID?
    package var after = 0
    package init() {}
  }

  case hello(Hello)
  case say(ClientID, String)
  /// The button that is always there.
  case human(ClientID)
  case got(Int)
  case sync(after: Int, limit: Int)
  case typing
  case rate(Int, String?)
  case beat(got: Int?)
  case end
}

/// What came in, read.
package enum FrameReading: Hashable, Sendable {
  case frame(ClientFrame)
  /// A type of a later version.
  case ignored
  /// A known type with wrong fields, answered by a refusal.
  case bad(ClientID, NackCode)
  /// No conversation is possible with whoever sends this.
  case malformed(String)
}

extension FrameReading: Decodable {
  private enum Key: String, CodingKey {
    case type, v, ticket, resume, device, after, cid, text, seq, limit, score, got
  }

  /// The fields of one frame, with the bounds that they have to keep.
  private struct Fields {
    let values: KeyedDecodingContainer<Key>
    let bounds: FrameBounds
    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
      try values.decode(type, forKey: key)
    }
    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
      try values.decodeIfPresent(type, forKey: key)
    }
    func contains(_ key: Key) -> Bool { values.contains(key) }
  }

  /// Thrown where a field has the right type and a value that cannot be.
  private struct OutOfBounds: Error {
    let code: NackCode
  }

  package init(from decoder: any Decoder) throws {
    let fields = Fields(
      values: try decoder.container(keyedBy: Key.self),
      bounds: FrameBounds.key.flatMap { decoder.userInfo[$0] as? FrameBounds } ?? .standard)
    guard let type = try? fields.decode(String.self, forKey: .type) else {
      self = .malformed("it has no type")
      return
    }
    do {
      self = try Self.frame(type, fields).map(FrameReading.frame) ?? .ignored
    } catch {
      let code = (error as? OutOfBounds)?.code ?? .bad
      let cid = try? Self.clientID(fields)
      self = cid.map { .bad($0, code) } ?? .malformed("a field of it is missing or wrong")
    }
  }

  private static func frame(_ type: String, _ fields: Fields) throws -> ClientFrame? {
    switch type {
    case "hello": .hello(try hello(fields))
    case "say": .say(try clientID(fields), try text(fields.decode(String.self, forKey: .text), fields.bounds))
    case "human": .human(try clientID(fields))
    case "got": .got(try count(fields, .seq))
    case "sync": .sync(after: try count(fields, .after), limit: try limit(fields))
    case "typing": .typing
    case "rate":
      .rate(
        try score(fields), try fields.decodeIfPresent(String.self, forKey: .text).map { try text($0, fields.bounds) })
    case "beat": .beat(got: fields.contains(.got) ? try count(fields, .got) : nil)
    case "end": .end
    default: nil
    }
  }

  private static func hello(_ fields: Fields) throws -> ClientFrame.Hello {
    guard try fields.decode(Int.self, forKey: .v) == 1 else { throw OutOfBounds(code: .bad) }
    var hello = ClientFrame.Hello()
    hello.ticket = try fields.decodeIfPresent(String.self, forKey: .ticket)
    hello.resume = try fields.decodeIfPresent(String.self, forKey: .resume)
    hello.device = try fields.decodeIfPresent(String.self, forKey: .device).map {
      DeviceID(try key($0, fields.bounds))
    }
    hello.after = fields.contains(.after) ? try count(fields, .after) : 0
    return hello
  }

  private static func clientID(_ fields: Fields) throws -> ClientID {
    ClientID(try key(fields.decode(String.self, forKey: .cid), fields.bounds))
  }

  private static func key(_ text: String, _ bounds: FrameBounds) throws -> String {
    let scalars = text.unicodeScalars
    guard !scalars.isEmpty, scalars.count <= bounds.key,
      !scalars.contains(where: { $0.properties.generalCategory == .control })
    else { throw OutOfBounds(code: .bad) }
    return text
  }

  private static func text(_ text: String, _ bounds: FrameBounds) throws -> String {
    guard !text.unicodeScalars.contains("\0") else { throw OutOfBounds(code: .bad) }
    guard text.unicodeScalars.count <= bounds.text else { throw OutOfBounds(code: .tooBig) }
    return text
  }

  private static func count(_ fields: Fields, _ name: Key) throws -> Int {
    let number = try fields.decode(Int.self, forKey: name)
    guard (0...Limits.frameNumber).contains(number) else { throw OutOfBounds(code: .bad) }
    return number
  }

  private static func limit(_ fields: Fields) throws -> Int {
    let limit = fields.contains(.limit) ? try count(fields, .limit) : min(Limits.syncDefault, fields.bounds.sync)
    guard limit > 0 else { throw OutOfBounds(code: .bad) }
    return min(limit, fields.bounds.sync)
  }

  private static func score(_ fields: Fields) throws -> Int {
    let score = try fields.decode(Int.self, forKey: .score)
    guard (1...5).contains(score) else { throw OutOfBounds(code: .bad) }
    return score
  }
}
