import Dialogue
import Runtime
import Storage
import Synchronization
import Vocabulary

@testable import WebGateway

/// A store whose commits wait until they are let go.
final class HeldStore: ServedStore {
  private struct State {
    var isHolding = false
    var waiting: [CheckedContinuation<Void, Never>] = []
    var watchers: [CheckedContinuation<Void, Never>] = []
  }

  private let real = MemoryStore()
  private let state = Mutex(State())

  func hold() { state.withLock { $0.isHolding = true } }

  func letGo() {
    let waiting = state.withLock { state in
      state.isHolding = false
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Returns when somebody waits.
  func somebodyWaits() async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if !state.waiting.isEmpty { return true }
        state.watchers.append(continuation)
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  private func pass() async {
    await withCheckedContinuation { continuation in
      let (goesOn, watchers) = state.withLock { state -> (Bool, [CheckedContinuation<Void, Never>]) in
        guard state.isHolding else { return (true, []) }
        state.waiting.append(continuation)
        defer { state.watchers = [] }
        return (false, state.watchers)
      }
      if goesOn { continuation.resume() }
      for watcher in watchers { watcher.resume() }
    }
  }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    await pass()
    return try await real.commit(decision, over: snapshot)
  }
  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    try await real.load(whom, key: key, offering: fresh)
  }
  func entries(of thread: ThreadID, after: Int, limit: Int, audience: Audience) async throws(StoreError) -> [Entry] {
    try await real.entries(of: thread, after: after, limit: limit, audience: audience)
  }
  func undelivered(to whom: DeliveryTarget, limit: Int) async throws(StoreError) -> [NumberedDelivery] {
    try await real.undelivered(to: whom, limit: limit)
  }
  func tick(_ numbers: [Int64]) async throws(StoreError) { try await real.tick(numbers) }
  func dueTimers(at now: Timestamp, limit: Int) async throws(StoreError) -> [DueTimer] {
    try await real.dueTimers(at: now, limit: limit)
  }
  func changes() -> AsyncStream<Change> { real.changes() }
  func openCases() async throws(StoreError) -> [CaseLine] { try await real.openCases() }
  func file(of code: CaseCode) async throws(StoreError) -> CaseFile? { try await real.file(of: code) }
  func noteAgent(_ agent: AgentID, skills: Set<String>?, at now: Timestamp) async throws(StoreError) {
    try await real.noteAgent(agent, skills: skills, at: now)
  }
  func erase(before bound: Timestamp, limit: Int) async throws(StoreError) -> Int {
    try await real.erase(before: bound, limit: limit)
  }
  func absentees(since: Timestamp) async throws(StoreError) -> [(agent: AgentID, threads: [ThreadID])] {
    try await real.absentees(since: since)
  }
  func agents() async throws(StoreError) -> [SeenAgent] { try await real.agents() }
  func issue(_ key: NewKey, for thread: ThreadID) async throws(StoreError) { try await real.issue(key, for: thread) }
  func holder(of digest: KeyDigest) async throws(StoreError) -> KeyHolder? { try await real.holder(of: digest) }
  func exchange(
    _ presented: KeyDigest, for next: KeyDigest, at now: Timestamp
  ) async throws(StoreError) -> KeyHolder? {
    try await real.exchange(presented, for: next, at: now)
  }
}
