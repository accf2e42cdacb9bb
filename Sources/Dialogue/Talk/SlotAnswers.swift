import Playbooks
import Understanding
import Vocabulary

// A slot was asked for.
extension Turn {
  mutating func answerQuestion(_ id: SlotID, _ heard: Heard) {
    let isWanted = talk.agenda.contains { playbook.intent($0)?.needs.contains(id) ?? false }
    guard let slot = playbook.slot(id), isWanted else { return proceedOrRest() }
    if heard.has(.decline), !heard.filled.changed.contains(id) {
      matter.declined[id] = heard.seq
      because("\(id) is declined")
      progress()
      return proceedOrRest()
    }
    if heard.has(.asBefore), !heard.filled.changed.contains(id) {
      return takeAsBefore(slot, heard) ? () : afterFacts(heard)
    }
    // Something else that counts is progress, not a failed try.
    if matter.isSettled(id) || !heard.opened.isEmpty || !heard.filled.changed.isEmpty { return afterFacts(heard) }
    if isKeptForLater(heard) { return afterFacts(heard) }
    if let ambiguous = heard.interpretation.mentions.first(where: { $0.certainty == .ambiguous }),
      ambiguous.candidates.allSatisfy({ $0.by == .template })
    {
      return disambiguate(ambiguous)
    }
    if takesBackNamed(heard) { return }
    if asksWhichValue(slot, heard) { return }
    retry(slot, heard)
  }

  /// "No, the day is wrong": a known value is taken back by its name alone, and asked for in its turn.
  private mutating func takesBackNamed(_ heard: Heard) -> Bool {
    guard heard.has(.no) || heard.has(.correction) else { return false }
    let known = (talk.agenda.first.flatMap { playbook.intent($0) }?.needs ?? []).filter { matter.knows($0) }
    guard let named = chosen(among: known, heard), let slot = playbook.slot(named),
      (talk.attempts[named] ?? 0) + 1 < slot.tries
    else { return false }
    because("\(named) is taken back")
    takeBack(slot)
    talk.agenda.first.flatMap { playbook.intent($0) }.map { ask(slot, for: $0) }
    return true
  }

  /// "Friday or Monday" is an answer with two values: the customer says which, and a person does after the last try.
  private mutating func asksWhichValue(_ slot: Slot, _ heard: Heard) -> Bool {
    let values = filling(of: heard).alternatives(for: slot)
    guard values.count > 1 else { return false }
    because("\(values.count) values are said for \(slot.id)", at: slot.place)
    guard countTry(slot, heard) else { return true }
    let wording = Wording(self)
    let choices = values.prefix(4).compactMap { entity in
      (try? SlotValidation.check(entity, against: slot, now: clock).get()).map {
        Choice(title: wording.shown($0, of: slot.id), say: heard.line.typed(entity.span))
      }
    }
    put(wording.text(.whichValue), for: slot, choices: choices)
    return true
  }

  /// The line says a value that waits: for another slot that a cue names, or for the customer to say whose it is.
  private func isKeptForLater(_ heard: Heard) -> Bool {
    if matter.loose.contains(where: { $0.seq == heard.seq && $0.slot != nil && $0.entity.kind != .text }) {
      return true
    }
    guard let intent = talk.agenda.first.flatMap({ playbook.intent($0) }) else { return false }
    return fillingFromBefore(for: intent)?.undecided()?.value.seq == heard.seq
  }

  mutating func afterFacts(_ heard: Heard) {
    progress()
    sayCorrected(heard.filled.corrected)
    proceedOrRest()
  }

  mutating func sayCorrected(_ slots: [SlotID]) {
    guard let first = slots.first, let fact = matter.facts[first] else { return }
    var wording = Wording(self)
    wording.slot = first
    wording.slotValue = fact.value
    wording.onlyFacts = slots
    add(.bot, wording.text(slots.count > 1 ? .correctedSeveral : .corrected))
  }

  /// The line did not answer the question: one try less. After the last a person takes over.
  mutating func retry(_ slot: Slot, _ heard: Heard) {
    guard countTry(slot, heard) else { return }
    put(retryWords(slot, heard), for: slot)
  }

  /// Whether another try is left; without one the case is handed off here.
  mutating func countTry(_ slot: Slot, _ heard: Heard) -> Bool {
    let tries = (talk.attempts[slot.id] ?? 0) + 1
    talk.attempts[slot.id] = tries
    let isNoted = matter.unclear.contains { $0.slot == slot.id && $0.seq == heard.seq }
    if !isNoted, matter.unclear.count < Limits.matterRecords {
      let said = entries.first { $0.seq == heard.seq }?.text ?? ""
      matter.unclear.append(Unclear(slot: slot.id, said: slot.isHidden ? "••••" : said, seq: heard.seq))
    }
    because("the line does not answer \(slot.id), try \(tries) of \(slot.tries)", at: slot.place)
    if tries < slot.tries { return true }
    failed(slot)
    return false
  }

  /// Every try for the slot is used up.
  mutating func failed(_ slot: Slot) {
    let intent = talk.agenda.first
    handOff(
      HandoffReason(.slotFailed, detail: slot.id.rawValue), plan: intent.flatMap { plan(of: $0) }, intent: intent)
  }

  private func retryWords(_ slot: Slot, _ heard: Heard) -> String {
    if let problem = refused[slot.id] {
      let question = (slot.retry ?? slot.ask).map { Wording(self).text($0) }
      return refusal(of: slot, Wording(self).words(for: problem.requirement), then: question ?? "")
    }
    var wording = Wording(self)
    wording.slot = slot.id
    if let retry = slot.retry { return wording.text(retry) }
    return [wording.text(.retry), slot.ask.map { wording.text($0) } ?? ""].joined(separator: " ")
  }

  /// "That cannot be: it has to be today or before." And the question.
  func refusal(of slot: Slot, _ requirement: String, then question: String) -> String {
    var wording = Wording(self)
    wording.slot = slot.id
    wording.requirement = requirement
    return Wording.trimmed([wording.text(.invalid), question].joined(separator: " "))
  }
}
