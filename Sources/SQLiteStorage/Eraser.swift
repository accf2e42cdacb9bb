import Dialogue
import Foundation
import GRDB
import Storage
import Vocabulary

/// Erases what is older than the bound. What it decides on is read in the transaction that writes.
struct Eraser {
  let db: Database
  let bound: Timestamp

  /// Threads with something to erase: the first entry is old, and no case of theirs is unresolved.
  static func candidates(before bound: Timestamp, limit: Int, _ db: Database) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: """
        SELECT t.number FROM threads t
        WHERE (SELECT e.at FROM entries e WHERE e.thread = t.number ORDER BY e.seq LIMIT 1) < ?
          AND NOT EXISTS (SELECT 1 FROM cases c WHERE c.thread = t.number AND c.state <> 'resolved')
        LIMIT ?
        """, arguments: [bound.milliseconds, limit])
  }

  func erase(_ thread: Int64) throws {
    let isBusy = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM cases WHERE thread = ? AND state <> 'resolved')", arguments: [thread])
    guard isBusy == false else { return }
    try eraseEntries(of: thread)
    try eraseTalk(of: thread)
    try eraseCases(of: thread)
    let rest = try Int.fetchOne(db, sql: "SELECT count(*) FROM entries WHERE thread = ?", arguments: [thread])
    if rest == 0 { try forget(thread) }
  }

  /// Entries stand in the order of their times: behind the last old one all stay.
  private func eraseEntries(of thread: Int64) throws {
    let kept = try Int.fetchOne(
      db, sql: "SELECT min(seq) FROM entries WHERE thread = ? AND at >= ?", arguments: [thread, bound.milliseconds])
    let arguments: StatementArguments = [thread, kept ?? .max]
    for sql in [
      "DELETE FROM receipts WHERE thread = ? AND seq < ?",
      """
      INSERT INTO entry_words (entry_words, rowid, text)
        SELECT 'delete', id, text FROM entries WHERE thread = ? AND seq < ?
      """, "DELETE FROM entries WHERE thread = ? AND seq < ?",
    ] { try db.execute(sql: sql, arguments: arguments) }
  }

  private func eraseTalk(of thread: Int64) throws {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT t.talk, c.memory, c.number FROM threads t JOIN customers c ON c.number = t.customer WHERE t.number = ?
        """, arguments: [thread])
    guard let row else { return }
    let talk = try JSONText.decode(TalkState.self, from: row[0]).erased(before: bound)
    let memory = try JSONText.decode([SlotID: Fact].self, from: row[1]).filter { $0.value.at >= bound }
    try db.execute(
      sql: "UPDATE threads SET revision = revision + 1, talk = ? WHERE number = ?",
      arguments: [try JSONText.encode(talk), thread])
    try db.execute(
      sql: "UPDATE customers SET memory = ? WHERE number = ?",
      arguments: [memory.isEmpty ? "{}" : try JSONText.encode(memory), row[2] as Int64])
  }

  private func eraseCases(of thread: Int64) throws {
    let rows = try Row.fetchAll(db, sql: "SELECT number, body FROM cases WHERE thread = ?", arguments: [thread])
    for row in rows {
      let theCase = try JSONText.decode(Case.self, from: row[1]).erased(before: bound)
      try db.execute(
        sql: "UPDATE cases SET body = ? WHERE number = ?",
        arguments: [try JSONText.encode(theCase), row[0] as Int64])
    }
  }

  /// The customer of a thread without an entry is nobody any more.
  private func forget(_ thread: Int64) throws {
    for sql in [
      "DELETE FROM addresses WHERE thread = ?", "DELETE FROM timers WHERE thread = ?",
      "DELETE FROM outbox WHERE thread = ? AND target = 'customer'",
      "DELETE FROM outbox WHERE thread = ? AND target = 'desk'", "DELETE FROM keys WHERE thread = ?",
      """
      UPDATE customers SET name = NULL, verified = 0, memory = '{}'
      WHERE number = (SELECT customer FROM threads WHERE number = ?)
      """,
    ] { try db.execute(sql: sql, arguments: [thread]) }
  }
}
