import Playbooks
import Understanding
import Vocabulary

/// Texts as they are compared: words and digits without case, accents and punctuation.
enum Words {
  static func of(_ text: String) -> [String] {
    Line(text).tokens.filter { $0.shape != .mark }.map(\.folded)
  }

  static func normal(_ text: String) -> String { of(text).joined(separator: " ") }

  /// The sentences that a template stands for, at most so many, each as one text with its slots in braces.
  static func forms(of template: TemplatePart, atMost bound: Int) -> [String] {
    var seen: Set<String> = []
    return expanded(template, bound).map(normal).filter { seen.insert($0).inserted }
  }

  private enum Piece {
    case text(String)
    case slot(String)
  }

  private static func expanded(_ part: TemplatePart, _ bound: Int) -> [[Piece]] {
    switch part {
    case .text(let text): [[.text(text)]]
    case .slot(let id): [[.slot(id.rawValue)]]
    case .sequence(let parts):
      parts.reduce([[]]) { heads, part in
        let tails = expanded(part, bound)
        return Array(heads.lazy.flatMap { head in tails.lazy.map { head + $0 } }.prefix(bound))
      }
    case .alternatives(let parts): Array(parts.flatMap { expanded($0, bound) }.prefix(bound))
    case .optional(let parts): Array(([[]] + parts.flatMap { expanded($0, bound) }).prefix(bound))
    }
  }

  private static func normal(_ pieces: [Piece]) -> String {
    var words: [String] = []
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let more): text += more
      case .slot(let name):
        words += of(text) + ["{\(name)}"]
        text = ""
      }
    }
    return (words + of(text)).joined(separator: " ")
  }
}
