import Playbooks
import Understanding
import Vocabulary

// Answers to questions that Baton puts by itself: is that right, shall I, did that settle it.
extension Turn {
  mutating func answerReadBack(of id: SlotID, _ heard: Heard) {
    guard let slot = playbook.slot(id), matter.knows(id) else { return proceedOrRest() }
    if heard.filled.changed.contains(id) { return afterFacts(heard) }
    // Who says the value again says yes to it.
    if heard.agrees || heard.has(.asBefore) || heard.filled.repeated.contains(id) && !heard.has(.no) {
      confirm(id)
      return afterFacts(heard)
    }
    if heard.has(.no) || heard.has(.correction) {
      because("\(id) was read back and is wrong")
      takeBack(slot)
      if talk.attempts[id] ?? 0 >= slot.tries { return failed(slot) }
      return afterFacts(heard)
    }
    if heard.has(.decline) {
      matter.facts[id] = nil
      matter.declined[id] = heard.seq
      because("\(id) is declined")
      return afterFacts(heard)
    }
    if !heard.opened.isEmpty || !heard.filled.changed.isEmpty { return afterFacts(heard) }
    guard countTry(slot, heard) else { return }
    readBack(slot)
  }

  mutating func answerReadBack(of id: IntentID, _ heard: Heard) {
    guard talk.agenda.contains(id) else { return proceedOrRest() }
    if !heard.filled.changed.isEmpty { return afterFacts(heard) }
    if heard.agrees {
      talk.confirmed.append(id)
      progress()
      return proceedOrRest()
    }
    if heard.isOnly(.no), !heard.has(.correction) {
      talk.expectation = .nothing
      return cancel(id)
    }
    if !heard.opened.isEmpty { return proceedOrRest() }
    changeSomething(of: id, heard)
  }

  /// "No, the day is wrong": what is named is asked for anew. Where nothing is named, that is asked.
  private mutating func changeSomething(of id: IntentID, _ heard: Heard) {
    let known = (playbook.intent(id).map { $0.needs + $0.takes } ?? []).filter { matter.knows($0) }
    if let named = chosen(among: known, heard), let slot = playbook.slot(named) {
      because("\(named) was read back and is wrong")
      takeBack(slot)
      if talk.attempts[named] ?? 0 >= slot.tries { return failed(slot) }
      progress()
      return proceedOrRest()
    }
    guard heard.has(.no) || heard.has(.correction) else { return repeatOrHandOff() }
    talk.fallbacks += 1
    because("the read-back is wrong, and it is not said where")
    if talk.fallbacks >= playbook.settings.fallbacks { return handOff(HandoffReason(.fallback), plan: nil) }
    let choices = known.compactMap { playbook.slot($0).map { Choice(title: $0.title, say: $0.title) } }
    talk.questionSeq = add(.bot, Wording(self).text(.whatToChange), choices: choices)
  }

  /// The open question was neither answered nor left: it counts as a time that nothing fitted.
  mutating func repeatOrHandOff() {
    talk.fallbacks += 1
    because("the question is not answered, time \(talk.fallbacks) of \(playbook.settings.fallbacks)")
    if talk.fallbacks >= playbook.settings.fallbacks { return handOff(HandoffReason(.fallback), plan: nil) }
    repeatQuestion()
  }

  // MARK: did that settle it

  mutating func answerSettled(_ id: IntentID, _ heard: Heard) {
    if heard.agrees, !heard.has(.notSettled) {
      settle(id, true)
      return heard.opened.isEmpty ? sayAndRest(.settled) : proceedOrRest()
    }
    let changed = heard.filled.changed
    // The same intent with other values is another question; the same once more says that the answer was none.
    let asksAnew = servedWith(changed) == id || heard.opened.contains { $0 != id }
    if asksAnew, !heard.has(.notSettled) {
      because("the customer has moved on")
      sayCorrected(heard.filled.corrected)
      return turn(to: heard.opened.first ?? id, seq: heard.seq)
    }
    notSettled(id)
  }

  /// The answer did not help: a person takes over.
  mutating func notSettled(_ id: IntentID) {
    settle(id, false)
    because("the answer did not settle it")
    begin(with: Wording(self).text(.notSettled))
    handOff(HandoffReason(.notSettled, detail: id.rawValue), plan: plan(of: id), intent: id)
  }

  mutating func settle(_ id: IntentID, _ settled: Bool) {
    talk.expectation = .nothing
    if let index = matter.tried.lastIndex(where: { $0.intent == id }) { matter.tried[index].settled = settled }
    mark(id, settled ? .served : .open)
    if settled { progress() }
  }

  mutating func sayAndRest(_ sentence: Sentence) {
    talk.expectation = .nothing
    add(.bot, Wording(self).text(sentence))
  }
}
