import Dialogue
import Runtime
import Storage
import Vocabulary

/// Lets time pass in a transcript that is played through a switchboard, by a clock that is moved by hand: timers fire and
/// other programs answer, each at its time.
package actor StageTime {
  private let switchboard: Switchboard
  private let store: any Store
  private let clock: HandClock
  private let book: LookupBook?
  private var others = StandIns()

  package init(switchboard: Switchboard, store: any Store, clock: HandClock, book: LookupBook?) {
    self.switchboard = switchboard
    self.store = store
    self.clock = clock
    self.book = book
  }

  package func standIn(_ lookup: LookupID, _ answer: StandIn) { others.stand(in: lookup, answer) }

  /// A second passes between two events.
  package func tick(in thread: ThreadID) async throws {
    let next = clock.now().adding(milliseconds: 1_000)
    try await hear(by: next, in: thread)
    clock.advance(milliseconds: max(0, next.since(clock.now())))
  }

  /// Takes what other programs say at once.
  package func settle(in thread: ThreadID) async throws { try await hear(by: clock.now(), in: thread) }

  /// Fires what falls due, in order.
  package func wait(milliseconds: Int64, in thread: ThreadID) async throws {
    let end = clock.now().adding(milliseconds: milliseconds)
    for _ in 0..<64 {
      let due = try await store.dueTimers(at: end, limit: 1).first
      try await hear(by: due?.at ?? end, in: thread)
      guard let due else { break }
      clock.advance(milliseconds: max(0, due.at.since(clock.now())))
      try await switchboard.fire(due)
    }
    clock.advance(milliseconds: max(0, end.since(clock.now())))
  }

  package func act(_ agent: AgentID, _ move: AgentMove, on code: CaseCode?, in thread: ThreadID) async throws {
    try await tick(in: thread)
    guard let code else { throw Refusal.unknown }
    do throws(SwitchboardError) {
      _ = try await switchboard.act(agent, on: code, move)
    } catch {
      switch error {
      case .refused(let refusal): throw refusal
      case .store(let problem): throw problem
      }
    }
    try await settle(in: thread)
  }

  private func hear(by end: Timestamp, in thread: ThreadID) async throws {
    while true {
      book?.takeAll().forEach { others.ask([$0], at: clock.now()) }
      guard let due = others.next(by: end) else { return }
      clock.advance(milliseconds: max(0, due.at.since(clock.now())))
      try await switchboard.hear(due.outcome, of: due.ticket, in: thread)
    }
  }
}
