import Playbooks
import Understanding
import Vocabulary

// From the bot to people. Every way that fails ends here.
extension Turn {
  /// Opens a case with everything that is known, and tells the customer what happens next.
  mutating func handOff(_ reason: HandoffReason, plan: HandoffPlan?, intent: IntentID? = nil) {
    let queue = plan?.queue ?? plan.flatMap { _ in playbook.settings.defaultQueue } ?? queueOfAgenda()
    let wanted = queue ?? playbook.settings.defaultQueue ?? playbook.queues.first?.id ?? "people"
    let target = staffed(wanted)?.id ?? wanted
    for id in talk.agenda { mark(id, .handedOff) }
    if let intent { mark(intent, .handedOff) }
    if reason.kind == .notSettled, let id = reason.detail { mark(IntentID(id), .handedOff) }
    because("handed off to \(target): \(reason.kind.rawValue)", at: reason.rule)
    let matter = talk.matter
    theCase = Case(
      code: snapshot.offeredCode, thread: snapshot.thread, state: .queued(since: now), queue: target,
      priority: plan?.priority ?? .normal, epoch: 1, reason: reason, openedAt: now, matter: matter)
    talk.matter = Matter()
    talk.agenda = []
    talk.confirmed = []
    talk.attempts = [:]
    talk.expectation = .nothing
    talk.fallbacks = 0
    talk.dodge = 0
    notify(.opened)
    sayHandoff()
  }

  /// Where the intent in hand would hand off to, so that whoever asks for a person reaches the right one.
  private func queueOfAgenda() -> QueueID? {
    talk.agenda.lazy.compactMap { plan(of: $0)?.queue }.first
  }

  private mutating func sayHandoff() {
    let wording = Wording(self)
    var sentences = [wording.text(.handoff)]
    if !matter.facts.isEmpty { sentences.append(wording.text(.handoffFacts)) }
    let queue = theCase.flatMap { playbook.queue($0.queue) }
    if queue?.isOpen(at: now) ?? true {
      sentences.append(wording.text(.handoffNext))
      if queue?.firstReplyWithinMilliseconds != nil { sentences.append(wording.text(.handoffWait)) }
    } else {
      sentences.append(queue?.closed.map { wording.text($0) } ?? wording.text(.handoffClosed))
    }
    if queue?.phone != nil { sentences.append(wording.text(.handoffPhone)) }
    add(.bot, sentences.joined(separator: " "))
    if !(queue?.isOpen(at: now) ?? true) { askForContact() }
  }

  /// Nobody is on duty: without a way to reach the customer the promise would be empty.
  private mutating func askForContact() {
    guard !knowsContact, !matter.isSettled(Slot.contact.id), let slot = playbook.slot(Slot.contact.id) else { return }
    put(slot.ask.map { Wording(self).text($0) } ?? Wording(self).text(.askContact), for: slot)
  }
}
