import Playbooks
import Understanding
import Vocabulary

// From the bot to people. Every way that fails ends here.
extension Turn {
  /// Opens a case with everything that is known, and tells the customer what happens next.
  mutating func handOff(_ reason: HandoffReason, plan given: HandoffPlan?, intent: IntentID? = nil) {
    if reason.kind.isPlanned { answerTheOthers(than: intent) }
    let plan = given ?? planInHand()
    let wanted = plan?.queue ?? playbook.settings.defaultQueue ?? playbook.queues.first?.id ?? "people"
    let target = staffed(wanted)?.id ?? wanted
    keepForPeople()
    for id in talk.agenda + [intent].compactMap(\.self) { mark(id, .handedOff) }
    because("handed off to \(target): \(reason.kind.rawValue)", at: reason.rule)
    let matter = talk.matter
    theCase = Case(
      code: snapshot.offeredCode, thread: snapshot.thread, state: .queued(since: now), queue: target,
      priority: plan?.priority ?? .normal, epoch: 1, reason: reason, openedAt: now, matter: matter)
    noteLanguage()
    beginNewMatter()
    notify(.opened)
    if reason.kind == .engineError { begin(with: Wording(self).text(.engineError)) }
    sayHandoff()
  }

  /// Of several matters in one line those that only want an answer have it before people take over.
  private mutating func answerTheOthers(than handedOff: IntentID?) {
    for id in talk.agenda where id != handedOff {
      guard let intent = playbook.intent(id), sayPlainAnswer(of: intent) else { continue }
      talk.agenda.removeAll { $0 == id }
    }
  }

  /// Where the matter in hand would go, so that whoever asks for a person reaches the right one.
  private func planInHand() -> HandoffPlan? {
    var ids = talk.agenda
    if case .settled(let id) = talk.expectation { ids.append(id) }
    for id in ids { if let plan = plan(of: id) { return plan } }
    return nil
  }

  /// What a cue named for a slot that no intent asked for: agents read it all the same.
  private mutating func keepForPeople() {
    let named = matter.loose.filter { loose in
      loose.entity.kind != .text && loose.slot.map { !matter.isSettled($0) } ?? false
    }
    let fills = named.compactMap { loose in
      loose.slot.map { Fill(slot: $0, entity: loose.entity, said: loose.entity.span, way: .named, earlier: loose) }
    }
    _ = keep(fills, said: Line(""), seq: nextSeq)
  }

  private mutating func sayHandoff() {
    let wording = Wording(self)
    var sentences = [wording.text(.handoff)]
    if !matter.facts.isEmpty { sentences.append(wording.text(.handoffFacts)) }
    sayWhatIsNext(after: sentences)
  }

  /// When a person answers, and how to reach somebody at once; a way to reach the customer where nobody is on duty.
  mutating func sayWhatIsNext(after first: [String]) {
    let wording = Wording(self)
    let queue = theCase.flatMap { playbook.queue($0.queue) }
    let isOpen = queue?.isOpen(at: now) ?? true
    var sentences = first
    if isOpen {
      sentences.append(wording.text(.handoffNext))
      if let queue, snapshot.waits[queue.id] != nil { sentences.append(wording.text(.handoffWait)) }
    } else {
      sentences.append(queue?.closed.map { wording.text($0) } ?? wording.text(.handoffClosed))
    }
    if queue?.phone != nil { sentences.append(wording.text(.handoffPhone)) }
    add(.bot, sentences.joined(separator: " "))
    if !isOpen { askForContact() }
  }

  /// Nobody is on duty: without a way to reach the customer the promise would be empty.
  private mutating func askForContact() {
    guard !knowsContact, !matter.isSettled(Slot.contact.id), let slot = playbook.slot(Slot.contact.id) else { return }
    put(slot.ask.map { Wording(self).text($0) } ?? Wording(self).text(.askContact), for: slot)
  }
}
