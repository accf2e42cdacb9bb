import Logging
import ServiceLifecycle
import Storage
import Vocabulary

/// Hands every delivery that nobody ticked to its outlet, in the order of their numbers, until it went through.
package struct OutboxService: Service {
  private let store: any Store
  private let outlets: OutletBook
  private let interval: Duration
  private let logger: Logger

  /// - Parameter interval: how long a delivery that failed waits for its next try.
  package init(
    store: any Store, outlets: OutletBook, every interval: Duration = .seconds(2),
    logger: Logger = Logger(label: "baton.outbox")
  ) {
    self.store = store
    self.outlets = outlets
    self.interval = interval
    self.logger = logger
  }

  package func run() async {
    await Wakes(interval: interval, changes: store.changes(), nudges: outlets.registrations).each { await deliverAll() }
  }

  /// One round over all outlets. An outlet that fails is left until the next round, so that its order holds.
  package func deliverAll() async {
    for (target, outlet) in outlets.all {
      do {
        try await deliver(to: target, by: outlet)
      } catch {
        logger.warning("A delivery failed and will be tried again", metadata: ["error": "\(type(of: error))"])
      }
    }
  }

  private func deliver(to target: DeliveryTarget, by outlet: any Outlet) async throws {
    while true {
      let waiting = try await store.undelivered(to: target, limit: Limits.deliveryBatch)
      if waiting.isEmpty { return }
      var done: [Int64] = []
      let failure: (any Error)?
      do {
        for delivery in waiting {
          try await outlet.deliver(delivery)
          done.append(delivery.number)
        }
        failure = nil
      } catch {
        failure = error
      }
      if !done.isEmpty { try await store.tick(done) }
      if let failure { throw failure }
    }
  }
}
