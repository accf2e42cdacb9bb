/// Finds where a key of a map stands a second time, which the YAML parser does not say.
enum DuplicateKey {
  /// Counts from 0.
  struct Spot: Hashable {
    var line: Int
    var column: Int
  }

  static func second(of key: String, after first: Spot, in lines: [[Unicode.Scalar]]) -> Spot? {
    inBlock(key, first, lines) ?? inBraces(key, first, lines)
  }

  /// Makes the key at the spot another one, without moving anything.
  static func disguise(_ spot: Spot, in lines: inout [[Unicode.Scalar]], number: Int) {
    guard var line = lines.element(at: spot.line), line.indices.contains(spot.column) else { return }
    let quoted = line[spot.column] == "'" || line[spot.column] == "\""
    let at = spot.column + (quoted ? 1 : 0)
    guard line.indices.contains(at), let other = Unicode.Scalar(UInt32(0xE000 + number % 0x1000)) else { return }
    line[at] = other
    lines[spot.line] = line
  }

  /// A key in a line of its own, as far in as the first.
  private static func inBlock(_ key: String, _ first: Spot, _ lines: [[Unicode.Scalar]]) -> Spot? {
    for number in lines.indices.dropFirst(first.line + 1) {
      let line = lines[number]
      guard let indent = line.firstIndex(where: { $0 != " " }), line[indent] != "#" else { continue }
      if indent < first.column { return nil }
      if indent == first.column, stands(key, at: indent, in: line) { return Spot(line: number, column: indent) }
    }
    return nil
  }

  /// A key between the same braces.
  private static func inBraces(_ key: String, _ first: Spot, _ lines: [[Unicode.Scalar]]) -> Spot? {
    var depth = 0
    var quote: Unicode.Scalar?
    for number in lines.indices.dropFirst(first.line) {
      let line = lines[number]
      for column in line.indices where number > first.line || column > first.column {
        let scalar = line[column]
        if let open = quote {
          if scalar == open { quote = nil }
          continue
        }
        if depth == 0, stands(key, at: column, in: line), startsEntry(column, line) {
          return Spot(line: number, column: column)
        }
        switch scalar {
        case "'", "\"": quote = scalar
        case "{", "[": depth += 1
        case "}", "]": depth -= 1
        default: break
        }
        if depth < 0 { return nil }
      }
    }
    return nil
  }

  private static func startsEntry(_ column: Int, _ line: [Unicode.Scalar]) -> Bool {
    let before = line[..<column].last { $0 != " " }
    return before == nil || before == ","
  }

  private static func stands(_ key: String, at column: Int, in line: [Unicode.Scalar]) -> Bool {
    for quote in ["", "'", "\""] {
      let wanted = Array((quote + key + quote).unicodeScalars)
      let end = column + wanted.count
      guard end <= line.count, line[column..<end].elementsEqual(wanted) else { continue }
      if line[end...].first(where: { $0 != " " }) == ":" { return true }
    }
    return false
  }
}
