import Storage
import StorageTesting
import Testing

struct MemoryStoreTests {
  @Test(arguments: StorePromise.all)
  func `the store in memory keeps every promise`(_ promise: StorePromise) async throws {
    try await promise.prove(Scene(store: MemoryStore()))
  }
}
