import Dialogue
import Foundation
import SQLiteStorage
import Storage
import StorageTesting
import Synchronization
import Testing
import Vocabulary

struct SQLiteStoreTests {
  @Test(arguments: StorePromise.all)
  func `the store in a file keeps every promise`(_ promise: StorePromise) async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(path: folder.file("store.sqlite"))
    try await promise.prove(Scene(store: store))
    await store.close()
  }

  @Test(arguments: StorePromise.all)
  func `two processes that take turns keep every promise`(_ promise: StorePromise) async throws {
    let folder = try TemporaryFolder()
    let stores = try [1, 2].map { _ in try SQLiteStore(path: folder.file("store.sqlite")) }
    try await promise.prove(Scene(store: Turns(stores)))
    for store in stores { await store.close() }
  }
}

/// A folder that is gone with its owner.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("baton-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func file(_ name: String) -> String { "\(path)/\(name)" }
}

/// Asks another of its stores each time.
final class Turns: TestedStore {
  private let stores: [SQLiteStore]
  private let count = Mutex(0)

  init(_ stores: [SQLiteStore]) { self.stores = stores }

  private var next: SQLiteStore {
    stores[
      count.withLock { count in
        count = (count + 1) % stores.count
        return count
      }]
  }

  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    try await next.load(whom, key: key, offering: fresh)
  }
  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    try await next.commit(decision, over: snapshot)
  }
  func entries(of thread: ThreadID, after: Int, limit: Int, audience: Audience) async throws(StoreError) -> [Entry] {
    try await next.entries(of: thread, after: after, limit: limit, audience: audience)
  }
  func undelivered(to whom: DeliveryTarget, limit: Int) async throws(StoreError) -> [NumberedDelivery] {
    try await next.undelivered(to: whom, limit: limit)
  }
  func tick(_ numbers: [Int64]) async throws(StoreError) { try await next.tick(numbers) }
  func dueTimers(at now: Timestamp, limit: Int) async throws(StoreError) -> [DueTimer] {
    try await next.dueTimers(at: now, limit: limit)
  }
  func changes() -> AsyncStream<Change> { next.changes() }
  func openCases() async throws(StoreError) -> [CaseLine] { try await next.openCases() }
  func file(of code: CaseCode) async throws(StoreError) -> CaseFile? { try await next.file(of: code) }
  func noteAgent(_ agent: AgentID, skills: Set<String>?, at now: Timestamp) async throws(StoreError) {
    try await next.noteAgent(agent, skills: skills, at: now)
  }
  func erase(before bound: Timestamp, limit: Int) async throws(StoreError) -> Int {
    try await next.erase(before: bound, limit: limit)
  }
  func absentees(since: Timestamp) async throws(StoreError) -> [(agent: AgentID, threads: [ThreadID])] {
    try await next.absentees(since: since)
  }
  func agents() async throws(StoreError) -> [SeenAgent] { try await next.agents() }
  func find(_ words: String, limit: Int) async throws(StoreError) -> [Found] {
    try await next.find(words, limit: limit)
  }
  func threads(after: ThreadID?, limit: Int) async throws(StoreError) -> [ThreadID] {
    try await next.threads(after: after, limit: limit)
  }
  func record(of thread: ThreadID) async throws(StoreError) -> ThreadRecord? { try await next.record(of: thread) }
  func issue(_ key: NewKey, for thread: ThreadID) async throws(StoreError) { try await next.issue(key, for: thread) }
  func holder(of digest: KeyDigest) async throws(StoreError) -> KeyHolder? { try await next.holder(of: digest) }
  func exchange(
    _ presented: KeyDigest, for next: KeyDigest, at now: Timestamp
  ) async throws(StoreError) -> KeyHolder? {
    try await self.next.exchange(presented, for: next, at: now)
  }
}
