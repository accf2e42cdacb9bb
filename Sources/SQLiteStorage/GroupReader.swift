import Dialogue
import Dispatch
import GRDB
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
  private let queue = DispatchQueue(label: "store.loads")
  private let state = Mutex(State())

  init(_ pool: DatabasePool) { self.pool = pool }

  nonisolated(nonsending) func read(_ reader: SnapshotReader) async throws -> RawSnapshot {
    let answer = await withCheckedContinuation { continuation in
      let isFirst = state.withLock { state in
        state.waiting.append((reader, continuation))
        defer { state.isRunning = true }
        return !state.isRunning
      }
      if isFirst { queue.async { self.drain() } }
    }
    return try answer.get()
  }

  private func drain() {
    while let group = next() {
      let readers = group.map(\.reader)
      do {
        let answers = try pool.read { db in
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
