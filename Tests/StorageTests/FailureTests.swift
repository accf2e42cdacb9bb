import Dialogue
import Foundation
import GRDB
import Storage
import StorageTesting
import Testing

@testable import SQLiteStorage

struct FailureTests {
  let folder: TemporaryFolder
  let store: SQLiteStore
  let scene: Scene

  init() throws {
    folder = try TemporaryFolder()
    store = try SQLiteStore(path: folder.file("store.sqlite"))
    scene = Scene(store: store)
  }

  private func limitPages(to count: Int?) async throws {
    try await store.pool.writeWithoutTransaction { db in
      let used = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      _ = try Int.fetchOne(db, sql: "PRAGMA max_page_count = \(count.map { used + $0 } ?? 1_000_000)")
    }
  }

  @Test func `on a full disk what was acknowledged is safe and the store goes on when there is room`() async throws {
    try await limitPages(to: 4)
    var kept = 0
    await #expect(throws: StoreError.full) {
      for turn in 1...1_000 {
        try await scene.say(String(repeating: "word\(turn) ", count: 100), as: "ana")
        kept = turn
      }
    }
    let full = try await scene.load("ana")
    #expect(full.lastSeq == kept * 2)
    #expect(full.revision == kept)
    try await limitPages(to: nil)
    #expect(try await scene.say("room again", as: "ana").revision == kept + 1)
    let thread = full.thread
    #expect(try await store.entries(of: thread, after: 0, limit: 9_999, audience: .agents).count == kept * 2 + 2)
  }

  @Test func `on a nearly full disk a small commit still finds its place beside one too large`() async throws {
    try await scene.say("hello", as: "ana")
    try await limitPages(to: 8)
    let (ana, boris) = (try await scene.load("ana"), try await scene.load("boris"))
    let large = Scene.turn(String(repeating: "many words ", count: 10_000), over: ana)
    let small = Scene.turn("one", over: boris)
    let answers = try transaction().run([
      .commit(try PreparedCommit(large, over: ana)), .commit(try PreparedCommit(small, over: boris)),
    ]).answers
    #expect(answers.map(word) == ["full", "done"])
    #expect(try await scene.load("ana") == ana)
    #expect(try await scene.load("boris").revision == 1)
  }

  @Test func `a refused commit does not sink those that share its transaction`() async throws {
    let (ana, boris) = (try await scene.load("ana"), try await scene.load("boris"))
    let key = Scene.key("1")
    let first = try PreparedCommit(Scene.turn("first", over: ana, key: key), over: ana)
    let late = try PreparedCommit(Scene.turn("late", over: ana), over: ana)
    let neighbour = try PreparedCommit(Scene.turn("neighbour", over: boris), over: boris)
    let answers = try transaction().run([.commit(first), .commit(late), .commit(first), .commit(neighbour)])
      .answers
    #expect(answers.map(word) == ["done", "conflict", "duplicate", "done"])
    #expect(try await scene.load("ana").recent.map(\.text) == ["first", "Noted."])
    #expect(try await scene.load("boris").recent.map(\.text) == ["neighbour", "Noted."])
  }

  @Test func `a commit that is refused when it has written something is undone alone`() async throws {
    try await scene.say("first", as: "ana")
    let (ana, boris, carla) = (
      try await scene.load("ana"), try await scene.load("boris"), try await scene.load("carla")
    )
    let before = try PreparedCommit(Scene.turn("before", over: boris), over: boris)
    let robbery = Scene.turn("mine", over: ana) { decision in
      decision.customer.addresses.append(Customer.KnownAddress(Scene.address("boris")))
    }
    let behind = try PreparedCommit(Scene.turn("behind", over: carla), over: carla)
    let answers = try transaction().run([
      .commit(before), .commit(try PreparedCommit(robbery, over: ana)), .commit(behind),
    ]).answers
    #expect(answers.map(word) == ["done", "conflict", "done"])
    #expect(try await scene.load("ana") == ana)
    #expect(try await scene.load("boris").recent.map(\.text) == ["before", "Noted."])
    #expect(try await scene.load("carla").recent.map(\.text) == ["behind", "Noted."])
  }

  @Test func `after an input or output error nothing is acknowledged any more, and reading goes on`() async throws {
    let before = try await scene.say("hello", as: "ana")
    try await store.pool.writeWithoutTransaction { db in
      db.add(
        function: DatabaseFunction("broken_disk", argumentCount: 0) { _ in
          throw DatabaseError(resultCode: .SQLITE_IOERR, message: "no disk")
        })
      try db.execute(
        sql: """
          CREATE TEMP TRIGGER breaks AFTER INSERT ON main.entries WHEN NEW.text = 'boom'
          BEGIN SELECT broken_disk(); END
          """)
    }
    await #expect(throws: StoreError.self) { try await scene.say("boom", as: "ana") }
    await #expect(throws: StoreError.self) { try await scene.say("harmless", as: "boris") }
    #expect(try await scene.load("ana") == before)
  }

  private func transaction() throws -> GroupTransaction {
    let (path, house) = (folder.file("store.sqlite"), KnownHouse())
    return GroupTransaction(
      pool: store.pool, lock: try FileLock(path: path + "-lock"), checkpoints: Checkpoints(path: path),
      watcher: ChangeWatcher(try Opening(path: path).watcher(), house: house), house: house)
  }

  private func word(_ answer: GroupTransaction.Answer) -> String {
    switch answer {
    case .success(.committed(.done, _)): "done"
    case .success(.committed(.duplicate, _)): "duplicate"
    case .success(.nothingToTell), .success(.exchanged), .success(.revoked), .success(.redeemed): "nothing"
    case .failure(let error): "\(error)"
    }
  }
}
