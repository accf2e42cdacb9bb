@preconcurrency import Dispatch
import Synchronization
import Vocabulary

/// What moves a conversation on a terminal or in a pipe. One at a time, so that no two of them interleave.
package enum Stimulus: Sendable {
  case line(RawLine)
  case endOfInput
  /// Something may have changed in the store.
  case changed
}

/// Brings lines from a thread that may block, and changes of the store, to one reader.
package final class Mailbox: Sendable {
  private struct State {
    var isChangePending = false
    var isStopping = false
  }

  private let stimuli: AsyncStream<Stimulus>
  private let entrance: AsyncStream<Stimulus>.Continuation
  private let room = DispatchSemaphore(value: 0)
  private let state = Mutex(State())

  package init() {
    (stimuli, entrance) = AsyncStream.makeStream()
    // Signalled up rather than made with the value: Dispatch traps when a semaphore goes below the value it was made with.
    for _ in 0..<Limits.linesAhead { room.signal() }
  }

  /// Blocks the calling thread while too many lines wait. Not for tasks.
  func put(_ line: RawLine) {
    room.wait()
    entrance.yield(.line(line))
  }

  func putEnd() { entrance.yield(.endOfInput) }

  /// Changes that were not looked at yet count as one.
  package func noteChange() {
    let isFirst = state.withLock { state in
      defer { state.isChangePending = true }
      return !state.isChangePending
    }
    if isFirst { entrance.yield(.changed) }
  }

  /// What is being done is done to its end; what waits is left.
  package func stop() {
    state.withLock { $0.isStopping = true }
    entrance.finish()
  }

  /// Calls the work for each stimulus in order, until it says false, the input ends or `stop` is called.
  package func each(_ work: (Stimulus) async throws -> Bool) async throws {
    for await stimulus in stimuli {
      switch stimulus {
      case .line: room.signal()
      case .changed: state.withLock { $0.isChangePending = false }
      case .endOfInput: break
      }
      if state.withLock({ $0.isStopping }) { return }
      guard try await work(stimulus) else { return }
    }
  }
}
