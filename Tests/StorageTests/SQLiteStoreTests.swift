import Foundation
import SQLiteStorage
import Storage
import StorageTesting
import Testing

struct SQLiteStoreTests {
  @Test(arguments: StorePromise.all)
  func `the store in a file keeps every promise`(_ promise: StorePromise) async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(path: folder.file("store.sqlite"))
    try await promise.prove(Scene(store: store))
    await store.close()
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
