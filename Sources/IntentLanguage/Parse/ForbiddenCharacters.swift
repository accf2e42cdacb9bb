import Vocabulary

/// Characters that nobody can see and YAML does not allow.
enum ForbiddenCharacters {
  static func first(in source: SourceText) -> Finding? {
    // The lines are cut only where there is something to find.
    if source.isASCII, !source.holdsAny(where: { isForbidden(Unicode.Scalar($0)) && $0 != 0x0A }) {
      return nil
    }
    for (number, line) in source.lines.enumerated() {
      if let column = line.firstIndex(where: isForbidden) {
        return Finding(
          FileProblem.controlCharacter(line[column].value), at: source.place(number + 1, column + 1))
      }
    }
    return nil
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}

/// Finds files that repeat themselves so often that merely reading them would take for ever.
///
/// A few aliases are left to the parser, which knows exactly where they are. Only a file with many of them is refused
/// here, because an alias within an alias within an alias as a key is expanded while it is parsed.
enum AliasBomb {
  private static let harmless = 24

  static func first(in source: SourceText) -> Finding? {
    if source.isASCII,
      !source.holdsAny(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "&") })
    {
      return nil
    }
    var aliases = 0
    var anchor: SourcePlace?
    var blockIndent: Int?
    for (number, line) in source.lines.enumerated() {
      let indent = line.firstIndex { $0 != " " } ?? line.count
      if let block = blockIndent {
        if indent == line.count || indent > block { continue }
        blockIndent = nil
      }
      for column in starts(in: line) {
        if line[column] == "*" { aliases += 1 } else if anchor == nil { anchor = source.place(number + 1, column + 1) }
      }
      if opensBlock(line) { blockIndent = indent }
    }
    guard aliases > harmless, let anchor else { return nil }
    return Finding(YAMLProblem.anchor(""), at: anchor)
  }

  /// Columns where `*` or `&` begins something, outside quotes and comments.
  private static func starts(in line: [Unicode.Scalar]) -> [Int] {
    var found: [Int] = []
    var quote: Unicode.Scalar?
    var previous: Unicode.Scalar = " "
    for (column, scalar) in line.enumerated() {
      defer { previous = scalar }
      if let open = quote {
        if scalar == open { quote = nil }
        continue
      }
      let begins = " \t[{,".unicodeScalars.contains(previous)
      if begins, scalar == "#" { break }
      if begins, scalar == "'" || scalar == "\"" { quote = scalar }
      if begins, scalar == "*" || scalar == "&" { found.append(column) }
    }
    return found
  }

  private static func opensBlock(_ line: [Unicode.Scalar]) -> Bool {
    guard let mark = line.lastIndex(where: { $0 == "|" || $0 == ">" }) else { return false }
    return line[(mark + 1)...].allSatisfy { " +-0123456789".unicodeScalars.contains($0) }
      && mark > 0 && line[mark - 1] == " "
  }
}
