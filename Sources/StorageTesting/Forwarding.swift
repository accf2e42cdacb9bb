import Dialogue
import Storage
import Vocabulary

// Stores that stand before another one, for tests: who conforms writes only what is different.

/// Passes everything on to the store behind it.
package protocol ForwardingStore: Store {
  var store: any Store { get }
}

extension ForwardingStore {
  package func load(
    _ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity
  ) async throws(StoreError) -> Snapshot {
    try await store.load(whom, key: key, offering: fresh)
  }
  package func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    try await store.commit(decision, over: snapshot)
  }
  package func entries(
    of thread: ThreadID, after: Int, limit: Int, audience: Audience
  ) async throws(StoreError) -> [Entry] {
    try await store.entries(of: thread, after: after, limit: limit, audience: audience)
  }
  package func undelivered(to whom: DeliveryTarget, limit: Int) async throws(StoreError) -> [NumberedDelivery] {
    try await store.undelivered(to: whom, limit: limit)
  }
  package func tick(_ numbers: [Int64]) async throws(StoreError) { try await store.tick(numbers) }
  package func tick(_ address: Address, through seq: Int, of thread: ThreadID) async throws(StoreError) {
    try await store.tick(address, through: seq, of: thread)
  }
  package func dueTimers(at now: Timestamp, limit: Int) async throws(StoreError) -> [DueTimer] {
    try await store.dueTimers(at: now, limit: limit)
  }
  package func erase(before bound: Timestamp, limit: Int) async throws(StoreError) -> Int {
    try await store.erase(before: bound, limit: limit)
  }
  package func changes() -> AsyncStream<Change> { store.changes() }
}

/// Passes everything on to the board behind it.
package protocol ForwardingBoard: CaseBoard {
  var board: any CaseBoard { get }
}

extension ForwardingBoard {
  package func openCases() async throws(StoreError) -> [CaseLine] { try await board.openCases() }
  package func waitingCases() async throws(StoreError) -> [WaitingCase] { try await board.waitingCases() }
  package func file(of code: CaseCode) async throws(StoreError) -> CaseFile? { try await board.file(of: code) }
  package func noteAgent(_ agent: AgentID, skills: Set<String>?, at now: Timestamp) async throws(StoreError) {
    try await board.noteAgent(agent, skills: skills, at: now)
  }
  package func absentees(since: Timestamp) async throws(StoreError) -> [(agent: AgentID, threads: [ThreadID])] {
    try await board.absentees(since: since)
  }
  package func agents() async throws(StoreError) -> [SeenAgent] { try await board.agents() }
}

/// Passes everything on to the keyring behind it.
package protocol ForwardingKeyring: Keyring {
  var keyring: any Keyring { get }
}

extension ForwardingKeyring {
  package func issue(_ key: NewKey, for thread: ThreadID) async throws(StoreError) {
    try await keyring.issue(key, for: thread)
  }
  package func holder(of digest: KeyDigest) async throws(StoreError) -> KeyHolder? {
    try await keyring.holder(of: digest)
  }
  package func exchange(
    _ presented: KeyDigest, for next: KeyDigest, at now: Timestamp
  ) async throws(StoreError) -> KeyHolder? {
    try await keyring.exchange(presented, for: next, at: now)
  }
  package func revoke(_ digest: KeyDigest) async throws(StoreError) -> KeyHolder? {
    try await keyring.revoke(digest)
  }
  package func revokeKeys(of thread: ThreadID) async throws(StoreError) { try await keyring.revokeKeys(of: thread) }
  package func issue(_ ticket: NewTicket) async throws(StoreError) { try await keyring.issue(ticket) }
  package func redeem(_ digest: KeyDigest, at now: Timestamp) async throws(StoreError) -> ProvenCustomer? {
    try await keyring.redeem(digest, at: now)
  }
  package func revokeTickets(of subject: String) async throws(StoreError) {
    try await keyring.revokeTickets(of: subject)
  }
}
