import NIOCore
import Synchronization

/// When a connection says its next line.
enum Pace: Sendable {
  /// When the one before is answered: the latency is then the queue, the number of connections divided by the throughput.
  case whenAnswered
  /// So many a second over all connections, whatever the server does. A line's time counts from when it was due.
  case steady(perSecond: Double)
}

/// What all connections of one measurement do.
struct LoadPlan: Sendable {
  let port: Int
  /// Nothing for a bare echo.
  let talks: [[String]]?
  let connections: Int
  let pace: Pace
  /// When it is measured; the connections come and talk before, and end behind it.
  let span: ClosedRange<UInt64>
  /// Whether what was acknowledged is noted, to be looked for in the store.
  var notesAcks = false

  var path: String { talks == nil ? "/echo" : "/chat" }

  /// Nanoseconds between two lines of one connection.
  var interval: UInt64? {
    switch pace {
    case .whenAnswered: nil
    case .steady(let perSecond): UInt64(Double(connections) / max(1, perSecond) * 1e9)
    }
  }
}

/// What was measured.
struct LoadResult: Sendable {
  /// From a line to its acknowledgement, and to the first entry of the bot behind it.
  var acks = Sample()
  var answers = Sample()
  var said = 0
  var refused = 0
  /// Refused for another reason than that too much is going on.
  var failed = 0
  var opened = 0
  var cut = 0
  var noted: [NotedThread] = []

  mutating func add(_ other: LoadResult) {
    acks.add(other.acks)
    answers.add(other.answers)
    said += other.said
    refused += other.refused
    failed += other.failed
    opened += other.opened
    cut += other.cut
    noted += other.noted
  }
}

/// What the server said that it had stored of one thread.
struct NotedThread: Sendable {
  var thread = ""
  var said = 0
  /// The line's number of the client and its place in the thread.
  var acks: [(cid: Int, seq: Int)] = []
}

/// One of the connections; where its customer has said everything, the next one takes the seat.
final class LoadSeat: Sendable {
  private let plan: LoadPlan
  private let loop: any EventLoop
  private let left: EventLoopPromise<Void>
  private let state: Mutex<(result: LoadResult, due: UInt64)>

  init(_ plan: LoadPlan, number: Int, on loop: any EventLoop) {
    (self.plan, self.loop) = (plan, loop)
    left = loop.makePromise()
    // The lines of all are spread evenly.
    let offset = (plan.interval ?? 0) / UInt64(max(1, plan.connections)) * UInt64(number)
    state = Mutex((LoadResult(), ticks() + offset))
  }

  /// What happened here, once the time is over.
  func sit() async throws -> LoadResult {
    come()
    try await left.futureResult.get()
    return state.withLock { $0.result }
  }

  /// When the next line is due.
  func due(notBefore now: UInt64) -> UInt64 {
    state.withLock { state in
      state.due = max(state.due, now)
      return state.due
    }
  }

  func note(due: UInt64) { state.withLock { $0.due = due } }

  private func come() {
    LoadHandler.connect(plan, self, on: loop).whenFailure { [self] _ in
      guard ticks() < plan.span.upperBound else { return left.succeed() }
      loop.scheduleTask(in: .milliseconds(100)) { self.come() }
    }
  }

  func left(with result: LoadResult) {
    state.withLock { $0.result.add(result) }
    if ticks() < plan.span.upperBound { come() } else { left.succeed() }
  }
}
