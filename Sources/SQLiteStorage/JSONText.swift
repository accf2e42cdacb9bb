import Foundation
import Storage
import Vocabulary

/// Values as they stand in the columns that SQLite does not look into.
enum JSONText {
  static func encode(_ value: some WrittenAsJSON & Encodable) throws -> String { try JSONBytes.text(of: value) }
  static func encode(_ values: [some WrittenAsJSON & Encodable]) throws -> String { try JSONBytes.text(of: values) }
  static func encode(_ values: [some Identifier: some WrittenAsJSON & Encodable]) throws -> String {
    try JSONBytes.text(of: values)
  }
  static func encode(_ value: some Encodable) throws -> String { try JSONWriter.text(of: value) }

  static func decode<Value: Decodable>(_ type: Value.Type, from text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
