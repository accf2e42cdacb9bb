import Dialogue
import Playbooks
import Storage
import Vocabulary

/// A store with people on it: shorthand for what the proofs do often.
package struct Scene: Sendable {
  package let store: any TestedStore
  package init(store: any TestedStore) { self.store = store }

  package static let noon = Timestamp(milliseconds: 1_795_348_800_000)

  package static func minutes(_ count: Int64) -> Timestamp { noon.adding(milliseconds: count * 60_000) }

  package static func address(_ name: String) -> Address { Address(.line, name) }

  package static func fresh(_ name: String, attempt: Int = 1) -> FreshIdentity {
    FreshIdentity(
      thread: ThreadID("thread-\(name)-\(attempt)"), customer: CustomerID("customer-\(name)-\(attempt)"),
      code: CaseCode("\(name)-\(attempt)"), language: .english, now: noon)
  }

  package func load(_ name: String, key: ReceiptKey? = nil, attempt: Int = 1) async throws(StoreError) -> Snapshot {
    try await store.load(.address(Self.address(name)), key: key, offering: Self.fresh(name, attempt: attempt))
  }

  /// The customer says something and the bot answers.
  @discardableResult
  package func say(
    _ text: String, as name: String, key: ReceiptKey? = nil, change: (inout Decision) -> Void = { _ in }
  ) async throws(StoreError) -> Snapshot {
    let snapshot = try await load(name)
    _ = try await store.commit(Self.turn(text, over: snapshot, key: key, change: change), over: snapshot)
    return try await load(name)
  }

  package static func turn(
    _ text: String, over snapshot: Snapshot, key: ReceiptKey? = nil, change: (inout Decision) -> Void = { _ in }
  ) -> Decision {
    let said = Entry(seq: snapshot.lastSeq + 1, at: noon, from: .customer, channel: .line, text: text)
    let answer = Entry(
      seq: snapshot.lastSeq + 2, at: noon, from: .bot, channel: .line, text: "Noted.",
      choices: [Choice(title: "A person", say: "I want a person")], asks: "city")
    var decision = carrying(snapshot, entries: [said, answer])
    decision.receipt = key.map { Receipt(key: $0, seq: said.seq) }
    change(&decision)
    return decision
  }

  /// A decision that leaves all as it is, but for the entries.
  package static func carrying(_ snapshot: Snapshot, entries: [Entry] = []) -> Decision {
    Decision(
      customer: snapshot.customer, talk: snapshot.talk, theCase: snapshot.theCase, entries: entries,
      timers: snapshot.timers)
  }

  package static func key(_ cid: String, device: String = "phone") -> ReceiptKey {
    ReceiptKey(device: DeviceID(device), cid: ClientID(cid))
  }

  package static func openCase(
    _ code: CaseCode, in snapshot: Snapshot, queue: QueueID = "cards", priority: Priority = .normal,
    at: Timestamp = noon
  ) -> Case {
    Case(
      code: code, thread: snapshot.thread, state: .queued(since: at), queue: queue, priority: priority, epoch: 1,
      reason: HandoffReason(.customerRequest, detail: "asked", rule: SourcePlace(file: "a.yml", line: 3, column: 1)),
      openedAt: at, matter: Self.matter)
  }

  /// A customer with a case that waits.
  @discardableResult
  package func queue(
    _ name: String, queue: QueueID = "cards", priority: Priority = .normal, at: Timestamp = noon,
    key: ReceiptKey? = nil
  ) async throws(StoreError) -> Snapshot {
    let before = try await load(name)
    var decision = Self.turn("I want a person", over: before, key: key)
    decision.theCase = Self.openCase(
      CaseCode("\(name)-case"), in: before, queue: queue, priority: priority, at: at)
    _ = try await store.commit(decision, over: before)
    return try await load(name)
  }

  /// Moves a case on; with an entry, as every change of a case.
  package static func moved(
    _ snapshot: Snapshot, to state: CaseState, by agent: AgentID, epochs: Int = 1
  ) -> Decision {
    let entry = Entry(
      seq: snapshot.lastSeq + 1, at: noon, from: .agent(agent), channel: .line, text: "Moved.", audience: .agents)
    var decision = carrying(snapshot, entries: [entry])
    decision.theCase?.state = state
    decision.theCase?.epoch += epochs
    return decision
  }

  @discardableResult
  package func move(_ name: String, to state: CaseState, by agent: AgentID) async throws(StoreError) -> Snapshot {
    let snapshot = try await load(name)
    _ = try await store.commit(Self.moved(snapshot, to: state, by: agent), over: snapshot)
    return try await load(name)
  }

  package static var matter: Matter {
    var matter = Matter()
    matter.facts["card_ending"] = Fact(
      value: .digits("4417"), said: "ends with 4417", seq: 1, span: ScalarSpan(10, 14), source: .said, at: noon,
      superseded: [Fact.Earlier(value: .digits("4471"), said: "4471", seq: 1, at: noon)])
    matter.declined["lost_where"] = 2
    matter.unclear = [Unclear(slot: "lost_on", said: "the other day", seq: 1)]
    matter.intents = [
      MatterIntent(intent: "lost_card", score: 0.97, seq: 1, place: SourcePlace(file: "a.yml", line: 5, column: 3))
    ]
    matter.asked = [Asked(slot: "lost_on", seq: 2, by: .bot)]
    matter.tried = [Tried(intent: "card_fees", seq: 2, settled: false)]
    matter.signals = [SignalRecord(signal: .shouting, seq: 1)]
    return matter
  }
}
