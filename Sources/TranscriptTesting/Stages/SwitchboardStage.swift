import Dialogue
import Runtime
import Storage
import Vocabulary

/// Plays transcripts through a switchboard over any store, with a clock that is moved by hand.
package actor SwitchboardStage: TranscriptStage {
  private let switchboard: Switchboard
  private let store: any Store
  private let clock: HandClock
  private let zone: Zone
  private let address: Address
  private let fresh = CountingIdentities()
  private let book: LookupBook?
  private var others = StandIns()

  package init(
    switchboard: Switchboard, store: any Store, clock: HandClock, zone: Zone,
    address: Address = Address(.line, "transcript"), book: LookupBook? = nil
  ) {
    self.switchboard = switchboard
    self.store = store
    self.clock = clock
    self.zone = zone
    self.address = address
    self.book = book
  }

  package func came() async throws { try await receive(.came) }
  package func said(_ text: String) async throws { try await receive(.said(text)) }

  package func did(_ agent: AgentID, _ move: AgentMove) async throws {
    try await tick()
    guard let code = try await snapshot().theCase?.code else { throw Refusal.unknown }
    do throws(SwitchboardError) {
      _ = try await switchboard.act(agent, on: code, move)
    } catch {
      switch error {
      case .refused(let refusal): throw refusal
      case .store(let problem): throw problem
      }
    }
    try await hearOthers(by: clock.now())
  }

  package func standIn(_ lookup: LookupID, _ answer: StandIn) { others.stand(in: lookup, answer) }

  /// A second passes between two events.
  private func tick() async throws {
    let next = clock.now().adding(milliseconds: 1_000)
    try await hearOthers(by: next)
    clock.advance(milliseconds: max(0, next.since(clock.now())))
  }

  /// Takes what other programs have said by then, each at its time.
  private func hearOthers(by end: Timestamp) async throws {
    let thread = try await snapshot().thread
    while true {
      book?.takeAll().forEach { others.ask([$0], at: clock.now()) }
      guard let due = others.next(by: end) else { return }
      clock.advance(milliseconds: max(0, due.at.since(clock.now())))
      try await switchboard.hear(due.outcome, of: due.ticket, in: thread)
    }
  }

  package func wait(milliseconds: Int64) async throws {
    let end = clock.now().adding(milliseconds: milliseconds)
    for _ in 0..<64 {
      let due = try await store.dueTimers(at: end, limit: 1).first
      try await hearOthers(by: due?.at ?? end)
      guard let due else { break }
      clock.advance(milliseconds: max(0, due.at.since(clock.now())))
      try await switchboard.fire(due)
    }
    clock.advance(milliseconds: max(0, end.since(clock.now())))
  }

  package func state() async throws -> TranscriptState {
    let snapshot = try await snapshot()
    let entries = try await store.entries(of: snapshot.thread, after: 0, limit: 10_000, audience: .agents)
    return TranscriptState(
      talk: snapshot.talk, theCase: snapshot.theCase, entries: entries, now: zone.civil(clock.now()))
  }

  private func receive(_ what: Inbound.What) async throws {
    try await tick()
    let received = try await switchboard.receive(Inbound(what, from: address))
    if case .refused(let refusal) = received { throw refusal }
    try await hearOthers(by: clock.now())
  }

  private func snapshot() async throws -> Snapshot {
    let identity = FreshIdentity(
      thread: fresh.thread(), customer: fresh.customer(), code: fresh.caseCode(), language: .english, now: clock.now())
    return try await store.load(.address(address), key: nil, offering: identity)
  }
}
