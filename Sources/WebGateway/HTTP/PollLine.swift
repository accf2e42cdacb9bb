import NIOCore
import Synchronization

/// A client without a WebSocket: what is said to it waits until it asks.
final class PollLine: TalkLine {
  struct Closing: Hashable, Sendable {
    let code: UInt16
    let reason: String
  }

  private struct State {
    var frames: [String] = []
    var bytes = 0
    var closing: Closing?
    var waiter: CheckedContinuation<Void, Never>?
    /// Tells one waiting from the next.
    var number = 0
  }

  /// What waits for a client before nothing more is pushed.
  private static let mostBytes = 131_072

  let eventLoop: any EventLoop
  private let state = Mutex(State())
  private let onClose: @Sendable () -> Void

  init(eventLoop: any EventLoop, onClose: @escaping @Sendable () -> Void) {
    self.eventLoop = eventLoop
    self.onClose = onClose
  }

  var closingCode: UInt16? { state.withLock { $0.closing?.code } }
  var isWritable: Bool { state.withLock { $0.bytes < Self.mostBytes } }

  func write(_ text: String) {
    state.withLock { state in
      state.frames.append(text)
      state.bytes += text.utf8.count
    }
  }

  func flush() { wake() }
  func ping() {}
  func goOn() {}

  func close(code: UInt16, reason: String) {
    state.withLock { $0.closing = $0.closing ?? Closing(code: code, reason: reason) }
    wake()
    onClose()
  }

  /// Returns when there is something for the client, or after that time. Who waited before is let go.
  func wait(milliseconds: Int64) async {
    let number = state.withLock { state in
      state.number += 1
      return state.number
    }
    wake()
    let alarm = eventLoop.scheduleTask(in: .milliseconds(milliseconds)) { self.wake(number) }
    await withCheckedContinuation { continuation in
      let goesOn = state.withLock { state in
        guard state.frames.isEmpty, state.closing == nil, state.number == number, milliseconds > 0 else { return true }
        state.waiter = continuation
        return false
      }
      if goesOn { continuation.resume() }
    }
    alarm.cancel()
  }

  /// Everything that waits, and why the conversation has ended where it has.
  func collect() -> (frames: [String], closing: Closing?) {
    state.withLock { state in
      defer { (state.frames, state.bytes) = ([], 0) }
      return (state.frames, state.closing)
    }
  }

  private func wake(_ number: Int? = nil) {
    let waiter = state.withLock { state -> CheckedContinuation<Void, Never>? in
      guard number == nil || number == state.number else { return nil }
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume()
  }
}
