import Foundation

/// A page of the documentation, cut into its fenced examples.
struct Page: Sendable, CustomStringConvertible {
  struct Example: Sendable {
    /// The word behind the fence: `console`, `json`, `frames`, `yaml`.
    let kind: String
    /// Where it begins in the page, from 1.
    let line: Int
    let lines: [String]
    var text: String { lines.joined(separator: "\n") }
  }

  let path: String
  let text: String
  let examples: [Example]
  var description: String { path }

  init(_ path: String) throws {
    self.path = path
    text = try String(contentsOf: URL(fileURLWithPath: Bank.root + "/" + path), encoding: .utf8)
    examples = Page.examples(in: text.components(separatedBy: "\n"))
  }

  func examples(of kind: String) -> [Example] { examples.filter { $0.kind == kind } }

  /// The first cells of a table's rows, where they are code, with the second cells; found by the table's head.
  func table(headed head: String) -> [(name: String, rest: [String])] {
    let lines = text.components(separatedBy: "\n")
    guard let start = lines.firstIndex(where: { $0.hasPrefix(head) }) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.map { row in
      let marked = row.replacingOccurrences(of: "\\|", with: "\u{1}")
      let cells = marked.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "\u{1}", with: "|") }
      return (cells.first?.replacingOccurrences(of: "`", with: "") ?? "", Array(cells.dropFirst()))
    }
  }

  private static func examples(in lines: [String]) -> [Example] {
    var found: [Example] = []
    var open: (kind: String, line: Int)?
    var body: [String] = []
    for (index, line) in lines.enumerated() where line.hasPrefix("```") || open != nil {
      guard line.hasPrefix("```") else {
        body.append(line)
        continue
      }
      if let begun = open {
        found.append(Example(kind: begun.kind, line: begun.line, lines: body))
        (open, body) = (nil, [])
      } else {
        open = (String(line.dropFirst(3)), index + 1)
      }
    }
    return found
  }
}
