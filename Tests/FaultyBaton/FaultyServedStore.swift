import Dialogue
import SQLiteStorage
import Storage
import Vocabulary
import WebGateway

/// A store with a fault, as a server sees it.
struct FaultyServedStore: ServedStore {
  private let talk: any Store
  private let real: SQLiteStore
  private let fault: Fault

  init(_ talk: any Store, _ real: SQLiteStore, _ fault: Fault) {
    (self.talk, self.real, self.fault) = (talk, real, fault)
  }

  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    try await talk.load(whom, key: key, offering: fresh)
  }
  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    try await talk.commit(decision, over: snapshot)
  }
  func entries(of thread: ThreadID, after: Int, limit: Int, audience: Audience) async throws(StoreError) -> [Entry] {
    let entries = try await talk.entries(of: thread, after: after, limit: limit, audience: audience)
    return fault == .holey ? entries.filter { !$0.seq.isMultiple(of: 5) || $0.seq == after + 1 } : entries
  }
  func undelivered(to whom: DeliveryTarget, limit: Int) async throws(StoreError) -> [NumberedDelivery] {
    try await talk.undelivered(to: whom, limit: limit)
  }
  func tick(_ numbers: [Int64]) async throws(StoreError) { try await talk.tick(numbers) }
  func dueTimers(at now: Timestamp, limit: Int) async throws(StoreError) -> [DueTimer] {
    try await talk.dueTimers(at: now, limit: limit)
  }
  func changes() -> AsyncStream<Change> { talk.changes() }
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
    let holder = try await real.exchange(presented, for: next, at: now)
    if fault == .hasty, holder != nil {
      // Presenting the successor ends the one before.
      _ = try await real.exchange(next, for: KeyDigest(next.bytes.reversed()), at: now)
    }
    return holder
  }
}
