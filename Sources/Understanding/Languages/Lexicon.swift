import Playbooks
import Vocabulary

/// All that is known of one language to understand it: tables of words, and the few rules that tables cannot say.
///
/// A line carries the lexicon that it is read with, so that every reader finds its words there. A language more is a
/// folder beside `English` and `German`, and its name in `Lexicon.all`.
final class Lexicon: Sendable {
  let language: Language
  let terms: TermRules
  let padding: Padding
  let weight: WeightWords
  let acts: ActTables
  let persons: PersonTables
  let corrections: CorrectionWords
  let negation: NegationWords
  let clauses: ClauseWords
  let reported: ReportedWords
  let talk: TalkWords
  let text: TextWords
  let signals: SignalWords
  let cues: CueWords
  /// Words that say little by themselves.
  let common: Set<String>
  let answers: YesNoTables
  let numbers: NumberTables
  let money: MoneyTables
  let calendar: CalendarTables
  let names: NameTables
  let choices: ChoiceWords
  let ear: EarWords

  init(
    language: Language, terms: TermRules, padding: Padding, weight: WeightWords, acts: ActTables, persons: PersonTables,
    corrections: CorrectionWords, negation: NegationWords, clauses: ClauseWords, reported: ReportedWords,
    talk: TalkWords, text: TextWords, signals: SignalWords, cues: CueWords,
    common: Set<String>, answers: YesNoTables, numbers: NumberTables, money: MoneyTables, calendar: CalendarTables,
    names: NameTables, choices: ChoiceWords, ear: EarWords
  ) {
    self.language = language
    self.terms = terms
    self.padding = padding
    self.weight = weight
    self.acts = acts
    self.persons = persons
    self.corrections = corrections
    self.negation = negation
    self.clauses = clauses
    self.reported = reported
    self.talk = talk
    self.text = text
    self.signals = signals
    self.cues = cues
    self.common = common
    self.answers = answers
    self.numbers = numbers
    self.money = money
    self.calendar = calendar
    self.names = names
    self.choices = choices
    self.ear = ear
  }

  static let all: [Lexicon] = [.english, .german]

  /// The lexicon of a language, also of its kind in a country; English where there is none.
  static func of(_ language: Language) -> Lexicon { all.first { $0.language == language.base } ?? .english }
}
