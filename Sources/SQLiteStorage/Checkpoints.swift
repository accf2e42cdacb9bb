import Foundation
import GRDB
import Synchronization

/// Brings what was committed from the write-ahead log into the database file. Only under the file lock
/// (docs/decisions/0002-checkpoints.md).
final class Checkpoints: Sendable {
  /// Jobs between two checkpoints: up to 20 MB of log, where each turn had its own transaction.
  private static let interval = 256
  /// A log beyond this had readers in its way at every checkpoint; then it is worth waiting for them.
  private static let patienceBytes = 32 * 1024 * 1024

  private struct State {
    var jobs = 0
    var limit = patienceBytes
  }

  private let logPath: String
  private let state = Mutex(State())

  init(path: String) { logPath = path + "-wal" }

  /// Counts written jobs and checkpoints when it is time to. A failure is no failure of the commit: the log keeps
  /// everything, and the next time tries again.
  func wrote(_ jobs: Int, on db: Database) {
    let isDue = state.withLock { state in
      state.jobs += jobs
      guard state.jobs >= Self.interval else { return false }
      state.jobs = 0
      return true
    }
    guard isDue else { return }
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
