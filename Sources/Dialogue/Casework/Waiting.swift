import Playbooks
import Understanding
import Vocabulary

// While people have the floor the bot keeps listening: what the customer adds lands on the case.
extension Turn {
  mutating func listenWhileWaiting(_ heard: Heard) {
    wakeFromSnooze()
    addMentions(heard)
    notify(.customerWrote)
    if talk.expectation == .slot(Slot.contact.id) { return hearContact(heard) }
    if answerWhileWaiting(heard) { return }
    if heard.filled.changed.isEmpty { return sayWaiting() }
    var wording = Wording(self)
    wording.slot = heard.filled.changed.first
    if heard.filled.corrected.isEmpty {
      add(.bot, wording.text(.added))
    } else {
      sayCorrected(heard.filled.corrected)
    }
  }

  /// The agent speaks; the bot only writes down, and tells the agent what changed.
  mutating func listenWhileServed(_ heard: Heard) {
    addMentions(heard)
    notify(.customerWrote)
    for id in heard.filled.changed {
      guard let fact = matter.facts[id], let slot = playbook.slot(id) else { continue }
      let wording = Wording(self)
      let before = fact.superseded.first.map { " (was \(wording.shown($0.value, of: id)))" } ?? ""
      add(.system, "\(slot.title) is now \(wording.shown(fact.value, of: id))\(before).", audience: .agents)
    }
  }

  private mutating func addMentions(_ heard: Heard) {
    for mention in heard.interpretation.mentions where mention.intent.map({ playbook.intent($0) != nil }) ?? false {
      note(mention, seq: heard.seq)
      if let id = mention.intent { mark(id, .handedOff) }
    }
  }

  private mutating func hearContact(_ heard: Heard) {
    guard let slot = playbook.slot(Slot.contact.id) else { return }
    if matter.facts[slot.id] != nil || knowsContact {
      talk.expectation = .nothing
      add(.bot, Wording(self).text(.contactNoted))
    } else if heard.has(.decline) || heard.has(.no) {
      matter.declined[slot.id] = heard.seq
      talk.expectation = .nothing
      sayWaiting()
    } else {
      let tries = (talk.attempts[slot.id] ?? 0) + 1
      talk.attempts[slot.id] = tries
      if tries < slot.tries { return put(retryContact(slot), for: slot) }
      // The case is queued already: another try would only be in the way.
      talk.expectation = .nothing
      sayWaiting()
    }
  }

  private func retryContact(_ slot: Slot) -> String {
    var wording = Wording(self)
    wording.slot = slot.id
    return [wording.text(.retry), slot.ask.map { wording.text($0) } ?? wording.text(.askContact)].joined(separator: " ")
  }

  /// A question that only wants an answer is answered, also in the queue.
  private mutating func answerWhileWaiting(_ heard: Heard) -> Bool {
    guard let mention = heard.interpretation.mentions.first(where: { $0.certainty == .certain }),
      let id = mention.intent, let intent = playbook.intent(id), let answer = intent.outcome.answer,
      intent.outcome.handoff == nil, intent.rules.isEmpty, intent.lookups.isEmpty, !intent.confirm,
      intent.needs.allSatisfy({ matter.knows($0) })
    else { return false }
    let seq = add(.bot, Wording(self).text(answer))
    matter.tried.append(Tried(intent: id, seq: seq))
    mark(id, .served)
    because("\(id) only wants an answer", at: intent.place)
    return true
  }

  mutating func sayWaiting() {
    notify(.customerWrote)
    switch floor {
    case .queue: add(.bot, Wording(self).text(.waiting))
    case .agent: add(.system, Wording(self).text(.stillWithAgent))
    case .bot: break
    }
  }

  private mutating func wakeFromSnooze() {
    guard case .snoozed = theCase?.state else { return }
    own(.queued(since: now))
    notify(.returned)
    because("the customer wrote, so the case is no longer snoozed")
  }
}
