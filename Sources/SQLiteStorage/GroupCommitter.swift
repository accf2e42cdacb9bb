import Dispatch
import Storage
import Synchronization
import Vocabulary

/// Shares one transaction, and so one flush of the disk, among all that arrived while the one before ran.
///
/// A refused job does not sink its neighbours. Whoever asked is answered only
/// after COMMIT. Writes on a thread of its own: cancelling who asked does not cut a commit off, and nobody's task changes
/// threads for it.
final class GroupCommitter: Sendable {
  typealias Answer = Result<WriteOutcome, StoreError>
  private typealias Asked = (job: WriteJob, answer: CheckedContinuation<Answer, Never>)

  private struct State {
    var waiting: [Asked] = []
    var isRunning = false
    var whenIdle: [CheckedContinuation<Void, Never>] = []
    var ended: StoreError?
  }

  private static let largestGroup = 512

  private let transaction: GroupTransaction
  private let announce: @Sendable ([WriteJob], [Answer]) -> Void
  private let queue = DispatchQueue(label: "store.commits")
  private let state = Mutex(State())

  init(_ transaction: GroupTransaction, announce: @escaping @Sendable ([WriteJob], [Answer]) -> Void) {
    self.transaction = transaction
    self.announce = announce
  }

  nonisolated(nonsending) func write(_ job: WriteJob) async throws(StoreError) -> WriteOutcome {
    let answer = await withCheckedContinuation { continuation in
      let (ended, isFirst) = state.withLock { state in
        guard state.ended == nil else { return (state.ended, false) }
        state.waiting.append((job, continuation))
        defer { state.isRunning = true }
        return (nil, !state.isRunning)
      }
      if let ended { continuation.resume(returning: .failure(ended)) }
      if isFirst { queue.async { self.drain() } }
    }
    return try answer.get()
  }

  /// Refuses everything from now on; returns when nothing is being written any more.
  func end(with error: StoreError) async {
    await withCheckedContinuation { continuation in
      let isIdle = state.withLock { state in
        state.ended = state.ended ?? error
        if state.isRunning { state.whenIdle.append(continuation) }
        return !state.isRunning
      }
      if isIdle { continuation.resume() }
    }
  }

  private func drain() {
    while let group = next() { settle(group) }
  }

  private func next() -> [Asked]? {
    let (group, idle) = state.withLock { state -> ([Asked]?, [CheckedContinuation<Void, Never>]) in
      guard state.waiting.isEmpty else {
        let group = Array(state.waiting.prefix(Self.largestGroup))
        state.waiting.removeFirst(group.count)
        return (group, [])
      }
      state.isRunning = false
      defer { state.whenIdle = [] }
      return (nil, state.whenIdle)
    }
    for continuation in idle { continuation.resume() }
    return group
  }

  private func settle(_ group: [Asked]) {
    let jobs = group.map(\.job)
    let answers: [Answer]
    if let ended = state.withLock({ $0.ended }) {
      answers = jobs.map { _ in .failure(ended) }
    } else {
      let result = transaction.run(jobs)
      answers = result.answers
      if let reason = result.endsTrust { state.withLock { $0.ended = $0.ended ?? reason } }
    }
    announce(jobs, answers)
    for (asked, answer) in zip(group, answers) { asked.answer.resume(returning: answer) }
    if state.withLock({ $0.ended == nil }) { transaction.tidy() }
  }
}
