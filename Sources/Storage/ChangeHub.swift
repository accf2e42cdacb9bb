import Synchronization
import Vocabulary

/// Tells any number of subscribers which threads changed.
///
/// A slow subscriber finds all changes since its last look in one `Change`, so that what waits for it is bounded by the
/// number of threads.
package final class ChangeHub: Sendable {
  private struct State {
    var subscribers: [Int: Weak] = [:]
    var nextNumber = 0
    var isFinished = false
  }
  private struct Weak {
    weak var subscriber: Subscriber?
  }

  private let state = Mutex(State())
  private let onFirst: @Sendable () -> Void

  /// - Parameter onFirst: called whenever somebody listens again after nobody did.
  package init(onFirst: @escaping @Sendable () -> Void = {}) {
    self.onFirst = onFirst
  }

  package var hasSubscribers: Bool { state.withLock { !$0.subscribers.isEmpty } }

  /// Changes from now on. Ends with the task that reads it, or with the store.
  package func subscribe() -> AsyncStream<Change> {
    let subscriber = Subscriber(hub: self)
    let (isFirst, isFinished) = state.withLock { state in
      guard !state.isFinished else { return (false, true) }
      let isFirst = state.subscribers.isEmpty
      state.nextNumber += 1
      subscriber.number.withLock { [number = state.nextNumber] in $0 = number }
      state.subscribers[state.nextNumber] = Weak(subscriber: subscriber)
      return (isFirst, false)
    }
    if isFinished { subscriber.finish() }
    if isFirst { onFirst() }
    return AsyncStream(unfolding: { await subscriber.next() }, onCancel: { [weak subscriber] in subscriber?.finish() })
  }

  /// Tells of threads with the `seq` of their last entry.
  package func announce(_ last: [ThreadID: Int]) {
    guard !last.isEmpty else { return }
    for subscriber in current() { subscriber.add(last) }
  }

  /// Ends all streams.
  package func finish() {
    let subscribers = current()
    state.withLock { state in
      state.isFinished = true
      state.subscribers = [:]
    }
    for subscriber in subscribers { subscriber.finish() }
  }

  private func current() -> [Subscriber] {
    state.withLock { $0.subscribers.values.compactMap(\.subscriber) }
  }

  fileprivate func remove(_ number: Int) {
    state.withLock { $0.subscribers[number] = nil }
  }
}

/// One reader of changes. Lives as long as its stream is held.
private final class Subscriber: Sendable {
  private struct State {
    var pending: [ThreadID: Int] = [:]
    var waiter: CheckedContinuation<Change?, Never>?
    var isFinished = false
  }

  private let hub: ChangeHub
  private let state = Mutex(State())
  let number = Mutex(0)

  init(hub: ChangeHub) { self.hub = hub }
  deinit { hub.remove(number.withLock { $0 }) }

  func next() async -> Change? {
    await withCheckedContinuation { continuation in
      let answer: Change?? = state.withLock { state in
        if !state.pending.isEmpty {
          defer { state.pending = [:] }
          return .some(Change(last: state.pending))
        }
        guard !state.isFinished else { return .some(nil) }
        state.waiter = continuation
        return .none
      }
      if let answer { continuation.resume(returning: answer) }
    }
  }

  func add(_ last: [ThreadID: Int]) {
    let waiter = state.withLock { state -> CheckedContinuation<Change?, Never>? in
      guard let waiter = state.waiter else {
        state.pending.merge(last, uniquingKeysWith: max)
        return nil
      }
      state.waiter = nil
      return waiter
    }
    waiter?.resume(returning: Change(last: last))
  }

  func finish() {
    let waiter = state.withLock { state in
      state.isFinished = true
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume(returning: nil)
    hub.remove(number.withLock { $0 })
  }
}
