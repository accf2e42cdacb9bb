import Vocabulary

/// Reads the part of Mustache that replies use: values, sections, inverted sections, comments.
///
/// A library would do as well for printing, but the checker must know every name with its place, and `decide` must
/// stay pure and quick; see `docs/decisions`.
package enum ReplySyntax {
  /// What is wrong with a reply, and how many scalars from its start.
  package struct Problem: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
      /// `{{` without `}}`
      case unclosedTag
      /// `{{}}` or a name with blanks
      case badName(String)
      /// `{{#a}}` without `{{/a}}`
      case unclosedSection(String)
      /// `{{/a}}` that closes nothing, or another
      case unopenedSection(String)
      /// `{{> a}}`, `{{= =}}`, …: parts of Mustache that replies do not have
      case unsupported(String)
    }
    package let kind: Kind
    package let offset: Int
  }

  /// All that could be read and all that is wrong. `place` is where the text begins.
  package static func parse(_ text: String, at place: SourcePlace) -> (parts: [ReplyPart], problems: [Problem]) {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return (text.isEmpty ? [] : [.text(text)], []) }
    var reader = Reader(scalars: Array(text.unicodeScalars), place: place)
    reader.run()
    return (reader.finish(), reader.problems)
  }

  private struct Reader {
    let scalars: [Unicode.Scalar]
    let place: SourcePlace
    var at = 0
    var problems: [Problem] = []
    var open: [(name: ReplyName, inverted: Bool, offset: Int)] = []
    var stack: [[ReplyPart]] = [[]]
    var text = String.UnicodeScalarView()

    mutating func run() {
      while at < scalars.count {
        if scalars[at] == "{", at + 1 < scalars.count, scalars[at + 1] == "{" {
          flush()
          readTag()
        } else {
          text.append(scalars[at])
          at += 1
        }
      }
      flush()
    }

    mutating func readTag() {
      let start = at
      let triple = at + 2 < scalars.count && scalars[at + 2] == "{"
      let closing = triple ? 3 : 2
      var end = at + closing
      while end + closing <= scalars.count, !scalars[end..<(end + closing)].allSatisfy({ $0 == "}" }) { end += 1 }
      guard end + closing <= scalars.count else {
        problems.append(Problem(kind: .unclosedTag, offset: start))
        at = scalars.count
        return
      }
      var inner = String.UnicodeScalarView()
      inner.append(contentsOf: scalars[(start + closing)..<end])
      at = end + closing
      take(trimmed(String(inner)), from: start)
    }

    mutating func take(_ tag: String, from start: Int) {
      switch tag.first {
      case "!": return
      case "#", "^":
        guard let name = name(String(tag.dropFirst()), start) else { return }
        open.append((name, tag.first == "^", start))
        stack.append([])
      case "/": close(trimmed(String(tag.dropFirst())), start)
      case ">", "=", "<", "$":
        problems.append(Problem(kind: .unsupported(tag), offset: start))
      default:
        let bare = tag.first == "&" ? String(tag.dropFirst()) : tag
        if let name = name(bare, start) { add(.value(name)) }
      }
    }

    mutating func close(_ path: String, _ start: Int) {
      guard let section = open.last, section.name.path == path else {
        problems.append(Problem(kind: .unopenedSection(path), offset: start))
        return
      }
      open.removeLast()
      let parts = stack.removeLast()
      add(.section(section.name, inverted: section.inverted, parts))
    }

    mutating func name(_ raw: String, _ start: Int) -> ReplyName? {
      let path = trimmed(raw)
      let legal =
        !path.isEmpty
        && path.unicodeScalars.allSatisfy {
          $0 == "_" || $0 == "." || $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
      guard legal else {
        problems.append(Problem(kind: .badName(path), offset: start))
        return nil
      }
      return ReplyName(path, at: placeOf(start))
    }

    func placeOf(_ offset: Int) -> SourcePlace {
      let before = scalars[..<offset]
      let lines = before.count { $0 == "\n" }
      guard lines > 0 else { return SourcePlace(file: place.file, line: place.line, column: place.column + offset) }
      let column =
        before.reversed().firstIndex(of: "\n").map {
          before.reversed().distance(from: before.reversed().startIndex, to: $0)
        } ?? 0
      return SourcePlace(file: place.file, line: place.line + lines, column: place.column + column)
    }

    mutating func add(_ part: ReplyPart) { stack[stack.count - 1].append(part) }

    mutating func flush() {
      guard !text.isEmpty else { return }
      add(.text(String(text)))
      text = String.UnicodeScalarView()
    }

    mutating func finish() -> [ReplyPart] {
      while let section = open.popLast() {
        problems.append(Problem(kind: .unclosedSection(section.name.path), offset: section.offset))
        let parts = stack.removeLast()
        add(.section(section.name, inverted: section.inverted, parts))
      }
      return stack[0]
    }

    func trimmed(_ text: String) -> String {
      var view = text[...]
      while let first = view.first, first.isWhitespace { view.removeFirst() }
      while let last = view.last, last.isWhitespace { view.removeLast() }
      return String(view)
    }
  }
}
