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
      for number in numbers { try run("DELETE FROM outbox WHERE number = ?", [number]) }
      return .nothingToTell
    case .noteAgent(let agent, let skills, let now):
      try run(
        """
        INSERT INTO agents (id, last_seen, skills) VALUES (?1, ?2, coalesce(?3, '[]'))
        ON CONFLICT (id) DO UPDATE SET last_seen = max(last_seen, excluded.last_seen), skills = coalesce(?3, skills)
        """, [agent.rawValue, now.milliseconds, skills])
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
    // Looked for first: what a refusal finds written costs the whole group.
    if let key = commit.receipt?.key, let earlier = try EntryColumns.receipted(commit.thread, key, db) {
      return .committed(.duplicate(earlier), entries: nil)
    }
    guard let thread = try commit.revision == 0 ? begun(commit) : advanced(commit) else {
      throw StoreError.conflict
    }
    if !commit.stays.addresses { try writeAddresses(commit.customer.addresses, of: thread) }
    let entries = try writeEntries(commit, of: thread)
    try writeReceipt(commit.receipt, of: thread)
    if !commit.stays.theCase { try writeCase(commit, of: thread) }
    if !commit.stays.timers { try writeTimers(commit.timers, of: thread) }
    return .committed(.done(deliveries: try writeDeliveries(commit, of: thread)), entries: entries)
  }

  func statement(_ sql: String) throws -> Statement { try db.cachedStatement(sql: sql) }

  func run(_ sql: String, _ arguments: StatementArguments) throws {
    try statement(sql).execute(arguments: arguments)
  }
}

// The thread and who it is with.
extension JobWriter {
  /// The new thread; nothing where it is on disk already.
  private func begun(_ commit: PreparedCommit) throws -> Int64? {
    let known = try Int64.fetchOne(
      statement("SELECT number FROM threads WHERE id = ?"), arguments: [commit.thread.rawValue])
    guard known == nil else { return nil }
    let customer = commit.customer
    try run(
      "INSERT INTO customers (id, name, verified, since, memory) VALUES (?, ?, ?, ?, ?)",
      [customer.id.rawValue, customer.name, customer.verified, customer.since.milliseconds, commit.memory])
    try run(
      "INSERT INTO threads (id, customer, revision, last_seq, talk) VALUES (?, ?, 1, ?, ?)",
      [commit.thread.rawValue, db.lastInsertedRowID, commit.lastSeq, commit.talk])
    return db.lastInsertedRowID
  }

  /// The thread, one revision further; nothing where it is at another one.
  private func advanced(_ commit: PreparedCommit) throws -> Int64? {
    let thread = try Int64.fetchOne(
      statement(
        """
        UPDATE threads SET revision = revision + 1, last_seq = ?, talk = ? WHERE id = ? AND revision = ?
        RETURNING number
        """), arguments: [commit.lastSeq, commit.talk, commit.thread.rawValue, commit.revision])
    guard let thread, !commit.stays.customer else { return thread }
    let customer = commit.customer
    // Rows that stay as they are cost no page of the log.
    try run(
      """
      UPDATE customers SET name = ?1, verified = ?2, memory = ?3
      WHERE id = ?4 AND (name IS NOT ?1 OR verified <> ?2 OR memory <> ?3)
      """, [customer.name, customer.verified, commit.memory, customer.id.rawValue])
    return thread
  }

  private func writeAddresses(_ addresses: [Customer.KnownAddress], of thread: Int64) throws {
    guard try AddressColumns.all(of: thread, db) != addresses else { return }
    try run("DELETE FROM addresses WHERE thread = ?", [thread])
    for (position, known) in addresses.enumerated() {
      // An address of another thread breaks the primary key: a conflict.
      try run(
        "INSERT INTO addresses (channel, key, thread, position, verified) VALUES (?, ?, ?, ?, ?)",
        [known.address.channel.rawValue, known.address.key, thread, position, known.verified])
    }
  }
}

// What was said.
extension JobWriter {
  private func writeEntries(_ commit: PreparedCommit, of thread: Int64) throws -> ClosedRange<Int64>? {
    var ids: ClosedRange<Int64>?
    for (entry, texts) in zip(commit.entries, commit.texts) {
      try run(
        EntryColumns.insertion,
        EntryColumns.arguments(entry, choices: texts.choices, deed: texts.deed, of: thread))
      let id = db.lastInsertedRowID
      ids = (ids?.lowerBound ?? id)...id
    }
    return ids
  }

  /// Makes the entries of a job that was done findable.
  ///
  /// For all jobs together: FTS5 writes all it has gathered at every savepoint, and a job may stand in one.
  func index(_ job: WriteJob, _ outcome: WriteOutcome) throws {
    guard case (.commit(let commit), .committed(.done, let ids?)) = (job, outcome) else { return }
    for (id, entry) in zip(ids, commit.entries) {
      try run("INSERT INTO entry_words (rowid, text) VALUES (?, ?)", [id, entry.text])
    }
  }

  private func writeReceipt(_ receipt: Receipt?, of thread: Int64) throws {
    guard let receipt else { return }
    try run(
      "INSERT INTO receipts (thread, device, cid, seq) VALUES (?, ?, ?, ?)",
      [thread, receipt.key.device.rawValue, receipt.key.cid.rawValue, receipt.seq])
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
      [
        theCase.code.rawValue, thread, theCase.state.name, theCase.queue.rawValue, columns.priority, theCase.epoch,
        theCase.queuedAt.milliseconds, theCase.agent?.rawValue, columns.assignedAt, columns.resolvedAt, commit.caseBody,
      ])
  }

  private func writeTimers(_ timers: [TimerKind: Timestamp], of thread: Int64) throws {
    guard try TimerColumns.all(of: thread, db) != timers else { return }
    try run("DELETE FROM timers WHERE thread = ?", [thread])
    for (kind, at) in timers {
      try run("INSERT INTO timers (thread, kind, at) VALUES (?, ?, ?)", [thread, kind.rawValue, at.milliseconds])
    }
  }

  private func writeDeliveries(_ commit: PreparedCommit, of thread: Int64) throws -> [Int64] {
    try commit.deliveries.map { delivery in
      let target = TargetColumns(delivery.target)
      try run(
        "INSERT INTO outbox (thread, target, channel, key, body) VALUES (?, ?, ?, ?, ?)",
        [thread, target.name, target.channel, target.key, delivery.body])
      return db.lastInsertedRowID
    }
  }
}
