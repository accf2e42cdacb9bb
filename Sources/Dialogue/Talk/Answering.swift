import Playbooks
import Understanding
import Vocabulary

// The order in which a line is answered while the bot has the floor. Asking for a person comes before everything.
extension Turn {
  mutating func answer(_ heard: Heard) {
    if heard.has(.person) {
      because("the customer asks for a person")
      return handOff(HandoffReason(.customerRequest), plan: nil)
    }
    if talk.dodge >= playbook.settings.dodge.bound {
      because("signals reach the bound of \(playbook.settings.dodge.bound)")
      return handOff(HandoffReason(.dodge, detail: matter.signals.last?.signal.rawValue), plan: nil)
    }
    openMentioned(heard)
    if smallTalk(heard) { return }
    switch talk.expectation {
    case .nothing: answerFreely(heard)
    case .slot(let slot): answerQuestion(slot, heard)
    case .confirmSlot(let slot): answerReadBack(of: slot, heard)
    case .confirmIntent(let intent): answerReadBack(of: intent, heard)
    case .chooseIntent(let intents): answerChoice(of: intents, heard)
    case .chooseSlot(_, let slots): answerChoice(of: slots, heard)
    case .settled(let intent): answerSettled(intent, heard)
    }
  }

  /// Puts every intent that the line speaks of on the matter and on the agenda, in the order of mention.
  private mutating func openMentioned(_ heard: Heard) {
    let mentioned = newlyMentioned(heard)
    for mention in mentioned { note(mention, seq: heard.seq) }
    let ids = mentioned.compactMap(\.intent)
    guard !ids.isEmpty else { return }
    talk.fallbacks = 0
    talk.agenda = Array((ids + talk.agenda.filter { !ids.contains($0) }).prefix(Limits.agendaIntents))
  }

  /// Mentions that change the subject. While a question is open, only a certain one, or a likely one that does not
  /// answer it; a mention of what is spoken of already changes nothing.
  private func newlyMentioned(_ heard: Heard) -> [IntentMention] {
    let answers = answersOpenQuestion(heard)
    return heard.interpretation.mentions.filter { mention in
      guard let id = mention.intent, playbook.intent(id) != nil else { return false }
      if talk.agenda.first == id, talk.expectation != .nothing { return false }
      return mention.certainty == .certain || !answers
    }
  }

  private func answersOpenQuestion(_ heard: Heard) -> Bool {
    switch talk.expectation {
    case .nothing: false
    case .slot(let slot):
      heard.filled.changed.contains(slot) || heard.filled.repeated.contains(slot) || heard.has(.decline)
    case .confirmSlot, .confirmIntent, .settled: heard.isOnly(.yes) || heard.isOnly(.no)
    case .chooseIntent(let intents): chosen(among: intents, heard) != nil
    case .chooseSlot(_, let slots): chosen(among: slots, heard) != nil
    }
  }

  mutating func note(_ mention: IntentMention, seq: Int) {
    guard let candidate = mention.candidates.first else { return }
    because("\(candidate.intent) is \(mention.certainty.rawValue) by \(candidate.by.rawValue)", at: candidate.place)
    open(candidate.intent, score: candidate.score, seq: seq, place: candidate.place)
  }

  mutating func open(_ id: IntentID, score: Double, seq: Int, place: SourcePlace?) {
    if let index = matter.intents.firstIndex(where: { $0.intent == id }) {
      if matter.intents[index].state == .cancelled || matter.intents[index].state == .served {
        matter.intents[index].state = .open
      }
      return
    }
    guard matter.intents.count < Limits.matterRecords else { return }
    matter.intents.append(MatterIntent(intent: id, score: score, seq: seq, place: place))
  }

  // MARK: nothing was asked

  private mutating func answerFreely(_ heard: Heard) {
    if let intent = talk.agenda.first, !newlyMentioned(heard).isEmpty { return proceed(intent) }
    if let ambiguous = heard.interpretation.mentions.first(where: { $0.certainty == .ambiguous }) {
      return disambiguate(ambiguous)
    }
    if heard.has(.notSettled), let tried = matter.tried.last {
      settle(tried.intent, false)
      return handOff(HandoffReason(.notSettled, detail: tried.intent.rawValue), plan: plan(of: tried.intent))
    }
    if !heard.filled.corrected.isEmpty { return sayCorrected(heard.filled.corrected) }
    if let intent = talk.agenda.first { return proceed(intent) }
    fallBack(heard)
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

  // MARK: a slot was asked for

  private mutating func answerQuestion(_ id: SlotID, _ heard: Heard) {
    guard let slot = playbook.slot(id) else { return proceedOrRest() }
    if heard.has(.decline), !heard.filled.changed.contains(id) {
      matter.declined[id] = heard.seq
      because("\(id) is declined")
      talk.expectation = .nothing
      return proceedOrRest()
    }
    if matter.isSettled(id) || talk.agenda.first != matterIntentAsking(id) {
      return afterFacts(heard)
    }
    if !heard.filled.changed.isEmpty || !heard.filled.corrected.isEmpty {
      // Something else was said that counts: that is progress, not a failed try.
      return afterFacts(heard)
    }
    retry(slot, heard)
  }

  /// The intent whose question is open, or the new subject where the line changed it.
  private func matterIntentAsking(_ slot: SlotID) -> IntentID? {
    let asking = talk.agenda.first { playbook.intent($0)?.needs.contains(slot) ?? false }
    return asking ?? talk.agenda.first
  }

  private mutating func afterFacts(_ heard: Heard) {
    talk.expectation = .nothing
    progress()
    if !heard.filled.corrected.isEmpty { sayCorrected(heard.filled.corrected) }
    proceedOrRest()
  }

  mutating func sayCorrected(_ slots: [SlotID]) {
    var sentences: [String] = []
    for id in slots {
      guard let fact = matter.facts[id] else { continue }
      var wording = Wording(self)
      wording.slot = id
      wording.slotValue = fact.value
      sentences.append(wording.text(.corrected))
    }
    if !sentences.isEmpty { add(.bot, sentences.joined(separator: " ")) }
  }

  /// Goes on with what is under way, or says that it is listening.
  mutating func proceedOrRest() {
    if let intent = talk.agenda.first {
      proceed(intent)
    } else {
      talk.expectation = .nothing
      add(.bot, Wording(self).text(.askMore))
    }
  }
}
