import Playbooks
import Understanding
import Vocabulary

// Answers to questions that Baton puts by itself: is that right, shall I, which one, did that settle it.
extension Turn {
  mutating func answerReadBack(of id: SlotID, _ heard: Heard) {
    if heard.filled.changed.contains(id) {
      talk.expectation = .nothing
      return proceedOrRest()
    }
    if heard.has(.yes), !heard.has(.no) {
      matter.facts[id]?.confirmed = true
      if let slot = playbook.slot(id), slot.remember == .customer { customer.memory[id] = matter.facts[id] }
      talk.expectation = .nothing
      progress()
      return proceedOrRest()
    }
    if heard.has(.no) || heard.has(.correction) {
      because("\(id) was read back and is wrong")
      matter.facts[id] = nil
      customer.memory[id] = nil
      talk.expectation = .nothing
      return proceedOrRest()
    }
    if changedSubject(from: id, heard) { return proceedOrRest() }
    guard let slot = playbook.slot(id) else { return proceedOrRest() }
    retry(slot, heard)
  }

  mutating func answerReadBack(of id: IntentID, _ heard: Heard) {
    if !heard.filled.changed.isEmpty {
      talk.expectation = .nothing
      if !heard.filled.corrected.isEmpty { sayCorrected(heard.filled.corrected) }
      return proceedOrRest()
    }
    if heard.has(.yes), !heard.has(.no) {
      talk.confirmed.append(id)
      talk.expectation = .nothing
      progress()
      return proceed(id)
    }
    if heard.has(.no) { return cancel(id) }
    if talk.agenda.first != id {
      talk.expectation = .nothing
      return proceedOrRest()
    }
    repeatOrHandOff(heard)
  }

  /// The open question was neither answered nor left: it counts as a time that nothing fitted.
  private mutating func repeatOrHandOff(_ heard: Heard) {
    talk.fallbacks += 1
    if talk.fallbacks >= playbook.settings.fallbacks { return handOff(HandoffReason(.fallback), plan: nil) }
    repeatQuestion()
  }

  // MARK: which one

  mutating func disambiguate(_ mention: IntentMention) {
    let known = mention.candidates.map(\.intent).filter { playbook.intent($0) != nil }
    guard known.count > 1 else { return handOff(HandoffReason(.fallback), plan: nil) }
    let choices = known.compactMap { playbook.intent($0).map { Choice(title: $0.title, say: $0.title) } }
    because("\(known.map(\.rawValue).joined(separator: " and ")) are near")
    talk.expectation = .chooseIntent(known)
    talk.questionSeq = add(.bot, Wording(self).text(.disambiguation), choices: choices + [personChoice])
  }

  mutating func answerChoice(of intents: [IntentID], _ heard: Heard) {
    if let id = chosen(among: intents, heard) {
      talk.expectation = .nothing
      talk.fallbacks = 0
      open(id, score: 1, seq: heard.seq, place: nil)
      talk.agenda = [id] + talk.agenda.filter { $0 != id }
      return proceed(id)
    }
    if let first = talk.agenda.first, matter.intents.contains(where: { $0.intent == first && $0.seq == heard.seq }) {
      talk.expectation = .nothing
      return proceed(first)
    }
    talk.expectation = .nothing
    if heard.has(.noneOfThese) || heard.has(.no) {
      because("none of the choices is meant")
      return handOff(HandoffReason(.fallback), plan: nil)
    }
    fallBack(heard)
  }

  mutating func answerChoice(of slots: [SlotID], _ heard: Heard) {
    guard case .chooseSlot(let value, _) = talk.expectation, let id = chosen(among: slots, heard),
      let slot = playbook.slot(id)
    else {
      talk.expectation = .nothing
      return proceedOrRest()
    }
    talk.expectation = .nothing
    let span = ScalarSpan(0, heard.line.scalars.count)
    learn(Fact(value: value, said: value.plain, seq: heard.seq, span: span, source: .said, at: now), for: slot)
    proceedOrRest()
  }

  /// The intent that a line picks: by its number, by its title, or because the line reads as it.
  func chosen(among intents: [IntentID], _ heard: Heard) -> IntentID? {
    let titles = intents.map { playbook.intent($0)?.title ?? $0.rawValue }
    if let index = picked(among: titles, heard.line) { return intents[index] }
    return heard.interpretation.mentions.flatMap { $0.certainty == .none ? [] : $0.candidates }
      .map(\.intent).first { intents.contains($0) }
  }

  func chosen(among slots: [SlotID], _ heard: Heard) -> SlotID? {
    let titles = slots.map { playbook.slot($0)?.title ?? $0.rawValue }
    return picked(among: titles, heard.line).map { slots[$0] }
  }

  /// "2", "the second one", or a good part of one title's words and of no other's.
  private func picked(among titles: [String], _ line: Line) -> Int? {
    let words = line.tokens.filter { $0.shape != .mark }.map(\.folded)
    let ordinals = [
      ["1", "one", "first"], ["2", "two", "second"], ["3", "three", "third"], ["4", "four", "fourth"],
    ]
    let filler: Set<String> = [
      "the", "one", "option", "number", "please", "choice", "i", "mean", "meant", "that", "it", "is",
    ]
    let telling = words.filter { !filler.contains($0) }
    if words.count <= 5,
      let index = ordinals.prefix(titles.count).firstIndex(where: { names in
        telling.count == 1 && names.contains(telling[0]) || telling.isEmpty && words == [names[1]]
      })
    {
      return index
    }
    let overlaps = titles.map { title in
      let parts = Set(Line(title).tokens.filter { $0.shape != .mark && !filler.contains($0.folded) }.map(\.folded))
      return parts.isEmpty ? 0 : Double(parts.intersection(telling).count) / Double(parts.count)
    }
    guard let best = overlaps.max(), best >= 0.5, overlaps.count(where: { $0 == best }) == 1 else { return nil }
    return overlaps.firstIndex(of: best)
  }

  // MARK: did that settle it

  mutating func answerSettled(_ id: IntentID, _ heard: Heard) {
    let moved = talk.agenda.first.map { first in
      matter.intents.contains { $0.intent == first && $0.state == .open && first != id }
    }
    if heard.has(.yes), !heard.has(.no), !heard.has(.notSettled) {
      settle(id, true)
      return moved == true ? proceedOrRest() : sayAndRest(.settled)
    }
    if moved == true {
      because("the customer has moved on")
      talk.expectation = .nothing
      return proceedOrRest()
    }
    settle(id, false)
    because("the answer did not settle it")
    handOff(HandoffReason(.notSettled, detail: id.rawValue), plan: plan(of: id))
  }

  mutating func settle(_ id: IntentID, _ settled: Bool) {
    talk.expectation = .nothing
    if let index = matter.tried.lastIndex(where: { $0.intent == id }) { matter.tried[index].settled = settled }
    if let index = matter.intents.firstIndex(where: { $0.intent == id }) {
      matter.intents[index].state = settled ? .served : .open
    }
    if settled { progress() }
  }

  mutating func sayAndRest(_ sentence: Sentence) {
    talk.expectation = .nothing
    add(.bot, Wording(self).text(sentence))
  }

  private func changedSubject(from slot: SlotID, _ heard: Heard) -> Bool {
    guard let first = talk.agenda.first else { return false }
    return matter.intents.contains { $0.intent == first && $0.seq == heard.seq }
  }
}
