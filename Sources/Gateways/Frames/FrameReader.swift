import Foundation
import Vocabulary

/// Reads one frame from bytes. Bounds are checked before anything is built from them.
package struct FrameReader: Sendable {
  private let bounds: FrameBounds
  package init(bounds: FrameBounds = .standard) { self.bounds = bounds }

  package func read(_ bytes: [UInt8]) -> FrameReading {
    guard bytes.count <= bounds.frame else { return .malformed("it is longer than \(bounds.frame) bytes") }
    if let flat = FlatFrame(bytes) { return FrameReading(flat, bounds: bounds) }
    return decode(bytes)
  }

  /// Reads any JSON.
  func decode(_ bytes: [UInt8]) -> FrameReading {
    guard String(validating: bytes, as: UTF8.self) != nil else { return .malformed("it is not UTF-8") }
    var bytes = bytes
    guard prepare(&bytes) else { return .malformed("it is nested deeper than \(bounds.depth) levels") }
    do {
      let decoder = JSONDecoder()
      if let key = FrameBounds.key { decoder.userInfo[key] = bounds }
      return try decoder.decode(FrameReading.self, from: Data(bytes))
    } catch {
      return .malformed("it is no JSON object")
    }
  }

  /// Checks the depth, and turns half of a surrogate pair into NUL. The decoder would refuse the whole frame for it, but
  /// the sender has a right to be told which of its frames was bad, and NUL is bad in the same way.
  private func prepare(_ bytes: inout [UInt8]) -> Bool {
    var (index, depth, isInText) = (0, 0, false)
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""): isInText.toggle()
      case UInt8(ascii: "\\") where isInText:
        index += Self.escapeLength(&bytes, at: index)
        continue
      case UInt8(ascii: "{") where !isInText, UInt8(ascii: "[") where !isInText:
        depth += 1
        if depth > bounds.depth { return false }
      case UInt8(ascii: "}") where !isInText, UInt8(ascii: "]") where !isInText: depth -= 1
      default: break
      }
      index += 1
    }
    return true
  }

  /// How many bytes the escape at the index takes.
  private static func escapeLength(_ bytes: inout [UInt8], at index: Int) -> Int {
    guard let unit = codeUnit(bytes, at: index) else { return 2 }
    switch unit {
    case 0xD800...0xDBFF:
      if let low = codeUnit(bytes, at: index + 6), (0xDC00...0xDFFF).contains(low) { return 12 }
      fallthrough
    case 0xDC00...0xDFFF:
      bytes.replaceSubrange((index + 2)..<(index + 6), with: "0000".utf8)
    default: break
    }
    return 6
  }

  /// The number of a `\uXXXX` at the index.
  private static func codeUnit(_ bytes: [UInt8], at index: Int) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    let digits = bytes[(index + 2)..<(index + 6)]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
