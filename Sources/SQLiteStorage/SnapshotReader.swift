import Dialogue
import GRDB
import Storage
import Vocabulary

/// Reads all that a decision may depend on, in one transaction.
struct SnapshotReader {
  let whom: Whom
  let key: ReceiptKey?
  let fresh: FreshIdentity

  /// - Throws: `.unknown` for a thread or a case that is not there.
  func read(_ db: Database) throws -> RawSnapshot {
    guard let thread = try thread(db) else {
      guard case .address(let address) = whom else { throw StoreError.unknown }
      return RawSnapshot(newcomer: fresh.newcomer(at: address), waiting: try waiting(without: nil, db), fresh: fresh)
    }
    var raw = thread
    raw.addresses = try AddressColumns.all(of: raw.number, db)
    try readCase(into: &raw, db)
    raw.recent = try EntryColumns.all(
      "SELECT \(EntryColumns.names) FROM entries e WHERE e.thread = ? AND e.seq > ? ORDER BY e.seq",
      [raw.number, raw.lastSeq - Limits.recentEntries], db)
    raw.timers = try TimerColumns.all(of: raw.number, db)
    raw.waiting = try waiting(without: raw.number, db)
    raw.earlier = try key.flatMap { try EntryColumns.receipted(raw.number, $0, db) }
    return raw
  }

  private static let columns = """
    SELECT t.number, t.id, t.revision, t.last_seq, t.talk, c.id, c.name, c.verified, c.since, c.memory
    FROM threads t JOIN customers c ON c.number = t.customer
    """

  private func thread(_ db: Database) throws -> RawSnapshot? {
    let row: Row?
    switch whom {
    case .address(let address):
      row = try Row.fetchOne(
        db.cachedStatement(
          sql: "\(Self.columns) WHERE t.number = (SELECT thread FROM addresses WHERE channel = ? AND key = ?)"),
        arguments: [address.channel.rawValue, address.key])
    case .thread(let thread):
      row = try Row.fetchOne(
        db.cachedStatement(sql: "\(Self.columns) WHERE t.id = ?"), arguments: [thread.rawValue])
    case .caseCode(let code):
      row = try Row.fetchOne(
        db.cachedStatement(sql: "\(Self.columns) WHERE t.number = (SELECT thread FROM cases WHERE code = ?)"),
        arguments: [code.rawValue])
    }
    return row.map { RawSnapshot($0, fresh: fresh) }
  }

  private func readCase(into raw: inout RawSnapshot, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT body, (SELECT count(*) FROM cases b WHERE b.thread = c.thread AND b.number < c.number)
          FROM cases c WHERE c.thread = ? ORDER BY state = 'resolved', resolved_at DESC, number DESC LIMIT 1
          """), arguments: [raw.number])
    guard let row else { return }
    raw.caseBody = row[0]
    raw.earlierCases = row[1]
  }

  private func waiting(without thread: Int64?, _ db: Database) throws -> [QueueID: Int] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: "SELECT queue, count(*) FROM cases WHERE state = 'queued' AND thread IS NOT ? GROUP BY queue"),
      arguments: [thread])
    var counts: [QueueID: Int] = [:]
    while let row = try rows.next() { counts[QueueID(row[0])] = row[1] }
    return counts
  }
}

/// A snapshot whose texts are still to be read as values: that needs no connection, and there are few of those.
struct RawSnapshot: Sendable {
  var number: Int64 = 0
  let thread: ThreadID
  let revision: Int
  let lastSeq: Int
  /// Absent for a new thread.
  private var talk: String?
  private var memory: String?
  private var customer: Customer
  private let fresh: FreshIdentity

  var addresses: [Customer.KnownAddress] = []
  var caseBody: String?
  var earlierCases = 0
  var recent: [Entry] = []
  var timers: [TimerKind: Timestamp] = [:]
  var waiting: [QueueID: Int] = [:]
  var earlier: Entry?

  init(newcomer: Customer, waiting: [QueueID: Int], fresh: FreshIdentity) {
    (thread, revision, lastSeq) = (fresh.thread, 0, 0)
    (customer, addresses, self.waiting, self.fresh) = (newcomer, newcomer.addresses, waiting, fresh)
  }

  init(_ row: Row, fresh: FreshIdentity) {
    (number, thread, revision, lastSeq) = (row[0], ThreadID(row[1]), row[2], row[3])
    (talk, memory) = (row[4], row[9])
    customer = Customer(
      id: CustomerID(row[5]), name: row[6], verified: row[7], since: Timestamp(milliseconds: row[8]))
    self.fresh = fresh
  }

  func snapshot() throws -> Snapshot {
    var customer = customer
    customer.addresses = addresses
    if let memory, memory != "{}" { customer.memory = try JSONText.decode([SlotID: Fact].self, from: memory) }
    let talk = try talk.map { try JSONText.decode(TalkState.self, from: $0) } ?? TalkState(language: fresh.language)
    return Snapshot(
      thread: thread, revision: revision, lastSeq: lastSeq, customer: customer, talk: talk,
      theCase: try caseBody.map { try JSONText.decode(Case.self, from: $0) }, earlierCases: earlierCases,
      recent: recent, timers: timers, waiting: waiting, earlier: earlier, offeredCode: fresh.code)
  }
}
