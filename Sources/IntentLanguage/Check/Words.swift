import Playbooks
import Understanding
import Vocabulary

/// Texts as they are compared: words and digits without case, accents and punctuation.
enum Words {
  static func of(_ text: String) -> [String] {
    Line(text).tokens.filter { $0.shape != .mark }.map(\.folded)
  }

  static func normal(_ text: String) -> String { of(text).joined(separator: " ") }

  /// Words of texts that come again and again.
  struct Known {
    private var words: [String: [String]] = [:]

    mutating func of(_ text: String) -> [String] {
      if let known = words[text] { return known }
      let new = Words.of(text)
      words[text] = new
      return new
    }
  }

  /// The sentences that a template stands for, at most so many, each as one text with its slots in braces.
  static func forms(of template: TemplatePart, atMost bound: Int, known: inout Known) -> [String] {
    var seen: Set<String> = []
    var forms: [String] = []
    for pieces in expanded(template, bound) {
      let form = normal(pieces, &known)
      if seen.insert(form).inserted { forms.append(form) }
    }
    return forms
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

  private static func normal(_ pieces: [Piece], _ known: inout Known) -> String {
    var words: [String] = []
    var text = ""
    for piece in pieces {
      switch piece {
      case .text(let more):
        // Nothing that is a word goes over a blank, so that the parts can be looked at one by one.
        if text.utf8.last == blank || more.utf8.first == blank {
          words += known.of(text)
          text = more
        } else {
          text += more
        }
      case .slot(let name):
        words += known.of(text)
        words.append("{\(name)}")
        text = ""
      }
    }
    return (words + known.of(text)).joined(separator: " ")
  }

  private static let blank = UInt8(ascii: " ")
}
