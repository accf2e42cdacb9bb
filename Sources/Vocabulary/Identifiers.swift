/// A name that is a type of its own, so that a case code never lands where a thread's id belongs.
package protocol Identifier: Hashable, Comparable, Codable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral, CodingKeyRepresentable
{
  var rawValue: String { get }
  init(_ rawValue: String)
}

extension Identifier {
  package init(stringLiteral value: String) { self.init(value) }
  package init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  package var description: String { rawValue }
  package var codingKey: any CodingKey { IdentifierKey(rawValue) }
  package init?<T: CodingKey>(codingKey: T) { self.init(codingKey.stringValue) }
}

private struct IdentifierKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(_ text: String) { stringValue = text }
  init?(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// One correspondence with one customer, over all channels.
package struct ThreadID: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The person who is helped.
package struct CustomerID: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// The person who helps. Always human.
package struct AgentID: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What the customer wants, as the author named it.
package struct IntentID: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A named thing worth knowing, the same in all intents.
package struct SlotID: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Where a case waits, as the author named it.
package struct QueueID: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A question that Baton puts to another program, as the author named it.
package struct LookupID: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// A BCP 47 language tag in lower case, for example `en`.
package struct Language: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
  package static let english: Language = "en"
  package static let german: Language = "de"

  /// The language without the country: `de` of `de-at`.
  package var base: Language {
    rawValue.utf8.contains(UInt8(ascii: "-")) ? Language(String(rawValue.prefix { $0 != "-" })) : self
  }
}

/// Where talk comes from: `line`, `websocket`, `http`, …
package struct Channel: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
  package static let line: Channel = "line"
}

/// A client's own id of something it sends, made and kept before sending, so that a retry makes no duplicate.
package struct ClientID: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// What one customer writes from. Two devices may use the same client ids without clashing.
package struct DeviceID: Identifier {
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }
}

/// Six characters that can be read out on the telephone: no 0 or O, no 1, I or L.
package struct CaseCode: Identifier {
  package static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ")
  package static let length = 6
  package let rawValue: String
  package init(_ rawValue: String) { self.rawValue = rawValue }

  /// A code drawn from the given source of chance.
  package static func random(using generator: inout some RandomNumberGenerator) -> CaseCode {
    // One draw for all of its characters, as each may ask the system: every turn offers a code.
    var rest = generator.next()
    return CaseCode(
      String(
        (0..<length).map { _ in
          let letter = alphabet[Int(rest % UInt64(alphabet.count))]
          rest /= UInt64(alphabet.count)
          return letter
        }))
  }
}

/// Where one customer is reached: a channel and the key that the channel knows them by.
package struct Address: Hashable, Codable, Sendable, CustomStringConvertible {
  package let channel: Channel
  package let key: String
  package init(_ channel: Channel, _ key: String) {
    self.channel = channel
    self.key = key
  }
  package var description: String { "\(channel):\(key)" }
}
