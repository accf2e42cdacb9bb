import Playbooks
import Understanding
import Vocabulary

// The order in which a line is answered while the bot has the floor. Asking for a person comes before everything.
extension Turn {
  mutating func answer(_ heard: Heard) {
    guard let said = saidTwice, !heard.isPleasantry, !isNod(heard), heard.filled.changed.isEmpty else {
      return reply(heard)
    }
    let before = self
    reply(heard)
    // A try of a slot is counted by itself.
    let isTry = matter.unclear.count > before.matter.unclear.count
    guard floor == .bot, botWords(in: entries) == said, !isTry else { return }
    // The same words a third time help nobody.
    self = before
    because("the bot would say the same a third time")
    handOff(HandoffReason(.fallback), plan: nil)
  }

  /// "Ok" where nothing was asked.
  private func isNod(_ heard: Heard) -> Bool {
    talk.expectation == .nothing && (heard.isOnly(.yes) || heard.isOnly(.no))
  }

  /// What the bot said to the last two lines, where it was the same.
  private var saidTwice: [String]? {
    var answers: [[String]] = []
    var words: [String] = []
    for entry in snapshot.recent.reversed() {
      switch entry.from {
      case .bot: words.insert(entry.text, at: 0)
      case .customer:
        answers.append(words)
        words = []
      case .agent, .system: continue
      }
      if answers.count == 2 { break }
    }
    guard answers.count == 2, answers[0] == answers[1], !answers[0].isEmpty else { return nil }
    return answers[0]
  }

  private func botWords(in entries: [Entry]) -> [String] { entries.filter { $0.from == .bot }.map(\.text) }

  private mutating func reply(_ line: Heard) {
    var heard = line
    if let id = intentLeftOut(by: heard), !heard.has(.person), leaveOut(id, heard) { return }
    openMentioned(&heard)
    if heard.has(.person), !isAnybody(heard) {
      because("the customer asks for a person")
      return handOff(HandoffReason(.customerRequest), plan: nil)
    }
    if heard.asksForLanguage { return sayLanguageChanged() }
    if talk.dodge >= playbook.settings.dodge.bound {
      because("signals reach the bound of \(playbook.settings.dodge.bound)")
      return handOff(HandoffReason(.dodge, detail: matter.signals.last?.signal.rawValue), plan: nil)
    }
    if heard.opened.isEmpty, sayNotWanted(heard) { return }
    // Words that an author gave to an intent are the author's.
    if heard.opened.isEmpty, smallTalk(heard) { return }
    switch talk.expectation {
    case .nothing: answerFreely(heard)
    case .slot(let slot): answerQuestion(slot, heard)
    case .confirmSlot(let slot): answerReadBack(of: slot, heard)
    case .confirmIntent(let intent): answerReadBack(of: intent, heard)
    case .chooseIntent(let intents): answerChoice(of: intents, heard)
    case .chooseSlot(let value, let slots): answerChoice(for: value, of: slots, heard)
    case .settled(let intent): answerSettled(intent, heard)
    }
  }

  /// "Anyone", where that is one of the choices that were asked for.
  private func isAnybody(_ heard: Heard) -> Bool {
    guard case .slot(let id) = talk.expectation, heard.filled.changed.contains(id),
      playbook.slot(id)?.kind == .choice
    else { return false }
    let words = heard.line.tokens.filter { $0.shape != .mark }
    return words.count == 1 && heard.line.talk.anybody.contains(words[0].folded)
  }

  // MARK: nothing was asked

  private mutating func answerFreely(_ heard: Heard) {
    if let intent = intentLookingUp, heard.opened.isEmpty {
      sayCorrected(heard.filled.corrected)
      return proceed(intent)
    }
    if let intent = heard.opened.first { return proceed(intent) }
    if heard.has(.notSettled), let tried = matter.tried.last { return notSettled(tried.intent) }
    if let ambiguous = heard.interpretation.mentions.first(where: { $0.certainty == .ambiguous }) {
      return disambiguate(ambiguous)
    }
    if let intent = servedWith(heard.filled.changed) {
      sayCorrected(heard.filled.corrected)
      return turn(to: intent, seq: heard.seq)
    }
    if !heard.filled.corrected.isEmpty { return sayCorrected(heard.filled.corrected) }
    if let intent = talk.agenda.first { return proceed(intent) }
    if !heard.filled.changed.isEmpty || !heard.filled.repeated.isEmpty { return sayNoted(heard) }
    if isNod(heard) { return answerNod(heard) }
    fallBack(heard)
  }

  /// The intent that was answered last, where the line gives it other values: its answer may be another now.
  func servedWith(_ changed: [SlotID]) -> IntentID? {
    guard let id = matter.tried.last?.intent, let intent = playbook.intent(id) else { return nil }
    return changed.contains(where: intent.uses) ? id : nil
  }

  /// "Ok" where nothing was asked closes the matter; "yes" to "anything else?" asks what there is.
  private mutating func answerNod(_ heard: Heard) {
    let question = Wording(self).text(.askMore)
    let last = snapshot.recent.last { $0.from == .bot }
    if heard.isOnly(.yes), last?.text.hasSuffix(question) ?? false { return sayCapabilities() }
    sayAndRest(.settled)
  }

  /// Values before the matter is known are kept, and the customer is told so.
  private mutating func sayNoted(_ heard: Heard) {
    progress()
    var wording = Wording(self)
    wording.onlyFacts = heard.filled.changed + heard.filled.repeated
    add(.bot, wording.text(.noted))
    if matter.intents.isEmpty { add(.bot, wording.text(.whatAbout)) }
  }

  /// Nothing fits. The last of the allowed times is answered by a person.
  mutating func fallBack(_ heard: Heard) {
    talk.fallbacks += 1
    because("nothing fits, time \(talk.fallbacks) of \(playbook.settings.fallbacks)")
    if talk.fallbacks >= playbook.settings.fallbacks {
      return handOff(HandoffReason(.fallback), plan: nil)
    }
    add(.bot, Wording(self).text(.fallback), choices: [personChoice])
  }

  var personChoice: Choice {
    let words = Wording(self).text(.aPerson)
    return Choice(title: words, say: words)
  }

  /// Goes on with what is under way, or says that it is listening.
  mutating func proceedOrRest() {
    talk.expectation = .nothing
    if let intent = talk.agenda.first { return proceed(intent) }
    add(.bot, Wording(self).text(.askMore))
  }
}
