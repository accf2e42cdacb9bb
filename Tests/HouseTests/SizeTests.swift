import Foundation
import Testing

/// Small, and kept small: files within 300 lines, functions within 70.
struct SizeTests {
  static let fileBound = 300
  static let functionBound = 70

  @Test(arguments: House.files(below: "Sources"))
  func `no file grows past its bound`(file: House.SourceText) {
    #expect(file.lines.count <= Self.fileBound, "\(file.path) has \(file.lines.count) lines")
  }

  @Test(arguments: House.files(below: "Sources"))
  func `no function grows past its bound`(file: House.SourceText) {
    for function in Self.functions(in: file.lines) where function.length > Self.functionBound {
      Issue.record("\(file.path):\(function.line): this function has \(function.length) lines")
    }
  }

  @Test func `the rule would notice`() {
    let long = ["  func a() {"] + Array(repeating: "    b()", count: 80) + ["  }"]
    #expect(Self.functions(in: long).map(\.length) == [82])
    let required = ["  func a(", "    _ b: Int", "  ) -> Int", "}", "  func c() {", "  }"]
    #expect(Self.functions(in: required).map(\.length) == [2])
  }

  /// Functions by their indentation, which the formatter keeps: from `func` or `init` to the brace below it.
  static func functions(in lines: [String]) -> [(line: Int, length: Int)] {
    var found: [(Int, Int)] = []
    for (index, line) in lines.enumerated() {
      let code = line.drop { $0 == " " }
      let indent = line.count - code.count
      let words = code.split(separator: " ").prefix(5)
      guard words.contains("func") || words.contains(where: { $0.hasPrefix("init(") }),
        line.hasSuffix("{") || line.hasSuffix("(")
      else { continue }
      let margin = String(repeating: " ", count: indent)
      // A protocol's own functions have no body.
      if line.hasSuffix("("), let head = lines[index...].first(where: { $0.hasPrefix(margin + ")") }),
        !head.hasSuffix("{")
      {
        continue
      }
      let closing = margin + "}"
      guard let end = lines[index...].firstIndex(of: closing) else { continue }
      found.append((index + 1, end - index + 1))
    }
    return found
  }
}
