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
        filled.refused.append((slot.id, problem, line.typed(fill.said)))
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
    let masked = slot.sensitive ? "••••" : nil
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
    matter.loose.removeAll { $0.seq == fact.seq && $0.entity.span.overlaps(fact.span) }
    talk.attempts[slot.id] = nil
    guard slot.remember == .customer else { return }
    customer.memory[slot.id] = fact
    if case .name(let name) = fact.value { customer.name = name }
  }

  mutating func keepLoose(_ entities: [Entity], hidden: [ScalarSpan], said line: Line, seq: Int) {
    for entity in entities where !hidden.contains(where: { $0.overlaps(entity.span) }) {
      matter.loose.append(LooseValue(entity: entity, said: line.typed(entity.span), seq: seq, at: now))
    }
    if matter.loose.count > Limits.looseValues { matter.loose.removeFirst(matter.loose.count - Limits.looseValues) }
  }

  /// What the customer let us remember, where it still counts.
  func remembered(_ slot: Slot) -> Fact? {
    guard slot.remember == .customer, let fact = customer.memory[slot.id] else { return nil }
    if let freshFor = slot.freshForMilliseconds, now.since(fact.at) > freshFor { return nil }
    return fact
  }

  /// Gives an intent what was said before it was known, or is on record and may be used.
  mutating func recall(for intent: Intent) {
    let filling = SlotFilling(
      playbook: playbook, matter: matter, expectation: .nothing, intents: [intent], interpretation: Interpretation(),
      line: Line(""), clock: clock)
    _ = keep(filling.fills(), said: Line(""), seq: nextSeq)
    for id in intent.needs + intent.takes where !matter.isSettled(id) {
      guard let slot = playbook.slot(id), slot.onRecord == .use, var fact = remembered(slot) else { continue }
      fact.source = .onRecord
      matter.facts[id] = fact
    }
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
