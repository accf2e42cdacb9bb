import Playbooks
import Vocabulary

/// A case as other programs read it: the JSON of "The case" in `docs/wire.md`.
package struct CaseDocument: Sendable {
  let theCase: Case
  let customer: Customer
  let earlierCases: Int
  let entries: [Entry]
  let playbook: Playbook
  let showsSensitive: Bool
  let hasTranscript: Bool

  /// - Parameters:
  ///   - showsSensitive: the reader has the right to see values of `sensitive` slots; without it they are masked.
  ///   - hasTranscript: without it, as in lists, the member is left out.
  package init(
    of theCase: Case, customer: Customer, earlierCases: Int, entries: [Entry], playbook: Playbook,
    showsSensitive: Bool = false, hasTranscript: Bool = true
  ) {
    self.theCase = theCase
    self.customer = customer
    self.earlierCases = earlierCases
    self.entries = entries
    self.playbook = playbook
    self.showsSensitive = showsSensitive
    self.hasTranscript = hasTranscript
  }

  package var briefing: Briefing {
    Briefing(of: theCase, entries: entries, playbook: playbook, showsSensitive: showsSensitive)
  }
}

extension CaseDocument: Encodable {
  private enum Key: String, CodingKey {
    case type, v
    case code = "case"
    case state, queue, agent, priority, epoch, reason
    case openedAt = "opened_at"
    case snoozedUntil = "snoozed_until"
    case firstReplyDue = "first_reply_due"
    case firstReplyAt = "first_reply_at"
    case offeredTo = "offered_to"
    case customer, language, intents, slots, declined, unclear, asked, signals, tried, briefing, transcript
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode("case", forKey: .type)
    try container.encode(1, forKey: .v)
    try container.encode(theCase.code, forKey: .code)
    try encodeOwner(into: &container)
    try container.encode(Part.reason(theCase.reason), forKey: .reason)
    try container.encode(theCase.openedAt.description, forKey: .openedAt)
    try container.encodeIfPresent(theCase.firstReplyDue(in: playbook)?.description, forKey: .firstReplyDue)
    try container.encodeIfPresent(theCase.repliedAt?.description, forKey: .firstReplyAt)
    try container.encodeIfPresent(theCase.offer?.agent, forKey: .offeredTo)
    try container.encode(Part.customer(customer, earlierCases), forKey: .customer)
    try container.encodeIfPresent(theCase.language, forKey: .language)
    try encodeMatter(into: &container)
    try container.encode(briefing.lines, forKey: .briefing)
    if hasTranscript { try container.encode(entries.map(EntryDocument.init), forKey: .transcript) }
  }

  private func encodeOwner(into container: inout KeyedEncodingContainer<Key>) throws {
    try container.encode(theCase.state.name, forKey: .state)
    try container.encode(theCase.queue, forKey: .queue)
    try container.encode(theCase.agent, forKey: .agent)
    try container.encode(theCase.priority, forKey: .priority)
    try container.encode(theCase.epoch, forKey: .epoch)
    if case .snoozed(let until, _) = theCase.state {
      try container.encode(until.description, forKey: .snoozedUntil)
    }
  }

  private func encodeMatter(into container: inout KeyedEncodingContainer<Key>) throws {
    let matter = theCase.matter
    try container.encode(
      matter.intents.map { Part.intent($0, title: playbook.intent($0.intent)?.title ?? $0.intent.rawValue) },
      forKey: .intents)
    try container.encode(
      Dictionary(uniqueKeysWithValues: matter.facts.map { ($0, document(of: $1, in: $0)) }), forKey: .slots)
    try container.encode(
      matter.declined.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key), forKey: .declined)
    try container.encode(matter.unclear.map { Part.unclear($0, hides: hides($0.slot)) }, forKey: .unclear)
    try container.encode(matter.asked.map(Part.asked), forKey: .asked)
    try container.encode(matter.signals.map(Part.signal), forKey: .signals)
    try container.encode(matter.tried.map(Part.tried), forKey: .tried)
  }

  private func document(of fact: Fact, in slot: SlotID) -> FactDocument {
    FactDocument(fact: fact, title: playbook.title(of: slot), hides: hides(slot))
  }

  private func hides(_ id: SlotID) -> Bool { !showsSensitive && playbook.slot(id)?.sensitive == true }
}

/// The small objects of a case. A member that is absent is written as null, so that readers need not test for it.
private enum Part: Encodable {
  case reason(HandoffReason)
  case customer(Customer, Int)
  case address(Customer.KnownAddress)
  case intent(MatterIntent, title: String)
  case unclear(Unclear, hides: Bool)
  case asked(Asked)
  case signal(SignalRecord)
  case tried(Tried)

  private enum Key: String, CodingKey {
    case kind, planned, detail, rule
    case id, name, verified, since, addresses, channel, address
    case earlierCases = "earlier_cases"
    case intent, title, state, score, slot, said, seq, by, signal, settled
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch self {
    case .reason(let reason):
      try container.encode(reason.kind, forKey: .kind)
      try container.encode(reason.kind.isPlanned, forKey: .planned)
      try container.encode(reason.detail, forKey: .detail)
      try container.encode(reason.rule?.description, forKey: .rule)
    case .customer(let customer, let earlierCases):
      try container.encode(customer.id, forKey: .id)
      try container.encode(customer.name, forKey: .name)
      try container.encode(customer.verified, forKey: .verified)
      try container.encode(customer.since.description, forKey: .since)
      try container.encode(earlierCases, forKey: .earlierCases)
      try container.encode(customer.addresses.map(Part.address), forKey: .addresses)
    case .address(let known):
      try container.encode(known.address.channel, forKey: .channel)
      try container.encode(known.address.key, forKey: .address)
      try container.encode(known.verified, forKey: .verified)
    case .intent(let intent, let title):
      try container.encode(intent.intent, forKey: .intent)
      try container.encode(title, forKey: .title)
      try container.encode(intent.state.word, forKey: .state)
      try container.encode(intent.score, forKey: .score)
    case .unclear(let unclear, let hides):
      try container.encode(unclear.slot, forKey: .slot)
      try container.encode(hides ? Briefing.mask : unclear.said, forKey: .said)
      try container.encode(unclear.seq, forKey: .seq)
    case .asked(let asked):
      try container.encode(asked.slot, forKey: .slot)
      try container.encode(asked.seq, forKey: .seq)
      try container.encode(asked.by, forKey: .by)
    case .signal(let record):
      try container.encode(record.signal, forKey: .signal)
      try container.encode(record.seq, forKey: .seq)
    case .tried(let tried):
      try container.encode(tried.intent, forKey: .intent)
      try container.encode(tried.seq, forKey: .seq)
      try container.encode(tried.settled, forKey: .settled)
    }
  }
}

/// A slot's value on a case, with where it was read and what it replaced.
private struct FactDocument: Encodable {
  let fact: Fact
  let title: String
  let hides: Bool

  private enum Key: String, CodingKey {
    case value, title, said, seq, from, to, source, at, confirmed, superseded, masked
  }

  private struct EarlierDocument: Encodable {
    let value: WireValue
    let said: String
    let seq: Int
    let at: String
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(shown(fact.value), forKey: .value)
    try container.encode(title, forKey: .title)
    try container.encode(hides ? Briefing.mask : fact.said, forKey: .said)
    try container.encode(fact.seq, forKey: .seq)
    try container.encode(fact.span.from, forKey: .from)
    try container.encode(fact.span.to, forKey: .to)
    try container.encode(fact.source, forKey: .source)
    try container.encode(fact.at.description, forKey: .at)
    try container.encode(fact.confirmed, forKey: .confirmed)
    if hides { try container.encode(true, forKey: .masked) }
    try container.encode(
      fact.superseded.map {
        EarlierDocument(
          value: shown($0.value), said: hides ? Briefing.mask : $0.said, seq: $0.seq, at: $0.at.description)
      }, forKey: .superseded)
  }

  private func shown(_ value: Value) -> WireValue { WireValue(hides ? .text(Briefing.mask) : value) }
}
