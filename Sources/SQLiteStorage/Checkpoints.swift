import Foundation
import GRDB
import Synchronization

/// Brings what was committed from the write-ahead log into the database file. Only under the file lock
/// (docs/decisions/0002-checkpoints.md).
final class Checkpoints: Sendable {
  /// What is written between two checkpoints: at most 256 turns that had a transaction of their own, which is 20 MB of
  /// log. In a group they share most of their pages.
  private static let interval = 256 * (transactionCost + 1)
  /// A transaction costs as much log as that many turns within one.
  private static let transactionCost = 3
  /// A log beyond this had readers in its way at every checkpoint; then it is worth waiting for them.
  private static let patienceBytes = 32 * 1024 * 1024

  private struct State {
    var written = 0
    var limit = patienceBytes
  }

  private let logPath: String
  private let state = Mutex(State())

  init(path: String) { logPath = path + "-wal" }

  /// Counts the jobs of one transaction.
  func wrote(_ jobs: Int) { state.withLock { $0.written += Self.transactionCost + jobs } }

  var isDue: Bool { state.withLock { $0.written >= Self.interval } }

  /// A failure is no failure of a commit: the log keeps everything, and the next time tries again.
  func run(on db: Database) {
    state.withLock { $0.written = 0 }
    let bytes = logBytes()
    guard bytes > state.withLock({ $0.limit }) else {
      _ = try? db.checkpoint(.passive)
      return
    }
    _ = try? db.checkpoint(.truncate)
    let left = logBytes()
    state.withLock { $0.limit = max(Self.patienceBytes, left * 2) }
  }

  private func logBytes() -> Int {
    var status = stat()
    return stat(logPath, &status) == 0 ? Int(status.st_size) : 0
  }
}
