import Dialogue
import Foundation
import GRDB
import Storage
import Synchronization
import Vocabulary

/// A store in one SQLite file, which several processes may share.
///
/// Reads go to read-only connections and never wait for writes; all writes of a process go through one connection in
/// groups. Opening checks what the file is and reads the settings back, but does not read the data through.
package final class SQLiteStore: Store {
  let pool: DatabasePool
  private let lock: FileLock
  private let committer: GroupCommitter
  private let hub: ChangeHub
  private let watcher: ChangeWatcher
  private let loads: GroupReader
  private let cache = SnapshotCache()
  private let house: KnownHouse
  private let isDisconnected = Mutex(false)

  /// Opens the file, or makes it where there is none. Its folder must exist.
  ///
  /// - Throws: `.notAStore`, `.readOnly` or `.unavailable`, each of which says why.
  package init(path: String) throws(StoreError) {
    guard !path.isEmpty, !path.hasPrefix(":memory:") else {
      throw .unavailable("a store in memory is a MemoryStore; this one needs a file")
    }
    let opening = Opening(path: path)
    try opening.lookBefore()
    do {
      let lock = try FileLock(path: path + "-lock")
      try opening.makePrivate()
      let (pool, connection) = try lock.holding { (try opening.pool(), try opening.watcher()) }
      let house = KnownHouse()
      let watcher = ChangeWatcher(connection, house: house)
      let transaction = GroupTransaction(
        pool: pool, lock: lock, checkpoints: Checkpoints(path: path), watcher: watcher, house: house)
      let hub = ChangeHub(onFirst: { [weak watcher] in watcher?.start() })
      watcher.serve(hub)
      (self.pool, self.lock, self.hub, self.watcher, self.house) = (pool, lock, hub, watcher, house)
      loads = GroupReader(pool)
      committer = GroupCommitter(transaction) { jobs, answers in
        if hub.hasSubscribers { hub.announce(Self.written(jobs, answers)) }
      }
    } catch {
      throw StoreError(error)
    }
  }

  // Nothing is being written now: who asked for it would still hold the store.
  deinit { disconnect() }

  /// Closes the file when what was asked before is written. Whatever is asked afterwards is `.unavailable`.
  package func close() async {
    await committer.end(with: .unavailable("the store is closed"))
    // It waits for readers, whose queues need the threads that tasks run on: on one of those it could wait for ever.
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        self.disconnect()
        continuation.resume()
      }
    }
  }

  private func disconnect() {
    let isFirst = isDisconnected.withLock { isDisconnected in
      defer { isDisconnected = true }
      return !isDisconnected
    }
    guard isFirst else { return }
    hub.finish()
    watcher.close()
    try? lock.holding {
      try pool.close()
      try Opening(path: pool.path).leaveWhole()
    }
  }

  private static func written(_ jobs: [WriteJob], _ answers: [GroupCommitter.Answer]) -> [ThreadID: Int] {
    var last: [ThreadID: Int] = [:]
    for (job, answer) in zip(jobs, answers) {
      if case (.commit(let commit), .success(.committed(.done, _))) = (job, answer) {
        last[commit.thread] = commit.lastSeq
      }
    }
    return last
  }
}

extension SQLiteStore {
  package nonisolated(nonsending) func load(
    _ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity
  ) async throws(StoreError) -> Snapshot {
    let reader = SnapshotReader(whom: whom, key: key, fresh: fresh, cache: cache)
    do {
      let raw = try await loads.read(reader)
      let snapshot = try raw.snapshot()
      if raw.kept == nil { cache.keep(snapshot) }
      return snapshot
    } catch {
      throw StoreError(error)
    }
  }

  /// Only while somebody listens for changes, as what others write is seen then.
  package func recall(_ address: Address, offering code: CaseCode, at now: Timestamp) -> Snapshot? {
    guard hub.hasSubscribers, let (thread, kept) = cache.recall(address),
      let queues = house.queues(for: kept.theCase, at: now)
    else { return nil }
    return kept.snapshot(of: thread, queues, earlier: nil, offering: code)
  }

  package nonisolated(nonsending) func commit(
    _ decision: Decision, over snapshot: Snapshot
  ) async throws(StoreError) -> Commit {
    try decision.verify(over: snapshot)
    let prepared: PreparedCommit
    let kept = cache.kept(snapshot.thread, at: snapshot.revision)
    do { prepared = try PreparedCommit(decision, over: snapshot, kept: kept) } catch { throw StoreError(error) }
    switch try await committer.write(.commit(prepared)) {
    case .committed(let commit, _):
      if case .done = commit { cache.follow(decision, of: snapshot.thread, from: snapshot.revision) }
      return commit
    case .exchanged, .revoked, .redeemed, .nothingToTell:
      throw .unavailable("the commit was answered as something else")
    }
  }

  package func entries(
    of thread: ThreadID, after: Int, limit: Int, audience: Audience
  ) async throws(StoreError) -> [Entry] {
    try await read { db in
      try EntryColumns.all(
        """
        SELECT \(EntryColumns.names) FROM entries e
        WHERE e.thread = (SELECT number FROM threads WHERE id = ?) AND e.seq > ? AND (? OR e.audience = 'everyone')
        ORDER BY e.seq LIMIT ?
        """, [thread.rawValue, after, audience == .agents, max(0, limit)], db)
    }
  }

  package func undelivered(to whom: DeliveryTarget, limit: Int) async throws(StoreError) -> [NumberedDelivery] {
    let sql: String
    var arguments: StatementArguments
    switch whom {
    case .customer(let address):
      sql = """
        SELECT o.number, t.id, o.through FROM outbox o INDEXED BY outbox_to_customers JOIN threads t ON t.number = o.thread
        WHERE o.target = 'customer' AND o.thread = (SELECT thread FROM addresses WHERE channel = ?1 AND key = ?2)
          AND o.channel = ?1 AND o.key = ?2 ORDER BY o.number LIMIT ?3
        """
      arguments = [address.channel.rawValue, address.key]
    case .desk:
      sql = """
        SELECT o.number, t.id, o.body FROM outbox o INDEXED BY outbox_to_desk JOIN threads t ON t.number = o.thread
        WHERE o.target = 'desk' ORDER BY o.number LIMIT ?1
        """
      arguments = []
    }
    arguments += [max(0, limit)]
    return try await read { [arguments] db in
      let rows = try Row.fetchCursor(db.cachedStatement(sql: sql), arguments: arguments)
      var deliveries: [NumberedDelivery] = []
      while let row = try rows.next() {
        let delivery: Delivery =
          switch whom {
          case .customer(let address): .toCustomer(address, through: row[2])
          case .desk: try JSONText.decode(Delivery.self, from: row[2])
          }
        deliveries.append(NumberedDelivery(number: row[0], thread: ThreadID(row[1]), delivery: delivery))
      }
      return deliveries
    }
  }

  package func tick(_ numbers: [Int64]) async throws(StoreError) {
    guard !numbers.isEmpty else { return }
    try await write(.tick(numbers))
  }

  package func tick(_ address: Address, through seq: Int, of thread: ThreadID) async throws(StoreError) {
    try await write(.tickShown(address, through: seq, thread))
  }

  package func dueTimers(at now: Timestamp, limit: Int) async throws(StoreError) -> [DueTimer] {
    try await read { db in
      let rows = try Row.fetchCursor(
        db.cachedStatement(
          sql: """
            SELECT t.id, w.kind, w.at FROM timers w JOIN threads t ON t.number = w.thread
            WHERE w.at <= ? ORDER BY w.at, t.id, w.kind LIMIT ?
            """), arguments: [now.milliseconds, max(0, limit)])
      var due: [DueTimer] = []
      while let row = try rows.next() {
        guard let kind = TimerKind(rawValue: row[1]) else { continue }
        due.append(DueTimer(thread: ThreadID(row[0]), kind: kind, at: Timestamp(milliseconds: row[2])))
      }
      return due
    }
  }

  package func erase(before bound: Timestamp, limit: Int) async throws(StoreError) -> Int {
    let threads = try await read { db in try Eraser.candidates(before: bound, limit: max(0, limit), db) }
    if !threads.isEmpty { try await write(.erase(threads, before: bound)) }
    return threads.count
  }

  package func changes() -> AsyncStream<Change> { hub.subscribe() }

  @discardableResult
  func write(_ job: WriteJob) async throws(StoreError) -> WriteOutcome { try await committer.write(job) }

  func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) async throws(StoreError) -> Value {
    do { return try await pool.read(body) } catch { throw StoreError(error) }
  }
}
