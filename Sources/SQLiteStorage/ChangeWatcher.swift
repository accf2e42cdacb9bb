import GRDB
import Storage
import Synchronization
import Vocabulary

/// Finds what other processes committed, while anybody listens: SQLite tells nobody, so it is asked every 50 ms
/// whether the file has changed, which costs no read of the data.
final class ChangeWatcher: Sendable {
  private struct State {
    var task: Task<Void, Never>?
    var hub: ChangeHub?
    var dataVersion: Int64 = 0
    var lastEntry: Int64 = 0
    var own = IDRanges()
    var isClosed = false
  }

  private static let pause = Duration.milliseconds(50)
  private let connection: DatabaseQueue
  private let house: KnownHouse
  private let state = Mutex(State())

  init(_ connection: DatabaseQueue, house: KnownHouse) {
    self.connection = connection
    self.house = house
  }

  /// Whom to tell.
  func serve(_ hub: ChangeHub) { state.withLock { $0.hub = hub } }

  /// Notes entries that this process is about to commit: it tells of those itself, at once.
  func ignore(_ entries: ClosedRange<Int64>) {
    state.withLock { if $0.task != nil { $0.own.insert(entries) } }
  }

  /// Takes that back where the commit failed: another process's entries will have these ids.
  func withdraw(_ entries: ClosedRange<Int64>) { state.withLock { $0.own.cut(from: entries.lowerBound) } }

  /// Begins with what is committed now, so that whoever subscribed misses nothing later.
  func start() {
    // What others wrote while nobody looked is told by no change.
    house.forget()
    let last = try? connection.read { db in try Int64.fetchOne(db, sql: "SELECT max(id) FROM entries") ?? 0 }
    state.withLock { state in
      guard !state.isClosed, state.task == nil else { return }
      state.lastEntry = last ?? state.lastEntry
      (state.dataVersion, state.own) = (0, IDRanges())
      state.task = Task { [weak self] in
        while let self, self.goesOn() {
          await self.look()
          try? await Task.sleep(for: Self.pause)
        }
      }
    }
  }

  func close() {
    let task = state.withLock { state in
      state.isClosed = true
      defer { (state.task, state.hub) = (nil, nil) }
      return state.task
    }
    task?.cancel()
    try? connection.close()
  }

  private func goesOn() -> Bool {
    state.withLock { state in
      if !state.isClosed, state.hub?.hasSubscribers == true { return true }
      state.task = nil
      return false
    }
  }

  /// A failed look is made good by the next one.
  private func look() async {
    let (version, last, own, hub) = state.withLock { ($0.dataVersion, $0.lastEntry, $0.own, $0.hub) }
    let found = try? await connection.read { db -> Finding? in
      let now = try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0
      return now == version ? nil : try Finding(version: now, after: last, without: own, db)
    }
    guard let found = found ?? nil else { return }
    let news = state.withLock { state in
      // What this process committed between the look at its own ids and the look into the file is its own too.
      let news = found.last(without: state.own)
      (state.dataVersion, state.lastEntry) = (found.version, found.lastEntry)
      state.own.forget(through: found.lastEntry)
      return news
    }
    // Every change of a case comes with an entry.
    if !news.isEmpty { house.forget() }
    hub?.announce(news)
  }
}

/// Entries behind the last one seen that are not known to be this process's own.
private struct Finding: Sendable {
  let version: Int64
  var lastEntry: Int64
  private var entries: [(id: Int64, thread: ThreadID, seq: Int)] = []

  init(version: Int64, after last: Int64, without own: IDRanges, _ db: Database) throws {
    (self.version, lastEntry) = (version, last)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql:
          "SELECT e.id, t.id, e.seq FROM entries e JOIN threads t ON t.number = e.thread WHERE e.id > ? ORDER BY e.id"),
      arguments: [last])
    while let row = try rows.next() {
      lastEntry = row[0]
      if !own.contains(lastEntry) { entries.append((lastEntry, ThreadID(row[1]), row[2])) }
    }
  }

  /// The last entry of each thread.
  func last(without own: IDRanges) -> [ThreadID: Int] {
    var last: [ThreadID: Int] = [:]
    for entry in entries where !own.contains(entry.id) { last[entry.thread] = entry.seq }
    return last
  }
}

/// Ids in growing order, neighbours joined.
private struct IDRanges: Sendable {
  private var ranges: [ClosedRange<Int64>] = []

  mutating func insert(_ new: ClosedRange<Int64>) {
    guard let last = ranges.last, last.upperBound + 1 == new.lowerBound else { return ranges.append(new) }
    ranges[ranges.count - 1] = last.lowerBound...new.upperBound
  }

  mutating func cut(from id: Int64) {
    ranges = ranges.filter { $0.lowerBound < id }.map { $0.lowerBound...min($0.upperBound, id - 1) }
  }

  mutating func forget(through id: Int64) { ranges.removeAll { $0.upperBound <= id } }

  func contains(_ id: Int64) -> Bool { ranges.contains { $0.contains(id) } }
}
