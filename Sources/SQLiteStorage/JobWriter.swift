import Dialogue
import GRDB
import Storage
import Vocabulary

/// Writes one job within a transaction. Throws `StoreError` or what SQLite's guards say; the caller undoes the job then.
struct JobWriter {
  let db: Database

  func write(_ job: WriteJob) throws -> WriteOutcome {
    switch job {
    case .commit(let commit): return try write(commit)
    case .tick(let numbers):
      for number in numbers { try run("DELETE FROM outbox WHERE number = ?", number) }
      return .nothingToTell
    case .tickShown(let address, let through, let thread):
      try run(
        """
        DELETE FROM outbox INDEXED BY outbox_to_customers
        WHERE target = 'customer' AND thread = (SELECT number FROM threads WHERE id = ?) AND channel = ? AND key = ?
          AND through <= ?
        """, thread.rawValue, address.channel.rawValue, address.key, through)
      return .nothingToTell
    case .noteAgent(let agent, let skills, let now):
      try run(
        """
        INSERT INTO agents (id, last_seen, skills) VALUES (?1, ?2, coalesce(?3, '[]'))
        ON CONFLICT (id) DO UPDATE SET last_seen = max(last_seen, excluded.last_seen), skills = coalesce(?3, skills)
        """, agent.rawValue, now.milliseconds, skills)
      return .nothingToTell
    case .erase(let threads, let bound):
      for thread in threads { try Eraser(db: db, bound: bound).erase(thread) }
      return .nothingToTell
    case .issue(let key, let thread):
      try KeyWriter(db: db).issue(key, for: thread)
      return .nothingToTell
    case .exchange(let presented, let next, let now):
      return .exchanged(try KeyWriter(db: db).exchange(presented, for: next, at: now))
    case .revoke(let digest): return .revoked(try KeyWriter(db: db).revoke(digest))
    case .revokeKeys(let thread):
      try KeyWriter(db: db).revokeAll(of: thread)
      return .nothingToTell
    case .issueTicket(let ticket):
      try TicketWriter(db: db).issue(ticket)
      return .nothingToTell
    case .redeem(let digest, let now): return .redeemed(try TicketWriter(db: db).redeem(digest, at: now))
    case .revokeTickets(let subject):
      try TicketWriter(db: db).revokeAll(of: subject)
      return .nothingToTell
    }
  }

  private func write(_ commit: PreparedCommit) throws -> WriteOutcome {
    let known = try number("SELECT number FROM threads WHERE id = ?", commit.thread.rawValue)
    // Looked for first: what a refusal finds written costs the whole group.
    if let known, let key = commit.receipt?.key, let earlier = try receipted(key, of: known, commit.thread) {
      return .committed(.duplicate(earlier), entries: nil)
    }
    let thread = try known.map { try advance($0, commit) } ?? begin(commit)
    if !commit.stays.addresses { try writeAddresses(commit.customer.addresses, of: thread) }
    let entries = try writeEntries(commit, of: thread)
    try writeReceipt(commit.receipt, of: thread)
    if !commit.stays.theCase { try writeCase(commit, of: thread) }
    try writeTimers(commit, of: thread)
    return .committed(.done(deliveries: try writeDeliveries(commit, of: thread)), entries: entries)
  }

  /// A statement to bind values to, kept for the next time.
  private func binding(_ sql: String) throws -> Binding { Binding(try db.cachedStatement(sql: sql)) }

  private func run<each Value: ColumnValue>(_ sql: String, _ values: repeat each Value) throws {
    var row = try binding(sql)
    try row.bind(repeat each values)
    try row.run()
  }

  private func number<each Value: ColumnValue>(_ sql: String, _ values: repeat each Value) throws -> Int64? {
    var row = try binding(sql)
    try row.bind(repeat each values)
    return try row.number()
  }

  /// What the key became before, read as a whole only where it did.
  private func receipted(_ key: ReceiptKey, of number: Int64, _ thread: ThreadID) throws -> Entry? {
    let seq = try self.number(
      "SELECT seq FROM receipts WHERE thread = ? AND device = ? AND cid = ?",
      number, key.device.rawValue, key.cid.rawValue)
    return try seq == nil ? nil : EntryColumns.receipted(thread, key, db)
  }
}

// The thread and who it is with.
extension JobWriter {
  /// The number of the new thread. Throws `.conflict` where the decision knew it already.
  private func begin(_ commit: PreparedCommit) throws -> Int64 {
    guard commit.revision == 0 else { throw StoreError.conflict }
    let customer = commit.customer
    try run(
      "INSERT INTO customers (id, name, verified, since, memory) VALUES (?, ?, ?, ?, ?)",
      customer.id.rawValue, customer.name, customer.verified, customer.since.milliseconds, commit.memory)
    try run(
      "INSERT INTO threads (id, customer, revision, last_seq, talk) VALUES (?, ?, 1, ?, ?)",
      commit.thread.rawValue, db.lastInsertedRowID, commit.lastSeq, commit.talk)
    return db.lastInsertedRowID
  }

  /// The thread, one revision further. Throws `.conflict` where it is at another one than the decision knew.
  private func advance(_ thread: Int64, _ commit: PreparedCommit) throws -> Int64 {
    try run(
      "UPDATE threads SET revision = revision + 1, last_seq = ?, talk = ? WHERE number = ? AND revision = ?",
      commit.lastSeq, commit.talk, thread, commit.revision)
    guard db.changesCount == 1 else { throw StoreError.conflict }
    guard !commit.stays.customer else { return thread }
    let customer = commit.customer
    // Rows that stay as they are cost no page of the log.
    try run(
      """
      UPDATE customers SET name = ?1, verified = ?2, memory = ?3
      WHERE id = ?4 AND (name IS NOT ?1 OR verified <> ?2 OR memory <> ?3)
      """, customer.name, customer.verified, commit.memory, customer.id.rawValue)
    return thread
  }

  private func writeAddresses(_ addresses: [Customer.KnownAddress], of thread: Int64) throws {
    guard try AddressColumns.all(of: thread, db) != addresses else { return }
    try run("DELETE FROM addresses WHERE thread = ?", thread)
    for (position, known) in addresses.enumerated() {
      // An address of another thread breaks the primary key: a conflict.
      try run(
        "INSERT INTO addresses (channel, key, thread, position, verified) VALUES (?, ?, ?, ?, ?)",
        known.address.channel.rawValue, known.address.key, thread, position, known.verified)
    }
  }
}

// What was said.
extension JobWriter {
  private func writeEntries(_ commit: PreparedCommit, of thread: Int64) throws -> ClosedRange<Int64>? {
    try insert(commit.entries.indices, by: EntryColumns.insertion) { row, index in
      try EntryColumns.bind(commit.entries[index], commit.texts[index], of: thread, to: &row)
    }
  }

  /// Makes the entries of a job that was done findable.
  ///
  /// For all jobs together: FTS5 writes all it has gathered at every savepoint, and a job may stand in one.
  func index(_ job: WriteJob, _ outcome: WriteOutcome) throws {
    guard case (.commit(let commit), .committed(.done, let ids?)) = (job, outcome) else { return }
    for (id, entry) in zip(ids, commit.entries) {
      try run("INSERT INTO entry_words (rowid, text) VALUES (?, ?)", id, entry.text)
    }
  }

  private func writeReceipt(_ receipt: Receipt?, of thread: Int64) throws {
    guard let receipt else { return }
    try run(
      "INSERT INTO receipts (thread, device, cid, seq) VALUES (?, ?, ?, ?)",
      thread, receipt.key.device.rawValue, receipt.key.cid.rawValue, receipt.seq)
  }

  /// Inserts rows into a table with AUTOINCREMENT.
  ///
  /// - Returns: their ids, which follow each other.
  private func insert<Rows: RandomAccessCollection>(
    _ rows: Rows, by insertion: Insertion, _ bind: (inout Binding, Rows.Element) throws -> Void
  ) throws -> ClosedRange<Int64>? {
    var first: Int64?
    var rest = rows[...]
    while !rest.isEmpty {
      let count = min(rest.count, Insertion.mostRows)
      var binding = try binding(insertion.text(rows: count))
      for row in rest.prefix(count) { try bind(&binding, row) }
      try binding.run()
      first = first ?? db.lastInsertedRowID - Int64(count) + 1
      rest = rest.dropFirst(count)
    }
    return first.map { $0...db.lastInsertedRowID }
  }
}

// What follows.
extension JobWriter {
  private func writeCase(_ commit: PreparedCommit, of thread: Int64) throws {
    guard let theCase = commit.theCase else { return }
    let columns = CaseColumns(theCase)
    // The trigger refuses another thread's code and an epoch that falls; both are conflicts.
    try run(
      """
      INSERT INTO cases
        (code, thread, state, queue, priority, epoch, queued_at, agent, assigned_at, resolved_at, body)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (code) DO UPDATE SET
        thread = excluded.thread, state = excluded.state, queue = excluded.queue, priority = excluded.priority,
        epoch = excluded.epoch, queued_at = excluded.queued_at, agent = excluded.agent,
        assigned_at = excluded.assigned_at, resolved_at = excluded.resolved_at, body = excluded.body
      WHERE body <> excluded.body OR thread <> excluded.thread
      """,
      theCase.code.rawValue, thread, theCase.state.name, theCase.queue.rawValue, columns.priority, theCase.epoch,
      theCase.queuedAt.milliseconds, theCase.agent?.rawValue, columns.assignedAt, columns.resolvedAt, commit.caseBody)
  }

  private func writeTimers(_ commit: PreparedCommit, of thread: Int64) throws {
    let before = try commit.timersBefore ?? TimerColumns.all(of: thread, db)
    for kind in before.keys where commit.timers[kind] == nil {
      try run("DELETE FROM timers WHERE thread = ? AND kind = ?", thread, kind.rawValue)
    }
    for (kind, at) in commit.timers where before[kind] != at {
      try run(
        """
        INSERT INTO timers (thread, kind, at) VALUES (?, ?, ?) ON CONFLICT (thread, kind) DO UPDATE SET at = excluded.at
        """, thread, kind.rawValue, at.milliseconds)
    }
  }

  private func writeDeliveries(_ commit: PreparedCommit, of thread: Int64) throws -> [Int64] {
    let numbers = try insert(commit.deliveries, by: DeliveryColumns.insertion) { row, delivery in
      let address = delivery.address
      try row.bind(
        thread, delivery.target, address?.channel.rawValue, address?.key, delivery.through, delivery.body)
    }
    return numbers.map(Array.init) ?? []
  }
}
