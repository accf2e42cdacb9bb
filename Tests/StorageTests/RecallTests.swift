import Chances
import Dialogue
import Foundation
import Playbooks
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

  private func recall(_ store: SQLiteStore, _ name: String = "ana") -> Snapshot? {
    store.recall(Scene.address(name), offering: Scene.fresh(name).code, at: Scene.noon)
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

  @Test func `knows who stands before whom, as the disk does`() async throws {
    try await withStores { own, _ in
      let scene = Scene(store: own)
      let names = (0..<24).map { "customer-\($0)" }
      var chance = SplitMix(seed: 7)
      for (number, name) in names.enumerated() {
        let queue: QueueID = Bool.random(using: &chance) ? "cards" : "loans"
        let priority = Priority.allCases.randomElement(using: &chance) ?? .normal
        try await scene.queue(name, queue: queue, priority: priority, at: Scene.minutes(Int64(number % 5)))
      }
      for (number, name) in names.shuffled(using: &chance).enumerated() {
        try await scene.move(name, to: .assigned("maja", since: Scene.minutes(10)), by: "maja")
        if number.isMultiple(of: 3) {
          try await scene.move(name, to: .snoozed(until: Scene.minutes(99), by: "maja"), by: "maja")
        } else if number.isMultiple(of: 2) {
          try await scene.move(name, to: .queued(since: Scene.minutes(Int64(number))), by: "maja")
        }
        for name in names { #expect(recall(own, name) == (try await scene.load(name))) }
      }
      #expect(names.contains { (recall(own, $0)?.ahead ?? 0) > 3 })
    }
  }

  @Test func `knows where one stands when another process has claimed a case`() async throws {
    try await withStores { own, other in
      try await Scene(store: own).queue("boris", at: Scene.minutes(0))
      try await Scene(store: own).queue("ana", at: Scene.minutes(1))
      #expect(recall(own)?.ahead == 1)
      try await Scene(store: other).move("boris", to: .assigned("maja", since: Scene.minutes(1)), by: "maja")
      try await Scene(store: own).say("hello", as: "carla")
      // Where the watcher hears of it in that very moment, the next commit finds it.
      if recall(own) == nil { try await Scene(store: own).say("hello", as: "carla") }
      #expect([nil, 0].contains(recall(own)?.ahead))
      #expect(try await Scene(store: own).load("ana").ahead == 0)
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
