import NIOCore
import Synchronization

/// How long lines have waited for their event loop.
///
/// A loop reads what is ready from one connection after the other, and turns are decided while it does. What it reads last has
/// been ready since it began, and where it took long the time before, some of that too.
struct LoopPulse {
  /// What was before a longer silence says nothing.
  private static let silence = TimeAmount.seconds(1)

  private var began: NIODeadline?
  private var ended: NIODeadline?
  /// Half of how long the round before took.
  private var before = TimeAmount.zero

  /// A line is read.
  ///
  /// - Returns: how long it may have waited, and whether it is the first of a round, whose end has to be told.
  mutating func beat(now: NIODeadline) -> (lateness: TimeAmount, isFirst: Bool) {
    if let began { return (now - began + before, false) }
    if let ended, now - ended > Self.silence { before = .zero }
    began = now
    return (before, true)
  }

  /// Everything was read that was ready.
  mutating func end(now: NIODeadline) {
    before = .nanoseconds(began.map { (now - $0).nanoseconds / 2 } ?? 0)
    (began, ended) = (nil, now)
  }
}

/// The pulses of all event loops of a server.
final class LoopPulses: Sendable {
  private let pulses = Mutex<[ObjectIdentifier: LoopPulse]>([:])

  /// How long a line may have waited that was read now. Called on its event loop.
  func lateness(on loop: any EventLoop) -> TimeAmount {
    let id = ObjectIdentifier(loop)
    let (lateness, isFirst) = pulses.withLock { $0[id, default: LoopPulse()].beat(now: .now()) }
    // It runs behind all that is ready now.
    if isFirst { loop.execute { self.pulses.withLock { $0[id]?.end(now: .now()) } } }
    return lateness
  }
}
