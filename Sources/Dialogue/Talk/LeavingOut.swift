import Playbooks
import Understanding
import Vocabulary

// What the customer does not want, and what they want as it was.
extension Turn {
  /// "Forget the bill", "I don't want the appointment any more": the intent under way that the line gives up.
  func intentLeftOut(by heard: Heard) -> IntentID? {
    if talk.agenda.isEmpty { return nil }
    // What waited since an earlier line says nothing of this one.
    let isFilling = heard.filled.changed.contains { matter.facts[$0]?.seq == heard.seq }
    guard !isFilling, !isAnsweredInFreeWords else { return nil }
    if let denied = heard.interpretation.denied.first(where: { talk.agenda.contains($0) }) { return denied }
    for part in heard.line.sentences { if let id = givenUp(in: part, of: heard) { return id } }
    return nil
  }

  private func givenUp(in part: ArraySlice<Token>, of heard: Heard) -> IntentID? {
    let words = part.filter { $0.shape != .mark }.map(\.folded)
    let language = heard.line.language
    guard let rest = heard.line.talk.leaving.leftOut(of: words), !rest.isEmpty, let first = part.first else {
      return nil
    }
    // What a template covers is the author's.
    let isAuthors = heard.interpretation.mentions.contains { $0.certainty == .certain && $0.span.contains(first.span) }
    if isAuthors { return nil }
    let meant = talk.agenda.filter { id in
      guard let intent = playbook.intent(id) else { return false }
      let texts = [intent.titled(in: language)] + intent.templates.filter { $0.language.base == language }.map(\.text)
      let own = Set(texts.flatMap { Line($0, readIn: language).tokens.map(\.folded) })
      return rest.allSatisfy(own.contains)
    }
    return meant.count == 1 ? meant[0] : nil
  }

  /// Takes it off the agenda and goes on with the rest of the line, where there is one.
  mutating func leaveOut(_ id: IntentID, _ heard: Heard) -> Bool {
    let others = heard.interpretation.mentions.contains { mention in
      mention.intent.map { $0 != id } ?? false && heard.line.sentences.count > 1
    }
    guard others else {
      cancel(id)
      return true
    }
    giveUp(id)
    var wording = Wording(self)
    wording.intent = id
    begin(with: wording.text(.leftOut))
    return false
  }

  private var isAnsweredInFreeWords: Bool {
    guard case .slot(let id) = talk.expectation else { return false }
    return playbook.slot(id)?.kind == .text
  }

  /// "I don't want a loan": nobody offered one, and it is no riddle either.
  mutating func sayNotWanted(_ heard: Heard) -> Bool {
    guard let id = heard.interpretation.denied.first, heard.filled.isEmpty, talk.expectation == .nothing else {
      return false
    }
    because("the line says that \(id) is not wanted")
    var wording = Wording(self)
    wording.intent = id
    add(.bot, wording.text(.notWanted))
    return true
  }

  // MARK: as before

  /// "Same as before": the value that is on record, of the case before, or that was replaced.
  mutating func takeAsBefore(_ slot: Slot, _ heard: Heard) -> Bool {
    guard var fact = factBefore(slot) else {
      // "Same day as before", where the day is known already.
      let known = matter.facts.keys.filter { $0 != slot.id }.sorted()
      if chosen(among: known, heard) != nil { return false }
      guard countTry(slot, heard) else { return true }
      var wording = Wording(self)
      wording.slot = slot.id
      let words = [wording.text(.nothingBefore), slot.ask.map { wording.text($0) } ?? ""]
      put(Wording.trimmed(words.joined(separator: " ")), for: slot)
      return true
    }
    because("\(slot.id) is as before", at: slot.place)
    fact.source = .onRecord
    fact.confirmed = true
    fact.at = now
    learn(fact, for: slot)
    talk.attempts[slot.id] = nil
    afterFacts(heard)
    return true
  }

  private func factBefore(_ slot: Slot) -> Fact? {
    if slot.remember == .never || isForSomebodyElse(slot) { return nil }
    let closed = isOpen ? nil : theCase?.matter.facts[slot.id]
    return customer.memory[slot.id] ?? closed
  }
}

extension Line {
  /// The tokens of each part between marks.
  fileprivate var sentences: [ArraySlice<Token>] {
    tokens.split { $0.shape == .mark || talk.joints.contains($0.folded) }
  }
}
