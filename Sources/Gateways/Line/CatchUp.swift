import Dialogue
import Runtime
import Storage
import Vocabulary

/// What an address has still to be shown, and the ticks for what it was shown.
package struct CatchUp: Sendable {
  private let store: any Store
  private let address: Address

  package init(store: any Store, address: Address) {
    self.store = store
    self.address = address
  }

  /// The last `seq` that was shown before, so that a conversation goes on where it was left.
  ///
  /// What was said while the customer was away stands in deliveries that nobody ticked. A delivery names its last entry
  /// only; the others of the same decision bear the same time and stand right before it.
  package func lastShown(of snapshot: Snapshot) async throws(StoreError) -> Int {
    guard snapshot.revision > 0 else { return 0 }
    let waiting = try await store.undelivered(to: .customer(address), limit: Limits.deliveryBatch)
    let ends = waiting.compactMap { numbered -> Int? in
      guard case .toCustomer(_, let through) = numbered.delivery, numbered.thread == snapshot.thread else { return nil }
      return through
    }
    guard let first = ends.min() else { return snapshot.lastSeq }
    let start = max(0, first - Limits.recentEntries)
    let entries = try await store.entries(of: snapshot.thread, after: start, limit: first - start, audience: .everyone)
      .filter { $0.seq <= first }
    guard let last = entries.last else { return first }
    let missed = entries.reversed().prefix { $0.at == last.at && $0.from != .customer }
    return (missed.last?.seq ?? first + 1) - 1
  }

  /// Ticks what was shown up to that entry.
  package func tick(through shown: Int, of thread: ThreadID) async throws(StoreError) {
    try await store.tick(address, through: shown, of: thread)
  }
}
