import Dialogue
import GRDB
import Playbooks
import Storage
import Synchronization
import Vocabulary

/// How the queues stand: the same for every thread.
struct House: Sendable {
  private struct Claim: Sendable {
    let queue: QueueID
    let at: Int64
    let waited: Int64
  }

  /// How many wait.
  private let waiting: [QueueID: [Priority: Int]]
  private let claims: [Claim]

  init(_ db: Database) throws {
    waiting = try Self.counts(db)
    claims = try Self.claims(db)
  }

  func queues(at now: Timestamp) -> QueuesSeen { QueuesSeen(waiting: waiting, waits: waits(at: now)) }

  /// How long those waited who were claimed lately.
  private func waits(at now: Timestamp) -> [QueueID: Int64] {
    guard !claims.isEmpty else { return [:] }
    let since = now.adding(milliseconds: -Limits.waitMilliseconds).milliseconds
    var waited: [QueueID: [Int64]] = [:]
    for claim in claims where claim.at >= since { waited[claim.queue, default: []].append(claim.waited) }
    return waited.compactMapValues(RecentClaims.wait)
  }

  private static func counts(_ db: Database) throws -> [QueueID: [Priority: Int]] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT queue, priority, waiting FROM queue_lengths WHERE waiting > 0"))
    var counts: [QueueID: [Priority: Int]] = [:]
    while let row = try rows.next() {
      let priority: Int = row[1]
      guard Priority.allCases.indices.contains(priority) else { continue }
      counts[QueueID(row[0]), default: [:]][Priority.allCases[priority]] = row[2]
    }
    return counts
  }

  /// All of them: a queue keeps only its last ones.
  private static func claims(_ db: Database) throws -> [Claim] {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT queue, at, waited FROM claims"))
    var claims: [Claim] = []
    while let row = try rows.next() { claims.append(Claim(queue: QueueID(row[0]), at: row[1], waited: row[2])) }
    return claims
  }
}

/// The house for all loads of one transaction, read when it is first needed.
final class HouseReading {
  private var read: House?

  func house(_ db: Database) throws -> House {
    if let read { return read }
    let house = try House(db)
    read = house
    return house
  }
}

/// How the queues stood when this process last wrote. What others write since is not in it until the watcher has seen it.
final class KnownHouse: Sendable {
  private struct State {
    var house: House?
    var line: WaitingLine?
    var dataVersion: Int64?
    /// Grows when others have written.
    var age = 0
  }

  /// What a transaction of this process found, to be known once it is committed.
  struct Found: Sendable {
    fileprivate let house: House?
    /// Where it is not known already, apart from what the transaction's own jobs change.
    fileprivate let line: WaitingLine?
    fileprivate let dataVersion: Int64
    fileprivate let age: Int
  }

  private let state = Mutex(State())

  /// What a decision has to know of the queues, for the thread with that case; nothing where it is not known.
  func queues(for theCase: Case?, at now: Timestamp) -> QueuesSeen? {
    let known = state.withLock { state -> (House, Int)? in
      guard let house = state.house, let line = state.line else { return nil }
      return (house, theCase.map(line.ahead) ?? 0)
    }
    guard let (house, ahead) = known else { return nil }
    var queues = house.queues(at: now)
    queues.ahead = ahead
    return queues
  }

  /// Others have written.
  func forget() {
    state.withLock { state in
      (state.house, state.line) = (nil, nil)
      state.age += 1
    }
  }

  /// Looks within a transaction that writes, behind its last job, whether anything is new.
  ///
  /// - Parameter changes: the transaction itself has changed how the queues stand.
  func look(_ db: Database, changes: Bool) throws -> Found {
    let (isKnown, knownVersion, age) = state.withLock { ($0.house != nil && $0.line != nil, $0.dataVersion, $0.age) }
    // It changes with the commits of other connections only.
    let version = try Int64.fetchOne(db.cachedStatement(sql: "PRAGMA data_version")) ?? 0
    let isNew = !isKnown || knownVersion != version
    return Found(
      house: isNew || changes ? try House(db) : nil, line: isNew ? try WaitingLine(db) : nil, dataVersion: version,
      age: age)
  }

  /// - Parameter cases: what the transaction has made of cases, in its order.
  func note(_ found: Found, _ cases: [Case]) {
    state.withLock { state in
      guard state.age == found.age else { return }
      state.dataVersion = found.dataVersion
      if let house = found.house { state.house = house }
      if let line = found.line { state.line = line } else { for theCase in cases { state.line?.follow(theCase) } }
    }
  }
}

/// What a decision has to know of the queues.
struct QueuesSeen: Sendable {
  /// With the thread's own case.
  var waiting: [QueueID: [Priority: Int]]
  var ahead = 0
  var waits: [QueueID: Int64]
}
