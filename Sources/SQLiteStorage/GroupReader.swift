import Dialogue
import GRDB
import Playbooks
import Storage
import Synchronization
import Vocabulary

/// Shares one read transaction among all loads that were asked for while the one before ran: beginning and ending one costs
/// more than a load does.
///
/// Each load sees all that was committed before it was asked for.
final class GroupReader: Sendable {
  typealias Answer = Result<RawSnapshot, any Error>
  private typealias Asked = (reader: SnapshotReader, answer: CheckedContinuation<Answer, Never>)

  private struct State {
    var waiting: [Asked] = []
    var isRunning = false
  }

  private static let largestGroup = 64

  private let pool: DatabasePool
  private let state = Mutex(State())

  init(_ pool: DatabasePool) { self.pool = pool }

  func read(_ reader: SnapshotReader) async throws -> RawSnapshot {
    let answer = await withCheckedContinuation { continuation in
      let isFirst = state.withLock { state in
        state.waiting.append((reader, continuation))
        defer { state.isRunning = true }
        return !state.isRunning
      }
      if isFirst { Task { await drain() } }
    }
    return try answer.get()
  }

  private func drain() async {
    while let group = next() {
      let readers = group.map(\.reader)
      do {
        let answers = try await pool.read { db in
          let house = HouseReading()
          return readers.map { reader in Answer { try reader.read(db, house) } }
        }
        for (asked, answer) in zip(group, answers) { asked.answer.resume(returning: answer) }
      } catch {
        for asked in group { asked.answer.resume(returning: .failure(error)) }
      }
    }
  }

  private func next() -> [Asked]? {
    state.withLock { state in
      guard !state.waiting.isEmpty else {
        state.isRunning = false
        return nil
      }
      defer { state.waiting.removeFirst(min(Self.largestGroup, state.waiting.count)) }
      return Array(state.waiting.prefix(Self.largestGroup))
    }
  }
}

/// What is the same for every load of one transaction, read when it is first needed.
final class HouseReading {
  private struct Claim {
    let queue: QueueID
    let at: Int64
    let waited: Int64
  }

  private var counts: [QueueID: [Priority: Int]]?
  private var claims: [Claim]?

  /// How many wait.
  func waiting(_ db: Database) throws -> [QueueID: [Priority: Int]] {
    if let counts { return counts }
    let rows = try Row.fetchCursor(
      db.cachedStatement(sql: "SELECT queue, priority, waiting FROM queue_lengths WHERE waiting > 0"))
    var counts: [QueueID: [Priority: Int]] = [:]
    while let row = try rows.next() {
      let priority: Int = row[1]
      guard Priority.allCases.indices.contains(priority) else { continue }
      counts[QueueID(row[0]), default: [:]][Priority.allCases[priority]] = row[2]
    }
    self.counts = counts
    return counts
  }

  /// How long those waited who were claimed lately.
  func waits(at now: Timestamp, _ db: Database) throws -> [QueueID: Int64] {
    let claims = try self.claims ?? readClaims(db)
    self.claims = claims
    guard !claims.isEmpty else { return [:] }
    let since = now.adding(milliseconds: -Limits.waitMilliseconds).milliseconds
    var waited: [QueueID: [Int64]] = [:]
    for claim in claims where claim.at >= since { waited[claim.queue, default: []].append(claim.waited) }
    return waited.compactMapValues(RecentClaims.wait)
  }

  /// All of them: a queue keeps only its last ones.
  private func readClaims(_ db: Database) throws -> [Claim] {
    let rows = try Row.fetchCursor(db.cachedStatement(sql: "SELECT queue, at, waited FROM claims"))
    var claims: [Claim] = []
    while let row = try rows.next() { claims.append(Claim(queue: QueueID(row[0]), at: row[1], waited: row[2])) }
    return claims
  }
}
