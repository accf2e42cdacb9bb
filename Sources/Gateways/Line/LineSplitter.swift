import Vocabulary

/// Cuts bytes into lines. Holds at most `Limits.frameBytes` of a line, however long it is.
struct LineSplitter: Sendable {
  private var line: [UInt8] = []
  private var isSkipping = false

  /// The lines that these bytes complete. CR LF ends a line as LF does.
  mutating func take(_ bytes: some Sequence<UInt8>) -> [RawLine] {
    var lines: [RawLine] = []
    for byte in bytes {
      if byte == UInt8(ascii: "\n") {
        lines.append(finishLine())
      } else if isSkipping {
        continue
      } else if line.count < Limits.frameBytes || (line.count == Limits.frameBytes && byte == UInt8(ascii: "\r")) {
        line.append(byte)
      } else {
        isSkipping = true
        line.removeAll()
      }
    }
    return lines
  }

  /// The line that the end of input completes, if there is one.
  mutating func finish() -> RawLine? {
    line.isEmpty && !isSkipping ? nil : finishLine()
  }

  private mutating func finishLine() -> RawLine {
    defer {
      line.removeAll(keepingCapacity: true)
      isSkipping = false
    }
    if isSkipping { return .tooLong }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line.count > Limits.frameBytes ? .tooLong : .bytes(line)
  }
}

/// One line as it came, without its end.
package enum RawLine: Hashable, Sendable {
  case bytes([UInt8])
  case tooLong
}

/// What a line on a terminal or in a pipe is.
enum TypedLine: Hashable, Sendable {
  case text(String)
  case empty
  case tooLong
  case notUTF8
  case hasNUL

  init(_ line: RawLine) {
    switch line {
    case .tooLong: self = .tooLong
    case .bytes(let bytes):
      if bytes.contains(0) {
        self = .hasNUL
      } else if let text = String(validating: bytes, as: UTF8.self) {
        self = text.allSatisfy(\.isWhitespace) ? .empty : .text(text)
      } else {
        self = .notUTF8
      }
    }
  }
}
