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
    enum Values {
      case decoded(KeyedDecodingContainer<Key>)
      case flat(FlatFrame)
    }
    let values: Values
    let bounds: FrameBounds

    func text(_ key: Key) throws -> String {
      switch values {
      case .decoded(let values): return try values.decode(String.self, forKey: key)
      case .flat(let values):
        guard let text = values.text(key.rawValue) else { throw OutOfBounds(code: .bad) }
        return text
      }
    }

    func textIfPresent(_ key: Key) throws -> String? {
      switch values {
      case .decoded(let values): try values.decodeIfPresent(String.self, forKey: key)
      case .flat(let values): values.contains(key.rawValue) ? try text(key) : nil
      }
    }

    func number(_ key: Key) throws -> Int {
      switch values {
      case .decoded(let values): return try values.decode(Int.self, forKey: key)
      case .flat(let values):
        guard let number = values.number(key.rawValue) else { throw OutOfBounds(code: .bad) }
        return number
      }
    }

    func contains(_ key: Key) -> Bool {
      switch values {
      case .decoded(let values): values.contains(key)
      case .flat(let values): values.contains(key.rawValue)
      }
    }
  }

  /// Thrown where a field has the right type and a value that cannot be.
  private struct OutOfBounds: Error {
    let code: NackCode
  }

  package init(from decoder: any Decoder) throws {
    self.init(
      Fields(
        values: .decoded(try decoder.container(keyedBy: Key.self)),
        bounds: FrameBounds.key.flatMap { decoder.userInfo[$0] as? FrameBounds } ?? .standard))
  }

  init(_ flat: FlatFrame, bounds: FrameBounds) { self.init(Fields(values: .flat(flat), bounds: bounds)) }

  private init(_ fields: Fields) {
    guard let type = try? fields.text(.type) else {
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
    case "say": .say(try clientID(fields), try text(fields.text(.text), fields.bounds))
    case "human": .human(try clientID(fields))
    case "got": .got(try count(fields, .seq))
    case "sync": .sync(after: try count(fields, .after), limit: try limit(fields))
    case "typing": .typing
    case "rate":
      .rate(
        try score(fields), try fields.textIfPresent(.text).map { try text($0, fields.bounds) })
    case "beat": .beat(got: fields.contains(.got) ? try count(fields, .got) : nil)
    case "end": .end
    default: nil
    }
  }

  private static func hello(_ fields: Fields) throws -> ClientFrame.Hello {
    guard try fields.number(.v) == 1 else { throw OutOfBounds(code: .bad) }
    var hello = ClientFrame.Hello()
    hello.ticket = try fields.textIfPresent(.ticket)
    hello.resume = try fields.textIfPresent(.resume)
    hello.device = try fields.textIfPresent(.device).map {
      DeviceID(try key($0, fields.bounds))
    }
    hello.after = fields.contains(.after) ? try count(fields, .after) : 0
    return hello
  }

  private static func clientID(_ fields: Fields) throws -> ClientID {
    ClientID(try key(fields.text(.cid), fields.bounds))
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
    let number = try fields.number(name)
    guard (0...Limits.frameNumber).contains(number) else { throw OutOfBounds(code: .bad) }
    return number
  }

  private static func limit(_ fields: Fields) throws -> Int {
    let limit = fields.contains(.limit) ? try count(fields, .limit) : min(Limits.syncDefault, fields.bounds.sync)
    guard limit > 0 else { throw OutOfBounds(code: .bad) }
    return min(limit, fields.bounds.sync)
  }

  private static func score(_ fields: Fields) throws -> Int {
    let score = try fields.number(.score)
    guard (1...5).contains(score) else { throw OutOfBounds(code: .bad) }
    return score
  }
}
