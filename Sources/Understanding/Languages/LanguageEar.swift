import Playbooks
import Vocabulary

/// The language that a line tells by itself.
package struct LanguageSign: Hashable, Sendable {
  package let language: Language
  /// More than a word speaks for it, so that it is no chance.
  package let isClear: Bool
  /// The line asks for the language and for nothing else: "auf Deutsch bitte".
  package let isAsked: Bool
}

/// What one language is told by.
struct EarWords: Sendable {
  /// Words that nearly every sentence has.
  let common: Set<String>
  /// Letters that other languages of Baton do not have.
  let letters: Set<Unicode.Scalar>
  /// How the language is called, in any language.
  let names: Set<String>
  /// Words beside a name that ask for the language.
  let asking: Set<String>
}

/// Tells languages apart: by their common words, by their letters, and by the words that only one language of the
/// playbook has.
struct LanguageEar: Sendable {
  private let languages: [Language]
  /// For each word the languages that it speaks for, by number, and how much.
  private let weights: [String: Weight]
  private let letters: [Unicode.Scalar: Int]
  private let names: [String: Int]
  private let asking: Set<String>

  private struct Weight: Sendable {
    let language: Int
    let points: Int
  }

  private static let commonPoints = 2
  private static let ownPoints = 1
  private static let letterPoints = 2
  /// So much more speaks for a language than for any other.
  private static let clearFrom = 3
  private static let mostWordsOfRequest = 8

  init(_ playbook: Playbook) {
    languages = playbook.settings.languages
    guard languages.count > 1 else {
      (weights, letters, names, asking) = ([:], [:], [:], [])
      return
    }
    let ears = languages.map { language -> EarWords? in
      let lexicon = Lexicon.of(language)
      return lexicon.language == language.base ? lexicon.ear : nil
    }
    weights = LanguageEar.weights(ears, languages.map { LanguageEar.words(of: playbook.spoken(in: $0)) })
    letters = LanguageEar.only(ears.map { $0?.letters ?? [] })
    names = LanguageEar.only(ears.map { $0?.names ?? [] })
    asking = Lexicon.all.reduce(into: []) { $0.formUnion($1.ear.asking) }
  }

  func sign(of line: Line) -> LanguageSign? {
    guard languages.count > 1 else { return nil }
    if let asked = asked(line) { return asked }
    var points = [Int](repeating: 0, count: languages.count)
    for token in line.tokens where token.shape == .word {
      if let weight = weights[token.folded] { points[weight.language] += weight.points }
    }
    for scalar in line.scalars where scalar.value > 0x7F {
      if let language = letters[scalar] { points[language] += LanguageEar.letterPoints }
    }
    guard let most = points.max(), most > 0, let best = points.firstIndex(of: most) else { return nil }
    let second = points.indices.filter { $0 != best }.map { points[$0] }.max() ?? 0
    guard second == 0 || most - second >= 2 else { return nil }
    return LanguageSign(language: languages[best], isClear: most - second >= LanguageEar.clearFrom, isAsked: false)
  }

  /// The name of one language, and nothing but words that ask for it.
  private func asked(_ line: Line) -> LanguageSign? {
    var found: Int?
    var words = 0
    for token in line.tokens where token.shape != .mark {
      words += 1
      if words > LanguageEar.mostWordsOfRequest { return nil }
      if let language = names[token.folded] {
        guard found == nil || found == language else { return nil }
        found = language
      } else if !asking.contains(token.folded) {
        return nil
      }
    }
    return found.map { LanguageSign(language: languages[$0], isClear: true, isAsked: true) }
  }

  // MARK: Tables

  private static func weights(_ ears: [EarWords?], _ own: [Set<String>]) -> [String: Weight] {
    let common = ears.map { $0?.common ?? [] }
    let shared = Set(common.flatMap { $0 })
    var weights = only(own.map { $0.subtracting(shared) }).mapValues { Weight(language: $0, points: ownPoints) }
    for (word, language) in only(common) { weights[word] = Weight(language: language, points: commonPoints) }
    return weights
  }

  /// What stands in one of the sets and in no other, with the number of its set.
  private static func only<Item: Hashable>(_ sets: [Set<Item>]) -> [Item: Int] {
    var numbers: [Item: Int] = [:]
    var several: Set<Item> = []
    for (number, set) in sets.enumerated() {
      for item in set where numbers.updateValue(number, forKey: item) != nil { several.insert(item) }
    }
    return numbers.filter { !several.contains($0.key) }
  }

  /// The words of all utterances.
  private static func words(of playbook: Playbook) -> Set<String> {
    var words: Set<String> = []
    for template in playbook.intents.flatMap({ $0.templates + $0.counterExamples }) { add(template.root, to: &words) }
    return words
  }

  private static func add(_ part: TemplatePart, to words: inout Set<String>) {
    switch part {
    case .slot: break
    case .text(let text):
      for token in Line(text).tokens where token.shape == .word && token.folded.utf8.count > 2 {
        words.insert(token.folded)
      }
    case .sequence(let parts), .alternatives(let parts), .optional(let parts):
      for part in parts { add(part, to: &words) }
    }
  }
}
