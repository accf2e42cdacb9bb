import Playbooks
import Understanding
import Vocabulary

// Putting questions. No question is put whose answer is known or was declined.
extension Turn {
  mutating func ask(_ slot: Slot, for intent: Intent) {
    if slot.onRecord == .confirm, var fact = remembered(slot), !fact.confirmed || fact.source == .said {
      fact.source = .onRecord
      fact.confirmed = false
      matter.facts[slot.id] = fact
      return readBack(slot)
    }
    let again = matter.asked.contains { $0.slot == slot.id && $0.by == .bot }
    guard let question = (again ? slot.retry : nil) ?? slot.ask else {
      because("\(slot.id) has no question", at: slot.place)
      return handOff(HandoffReason(.slotFailed, detail: slot.id.rawValue), plan: plan(of: intent.id), intent: intent.id)
    }
    put(Wording(self).text(question), for: slot)
  }

  mutating func put(_ words: String, for slot: Slot) {
    talk.expectation = .slot(slot.id)
    let seq = add(.bot, words, choices: choices(of: slot), asks: slot.id)
    talk.questionSeq = seq
    if matter.asked.count < Limits.matterRecords { matter.asked.append(Asked(slot: slot.id, seq: seq, by: .bot)) }
    because("\(slot.id) is needed and not known", at: slot.place)
  }

  private func choices(of slot: Slot) -> [Choice] {
    switch slot.kind {
    case .choice:
      slot.options.prefix(8).map { option in
        let words = Wording.shown(.choice(option.key), options: [option])
        return Choice(title: words, say: words)
      }
    case .yesNo: [Choice(title: "Yes", say: "yes"), Choice(title: "No", say: "no")]
    default: []
    }
  }

  /// The line did not answer the question: one try less. After the last a person takes over.
  mutating func retry(_ slot: Slot, _ heard: Heard) {
    let tries = (talk.attempts[slot.id] ?? 0) + 1
    talk.attempts[slot.id] = tries
    if matter.unclear.count < Limits.matterRecords {
      let said = entries.first { $0.seq == heard.seq }?.text ?? ""
      matter.unclear.append(Unclear(slot: slot.id, said: slot.sensitive ? "••••" : said, seq: heard.seq))
    }
    because("the line does not answer \(slot.id), try \(tries) of \(slot.tries)", at: slot.place)
    guard tries < slot.tries else {
      let intent = talk.agenda.first
      return handOff(
        HandoffReason(.slotFailed, detail: slot.id.rawValue), plan: intent.flatMap { plan(of: $0) }, intent: intent)
    }
    put(retryWords(slot, heard), for: slot)
  }

  private func retryWords(_ slot: Slot, _ heard: Heard) -> String {
    var wording = Wording(self)
    wording.slot = slot.id
    if let refused = heard.filled.refused.first(where: { $0.slot == slot.id }) {
      wording.requirement = refused.problem.requirement
      let question = slot.retry ?? slot.ask
      return [wording.text(.invalid), question.map { wording.text($0) } ?? ""].joined(separator: " ")
    }
    if let retry = slot.retry { return wording.text(retry) }
    return [wording.text(.retry), slot.ask.map { wording.text($0) } ?? ""].joined(separator: " ")
  }

  // MARK: reading back

  mutating func readBack(_ slot: Slot) {
    guard let fact = matter.facts[slot.id] else { return }
    var wording = Wording(self)
    wording.slot = slot.id
    wording.slotValue = fact.value
    talk.expectation = .confirmSlot(slot.id)
    because("\(slot.id) is read back", at: slot.place)
    let yesNo = [Choice(title: "Yes", say: "yes"), Choice(title: "No", say: "no")]
    talk.questionSeq = add(.bot, wording.text(.confirmSlot), choices: yesNo)
  }

  mutating func readBack(_ intent: Intent) {
    var wording = Wording(self)
    wording.intent = intent.id
    talk.expectation = .confirmIntent(intent.id)
    because("\(intent.id) wants a yes", at: intent.place)
    let yesNo = [Choice(title: "Yes", say: "yes"), Choice(title: "No", say: "no")]
    talk.questionSeq = add(.bot, wording.text(.confirmIntent), choices: yesNo)
  }

  /// Says the open question once more, because the customer wants it or a side remark is dealt with.
  mutating func repeatQuestion() {
    guard let seq = talk.questionSeq, talk.expectation != .nothing,
      let question = (snapshot.recent + entries).last(where: { $0.seq == seq })
    else {
      add(.bot, Wording(self).text(.nothingToRepeat))
      return
    }
    talk.questionSeq = add(.bot, question.text, choices: question.choices, asks: question.asks)
  }
}
