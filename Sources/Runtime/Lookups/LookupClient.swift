import Dialogue
import Synchronization
import Vocabulary

/// Asks other programs. Always comes back, with an answer or with why there is none; ends early when its task is cancelled.
package protocol LookupClient: Sendable {
  func ask(_ request: LookupRequest, of thread: ThreadID) async -> LookupOutcome
}

/// Questions that are on disk and that this process has to put.
package final class LookupBook: Sendable {
  struct Line: Sendable {
    let request: LookupRequest
    let thread: ThreadID
  }

  let lines: AsyncStream<Line>
  private let entrance: AsyncStream<Line>.Continuation
  private let keeps: Bool
  private let kept = Mutex<[LookupRequest]>([])

  /// - Parameter keeps: for tests: what is put waits for `takeAll` and not for a service.
  package init(keeps: Bool = false) {
    self.keeps = keeps
    (lines, entrance) = AsyncStream.makeStream()
  }

  package func put(_ request: LookupRequest, of thread: ThreadID) {
    if keeps { return kept.withLock { $0.append(request) } }
    entrance.yield(Line(request: request, thread: thread))
  }

  /// What was put and not taken yet, in order.
  package func takeAll() -> [LookupRequest] {
    kept.withLock { kept in
      defer { kept = [] }
      return kept
    }
  }
}
