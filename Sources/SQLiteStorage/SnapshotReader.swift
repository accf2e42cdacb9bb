import Dialogue
import GRDB
import Playbooks
import Storage
import Vocabulary

/// Reads all that a decision may depend on, within a transaction.
struct SnapshotReader {
  let whom: Whom
  let key: ReceiptKey?
  let fresh: FreshIdentity
  let cache: SnapshotCache

  /// - Throws: `.unknown` for a thread or a case that is not there.
  func read(_ db: Database, _ house: HouseReading) throws -> RawSnapshot {
    guard var raw = try thread(db) else {
      guard case .address(let address) = whom else { throw StoreError.unknown }
      return RawSnapshot(
        newcomer: fresh.newcomer(at: address), house: try house.house(db), fresh: fresh)
    }
    raw.kept = cache.kept(raw.thread, at: raw.revision)
    if raw.kept == nil { raw.texts = try texts(of: raw, db) }
    raw.queues = try house.house(db).queues(at: fresh.now)
    if raw.hasCase { raw.queues.ahead = try ahead(of: raw.number, db) }
    raw.earlier = try key.flatMap { try EntryColumns.receipted(raw.thread, $0, db) }
    return raw
  }

  private func thread(_ db: Database) throws -> RawSnapshot? {
    let (condition, arguments) = condition
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT number, id, revision, last_seq FROM threads WHERE \(condition)"),
      arguments: arguments)
    return row.map { RawSnapshot($0, fresh: fresh) }
  }

  private var condition: (sql: String, arguments: StatementArguments) {
    switch whom {
    case .address(let address):
      (
        "number = (SELECT thread FROM addresses WHERE channel = ? AND key = ?)",
        [address.channel.rawValue, address.key]
      )
    case .thread(let thread): ("id = ?", [thread.rawValue])
    case .caseCode(let code): ("number = (SELECT thread FROM cases WHERE code = ?)", [code.rawValue])
    }
  }

  private func texts(of raw: RawSnapshot, _ db: Database) throws -> RawSnapshot.Texts {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT c.id, c.name, c.verified, c.since, c.memory, t.talk
          FROM threads t JOIN customers c ON c.number = t.customer WHERE t.number = ?
          """), arguments: [raw.number])
    guard let row else { throw StoreError.unknown }
    let customer = Customer(
      id: CustomerID(row[0]), name: row[1], verified: row[2], since: Timestamp(milliseconds: row[3]),
      addresses: try AddressColumns.all(of: raw.number, db))
    var texts = RawSnapshot.Texts(customer: customer, memory: row[4], talk: row[5])
    try readCase(into: &texts, of: raw.number, db)
    texts.recent = try EntryColumns.all(
      "SELECT \(EntryColumns.names) FROM entries e WHERE e.thread = ? AND e.seq > ? ORDER BY e.seq",
      [raw.number, raw.lastSeq - Limits.recentEntries], db)
    texts.timers = try TimerColumns.all(of: raw.number, db)
    return texts
  }

  private func readCase(into texts: inout RawSnapshot.Texts, of thread: Int64, _ db: Database) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT body, (SELECT count(*) FROM cases b WHERE b.thread = c.thread AND b.number < c.number)
          FROM cases c WHERE c.thread = ? ORDER BY state = 'resolved', resolved_at DESC, number DESC LIMIT 1
          """), arguments: [thread])
    guard let row else { return }
    (texts.caseBody, texts.earlierCases) = (row[0], row[1])
  }

  /// How many stand before the thread's present case.
  private func ahead(of thread: Int64, _ db: Database) throws -> Int {
    try Int.fetchOne(
      db.cachedStatement(
        sql: """
          WITH own AS MATERIALIZED (
            SELECT queue, priority, queued_at, code FROM cases
            WHERE thread = ? ORDER BY state = 'resolved', resolved_at DESC, number DESC LIMIT 1
          )
          SELECT (
            SELECT coalesce(sum(q.waiting), 0) FROM own JOIN queue_lengths q
            ON q.queue = own.queue AND q.priority > own.priority
          ) + (
            SELECT count(*) FROM own JOIN cases c INDEXED BY cases_waiting
            ON c.queue = own.queue AND c.priority = own.priority
              AND (c.queued_at, c.code) < (own.queued_at, own.code)
            WHERE c.state = 'queued'
          )
          """), arguments: [thread]) ?? 0
  }
}

/// A snapshot whose texts are still to be read as values: that needs no connection, and there are few of those.
struct RawSnapshot: Sendable {
  struct Texts: Sendable {
    var customer: Customer
    let memory: String
    let talk: String
    var caseBody: String?
    var earlierCases = 0
    var recent: [Entry] = []
    var timers: [TimerKind: Timestamp] = [:]

    func kept(at revision: Int, lastSeq: Int) throws -> SnapshotCache.Kept {
      var customer = customer
      if memory != "{}" { customer.memory = try JSONText.decode([SlotID: Fact].self, from: memory) }
      return SnapshotCache.Kept(
        revision: revision, lastSeq: lastSeq, customer: customer, talk: try JSONText.decode(TalkState.self, from: talk),
        theCase: try caseBody.map { try JSONText.decode(Case.self, from: $0) }, earlierCases: earlierCases,
        recent: recent, timers: timers)
    }
  }

  var number: Int64 = 0
  let thread: ThreadID
  let revision: Int
  let lastSeq: Int
  var kept: SnapshotCache.Kept?
  var texts: Texts?
  var queues = QueuesSeen(waiting: [:], waits: [:])
  var earlier: Entry?
  private let fresh: FreshIdentity

  init(newcomer: Customer, house: House, fresh: FreshIdentity) {
    (thread, revision, lastSeq) = (fresh.thread, 0, 0)
    kept = SnapshotCache.Kept(
      revision: 0, lastSeq: 0, customer: newcomer, talk: TalkState(language: fresh.language), theCase: nil,
      earlierCases: 0,
      recent: [], timers: [:])
    (queues, self.fresh) = (house.queues(at: fresh.now), fresh)
  }

  init(_ row: Row, fresh: FreshIdentity) {
    (number, thread, revision, lastSeq) = (row[0], ThreadID(row[1]), row[2], row[3])
    self.fresh = fresh
  }

  var hasCase: Bool { kept?.theCase != nil || texts?.caseBody != nil }

  func snapshot() throws -> Snapshot {
    guard let kept = try kept ?? texts?.kept(at: revision, lastSeq: lastSeq) else { throw StoreError.unknown }
    return kept.snapshot(of: thread, queues, earlier: earlier, offering: fresh.code)
  }
}

extension SnapshotCache.Kept {
  func snapshot(of thread: ThreadID, _ queues: QueuesSeen, earlier: Entry?, offering code: CaseCode) -> Snapshot {
    var waiting = queues.waiting
    if let own = theCase, own.isQueued {
      waiting[own.queue]?[own.priority]? -= 1
      if waiting[own.queue]?[own.priority] == 0 { waiting[own.queue]?[own.priority] = nil }
      if waiting[own.queue]?.isEmpty == true { waiting[own.queue] = nil }
    }
    return Snapshot(
      thread: thread, revision: revision, lastSeq: lastSeq, customer: customer, talk: talk, theCase: theCase,
      earlierCases: earlierCases, recent: recent, timers: timers, waiting: waiting, ahead: queues.ahead,
      waits: queues.waits, earlier: earlier, offeredCode: code)
  }
}
