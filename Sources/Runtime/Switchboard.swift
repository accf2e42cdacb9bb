import Dialogue
import Playbooks
import Storage
import Vocabulary

/// The way of one event: load, decide, commit. Two trips to disk and one pure call between them.
///
/// Nothing is delivered here: what a commit has to deliver stands in the store's outbox, so that a crash loses nothing.
package struct Switchboard: Sendable {
  private let engines: EngineBox
  let store: any Store
  private let clock: any WallClock
  private let identities: any IdentitySource
  private let lookups: LookupBook?

  /// - Parameter lookups: where questions to other programs are put for a `LookupService`; without it nobody here asks.
  package init(
    engines: EngineBox, store: any Store, clock: any WallClock, identities: any IdentitySource,
    lookups: LookupBook? = nil
  ) {
    self.engines = engines
    self.store = store
    self.clock = clock
    self.identities = identities
    self.lookups = lookups
  }

  /// The playbook that decides now.
  package var playbook: Playbook { engines.engine.playbook }
  /// Somebody in this process asks other programs.
  package var asksOthers: Bool { lookups != nil }

  /// Takes what came from a customer. When it returns, the line and all that it caused are on disk.
  package nonisolated(nonsending) func receive(_ inbound: Inbound) async throws(StoreError) -> Received {
    switch try await settle(inbound.event, of: .address(inbound.address), key: inbound.key) {
    case .done(let thread, let decision):
      .done(thread: thread, entries: decision.entries, theCase: decision.theCase)
    case .seen(let thread, let entry):
      inbound.isResend(of: entry) ? .duplicate(thread: thread, entry) : .keyConflict
    case .refused(let refusal): .refused(refusal)
    }
  }

  /// Does what an agent wants with a case, or says why it cannot be.
  package func act(
    _ agent: AgentID, on code: CaseCode, _ move: AgentMove
  ) async throws(SwitchboardError) -> Acted {
    let outcome: Outcome
    do {
      outcome = try await settle(.agentDid(agent, move), of: .caseCode(code), key: nil)
    } catch StoreError.unknown {
      throw .refused(.unknown)
    } catch {
      throw .store(error)
    }
    switch outcome {
    case .done(let thread, let decision):
      return Acted(thread: thread, theCase: decision.theCase, entries: decision.entries)
    case .seen(let thread, let entry): return Acted(thread: thread, theCase: nil, entries: [entry])
    case .refused(let refusal): throw .refused(refusal)
    }
  }

  /// Fires a timer. False where it was no longer due, for example because another process was faster.
  @discardableResult
  package func fire(_ timer: DueTimer) async throws(StoreError) -> Bool {
    try await settle(.timerFired(timer.kind), of: .thread(timer.thread), key: nil).isDone
  }

  /// Takes what became of a question to another program. False where nobody waits for it any more.
  @discardableResult
  package func hear(
    _ outcome: LookupOutcome, of ticket: LookupTicket, in thread: ThreadID
  ) async throws(StoreError) -> Bool {
    try await settle(outcome.event(of: ticket), of: .thread(thread), key: nil).isDone
  }

  /// Offers the case of a thread to an agent. False where it does not wait any more or is offered to another.
  @discardableResult
  package func offer(to agent: AgentID, until: Timestamp, thread: ThreadID) async throws(StoreError) -> Bool {
    try await settle(.caseOffered(to: agent, until: until), of: .thread(thread), key: nil).isDone
  }

  /// Takes the case of a thread back from an agent who was away for too long. False where they no longer hold it.
  @discardableResult
  package func absent(_ agent: AgentID, thread: ThreadID) async throws(StoreError) -> Bool {
    try await settle(.agentWentAbsent(agent), of: .thread(thread), key: nil).isDone
  }

  /// How the thread stands now. Nothing is written.
  package nonisolated(nonsending) func look(at whom: Whom) async throws(StoreError) -> Snapshot {
    try await store.load(whom, key: nil, offering: fresh(for: engines.engine, at: clock.now()))
  }

  /// How the thread stands with a turn that this process has just committed, from memory where that has it. Nothing is written.
  ///
  /// - Parameter entries: those of the turn.
  package nonisolated(nonsending) func look(
    at thread: ThreadID, of address: Address, behind entries: [Entry]
  ) async throws(StoreError) -> Snapshot {
    if let known = store.recall(address, offering: identities.caseCode(), at: clock.now()), known.thread == thread,
      known.lastSeq >= entries.last?.seq ?? 0
    {
      return known
    }
    return try await look(at: .thread(thread))
  }
}

/// What an agent's move became, after the commit.
package struct Acted: Hashable, Sendable {
  package let thread: ThreadID
  package let theCase: Case?
  package let entries: [Entry]
}

package enum SwitchboardError: Error, Hashable, Sendable {
  case store(StoreError)
  case refused(Refusal)
}

extension Switchboard {
  enum Outcome {
    case done(ThreadID, Decision)
    case seen(ThreadID, Entry)
    case refused(Refusal)

    var isDone: Bool {
      switch self {
      case .done: true
      case .seen, .refused: false
      }
    }
  }

  /// A lost race begins anew, with the new state of the thread and with a new case code, since a code that is taken is a
  /// lost race too.
  ///
  /// Runs where its caller does: a turn changes threads only where the store makes it.
  nonisolated(nonsending) func settle(
    _ event: Event, of whom: Whom, key: ReceiptKey?
  ) async throws(StoreError) -> Outcome {
    if let outcome = try await settleFromMemory(event, of: whom) { return outcome }
    for _ in 0..<Limits.commitAttempts {
      let (engine, now) = (engines.engine, clock.now())
      let snapshot = try await store.load(whom, key: key, offering: fresh(for: engine, at: now))
      if let earlier = snapshot.earlier { return .seen(snapshot.thread, earlier) }
      let decision: Decision
      do { decision = try engine.decide(event, in: snapshot, at: now) } catch { return .refused(error) }
      if decision.changesNothing(of: snapshot) { return .done(snapshot.thread, decision) }
      do { return try await commit(decision, over: snapshot) } catch StoreError.conflict { continue }
    }
    throw .conflict
  }

  /// A line is decided over what the store has in memory: only a commit shows whether that is still true, so nothing comes of a
  /// decision without one.
  private nonisolated(nonsending) func settleFromMemory(
    _ event: Event, of whom: Whom
  ) async throws(StoreError) -> Outcome? {
    guard case (.customerSaid, .address(let address)) = (event, whom) else { return nil }
    let (engine, now) = (engines.engine, clock.now())
    guard let snapshot = store.recall(address, offering: identities.caseCode(), at: now),
      let decision = try? engine.decide(event, in: snapshot, at: now), !decision.changesNothing(of: snapshot)
    else { return nil }
    do { return try await commit(decision, over: snapshot) } catch StoreError.conflict { return nil }
  }

  private nonisolated(nonsending) func commit(
    _ decision: Decision, over snapshot: Snapshot
  ) async throws(StoreError) -> Outcome {
    switch try await store.commit(decision, over: snapshot) {
    case .done:
      // Only what is on disk may be asked: who asks and dies is found by what is there.
      decision.lookups.forEach { lookups?.put($0, of: snapshot.thread) }
      return .done(snapshot.thread, decision)
    case .duplicate(let entry): return .seen(snapshot.thread, entry)
    }
  }

  private func fresh(for engine: Engine, at now: Timestamp) -> FreshIdentity {
    FreshIdentity(
      thread: identities.thread(), customer: identities.customer(), code: identities.caseCode(),
      language: engine.playbook.settings.defaultLanguage, now: now)
  }
}

extension Decision {
  /// Such a decision costs no transaction. A thread that is not on disk yet is always written.
  fileprivate func changesNothing(of snapshot: Snapshot) -> Bool {
    snapshot.revision > 0 && entries.isEmpty && deliveries.isEmpty && receipt == nil
      && timers == snapshot.timers && theCase == snapshot.theCase && talk == snapshot.talk
      && customer == snapshot.customer
  }
}
