import Dialogue
import Synchronization
import Vocabulary

/// A store that lives as long as the process: for `:memory:` and for tests. Keeps every promise but that of the disk.
package final class MemoryStore: Store {
  let shelf = Mutex(MemoryShelf())
  private let hub = ChangeHub()

  package init() {}

  package func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot
  {
    try shelf.withLock { shelf throws(StoreError) in try shelf.snapshot(of: whom, key: key, offering: fresh) }
  }

  package func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    try decision.verify(over: snapshot)
    let commit = try shelf.withLock { shelf throws(StoreError) in try shelf.commit(decision, over: snapshot) }
    if case .done = commit { hub.announce([snapshot.thread: decision.newLastSeq(over: snapshot)]) }
    return commit
  }

  package func entries(
    of thread: ThreadID, after: Int, limit: Int, audience: Audience
  ) async throws(StoreError) -> [Entry] {
    shelf.withLock { shelf in
      let entries = shelf.threads[thread]?.entries ?? []
      let visible = entries.lazy.filter { $0.seq > after && (audience == .agents || $0.audience == .everyone) }
      return Array(visible.prefix(max(0, limit)))
    }
  }

  package func undelivered(to whom: DeliveryTarget, limit: Int) async throws(StoreError) -> [NumberedDelivery] {
    shelf.withLock { shelf in
      Array(shelf.outbox.lazy.filter { $0.delivery.target == whom }.prefix(max(0, limit)))
    }
  }

  package func tick(_ numbers: [Int64]) async throws(StoreError) {
    let done = Set(numbers)
    shelf.withLock { shelf in shelf.outbox.removeAll { done.contains($0.number) } }
  }

  package func tick(_ address: Address, through seq: Int, of thread: ThreadID) async throws(StoreError) {
    shelf.withLock { shelf in
      shelf.outbox.removeAll { numbered in
        guard case .toCustomer(address, let last) = numbered.delivery else { return false }
        return numbered.thread == thread && last <= seq
      }
    }
  }

  package func dueTimers(at now: Timestamp, limit: Int) async throws(StoreError) -> [DueTimer] {
    shelf.withLock { shelf in
      let due = shelf.threads.flatMap { thread, room in
        room.timers.filter { $0.value <= now }.map { DueTimer(thread: thread, kind: $0.key, at: $0.value) }
      }
      return Array(
        due.sorted { ($0.at, $0.thread, $0.kind.rawValue) < ($1.at, $1.thread, $1.kind.rawValue) }
          .prefix(max(0, limit)))
    }
  }

  package func erase(before bound: Timestamp, limit: Int) async throws(StoreError) -> Int {
    shelf.withLock { shelf in
      let threads = shelf.threads.keys.filter { shelf.hasToErase(in: $0, before: bound) }.sorted().prefix(max(0, limit))
      for thread in threads { shelf.erase(in: thread, before: bound) }
      return threads.count
    }
  }

  package func changes() -> AsyncStream<Change> { hub.subscribe() }
}

extension Delivery {
  /// Who gets it.
  package var target: DeliveryTarget {
    switch self {
    case .toCustomer(let address, _): .customer(address)
    case .toDesk: .desk
    }
  }
}
