import Playbooks
import Understanding
import Vocabulary

// The way of an intent: what it needs, what is read back, which rule holds, how it ends.
extension Turn {
  /// Takes the intent as far as it goes without the customer.
  mutating func proceed(_ id: IntentID) {
    guard let intent = playbook.intent(id) else {
      because("\(id) is no longer in the playbook")
      return handOff(HandoffReason(.playbookChanged, detail: id.rawValue), plan: nil)
    }
    started += 1
    guard started <= Limits.startDepth else {
      because("intents start each other without end")
      return handOff(HandoffReason(.engineError, detail: id.rawValue), plan: nil)
    }
    recall(for: intent)
    talk.expectation = .nothing
    if let open = firstOpenNeed(of: intent) { return ask(open, for: intent) }
    if let unconfirmed = firstUnconfirmed(of: intent) { return readBack(unconfirmed) }
    if !isLookedUp(intent) { return lookUp(for: intent) }
    let rule = rule(of: intent)
    let outcome = rule?.outcome ?? intent.outcome
    if let missing = declined(in: outcome, of: intent) {
      because("serving \(id) takes \(missing), which was declined")
      return handOff(HandoffReason(.slotFailed, detail: missing.rawValue), plan: outcome.handoff, intent: intent.id)
    }
    if intent.confirm, !talk.confirmed.contains(id) { return readBack(intent) }
    serve(intent, outcome, rule)
  }

  /// The first rule that holds.
  private func rule(of intent: Intent) -> Rule? {
    guard !intent.rules.isEmpty else { return nil }
    var judge = ConditionJudge(self)
    for rule in intent.rules {
      judge.queue = rule.outcome.handoff?.queue
      guard let when = rule.when, !judge.holds(when) else { return rule }
    }
    return nil
  }

  private func firstOpenNeed(of intent: Intent) -> Slot? {
    for id in intent.needs where !matter.isSettled(id) { if let slot = playbook.slot(id) { return slot } }
    return nil
  }

  private func firstUnconfirmed(of intent: Intent) -> Slot? {
    for id in intent.needs {
      guard let fact = matter.facts[id], !fact.confirmed, let slot = playbook.slot(id) else { continue }
      if slot.confirm || fact.source == .onRecord && slot.onRecord == .confirm { return slot }
    }
    return nil
  }

  // MARK: served

  private mutating func serve(_ intent: Intent, _ outcome: Outcome, _ rule: Rule?) {
    if let rule { because("the rule of \(intent.id) holds", at: rule.place) }
    end(intent, outcome, rule)
  }

  /// A declined slot that the answer would say.
  private func declined(in outcome: Outcome, of intent: Intent) -> SlotID? {
    let said = outcome.answer.map { Turn.said($0.parts(in: talk.language), under: []) } ?? []
    return said.map { SlotID($0) }.first { matter.declined[$0] != nil }
  }

  /// Names that are said whether they are known or not: a section says its own name only where it is known.
  private static func said(_ parts: [ReplyPart], under guarded: Set<String>) -> [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .text: []
      case .value(let name): guarded.contains(name.path) ? [] : [name.path]
      case .section(let name, let inverted, let inner):
        said(inner, under: inverted ? guarded : guarded.union([name.path]))
      }
    }
  }

  private mutating func end(_ intent: Intent, _ outcome: Outcome, _ rule: Rule?) {
    if let next = outcome.start {
      mark(intent.id, .served)
      talk.confirmed.removeAll { $0 == intent.id }
      open(next, score: 1, seq: nextSeq, place: rule?.place ?? intent.place)
      talk.agenda = [next] + talk.agenda.filter { $0 != intent.id && $0 != next }
      because("\(intent.id) starts \(next)", at: rule?.place ?? intent.place)
      return proceed(next)
    }
    if let answer = outcome.answer {
      let seq = add(.bot, Wording(self).text(answer))
      matter.tried.append(Tried(intent: intent.id, seq: seq))
    }
    if let plan = outcome.handoff {
      let kind: HandoffReason.Kind = rule == nil ? .intent : .rule
      let reason = HandoffReason(kind, detail: intent.id.rawValue, rule: rule?.place ?? intent.place)
      return handOff(reason, plan: plan, intent: intent.id)
    }
    guard outcome.answer != nil else {
      because("\(intent.id) has no way on", at: intent.place)
      return handOff(HandoffReason(.engineError, detail: intent.id.rawValue), plan: nil)
    }
    afterAnswer(intent)
  }

  /// The next matter on the agenda, or the question whether this one is settled.
  private mutating func afterAnswer(_ intent: Intent) {
    talk.agenda.removeAll { $0 == intent.id }
    talk.confirmed.removeAll { $0 == intent.id }
    talk.expectation = .nothing
    mark(intent.id, .served)
    forgetSecrets(of: intent)
    if let next = talk.agenda.first { return goBack(to: next) }
    guard intent.asksWhetherSettled else {
      settle(intent.id, true)
      return
    }
    mark(intent.id, .open)
    talk.expectation = .settled(intent.id)
    talk.questionSeq = add(.bot, Wording(self).text(.settledQuestion), choices: yesNo)
  }

  private mutating func goBack(to id: IntentID) {
    if let intent = playbook.intent(id), matter.asked.contains(where: { intent.needs.contains($0.slot) }) {
      var wording = Wording(self)
      wording.intent = id
      begin(with: wording.text(.backTo))
    }
    proceed(id)
  }

  /// Values that the author wants remembered never are gone once they were used.
  private mutating func forgetSecrets(of intent: Intent) {
    for id in intent.needs + intent.takes where playbook.slot(id)?.remember == .never { matter.facts[id] = nil }
  }

  mutating func mark(_ id: IntentID, _ state: MatterIntent.State) {
    guard let index = matter.intents.firstIndex(where: { $0.intent == id }) else { return }
    matter.intents[index].state = state
  }

  /// Where the intent hands off to as things are: the rule that holds, or its own handoff. A rule that does not hold has
  /// no say.
  func plan(of id: IntentID) -> HandoffPlan? {
    playbook.intent(id).flatMap { rule(of: $0)?.outcome.handoff ?? $0.outcome.handoff }
  }

  /// The answer where that is all that the intent does now: nothing to ask, to confirm, to look up or to hand off.
  func plainAnswer(of intent: Intent) -> Reply? {
    let outcome = rule(of: intent)?.outcome ?? intent.outcome
    guard outcome.handoff == nil, outcome.start == nil, intent.lookups.isEmpty, !intent.confirm,
      intent.needs.allSatisfy({ matter.knows($0) }), firstUnconfirmed(of: intent) == nil
    else { return nil }
    return outcome.answer
  }

  /// Says the plain answer of an intent beside what is under way.
  mutating func sayPlainAnswer(of intent: Intent) -> Bool {
    recall(for: intent)
    guard let answer = plainAnswer(of: intent) else { return false }
    let seq = add(.bot, Wording(self).text(answer))
    matter.tried.append(Tried(intent: intent.id, seq: seq))
    mark(intent.id, .served)
    forgetSecrets(of: intent)
    because("\(intent.id) only wants an answer", at: intent.place)
    return true
  }

  /// Something was gained: the customer is getting somewhere.
  mutating func progress() {
    talk.fallbacks = 0
    ease()
  }
}
