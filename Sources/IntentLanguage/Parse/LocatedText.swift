import Vocabulary

/// A text of the author's, which knows where each of its letters stands.
struct LocatedText: Sendable {
  enum Style: Sendable { case plain, singleQuoted, doubleQuoted, block }

  let text: String
  let style: Style
  let place: SourcePlace
  let source: SourceText

  var isEmpty: Bool { text.isEmpty }
  /// Nothing was written: `title:` and no more.
  var isMissing: Bool { text.isEmpty && style == .plain }
  var isBlank: Bool { text.unicodeScalars.allSatisfy { $0.isBlank } }
  var name: LocatedName { LocatedName(text: text, place: place) }

  /// Where the scalar at that offset stands in the file.
  func place(at offset: Int) -> SourcePlace {
    if let column = columnOfCopy { return source.place(place.line, column + min(offset, text.utf8.count)) }
    var cursor = ScalarCursor(self)
    let scalars = text.unicodeScalars
    for scalar in scalars.prefix(offset) { cursor.pass(scalar) }
    let next = scalars.dropFirst(offset).first
    if let next, !next.isBlank { cursor.skipBlanks() }
    return source.place(cursor.line + 1, cursor.column + 1)
  }

  /// Where the text begins, where the file has the very same letters in one line, which is so of nearly all.
  private var columnOfCopy: Int? {
    let (own, quote) = (text.utf8, UInt8(ascii: "'"))
    switch style {
    case .plain: return source.holds(own, line: place.line - 1, column: place.column - 1) ? place.column : nil
    case .singleQuoted:
      guard !own.contains(quote) else { return nil }
      return source.holds(own, line: place.line - 1, column: place.column) ? place.column + 1 : nil
    case .doubleQuoted, .block: return nil
    }
  }

  /// A part of the text, without the blanks around it, where it stands.
  func part(_ range: Range<Int>) -> LocatedName {
    let scalars = Array(text.unicodeScalars)
    let clamped = range.clamped(to: 0..<scalars.count)
    let part = scalars[clamped]
    let start = part.firstIndex { !$0.isBlank } ?? clamped.lowerBound
    let end = (part.lastIndex { !$0.isBlank }).map { $0 + 1 } ?? start
    return LocatedName(
      text: String(scalars: scalars[start..<max(start, end)]), place: place(at: start))
  }
}

/// A name as written, and where.
struct LocatedName: Hashable, Sendable {
  let text: String
  let place: SourcePlace
}

/// Walks through the file beside the text that YAML made of it: quotes, escapes, folded lines and indentation apart.
private struct ScalarCursor {
  let source: SourceText
  let style: LocatedText.Style
  var line: Int
  var column: Int

  init(_ text: LocatedText) {
    source = text.source
    style = text.style
    line = text.place.line - 1
    column = text.place.column - 1
    switch text.style {
    case .plain: break
    case .singleQuoted, .doubleQuoted: column += 1
    case .block:
      line += 1
      column = 0
    }
  }

  mutating func pass(_ scalar: Unicode.Scalar) {
    guard !scalar.isBlank else {
      passBlank()
      return
    }
    skipBlanks()
    consume()
  }

  mutating func skipBlanks() {
    while line < source.lineCount {
      if let scalar = source.scalar(line, column) {
        guard scalar.isBlank else { return }
        column += 1
      } else {
        nextLine()
      }
    }
  }

  private mutating func passBlank() {
    guard let scalar = source.scalar(line, column) else {
      nextLine()
      return
    }
    if scalar.isBlank { column += 1 } else if style == .doubleQuoted, scalar == "\\" { consume() }
  }

  private mutating func nextLine() {
    line += 1
    column = 0
  }

  private mutating func consume() {
    switch (style, source.scalar(line, column)) {
    case (.singleQuoted, "'"): column += 2
    case (.doubleQuoted, "\\"): consumeEscape()
    default: column += 1
    }
  }

  private mutating func consumeEscape() {
    switch source.scalar(line, column + 1) {
    case "x": column += 4
    case "u": column += 6
    case "U": column += 10
    case nil:
      nextLine()
      skipBlanks()
      consume()
    default: column += 2
    }
  }
}
