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
    // Something else that counts is progress, not a failed try.
    if matter.isSettled(id) || !heard.opened.isEmpty || !heard.filled.changed.isEmpty { return afterFacts(heard) }
    if isKeptForLater(heard) { return afterFacts(heard) }
    if let ambiguous = heard.interpretation.mentions.first(where: { $0.certainty == .ambiguous }),
      ambiguous.candidates.allSatisfy({ $0.by == .template })
    {
      return disambiguate(ambiguous)
    }
    retry(slot, heard)
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
    let sentences = slots.compactMap { id -> String? in
      guard let fact = matter.facts[id] else { return nil }
      var wording = Wording(self)
      wording.slot = id
      wording.slotValue = fact.value
      return wording.text(.corrected)
    }
    if !sentences.isEmpty { add(.bot, sentences.joined(separator: " ")) }
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
    if matter.unclear.count < Limits.matterRecords {
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
    let question = slot.retry ?? slot.ask
    if refused[slot.id] != nil { return refusal(of: slot, then: question) }
    var wording = Wording(self)
    wording.slot = slot.id
    if let retry = slot.retry { return wording.text(retry) }
    return [wording.text(.retry), question.map { wording.text($0) } ?? ""].joined(separator: " ")
  }

  /// "That cannot be: it has to be today or before." And the question.
  func refusal(of slot: Slot, then question: Reply?) -> String {
    var wording = Wording(self)
    wording.slot = slot.id
    wording.requirement = refused[slot.id]?.requirement
    return [wording.text(.invalid), question.map { wording.text($0) } ?? ""].joined(separator: " ")
  }
}
