import Playbooks
import Understanding
import Vocabulary

// What the line speaks of: the matter notes it, the agenda gives it its turn.
extension Turn {
  /// Puts every intent that the line speaks of on the matter and on the agenda, in the order of mention.
  mutating func openMentioned(_ heard: inout Heard) {
    let mentioned = newlyMentioned(heard)
    for mention in mentioned { note(mention, heard) }
    var ids: [IntentID] = []
    for id in mentioned.compactMap(\.intent) where !ids.contains(id) { ids.append(id) }
    heard.opened = ids
    opened = ids
    guard !ids.isEmpty else { return }
    talk.fallbacks = 0
    talk.agenda = Array((ids + talk.agenda.filter { !ids.contains($0) }).prefix(Limits.agendaIntents))
  }

  /// Mentions that change the subject. While a question is open, only a certain one, or a likely one that does not
  /// answer it; a mention of what is spoken of already changes nothing.
  private func newlyMentioned(_ heard: Heard) -> [IntentMention] {
    let putsRight = heard.has(.correction) && !heard.filled.corrected.isEmpty
    let answers = answersOpenQuestion(heard) || isWordToQuestion(heard) || putsRight
    return mentions(of: heard).filter { mention in
      guard let id = mention.intent, playbook.intent(id) != nil else { return false }
      if talk.agenda.first == id, talk.expectation != .nothing { return false }
      return mention.certainty == .certain || !answers
    }
  }

  /// A single word to the open question is meant for it, whatever else it may be near to.
  private func isWordToQuestion(_ heard: Heard) -> Bool {
    talk.expectation.slot != nil && !heard.interpretation.normalized.contains(" ")
  }

  /// Mentions of the line; where none is certain, a line that is an intent's title, as choices are, speaks of it.
  private func mentions(of heard: Heard) -> [IntentMention] {
    let found = heard.interpretation.mentions
    guard !found.contains(where: { $0.certainty == .certain }), let id = engine.intentTitled(heard.line),
      let intent = playbook.intent(id)
    else { return found }
    let candidate = Candidate(intent: id, score: 1, by: .template, at: intent.place)
    let span = ScalarSpan(0, heard.line.scalars.count)
    return [IntentMention(certainty: .certain, candidates: [candidate], span: span)]
  }

  private func answersOpenQuestion(_ heard: Heard) -> Bool {
    switch talk.expectation {
    case .nothing: false
    case .slot(let slot):
      heard.filled.changed.contains(slot) || heard.filled.repeated.contains(slot) || heard.has(.decline)
        || refuses(slot, heard)
    case .confirmSlot, .confirmIntent, .settled: heard.isOnly(.yes) || heard.isOnly(.no)
    case .chooseIntent(let intents): chosen(among: intents, heard) != nil
    case .chooseSlot(_, let slots): chosen(among: slots, heard) != nil
    }
  }

  /// "Monday does not work" is about the day that was asked for, and about nothing else.
  private func refuses(_ id: SlotID, _ heard: Heard) -> Bool {
    guard let slot = playbook.slot(id), slot.kind != .text else { return false }
    return heard.interpretation.deniedValues.contains { SlotConversion.value(of: $0, for: slot) != nil }
  }

  mutating func note(_ mention: IntentMention, _ heard: Heard) {
    guard let candidate = mention.candidates.first else { return }
    because("\(candidate.intent) is \(mention.certainty.rawValue) by \(candidate.by.rawValue)", at: candidate.place)
    open(candidate.intent, score: candidate.score, seq: heard.seq, place: candidate.place)
    noteWhose(candidate.intent, heard)
  }

  /// "My wife lost her card": the matter is taken, and it is noted whose it is.
  private mutating func noteWhose(_ id: IntentID, _ heard: Heard) {
    guard let person = heard.interpretation.person, let index = matter.intents.firstIndex(where: { $0.intent == id }),
      matter.intents[index].person == nil
    else { return }
    matter.intents[index].person = Turn.withoutPossessive(heard.line.typed(person))
    because("\(id) is about somebody else")
    let isSaid = matter.intents.contains { $0.intent != id && $0.person == matter.intents[index].person }
    if floor == .bot, !isSaid { begin(with: Wording(self).text(.onBehalf)) }
  }

  /// "My neighbour" of "my neighbour's dog".
  private static func withoutPossessive(_ person: String) -> String {
    for ending in ["'s", "\u{2019}s"] where person.hasSuffix(ending) { return String(person.dropLast(2)) }
    return person
  }

  /// A slot of somebody else's matter: what is on record of the customer does not count for it, nor is it put there. How
  /// the customer can be reached stays the customer's.
  func isForSomebodyElse(_ slot: Slot) -> Bool {
    guard slot.kind != .email, slot.kind != .phone else { return false }
    return matter.intents.contains { theirs in
      theirs.person != nil && (playbook.intent(theirs.intent)?.uses(slot.id) ?? false)
    }
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

  /// Speaks of that intent now.
  mutating func turn(to id: IntentID, seq: Int) {
    talk.expectation = .nothing
    open(id, score: 1, seq: seq, place: nil)
    talk.agenda = Array(([id] + talk.agenda.filter { $0 != id }).prefix(Limits.agendaIntents))
    proceed(id)
  }
}
