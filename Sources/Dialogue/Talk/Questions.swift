import Playbooks
import Understanding
import Vocabulary

// Putting questions. No question is put whose answer is known or was declined.
extension Turn {
  mutating func ask(_ slot: Slot, for intent: Intent) {
    if slot.onRecord == .confirm, var fact = remembered(slot) {
      fact.source = .onRecord
      fact.confirmed = false
      matter.facts[slot.id] = fact
      return readBack(slot)
    }
    if let undecided = fillingFromBefore(for: intent)?.undecided(), undecided.slots.contains(slot.id) {
      return askWhich(undecided.value, among: undecided.slots)
    }
    guard let question = nextQuestion(for: slot, of: intent) else {
      because("\(slot.id) has no question", at: slot.place)
      return handOff(HandoffReason(.slotFailed, detail: slot.id.rawValue), plan: plan(of: intent.id), intent: intent.id)
    }
    put(requirement(of: slot).map { refusal(of: slot, $0, then: question) } ?? question, for: slot)
  }

  /// The question; the second try where it was put before; and never the same words twice running.
  private func nextQuestion(for slot: Slot, of intent: Intent) -> String? {
    guard let first = slot.ask else { return nil }
    let again = !opened.contains(intent.id) && matter.asked.contains { $0.slot == slot.id && $0.by == .bot }
    let words = Wording(self).text((again ? slot.retry : nil) ?? first)
    let last = (snapshot.recent + entries).last { $0.asks != nil }
    guard again, last?.asks == slot.id, last?.text.hasSuffix(words) ?? false, opening == nil else { return words }
    return stillNeeded(slot)
  }

  private func stillNeeded(_ slot: Slot) -> String {
    var wording = Wording(self)
    wording.slot = slot.id
    return wording.text(.stillNeeded)
  }

  /// Why a value that was said for the slot does not count, where its question has not said so yet.
  private func requirement(of slot: Slot) -> String? {
    if let problem = refused[slot.id] { return Wording(self).words(for: problem.requirement) }
    guard let last = matter.unclear.last(where: { $0.slot == slot.id && $0.requirement != nil }),
      !matter.asked.contains(where: { $0.slot == slot.id && $0.seq > last.seq })
    else { return nil }
    return last.requirement
  }

  /// The open question after a remark beside it, in other words than before.
  mutating func putInOtherWords() {
    guard case .slot(let id) = talk.expectation, let slot = playbook.slot(id) else { return repeatQuestion() }
    let words = slot.retry.map { Wording(self).text($0) } ?? stillNeeded(slot)
    talk.questionSeq = add(.bot, words, choices: choices(of: slot), asks: id)
  }

  mutating func put(_ words: String, for slot: Slot, choices offered: [Choice]? = nil) {
    talk.expectation = .slot(slot.id)
    let seq = add(.bot, words, choices: offered ?? choices(of: slot), asks: slot.id)
    talk.questionSeq = seq
    if matter.asked.count < Limits.matterRecords { matter.asked.append(Asked(slot: slot.id, seq: seq, by: .bot)) }
    because("\(slot.id) is needed and not known", at: slot.place)
  }

  func choices(of slot: Slot) -> [Choice] {
    switch slot.kind {
    case .choice:
      slot.options.prefix(8).map { option in
        let words = option.shown(in: talk.language)
        return Choice(title: words, say: words)
      }
    case .yesNo: yesNo
    case .text, .name, .number, .integer, .digits, .money, .date, .time, .datetime, .duration, .email, .phone, .url,
      .iban, .card, .regex:
      []
    }
  }

  var yesNo: [Choice] {
    let idiom = Idioms.of(talk.language)
    return [idiom.yes, idiom.no].map { Choice(title: $0, say: $0.lowercased()) }
  }

  // MARK: reading back

  mutating func readBack(_ slot: Slot) {
    guard let fact = matter.facts[slot.id] else { return }
    var wording = Wording(self)
    wording.slot = slot.id
    wording.slotValue = fact.value
    talk.expectation = .confirmSlot(slot.id)
    because("\(slot.id) is read back", at: slot.place)
    talk.questionSeq = add(.bot, wording.text(.confirmSlot), choices: yesNo)
  }

  mutating func readBack(_ intent: Intent) {
    var wording = Wording(self)
    wording.intent = intent.id
    talk.expectation = .confirmIntent(intent.id)
    because("\(intent.id) wants a yes", at: intent.place)
    talk.questionSeq = add(.bot, wording.text(.confirmIntent), choices: yesNo)
  }

  // MARK: again

  /// Says the open question once more, because the customer wants it or a side remark is dealt with. Where none is open,
  /// what was said last.
  mutating func repeatQuestion() {
    // It was put in the language that was spoken before.
    if talk.expectation != .nothing, talk.questionSeq == nil, talk.languageEvidence != nil { return putAgain() }
    guard talk.expectation != .nothing, let seq = talk.questionSeq, let question = entry(seq) else {
      guard let last = snapshot.recent.last(where: { $0.from == .bot }) else {
        add(.bot, Wording(self).text(.nothingToRepeat))
        return
      }
      add(.bot, last.text, choices: last.choices)
      return
    }
    let asked = question.asks.flatMap { playbook.slot($0)?.ask }.map { Wording(self).text($0) }
    talk.questionSeq = add(.bot, asked ?? question.text, choices: question.choices, asks: question.asks)
  }

  /// Says the answer once more, where the open question is whether it settled the matter.
  mutating func repeatAnswer() {
    guard case .settled = talk.expectation, let seq = matter.tried.last?.seq, let answer = entry(seq) else { return }
    add(.bot, answer.text)
  }

  private func entry(_ seq: Int) -> Entry? { (snapshot.recent + entries).last { $0.seq == seq } }
}
