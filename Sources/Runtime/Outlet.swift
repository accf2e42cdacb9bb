import Storage
import Synchronization
import Vocabulary

/// Somebody outside who is told of what is already on disk.
package protocol Outlet: Sendable {
  /// May be called twice with the same number. What it throws is tried again later.
  func deliver(_ delivery: NumberedDelivery) async throws
}

/// Who can be reached in this process now.
package final class OutletBook: Sendable {
  private let outlets = Mutex<[DeliveryTarget: any Outlet]>([:])
  private let nudges: AsyncStream<Void>.Continuation
  let registrations: AsyncStream<Void>

  package init() {
    (registrations, nudges) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  /// From now on the target's deliveries go there, those that are waiting at once.
  package func register(_ outlet: any Outlet, for target: DeliveryTarget) {
    outlets.withLock { $0[target] = outlet }
    nudges.yield()
  }

  package func remove(_ target: DeliveryTarget) {
    _ = outlets.withLock { $0.removeValue(forKey: target) }
  }

  var all: [DeliveryTarget: any Outlet] { outlets.withLock { $0 } }
}
