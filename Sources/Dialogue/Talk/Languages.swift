import Playbooks
import Understanding
import Vocabulary

/// How the language of a thread became known, and what speaks for another one since.
package struct LanguageEvidence: Hashable, Codable, Sendable {
  /// Lines in a row that were clearly in that other language.
  package var other: Language?
  package var lines = 0
  package init() {}
}

/// In which language a line is read.
struct LanguageChoice {
  let language: Language
  /// The line asks for it and for nothing else.
  var isAsked = false
  /// The thread was greeted in another one.
  var discloses = false
}

// In which language a customer is read and answered.
extension Turn {
  /// The language to read a line in; and, where the line is the first to tell or the second in another language, that of
  /// the thread. A thread that nothing told of stays in the playbook's first language, and may still be told.
  mutating func chooseLanguage(by line: Line) -> LanguageChoice {
    if !playbook.settings.languages.contains(talk.language) { forgetLanguage() }
    let asBefore = LanguageChoice(language: talk.language)
    guard playbook.settings.languages.count > 1, let sign = engine.reader.language(of: line) else { return asBefore }
    var choice = LanguageChoice(language: sign.language, isAsked: sign.isAsked)
    if sign.isAsked || talk.languageEvidence == nil {
      let isFirst = talk.languageEvidence == nil && sign.language != talk.language
      // Everybody is to read in their own language whom they write with.
      choice.discloses = isFirst && snapshot.lastSeq > 0
      adopt(sign.language)
    } else if sign.language == talk.language {
      talk.languageEvidence = LanguageEvidence()
    } else if sign.isClear {
      hearOther(sign.language)
    } else {
      return asBefore
    }
    return choice
  }

  /// Once may be a quotation; twice is a wish.
  private mutating func hearOther(_ language: Language) {
    var evidence = talk.languageEvidence ?? LanguageEvidence()
    evidence.lines = evidence.other == language ? evidence.lines + 1 : 1
    evidence.other = language
    talk.languageEvidence = evidence
    if evidence.lines >= Turn.linesToChange { adopt(language) }
  }

  private static let linesToChange = 2

  private mutating func adopt(_ language: Language) {
    talk.languageEvidence = LanguageEvidence()
    guard language != talk.language else { return }
    because("the customer writes \(Idioms.known(language)?.name ?? language.rawValue)")
    talk.language = language
    // The open question was put in the other language.
    talk.questionSeq = nil
    if isOpen { noteLanguage() }
  }

  /// The playbook no longer has the thread's language.
  private mutating func forgetLanguage() {
    talk.language = playbook.settings.defaultLanguage
    talk.languageEvidence = nil
  }

  /// Lets agents know what the customer writes in.
  mutating func noteLanguage() {
    if playbook.settings.languages.count > 1 { theCase?.language = talk.language }
  }

  /// Agrees to the language and puts the open question in it.
  mutating func sayLanguageChanged() {
    because("the customer asks for the language")
    add(.bot, Wording(self).text(.languageChanged))
    if talk.expectation != .nothing { putAgain() }
  }

  /// Puts the open question once more, in the customer's language. It is no new question.
  mutating func putAgain() {
    let wording = Wording(self)
    switch talk.expectation {
    case .nothing: break
    case .slot(let id):
      guard let slot = playbook.slot(id) else { return }
      let words = slot.ask.map { wording.text($0) } ?? wording.text(.askContact)
      talk.questionSeq = add(.bot, words, choices: choices(of: slot), asks: id)
    case .confirmSlot(let id): if let slot = playbook.slot(id) { readBack(slot) }
    case .confirmIntent(let id): if let intent = playbook.intent(id) { readBack(intent) }
    case .chooseIntent(let intents):
      talk.questionSeq = add(.bot, wording.text(.disambiguation), choices: choices(of: intents) + [personChoice])
    case .chooseSlot(let value, let slots):
      var which = wording
      which.slotValue = value
      let titles = slots.compactMap { playbook.slot($0)?.titled(in: talk.language) }
      talk.questionSeq = add(.bot, which.text(.whichSlot), choices: titles.map { Choice(title: $0, say: $0) })
    case .settled: talk.questionSeq = add(.bot, wording.text(.settledQuestion), choices: yesNo)
    }
  }
}
