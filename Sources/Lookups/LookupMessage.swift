import Dialogue
import Foundation
import Vocabulary

/// What goes out and what comes back, as bytes.
enum LookupMessage {
  /// `{"type":"lookup.NAME","timestamp":…,"data":{…}}`, the shape that Standard Webhooks recommends.
  static func body(_ request: LookupRequest, at now: Timestamp) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(Question(request: request, now: now))
  }

  /// A flat object; anything else is nothing.
  static func fields(of body: Data) -> [String: LookupValue]? {
    (try? JSONDecoder().decode([String: Field].self, from: body))?.mapValues(\.value)
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

  private struct Field: Decodable {
    let value: LookupValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .nothing
      } else if let flag = try? container.decode(Bool.self) {
        value = .flag(flag)
      } else if let text = try? container.decode(String.self) {
        guard text.unicodeScalars.count <= Limits.lookupTextScalars else {
          throw DecodingError.dataCorruptedError(in: container, debugDescription: "a value is too long")
        }
        value = .text(text)
      } else {
        let number = try container.decode(Decimal.self)
        value = DecimalNumber(number.description).map(LookupValue.number) ?? .text(number.description)
      }
    }
  }
}
