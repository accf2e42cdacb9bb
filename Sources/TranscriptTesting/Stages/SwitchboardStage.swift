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

  package init(
    switchboard: Switchboard, store: any Store, clock: HandClock, zone: Zone,
    address: Address = Address(.line, "transcript")
  ) {
    self.switchboard = switchboard
    self.store = store
    self.clock = clock
    self.zone = zone
    self.address = address
  }

  package func came() async throws { try await receive(.came) }
  package func said(_ text: String) async throws { try await receive(.said(text)) }

  package func did(_ agent: AgentID, _ move: AgentMove) async throws {
    clock.advance(milliseconds: 1_000)
    guard let code = try await snapshot().theCase?.code else { throw Refusal.unknown }
    do throws(SwitchboardError) {
      _ = try await switchboard.act(agent, on: code, move)
    } catch {
      switch error {
      case .refused(let refusal): throw refusal
      case .store(let problem): throw problem
      }
    }
  }

  package func wait(milliseconds: Int64) async throws {
    let end = clock.now().adding(milliseconds: milliseconds)
    for _ in 0..<64 {
      guard let due = try await store.dueTimers(at: end, limit: 1).first else { break }
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
    clock.advance(milliseconds: 1_000)
    let received = try await switchboard.receive(Inbound(what, from: address))
    if case .refused(let refusal) = received { throw refusal }
  }

  private func snapshot() async throws -> Snapshot {
    let identity = FreshIdentity(
      thread: fresh.thread(), customer: fresh.customer(), code: fresh.caseCode(), language: .english, now: clock.now())
    return try await store.load(.address(address), key: nil, offering: identity)
  }
}
