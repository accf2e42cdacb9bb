import NIOCore
import Synchronization

/// Lets as many lines in at once as the server answers within `patience`; more are told that it is busy.
///
/// How many these are is measured while that many are at work: with more everybody would wait longer, and not one more would be
/// answered. While there are fewer nothing is known of what the server could do, and the bound slowly rises.
///
/// Who is refused comes again, and a refusal costs something too: they are told to come the later the more are refused, until
/// these are no more than those who are answered.
final class TurnGate: Sendable {
  /// How long a line that is let in may take while the server is full. Who is told to come again waits longer than that.
  static let patience = TimeAmount.milliseconds(300)
  private static let window = TimeAmount.milliseconds(250)
  /// Fewer are no crowd: where the processors are busy with other programs a turn spends its time waiting for them, and fewer
  /// at work would only be answered by fewer.
  private static let least = 256

  /// When those who are refused are to come again, in milliseconds.
  private static let waits = 600.0...30_000.0

  private struct State {
    var atWork = 0
    var allowed: Int
    var since: NIODeadline
    var ended = 0
    var refused = 0
    var wait = waits.lowerBound
  }

  private let most: Int
  private let state: Mutex<State>

  init(most: Int, now: NIODeadline = .now()) {
    self.most = most
    state = Mutex(State(allowed: most, since: now))
  }

  var atWork: Int { state.withLock { $0.atWork } }
  var allowed: Int { state.withLock { $0.allowed } }

  /// When somebody who was refused may come again; not all at the same time.
  var retryMilliseconds: Int {
    let wait = Int(state.withLock { $0.wait })
    return Int.random(in: wait / 2...wait * 3 / 2)
  }

  /// Whether one more line can be worked on now. Who begins has to end.
  ///
  /// - Parameter lateness: how long it has waited until it was read.
  func begin(always: Bool, lateness: TimeAmount = .zero, now: NIODeadline = .now()) -> Bool {
    state.withLock { state in
      look(&state, now)
      guard always || (state.atWork < state.allowed && lateness < Self.patience) else {
        state.refused += 1
        return false
      }
      state.atWork += 1
      return true
    }
  }

  func end(now: NIODeadline = .now()) {
    state.withLock { state in
      state.atWork -= 1
      state.ended += 1
      look(&state, now)
    }
  }

  private func look(_ state: inout State, _ now: NIODeadline) {
    let time = now - state.since
    guard time >= Self.window else { return }
    let answered = Int(
      min(Double(most), Double(state.ended) / Double(time.nanoseconds) * Double(Self.patience.nanoseconds)))
    let least = min(Self.least, most)
    if state.atWork < least || state.atWork * 8 < min(answered, state.allowed) * 7 {
      state.allowed = min(most, state.allowed + max(1, state.allowed / 32))
    } else if time < Self.window * 2 {
      // Half of the way, as one window is short. A window that nobody closed in time had silence in it, and that says nothing.
      state.allowed = max(least, (state.allowed + answered) / 2)
    }
    let share = Double(state.refused) / Double(max(1, state.ended))
    let wait = state.wait * min(1.25, max(0.8, share))
    state.wait = min(max(wait, Self.waits.lowerBound), Self.waits.upperBound)
    (state.since, state.ended, state.refused) = (now, 0, 0)
  }
}
