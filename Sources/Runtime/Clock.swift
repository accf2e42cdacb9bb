import Glibc
import Synchronization
import Vocabulary

/// Tells the time. Tests have one that is moved by hand.
package protocol WallClock: Sendable {
  func now() -> Timestamp
}

/// The machine's own time.
package struct SystemClock: WallClock {
  package init() {}

  package func now() -> Timestamp {
    var moment = timespec()
    clock_gettime(CLOCK_REALTIME, &moment)
    return Timestamp(milliseconds: Int64(moment.tv_sec) * 1000 + Int64(moment.tv_nsec) / 1_000_000)
  }
}

/// Always the same moment, as `--now` asks for.
package struct FixedClock: WallClock {
  private let moment: Timestamp
  package init(_ moment: Timestamp) { self.moment = moment }
  package func now() -> Timestamp { moment }
}

/// Stands still until it is moved.
package final class HandClock: WallClock {
  private let moment: Mutex<Timestamp>
  package init(_ moment: Timestamp) { self.moment = Mutex(moment) }
  package func now() -> Timestamp { moment.withLock { $0 } }

  package func advance(milliseconds: Int64) {
    moment.withLock { $0 = $0.adding(milliseconds: milliseconds) }
  }
}
