import Foundation
import GRDB
import Storage
import Vocabulary

extension Schema {
  /// Who may come in once, shortly. Digests only, as of keys.
  static let tickets = """
    CREATE TABLE tickets (
      digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
      subject TEXT NOT NULL CHECK (subject <> ''),
      name TEXT,
      until INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tickets_by_time ON tickets (until);
    CREATE INDEX tickets_by_subject ON tickets (subject);
    CREATE INDEX keys_by_predecessor ON keys (before);

    """
}

extension SQLiteStore {
  package func issue(_ ticket: NewTicket) async throws(StoreError) { try await write(.issueTicket(ticket)) }

  package func redeem(_ digest: KeyDigest, at now: Timestamp) async throws(StoreError) -> ProvenCustomer? {
    // Guesses must not cost a transaction.
    let isThere = try await read { db in
      try Bool.fetchOne(
        db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM tickets WHERE digest = ?)"),
        arguments: [Data(digest.bytes)])
    }
    guard isThere == true else { return nil }
    switch try await write(.redeem(digest, at: now)) {
    case .redeemed(let customer): return customer
    case .committed, .exchanged, .revoked, .nothingToTell:
      throw .unavailable("the ticket was answered as something else")
    }
  }

  package func revokeTickets(of subject: String) async throws(StoreError) {
    try await write(.revokeTickets(subject: subject))
  }
}

/// Writes tickets within a transaction.
struct TicketWriter {
  let db: Database

  func issue(_ ticket: NewTicket) throws {
    try run("DELETE FROM tickets WHERE until <= ?", [ticket.at.milliseconds])
    try run(
      "INSERT INTO tickets (digest, subject, name, until) VALUES (?, ?, ?, ?)",
      [Data(ticket.digest.bytes), ticket.customer.subject, ticket.customer.name, ticket.until.milliseconds])
  }

  func redeem(_ digest: KeyDigest, at now: Timestamp) throws -> ProvenCustomer? {
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT subject, name, until FROM tickets WHERE digest = ?"),
      arguments: [Data(digest.bytes)])
    guard let row else { return nil }
    try run("DELETE FROM tickets WHERE digest = ?", [Data(digest.bytes)])
    return (row[2] as Int64) > now.milliseconds ? ProvenCustomer(subject: row[0], name: row[1]) : nil
  }

  func revokeAll(of subject: String) throws { try run("DELETE FROM tickets WHERE subject = ?", [subject]) }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try db.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}
