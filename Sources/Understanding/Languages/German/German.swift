import Playbooks
import Vocabulary

extension Lexicon {
  static let german: Lexicon = Lexicon(
    language: .german, terms: GermanTerms.rules, padding: .german, weight: .german, acts: .german, persons: .german,
    corrections: .german, negation: .german, clauses: .german, reported: .german, talk: .german, text: .german,
    signals: .german, cues: .german,
    common: GermanTerms.common, answers: .german, numbers: .german, money: .german, calendar: .german, names: .german,
    choices: .german, ear: .german)
}
