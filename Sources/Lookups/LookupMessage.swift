import Dialogue
import Foundation
import Runtime
import Vocabulary

/// What goes out, as bytes.
enum LookupMessage {
  /// `{"type":"lookup.NAME","timestamp":…,"data":{…}}`, the shape that Standard Webhooks recommends.
  static func body(_ request: LookupRequest, at now: Timestamp) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(Question(request: request, now: now))
  }

  private struct Question: Encodable {
    let request: LookupRequest
    let now: Timestamp

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Name.self)
      try container.encode("lookup.\(request.ticket.lookup)", forKey: Name("type"))
      try container.encode(now.description, forKey: Name("timestamp"))
      var data = container.nestedContainer(keyedBy: Name.self, forKey: Name("data"))
      for sent in request.sends { try data.encode(sent.value.map(WireValue.init), forKey: Name(sent.name)) }
    }
  }

  private struct Name: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
