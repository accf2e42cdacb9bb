import Playbooks
import Vocabulary

/// Tells whether a text means the same in every conversation, so that no intent may claim it.
package struct BuiltInWords: Sendable {
  private let acts: ActReader
  private let lexicon: Lexicon

  /// With the author's own words for a person.
  package init(settings: Settings, language: Language = .english) {
    lexicon = .of(language)
    acts = ActReader(settings: settings, lexicon: lexicon)
  }

  /// The move that the text is, with nothing of weight beside it; a person before anything else.
  package func move(of text: String) -> Act.Move? {
    let terms = Terms(text, in: lexicon)
    guard acts.mayBeWhole(terms) else { return nil }
    let whole = acts.read(terms).filter(\.isWhole)
    return whole.contains { $0.move == .person } ? .person : whole.first?.move
  }

  /// The word stands in no built-in phrase, and says something: a text with several such words is no move.
  package func isStrange(_ word: String) -> Bool {
    let words = Terms(word, in: lexicon).words
    return !words.isEmpty && words.allSatisfy { acts.isStrange($0) }
  }
}
