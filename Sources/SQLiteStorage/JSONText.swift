import Foundation
import Storage

/// Values as they stand in the columns that SQLite does not look into.
enum JSONText {
  static func encode(_ value: some Encodable) throws -> String { try JSONWriter.text(of: value) }

  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
