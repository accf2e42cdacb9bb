import Foundation
import GRDB
import Storage
import StorageTesting
import Testing
import Vocabulary

@testable import SQLiteStorage

struct OpeningTests {
  let folder: TemporaryFolder
  let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("store.sqlite")
  }

  @Test func `every promised setting is in force on the connection that writes`() throws {
    let store = try SQLiteStore(path: path)
    for (setting, value) in Opening.promised {
      let found = try store.pool.writeWithoutTransaction { db in
        try DatabaseValue.fetchOne(db, sql: "PRAGMA \(setting)")
      }
      #expect("\(found?.storage.value ?? "")" == value, "\(setting)")
    }
    #expect(Opening.promised.contains { $0 == ("synchronous", "2") })
  }

  @Test func `readers can neither write nor checkpoint`() throws {
    let store = try SQLiteStore(path: path)
    #expect(throws: DatabaseError.self) {
      try store.pool.unsafeRead { db in try db.execute(sql: "DELETE FROM entries") }
    }
    #expect(try store.pool.unsafeRead { db in try Int.fetchOne(db, sql: "PRAGMA wal_autocheckpoint") } == 0)
  }

  @Test(arguments: ["x", "not a database\n", String(repeating: "just text ", count: 1_000)])
  func `a file that is no database is refused and left as it is`(_ text: String) throws {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let refusal = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
    #expect(refusal == .notAStore("\(path) is not a database; it was left as it is"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["store.sqlite"])
  }

  @Test func `a database of another program is refused and left as it is`() throws {
    try DatabaseQueue(path: path).write { db in try db.execute(sql: "CREATE TABLE theirs (a)") }
    let before = FileManager.default.contents(atPath: path)
    let refusal = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
    #expect(refusal == .notAStore("\(path) is a database of another program; it was left as it is"))
    #expect(FileManager.default.contents(atPath: path) == before)
  }

  @Test func `a store of a newer Baton is refused`() async throws {
    let store = try SQLiteStore(path: path)
    try await store.pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA user_version = 99") }
    await store.close()
    let refusal = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
    #expect(
      refusal == .notAStore("\(path) is the store of a newer Baton (version 99, this one knows \(Schema.version))"))
  }

  /// A store as that version left it, with one thread and those rows.
  private func makeOldStore(version: String, _ rows: String) async throws {
    let old = try DatabaseQueue(path: path)
    try Schema.migrator.migrate(old, upTo: version)
    try await old.write { db in
      try db.execute(
        sql: """
          INSERT INTO customers (id, verified, since, memory) VALUES ('c', 0, 0, '{}');
          INSERT INTO threads (id, customer, revision, last_seq, talk) VALUES ('t', 1, 1, 1, '{}');
          \(rows)
          """)
    }
    try old.close()
  }

  @Test func `a store of the first version gets the new column and keeps its entries`() async throws {
    try await makeOldStore(
      version: "1",
      """
      INSERT INTO entries (thread, seq, at, speaker, channel, text, audience, masked)
        VALUES (1, 1, 0, 'customer', 'line', 'hello', 'everyone', 0);
      """)
    let store = try SQLiteStore(path: path)
    let entries = try await store.entries(of: "t", after: 0, limit: 9, audience: .agents)
    #expect(entries.map(\.text) == ["hello"])
    #expect(entries.map(\.deed) == [nil])
    await store.close()
  }

  @Test func `what was undelivered in a store of the fifth version is still, and can be ticked`() async throws {
    try await makeOldStore(
      version: "5",
      """
      INSERT INTO addresses (channel, key, thread, position, verified) VALUES ('line', 'ana', 1, 0, 0);
      INSERT INTO outbox (thread, target, channel, key, body)
        VALUES (1, 'customer', 'line', 'ana', '{"toCustomer":{"_0":{"channel":"line","key":"ana"},"through":7}}');
      INSERT INTO outbox (thread, target, body) VALUES (1, 'desk', '{"toDesk":{"_0":"K7F3QX","_1":"opened"}}');
      """)
    let store = try SQLiteStore(path: path)
    let ana = Address(.line, "ana")
    #expect(
      try await store.undelivered(to: .customer(ana), limit: 9).map(\.delivery) == [.toCustomer(ana, through: 7)])
    #expect(try await store.undelivered(to: .desk, limit: 9).map(\.delivery) == [.toDesk("K7F3QX", .opened)])
    try await store.tick(ana, through: 7, of: "t")
    #expect(try await store.undelivered(to: .customer(ana), limit: 9).isEmpty)
    await store.close()
  }

  @Test func `an empty file becomes a store`() async throws {
    try Data().write(to: URL(fileURLWithPath: path))
    let scene = Scene(store: try SQLiteStore(path: path))
    #expect(try await scene.say("hello", as: "ana").revision == 1)
  }

  @Test func `a folder that does not exist is named as the reason`() {
    let refusal = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.file("missing/store.sqlite")) }
    #expect(refusal == .unavailable("its folder does not exist"))
  }

  @Test func `a folder is no store`() {
    let refusal = #expect(throws: StoreError.self) { try SQLiteStore(path: folder.path) }
    #expect(refusal == .unavailable("\(folder.path) is a folder"))
  }

  @Test func `memory is not for this store`() {
    #expect(throws: StoreError.self) { try SQLiteStore(path: ":memory:") }
  }

  // The mode of a folder does not bind root, but nobody can make a file in /sys.
  @Test func `a folder that may not be written is read-only`() throws {
    let refusal = #expect(throws: StoreError.self) { try SQLiteStore(path: "/sys/store.sqlite") }
    #expect(refusal == .readOnly)
    guard geteuid() != 0 else { return }
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    let second = #expect(throws: StoreError.self) { try SQLiteStore(path: path) }
    #expect(second == .readOnly)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
  }

  @Test func `the last to close a store leaves one whole file, one before it leaves the log alone`() async throws {
    let (first, second) = (try SQLiteStore(path: path), try SQLiteStore(path: path))
    try await Scene(store: first).say("hello", as: "ana")
    await first.close()
    try await Scene(store: second).say("hello again", as: "ana")
    await second.close()
    #expect(
      Set(try FileManager.default.contentsOfDirectory(atPath: folder.path)) == ["store.sqlite", "store.sqlite-lock"])
    let copy = folder.file("copy.sqlite")
    try FileManager.default.copyItem(atPath: path, toPath: copy)
    #expect(try await Scene(store: SQLiteStore(path: copy)).load("ana").revision == 2)
  }

  @Test func `a closed store refuses everything and opens again with all in it`() async throws {
    let store = try SQLiteStore(path: path)
    let scene = Scene(store: store)
    let before = try await scene.say("hello", as: "ana")
    await store.close()
    await store.close()
    await #expect(throws: StoreError.unavailable("the store is closed")) {
      try await store.commit(Scene.turn("late", over: before), over: before)
    }
    await #expect(throws: StoreError.self) { try await scene.load("ana") }
    #expect(try await Scene(store: SQLiteStore(path: path)).load("ana") == before)
  }
}
