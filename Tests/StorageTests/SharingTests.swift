import Dialogue
import Foundation
import GRDB
import Storage
import StorageTesting
import Testing
import Vocabulary

@testable import SQLiteStorage

/// Several stores over one file stand for several processes: each has its own connections and its own lock.
struct SharingTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("store.sqlite")
  }

  @Test(.timeLimit(.minutes(1)))
  func `a subscriber hears of what another process commits, again after a while without subscribers`() async throws {
    let (here, there) = (try SQLiteStore(path: path), try SQLiteStore(path: path))
    for name in ["ana", "boris"] {
      var changes = here.changes().makeAsyncIterator()
      let thread = try await Scene(store: there).say("hello", as: name).thread
      #expect(await changes.next()?.threads == [thread])
      #expect(try await Scene(store: here).load(name).lastSeq == 2)
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a process hears of its own commits once`() async throws {
    let (here, there) = (try SQLiteStore(path: path), try SQLiteStore(path: path))
    var changes = here.changes().makeAsyncIterator()
    for round in 1...10 {
      let own = try await Scene(store: here).say("hello", as: "ana\(round)").thread
      #expect(await changes.next()?.threads == [own])
      let foreign = try await Scene(store: there).say("hello", as: "boris\(round)").thread
      #expect(await changes.next()?.threads == [foreign])
    }
  }

  @Test func `two processes that write and checkpoint at once lose nothing`() async throws {
    let stores = [try SQLiteStore(path: path), try SQLiteStore(path: path)]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<32 {
        let scene = Scene(store: stores[number % 2])
        group.addTask { for turn in 1...25 { try await scene.say("turn \(turn)", as: "customer\(number)") } }
      }
      try await group.waitForAll()
    }
    for number in 0..<32 {
      #expect(try await Scene(store: stores[(number + 1) % 2]).load("customer\(number)").lastSeq == 50)
    }
    for store in stores { await store.close() }
    let again = try SQLiteStore(path: path)
    let check = try await again.pool.read { db in
      try ["PRAGMA integrity_check", "SELECT count(*) FROM entries"].map { try String.fetchOne(db, sql: $0) }
    }
    #expect(check == ["ok", "1600"])
  }

  @Test func `of agents in two processes who claim one case at once exactly one has it`() async throws {
    let stores = [try SQLiteStore(path: path), try SQLiteStore(path: path)]
    let before = try await Scene(store: stores[0]).queue("ana")
    let wins = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<64 {
        let agent = AgentID("agent\(number)")
        let claim = Scene.moved(before, to: .assigned(agent, since: Scene.noon), by: agent)
        group.addTask {
          do {
            _ = try await stores[number % 2].commit(claim, over: before)
            return 1
          } catch StoreError.conflict {
            return 0
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(wins == 1)
  }

  @Test func `what is on disk at any moment is a store with all that was acknowledged`() async throws {
    let scene = Scene(store: try SQLiteStore(path: path))
    for turn in 1...300 {
      try await scene.say("turn \(turn)", as: "ana")
      guard turn % 60 == 0 else { continue }
      // What a killed process leaves behind: the file and its log, without the index in shared memory.
      let image = folder.file("image-\(turn).sqlite")
      for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + suffix, toPath: image + suffix) }
      #expect(try await Scene(store: SQLiteStore(path: image)).load("ana").lastSeq == turn * 2)
    }
  }

  @Test func `the log is brought into the file while the store is open`() async throws {
    let scene = Scene(store: try SQLiteStore(path: path))
    for turn in 1...260 { try await scene.say("turn \(turn)", as: "ana") }
    let bytes = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    #expect(bytes > 100_000)
  }

  @Test func `who waits too long for another process's lock is told so`() throws {
    let (one, two) = (try FileLock(path: path), try FileLock(path: path))
    _ = try one.holding {
      #expect(throws: StoreError.self) { try two.holding(for: .milliseconds(5)) {} }
    }
    try two.holding(for: .milliseconds(5)) {}
  }
}
