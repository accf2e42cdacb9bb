import Dialogue
import Foundation
import Storage
import StorageTesting
import Testing
import Vocabulary

@testable import SQLiteStorage

/// What a process knows of a thread without asking the disk.
struct RecallTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("baton-recall-\(UUID())")

  private func withStores(_ body: (SQLiteStore, SQLiteStore) async throws -> Void) async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("store.sqlite").path
    let (own, other) = (try SQLiteStore(path: path), try SQLiteStore(path: path))
    let changes = own.changes()
    try await body(own, other)
    _ = changes
    await own.close()
    await other.close()
  }

  private func recall(_ store: SQLiteStore) -> Snapshot? {
    store.recall(Scene.address("ana"), offering: Scene.fresh("ana").code, at: Scene.noon)
  }

  @Test func `is what would be loaded, from the first commit on`() async throws {
    try await withStores { own, _ in
      #expect(recall(own) == nil)
      let scene = Scene(store: own)
      for line in ["hello", "my card", "is gone"] {
        let loaded = try await scene.say(line, as: "ana")
        let recalled = try #require(recall(own))
        #expect(recalled == loaded)
      }
    }
  }

  @Test func `is nothing where nobody hears of what others write`() async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteStore(path: folder.appendingPathComponent("store.sqlite").path)
    try await Scene(store: store).say("hello", as: "ana")
    #expect(recall(store) == nil)
    await store.close()
  }

  @Test func `says how many wait, also where another process has brought them`() async throws {
    try await withStores { own, other in
      try await Scene(store: own).say("hello", as: "ana")
      #expect(recall(own)?.waiting == [:])
      try await Scene(store: own).queue("boris")
      try await Scene(store: other).queue("carla")
      // This process has not heard of it yet, and does so with its own next commit; where the watcher has heard of it in that
      // very moment, with the one after that.
      var recalled: Snapshot?
      for number in 1...4 where recalled == nil {
        try await Scene(store: own).say("and again \(number)", as: "ana")
        recalled = recall(own)
      }
      #expect(recalled == (try await Scene(store: own).load("ana")))
      #expect(recalled?.waiting.values.flatMap(\.values).reduce(0, +) == 2)
    }
  }

  @Test func `is nothing for who has a case, as they stand in a queue`() async throws {
    try await withStores { own, _ in
      try await Scene(store: own).queue("ana")
      #expect(recall(own) == nil)
    }
  }

  @Test func `is no ground for a commit where another process was faster`() async throws {
    try await withStores { own, other in
      try await Scene(store: own).say("hello", as: "ana")
      let recalled = try #require(recall(own))
      try await Scene(store: other).say("and from my telephone", as: "ana")
      await #expect(throws: StoreError.conflict) {
        _ = try await own.commit(Scene.turn("again", over: recalled), over: recalled)
      }
      let loaded = try await Scene(store: own).load("ana")
      #expect(loaded.lastSeq == 4)
      // Nothing while it is only known that others have written.
      #expect([nil, loaded].contains(recall(own)))
    }
  }

  @Test func `does not know keys, which a commit does`() async throws {
    try await withStores { own, _ in
      let scene = Scene(store: own)
      try await scene.say("hello", as: "ana", key: Scene.key("1"))
      let recalled = try #require(recall(own))
      let again = Scene.turn("hello", over: recalled, key: Scene.key("1"))
      guard case .duplicate(let entry) = try await own.commit(again, over: recalled) else {
        Issue.record("it was stored twice")
        return
      }
      #expect(entry.seq == 1)
      #expect(try await scene.load("ana").lastSeq == 2)
    }
  }
}
