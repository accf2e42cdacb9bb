import Synchronization
import Vocabulary

/// Who is writing now, on the way to those who may see it. Nothing of it is kept, and nobody waits for it.
package final class TypingHub: Sendable {
  package enum Typist: Hashable, Sendable {
    case customer
    case agent(AgentID)
  }

  package struct Typing: Hashable, Sendable {
    package let thread: ThreadID
    package let typist: Typist
    package init(_ typist: Typist, in thread: ThreadID) {
      self.thread = thread
      self.typist = typist
    }
  }

  private struct State {
    var last: [Typing: ContinuousClock.Instant] = [:]
    var readers: [Int: AsyncStream<Typing>.Continuation] = [:]
    var count = 0
  }

  /// With more typists, those who have been silent are forgotten.
  private static let most = 4_096
  /// What waits for a reader who is slow; older news of this kind is none.
  private static let ahead = 256
  private let state = Mutex(State())
  private let interval = Duration.milliseconds(Limits.typingMilliseconds)

  package init() {}

  /// Tells on that somebody is writing, where that was not done just now.
  package func note(_ typist: Typist, in thread: ThreadID, now: ContinuousClock.Instant = .now) {
    let typing = Typing(typist, in: thread)
    let readers = state.withLock { state -> [AsyncStream<Typing>.Continuation] in
      if let last = state.last[typing], now - last < interval { return [] }
      if state.last.count >= Self.most {
        state.last = state.last.filter { now - $0.value < interval }
        // So many at once that it is no news any more.
        if state.last.count >= Self.most { return [] }
      }
      state.last[typing] = now
      return Array(state.readers.values)
    }
    for reader in readers { reader.yield(typing) }
  }

  /// Everybody's, from now on. Ends with the task that reads it.
  package func typing() -> AsyncStream<Typing> {
    let (stream, continuation) = AsyncStream<Typing>.makeStream(bufferingPolicy: .bufferingNewest(Self.ahead))
    let number = state.withLock { state in
      state.count += 1
      state.readers[state.count] = continuation
      return state.count
    }
    continuation.onTermination = { [weak self] _ in
      self?.state.withLock { state in _ = state.readers.removeValue(forKey: number) }
    }
    return stream
  }
}
