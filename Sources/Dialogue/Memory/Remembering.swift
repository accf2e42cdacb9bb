import Playbooks
import Understanding
import Vocabulary

extension Turn {
  /// Turns values into facts, as far as they are valid, and says what became of each.
  mutating func keep(_ fills: [Fill], said line: Line, seq: Int) -> Filled {
    var filled = Filled()
    for fill in fills {
      guard let slot = playbook.slot(fill.slot) else { continue }
      switch fill.value(for: slot, now: clock) {
      case .failure(let problem):
        let said = SaidWords.span(of: fill.entity.span, for: slot, in: line)
        filled.refused.append((slot.id, problem, line.typed(said)))
      case .success(let value):
        keep(value, from: fill, for: slot, said: line, seq: seq, &filled)
      }
    }
    return filled
  }

  private mutating func keep(
    _ value: Value, from fill: Fill, for slot: Slot, said line: Line, seq: Int, _ filled: inout Filled
  ) {
    let before = matter.facts[slot.id]
    if before?.value == value, before?.source == .said {
      filled.repeated.append(slot.id)
      return
    }
    let masked = slot.isHidden ? "••••" : nil
    var fact = Fact(
      value: value,
      said: masked ?? fill.earlier?.said ?? line.typed(SaidWords.span(of: fill.entity.span, for: slot, in: line)),
      seq: fill.earlier?.seq ?? seq,
      span: fill.entity.span, source: .said, at: fill.earlier?.at ?? now)
    if let before, before.value != value {
      let earlier = Fact.Earlier(value: before.value, said: before.said, seq: before.seq, at: before.at)
      fact.superseded = Array(([earlier] + before.superseded).prefix(Limits.matterRecords))
      filled.corrected.append(slot.id)
    }
    filled.changed.append(slot.id)
    learn(fact, for: slot)
  }

  /// Writes the fact to the matter, and to the customer where the author wants it remembered.
  mutating func learn(_ fact: Fact, for slot: Slot) {
    matter.facts[slot.id] = fact
    matter.declined[slot.id] = nil
    matter.loose.removeAll { loose in
      // Words that another slot has as a choice stay free for it.
      loose.seq == fact.seq && loose.entity.span.overlaps(fact.span)
        && (loose.entity.slot == nil || loose.entity.slot == slot.id)
    }
    // What is read back and denied costs a try, so that it can not go round for ever.
    if !slot.confirm { talk.attempts[slot.id] = nil }
    let playbook = playbook
    talk.confirmed.removeAll { playbook.intent($0)?.uses(slot.id) ?? false }
    guard slot.remember == .customer, !isForSomebodyElse(slot) else { return }
    customer.memory[slot.id] = fact
    if case .name(let name) = fact.value { customer.name = name }
  }

  mutating func keepLoose(_ values: [SlotFilling.Leftover], hidden: [ScalarSpan], said line: Line, seq: Int) {
    for value in values where !hidden.contains(where: { $0.overlaps(value.entity.span) }) {
      if value.slot.flatMap({ playbook.slot($0) })?.isHidden ?? false { continue }
      matter.loose.append(
        LooseValue(
          entity: value.entity, slot: value.slot, intent: value.intent, said: line.typed(value.entity.span), seq: seq,
          at: now))
    }
    if matter.loose.count > Limits.looseValues { matter.loose.removeFirst(matter.loose.count - Limits.looseValues) }
  }

  /// What the customer let us remember, where it still counts.
  func remembered(_ slot: Slot) -> Fact? {
    guard slot.remember == .customer, !isForSomebodyElse(slot), let fact = customer.memory[slot.id] else { return nil }
    if let freshFor = slot.freshForMilliseconds, now.since(fact.at) > freshFor { return nil }
    return fact
  }

  /// What was said before, as that intent may use it; nothing where nothing waits.
  func fillingFromBefore(for intent: Intent) -> SlotFilling? {
    guard !matter.loose.isEmpty else { return nil }
    return SlotFilling(
      playbook: playbook, matter: matter, expectation: .nothing, intents: [intent], interpretation: Interpretation(),
      line: Line(""), clock: clock)
  }

  /// Gives an intent what was said before it was known, or is on record and may be used.
  mutating func recall(for intent: Intent) {
    let own = matter.loose.filter { $0.intent == intent.id }
    if !own.isEmpty {
      matter.loose.removeAll { $0.intent == intent.id }
      let fills = own.compactMap { loose in
        loose.slot.map { Fill(slot: $0, entity: loose.entity, said: loose.entity.span, way: .named, earlier: loose) }
      }
      _ = keep(fills, said: Line(""), seq: nextSeq)
    }
    if let fills = fillingFromBefore(for: intent)?.fills(), !fills.isEmpty {
      _ = keep(fills, said: Line(""), seq: nextSeq)
    }
    guard !customer.memory.isEmpty else { return }
    for id in intent.needs + intent.takes where !matter.isSettled(id) {
      guard let slot = playbook.slot(id), var fact = remembered(slot), isUsedSilently(fact, of: slot) else { continue }
      fact.source = .onRecord
      matter.facts[id] = fact
    }
  }

  /// What was confirmed once counts until it is too old.
  private func isUsedSilently(_ fact: Fact, of slot: Slot) -> Bool {
    switch slot.onRecord {
    case .use: true
    case .confirm: fact.source == .onRecord && fact.confirmed
    case .ask: false
    }
  }

  /// The customer said that a value on record is still right: it counts as long as one said now.
  mutating func confirm(_ id: SlotID) {
    matter.facts[id]?.confirmed = true
    talk.attempts[id] = nil
    guard let slot = playbook.slot(id), slot.remember == .customer, var fact = matter.facts[id] else { return }
    fact.at = now
    customer.memory[id] = fact
  }

  /// The customer said that what was read back is wrong. Their words stay on the matter as unclear.
  mutating func takeBack(_ slot: Slot) {
    if let fact = matter.facts[slot.id], fact.source == .said, matter.unclear.count < Limits.matterRecords {
      matter.unclear.append(Unclear(slot: slot.id, said: fact.said, seq: fact.seq))
    }
    matter.facts[slot.id] = nil
    customer.memory[slot.id] = nil
    talk.attempts[slot.id] = (talk.attempts[slot.id] ?? 0) + 1
  }

  /// A way to reach the customer later: an e-mail address or a phone number in any slot.
  var knowsContact: Bool {
    let facts = Array(matter.facts.values) + Array(customer.memory.values)
    return facts.contains { fact in
      switch fact.value {
      case .email, .phone: true
      default: false
      }
    }
  }
}
