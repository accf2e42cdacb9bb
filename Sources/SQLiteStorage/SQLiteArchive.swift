import Dialogue
import GRDB
import Storage
import Vocabulary

extension SQLiteStore: ThreadArchive {
  package func threads(after: ThreadID?, limit: Int) async throws(StoreError) -> [ThreadID] {
    try await read { db in
      let sql = """
        SELECT id FROM threads
        WHERE ?1 IS NULL OR number > (SELECT number FROM threads WHERE id = ?1) ORDER BY number LIMIT ?2
        """
      return try String.fetchAll(db.cachedStatement(sql: sql), arguments: [after?.rawValue, max(0, limit)])
        .map { ThreadID($0) }
    }
  }

  package func record(of thread: ThreadID) async throws(StoreError) -> ThreadRecord? {
    guard let raw = try await read({ db in try RawRecord.read(thread, db) }) else { return nil }
    do { return try raw.record(of: thread) } catch { throw StoreError(error) }
  }
}

/// A thread whose texts are still to be read as values: that needs no connection.
private struct RawRecord: Sendable {
  var customer: Customer
  let memory: String
  let talk: String
  let entries: [Entry]
  let cases: [String]

  static func read(_ thread: ThreadID, _ db: Database) throws -> RawRecord? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT t.number, c.id, c.name, c.verified, c.since, c.memory, t.talk
          FROM threads t JOIN customers c ON c.number = t.customer WHERE t.id = ?
          """), arguments: [thread.rawValue])
    guard let row else { return nil }
    let number: Int64 = row[0]
    let customer = Customer(
      id: CustomerID(row[1]), name: row[2], verified: row[3], since: Timestamp(milliseconds: row[4]),
      addresses: try AddressColumns.all(of: number, db))
    let entries = try EntryColumns.all(
      "SELECT \(EntryColumns.names) FROM entries e WHERE e.thread = ? ORDER BY e.seq", [number], db)
    let cases = try String.fetchAll(
      db.cachedStatement(sql: "SELECT body FROM cases WHERE thread = ? ORDER BY number"), arguments: [number])
    return RawRecord(customer: customer, memory: row[5], talk: row[6], entries: entries, cases: cases)
  }

  func record(of thread: ThreadID) throws -> ThreadRecord {
    var customer = customer
    if memory != "{}" { customer.memory = try JSONText.decode([SlotID: Fact].self, from: memory) }
    return ThreadRecord(
      thread: thread, customer: customer, talk: try JSONText.decode(TalkState.self, from: talk), entries: entries,
      cases: try cases.map { try JSONText.decode(Case.self, from: $0) })
  }
}
