import Dialogue
import Foundation
import Vocabulary

/// What another program answers with: a flat JSON object.
package enum LookupAnswer {
  /// The names and what they have; nothing where it is no flat object or a value is too long.
  package static func fields(of body: Data) -> [String: LookupValue]? {
    (try? JSONDecoder().decode([String: Field].self, from: body))?.mapValues(\.value)
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
