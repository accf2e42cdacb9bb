import Foundation
import Testing

@testable import SQLiteStorage
@testable import Storage

struct JSONWriterTests {
  enum Shape: Hashable, Codable {
    case none
    case named(String, at: Int)
    indirect case nested(Shape?)
  }

  struct Everything: Hashable, Codable {
    var text = "quote \" backslash \\ newline \n tab \t \u{1} \u{1F} \u{7F} \u{2028} č \u{1F600} / {[,]}"
    var empty = ""
    var number = -12
    var large: Int64 = .min
    var largest = UInt64.max
    var small: Int8 = -3
    var score = 0.1
    var tiny = -1.5e-300
    var yes = true
    var missing: String?
    var list = [1, 2, 3]
    var nothing: [String] = []
    var holes: [String?] = ["a", nil, "b"]
    var lists = [["a"], [], ["{"]]
    var byName = ["k\"ey": ["a": 1.5], "": [:]]
    var byNumber = [7: "seven"]
    var shapes: [Shape] = [.none, .named("x", at: 3), .nested(.nested(nil)), .none]
  }

  @Test func `what is written is read back the same by Foundation`() throws {
    let value = Everything()
    #expect(try JSONText.decode(Everything.self, from: JSONText.encode(value)) == value)
    #expect(try JSONText.decode([Everything].self, from: JSONText.encode([value, value])) == [value, value])
    #expect(try JSONText.encode(["a": Int?.none]) == "{\"a\":null}")
    #expect(try JSONText.encode([String]()) == "[]")
  }

  @Test func `a number that JSON has no sign for is refused`() {
    #expect(throws: EncodingError.self) { try JSONText.encode([Double.nan]) }
    #expect(throws: EncodingError.self) { try JSONText.encode(["a": Double.infinity]) }
  }
}
