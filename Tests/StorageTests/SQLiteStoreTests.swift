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
final class Turns: TestedStore, ForwardingStore, ForwardingBoard, ForwardingKeyring {
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

  var store: any Store { next }
  var board: any CaseBoard { next }
  var keyring: any Keyring { next }

  func find(_ words: String, limit: Int) async throws(StoreError) -> [Found] {
    try await next.find(words, limit: limit)
  }
  func threads(after: ThreadID?, limit: Int) async throws(StoreError) -> [ThreadID] {
    try await next.threads(after: after, limit: limit)
  }
  func record(of thread: ThreadID) async throws(StoreError) -> ThreadRecord? { try await next.record(of: thread) }
}
