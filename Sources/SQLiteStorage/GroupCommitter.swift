import GRDB
import Storage
import Vocabulary

/// Shares one transaction, and so one flush of the disk, among all that arrived while the one before ran.
///
/// A refused job does not sink its neighbours. Whoever asked is answered only
/// after COMMIT. Runs in a task of its own: cancelling who asked does not cut a commit off.
actor GroupCommitter {
  typealias Answer = Result<WriteOutcome, StoreError>
  private typealias Asked = (job: WriteJob, answer: CheckedContinuation<Answer, Never>)

  private static let largestGroup = 512

  private let transaction: GroupTransaction
  private let announce: @Sendable ([WriteJob], [Answer]) -> Void
  private var waiting: [Asked] = []
  private var isRunning = false
  private var whenIdle: [CheckedContinuation<Void, Never>] = []
  private var ended: StoreError?

  init(_ transaction: GroupTransaction, announce: @escaping @Sendable ([WriteJob], [Answer]) -> Void) {
    self.transaction = transaction
    self.announce = announce
  }

  func write(_ job: WriteJob) async throws(StoreError) -> WriteOutcome {
    if let ended { throw ended }
    let answer = await withCheckedContinuation { continuation in
      waiting.append((job, continuation))
      startIfIdle()
    }
    return try answer.get()
  }

  /// Refuses everything from now on; returns when nothing is being written any more.
  func end(with error: StoreError) async {
    ended = ended ?? error
    guard isRunning else { return }
    await withCheckedContinuation { whenIdle.append($0) }
  }

  private func startIfIdle() {
    guard !isRunning else { return }
    isRunning = true
    Task { await self.drain() }
  }

  private func drain() async {
    while !waiting.isEmpty {
      let group = Array(waiting.prefix(Self.largestGroup))
      waiting.removeFirst(group.count)
      await settle(group)
    }
    isRunning = false
    for continuation in whenIdle { continuation.resume() }
    whenIdle = []
  }

  private func settle(_ group: [Asked]) async {
    let jobs = group.map(\.job)
    let answers: [Answer]
    if let ended {
      answers = jobs.map { _ in .failure(ended) }
    } else {
      let result = await transaction.run(jobs)
      answers = result.answers
      if let reason = result.endsTrust { ended = reason }
    }
    announce(jobs, answers)
    for (asked, answer) in zip(group, answers) { asked.answer.resume(returning: answer) }
    if ended == nil { await transaction.tidy() }
  }
}
