import Foundation
import GRDB
import Storage
import Vocabulary

extension SQLiteStore: Keyring {
  package func issue(_ key: NewKey, for thread: ThreadID) async throws(StoreError) {
    try await write(.issue(key, thread))
  }

  package func holder(of digest: KeyDigest) async throws(StoreError) -> KeyHolder? {
    try await read { db in
      let row = try Row.fetchOne(
        db.cachedStatement(
          sql: "SELECT t.id, k.device FROM keys k JOIN threads t ON t.number = k.thread WHERE k.digest = ?"),
        arguments: [Data(digest.bytes)])
      return row.map { KeyHolder(thread: ThreadID($0[0]), device: DeviceID($0[1])) }
    }
  }

  package func exchange(
    _ presented: KeyDigest, for next: KeyDigest, at now: Timestamp
  ) async throws(StoreError) -> KeyHolder? {
    // Guesses must not cost a transaction.
    guard try await holder(of: presented) != nil else { return nil }
    switch try await write(.exchange(presented, for: next, at: now)) {
    case .exchanged(let holder): return holder
    case .committed, .revoked, .redeemed, .nothingToTell:
      throw .unavailable("the exchange was answered as something else")
    }
  }
}

extension SQLiteStore {
  package func revoke(_ digest: KeyDigest) async throws(StoreError) -> KeyHolder? {
    guard try await holder(of: digest) != nil else { return nil }
    switch try await write(.revoke(digest)) {
    case .revoked(let holder): return holder
    case .committed, .exchanged, .redeemed, .nothingToTell:
      throw .unavailable("the revocation was answered as something else")
    }
  }

  package func revokeKeys(of thread: ThreadID) async throws(StoreError) { try await write(.revokeKeys(thread)) }
}

/// Writes keys within a transaction.
struct KeyWriter {
  let db: Database

  func issue(_ key: NewKey, for thread: ThreadID) throws {
    let number = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT number FROM threads WHERE id = ?"), arguments: [thread.rawValue])
    guard let number else { throw StoreError.unknown }
    try insert(key, thread: number, before: nil)
  }

  func exchange(_ presented: KeyDigest, for next: KeyDigest, at now: Timestamp) throws -> KeyHolder? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT k.number, k.thread, t.id, k.device, k.before
          FROM keys k JOIN threads t ON t.number = k.thread WHERE k.digest = ?
          """), arguments: [Data(presented.bytes)])
    guard let row else { return nil }
    let (number, thread): (Int64, Int64) = (row[0], row[1])
    let holder = KeyHolder(thread: ThreadID(row[2]), device: DeviceID(row[3]))
    if let before = row[4] as Data? { try run("DELETE FROM keys WHERE digest = ?", [before]) }
    try run("UPDATE keys SET before = NULL, seen_at = ? WHERE number = ?", [now.milliseconds, number])
    try insert(NewKey(digest: next, device: holder.device, at: now), thread: thread, before: presented)
    return holder
  }

  func revoke(_ digest: KeyDigest) throws -> KeyHolder? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: "SELECT t.id, k.device, k.before FROM keys k JOIN threads t ON t.number = k.thread WHERE k.digest = ?"),
      arguments: [Data(digest.bytes)])
    guard let row else { return nil }
    try run(
      "DELETE FROM keys WHERE digest IN (?1, ?2) OR before = ?1", [Data(digest.bytes), row[2] as Data?])
    return KeyHolder(thread: ThreadID(row[0]), device: DeviceID(row[1]))
  }

  func revokeAll(of thread: ThreadID) throws {
    try run("DELETE FROM keys WHERE thread = (SELECT number FROM threads WHERE id = ?)", [thread.rawValue])
  }

  private func insert(_ key: NewKey, thread: Int64, before: KeyDigest?) throws {
    try run(
      "INSERT INTO keys (digest, thread, device, seen_at, before) VALUES (?, ?, ?, ?, ?)",
      [Data(key.digest.bytes), thread, key.device.rawValue, key.at.milliseconds, before.map { Data($0.bytes) }])
    try run(
      """
      DELETE FROM keys WHERE number IN (
        SELECT number FROM keys WHERE thread = ? ORDER BY seen_at DESC, number DESC LIMIT -1 OFFSET ?)
      """, [thread, Limits.threadKeys])
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
