import GRDB
import StorageTesting
import Testing

@testable import SQLiteStorage

/// The schema itself refuses what may not be, whoever writes.
struct SchemaTests {
  static let violations = [
    "INSERT INTO customers (id, verified, since, memory) VALUES ('', 0, 0, '{}')",
    "INSERT INTO customers (id, verified, since, memory) VALUES ('x', 2, 0, '{}')",
    "INSERT INTO customers (id, verified, since, memory) VALUES ('x', 0, 'noon', '{}')",
    "INSERT INTO threads (id, customer, revision, last_seq, talk) VALUES ('x', 99, 1, 0, '{}')",
    "INSERT INTO threads (id, customer, revision, last_seq, talk) VALUES ('x', 1, 1, 0, '{}')",
    "UPDATE threads SET revision = 0",
    "INSERT INTO addresses (channel, key, thread, position, verified) VALUES ('line', 'ana', 1, 5, 0)",
    "INSERT INTO addresses (channel, key, thread, position, verified) VALUES ('line', 'x', 99, 0, 0)",
    "UPDATE entries SET seq = 1 WHERE seq = 2",
    "UPDATE entries SET seq = 0 WHERE seq = 2",
    "UPDATE entries SET speaker = 'parrot'",
    "UPDATE entries SET speaker = 'agent'",
    "UPDATE entries SET audience = 'nobody'",
    "UPDATE entries SET text = NULL",
    "UPDATE entries SET thread = 99",
    "INSERT INTO receipts (thread, device, cid, seq) VALUES (1, 'phone', 'one', 1)",
    "INSERT INTO receipts (thread, device, cid, seq) VALUES (1, 'phone', 'two', 77)",
    "DELETE FROM threads",
    "UPDATE cases SET state = 'lost'",
    "UPDATE cases SET state = 'assigned'",
    "UPDATE cases SET state = 'resolved'",
    "UPDATE cases SET epoch = 0",
    "UPDATE cases SET code = 'other'",
    """
    INSERT INTO cases (code, thread, state, queue, priority, epoch, queued_at, body)
    VALUES ('second', 1, 'queued', 'cards', 1, 1, 0, '{}')
    """,
    "INSERT INTO outbox (thread, target, body) VALUES (1, 'customer', '{}')",
    "INSERT INTO outbox (thread, target, body) VALUES (99, 'desk', '{}')",
    "INSERT INTO timers (thread, kind, at) VALUES (99, 'idle', 0)",
    "INSERT INTO keys (digest, thread, device, seen_at) VALUES (zeroblob(31), 1, 'phone', 0)",
    "INSERT INTO keys (digest, thread, device, seen_at) VALUES (zeroblob(32), 99, 'phone', 0)",
    "INSERT INTO keys (digest, thread, device, seen_at) VALUES ('a secret', 1, 'phone', 0)",
  ]

  @Test(arguments: violations)
  func `the schema refuses`(_ sql: String) async throws {
    let folder = try TemporaryFolder()
    let store = try SQLiteStore(path: folder.file("store.sqlite"))
    try await Scene(store: store).queue("ana", key: Scene.key("one"))
    let refusal = await #expect(throws: DatabaseError.self) {
      try await store.pool.write { db in try db.execute(sql: sql) }
    }
    #expect(refusal?.resultCode == .SQLITE_CONSTRAINT)
  }
}
