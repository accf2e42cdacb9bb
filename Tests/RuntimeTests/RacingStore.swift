import Dialogue
import Storage
import Synchronization
import Vocabulary

/// A store in which somebody else is faster, so many times.
final class RacingStore: Store {
  private let store: any Store
  private let races: Mutex<Int>
  let codes = Mutex<[CaseCode]>([])

  init(_ store: any Store, lostRaces: Int) {
    self.store = store
    races = Mutex(lostRaces)
  }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    codes.withLock { $0.append(snapshot.offeredCode) }
    let isLost = races.withLock { races in
      races -= 1
      return races >= 0
    }
    if isLost { throw .conflict }
    return try await store.commit(decision, over: snapshot)
  }

  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    try await store.load(whom, key: key, offering: fresh)
  }
  func entries(of thread: ThreadID, after: Int, limit: Int, audience: Audience) async throws(StoreError) -> [Entry] {
    try await store.entries(of: thread, after: after, limit: limit, audience: audience)
  }
  func undelivered(to whom: DeliveryTarget, limit: Int) async throws(StoreError) -> [NumberedDelivery] {
    try await store.undelivered(to: whom, limit: limit)
  }
  func tick(_ numbers: [Int64]) async throws(StoreError) { try await store.tick(numbers) }
  func dueTimers(at now: Timestamp, limit: Int) async throws(StoreError) -> [DueTimer] {
    try await store.dueTimers(at: now, limit: limit)
  }
  func erase(before bound: Timestamp, limit: Int) async throws(StoreError) -> Int {
    try await store.erase(before: bound, limit: limit)
  }
  func changes() -> AsyncStream<Change> { store.changes() }
}
