import Vocabulary

/// A file's letters by line and column, for finding places in them. One object, because every text that was read holds it.
final class SourceText: Sendable {
  let path: String
  /// Empty where each letter is a byte.
  private let scalars: [Unicode.Scalar]
  private let bytes: [UInt8]
  /// Where each line begins, and behind the last one where one more would.
  private let starts: [Int]

  init(_ file: SourceFile) {
    path = file.path
    let bytes = Array(file.text.utf8)
    var starts = [0]
    if bytes.allSatisfy({ $0 < 0x80 }) {
      (self.bytes, scalars) = (bytes, [])
      for at in bytes.indices where bytes[at] == 0x0A { starts.append(at + 1) }
      starts.append(bytes.count + 1)
    } else {
      (self.bytes, scalars) = ([], Array(file.text.unicodeScalars))
      for at in scalars.indices where SourceLines.isEnd(scalars[at]) { starts.append(at + 1) }
      starts.append(scalars.count + 1)
    }
    self.starts = starts
  }

  var isASCII: Bool { scalars.isEmpty }
  var lineCount: Int { starts.count - 1 }
  /// The lines one by one, for looking at a file that has a fault.
  var lines: [[Unicode.Scalar]] { (0..<lineCount).compactMap(line) }

  /// Counts from 0.
  func line(_ number: Int) -> [Unicode.Scalar]? {
    guard number >= 0, number < lineCount else { return nil }
    let range = starts[number]..<starts[number + 1] - 1
    return isASCII ? bytes[range].map { Unicode.Scalar($0) } : Array(scalars[range])
  }

  func place(_ line: Int, _ column: Int) -> SourcePlace {
    SourcePlace(file: path, line: line, column: column)
  }

  /// The scalar at a place whose line and column count from 0.
  func scalar(_ line: Int, _ column: Int) -> Unicode.Scalar? {
    guard line >= 0, line < lineCount, column >= 0, column < starts[line + 1] - 1 - starts[line]
    else { return nil }
    let at = starts[line] + column
    return isASCII ? Unicode.Scalar(bytes[at]) : scalars[at]
  }

  /// Those very letters stand in the line from that place on, which counts from 0. Only told of plain ASCII.
  func holds(_ letters: String.UTF8View, line: Int, column: Int) -> Bool {
    guard isASCII, line >= 0, line < lineCount, column >= 0 else { return false }
    let (start, count) = (starts[line] + column, letters.count)
    guard start + count < starts[line + 1] else { return false }
    return bytes[start..<start + count].elementsEqual(letters)
  }

  /// Whether some of those bytes stand anywhere; only told of plain ASCII.
  func holdsAny(where fits: (UInt8) -> Bool) -> Bool { bytes.contains(where: fits) }
}
