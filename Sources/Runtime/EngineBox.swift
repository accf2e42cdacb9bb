import Dialogue
import Synchronization

/// Holds the engine that decides now. It is replaced as a whole, so that no turn sees half of two playbooks.
package final class EngineBox: Sendable {
  private let held: Mutex<Engine>

  package init(_ engine: Engine) {
    held = Mutex(engine)
  }

  package var engine: Engine { held.withLock { $0 } }

  package func replace(with engine: Engine) {
    held.withLock { $0 = engine }
  }
}
