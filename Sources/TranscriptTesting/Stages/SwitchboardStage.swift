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
  private let time: StageTime

  package init(
    switchboard: Switchboard, store: any Store, clock: HandClock, zone: Zone,
    address: Address = Address(.line, "transcript"), book: LookupBook? = nil
  ) {
    self.switchboard = switchboard
    self.store = store
    self.clock = clock
    self.zone = zone
    self.address = address
    time = StageTime(switchboard: switchboard, store: store, clock: clock, book: book)
  }

  package func came() async throws { try await receive(.came) }
  package func said(_ text: String) async throws { try await receive(.said(text)) }

  package func did(_ agent: AgentID, _ move: AgentMove) async throws {
    let snapshot = try await snapshot()
    try await time.act(agent, move, on: snapshot.theCase?.code, in: snapshot.thread)
  }

  package func standIn(_ lookup: LookupID, _ answer: StandIn) async { await time.standIn(lookup, answer) }

  package func wait(milliseconds: Int64) async throws {
    try await time.wait(milliseconds: milliseconds, in: snapshot().thread)
  }

  package func state() async throws -> TranscriptState {
    let snapshot = try await snapshot()
    let entries = try await store.entries(of: snapshot.thread, after: 0, limit: 10_000, audience: .agents)
    return TranscriptState(
      talk: snapshot.talk, theCase: snapshot.theCase, entries: entries, now: zone.civil(clock.now()))
  }

  private func receive(_ what: Inbound.What) async throws {
    let thread = try await snapshot().thread
    try await time.tick(in: thread)
    let received = try await switchboard.receive(Inbound(what, from: address))
    if case .refused(let refusal) = received { throw refusal }
    try await time.settle(in: thread)
  }

  private func snapshot() async throws -> Snapshot {
    let identity = FreshIdentity(
      thread: fresh.thread(), customer: fresh.customer(), code: fresh.caseCode(), language: .english, now: clock.now())
    return try await store.load(.address(address), key: nil, offering: identity)
  }
}
