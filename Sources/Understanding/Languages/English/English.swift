import Playbooks
import Vocabulary

extension Lexicon {
  static let english: Lexicon = Lexicon(
    language: .english,
    terms: TermRules(equal: NumberTerms.small, short: Contractions.short, ending: Contractions.written, and: "and"),
    padding: .english, weight: .english, acts: .english, persons: .english, corrections: .english, negation: .english,
    clauses: .english, reported: .english, talk: .english, text: .english, signals: .english, cues: .english,
    common: CommonWords.all, answers: .english, numbers: .english,
    money: .english, calendar: .english, names: .english, choices: .english, ear: .english)
}
