import ServiceLifecycle
import Storage

/// Reasons to look at the store again: its changes, a nudge from within the process, and a coarse interval, because
/// changes are hints. Ends with the task or with the graceful shutdown. Reasons that come while one is being served are
/// served together.
struct Wakes: Sendable {
  let interval: Duration
  var changes: AsyncStream<Change>?
  var nudges: AsyncStream<Void>?

  /// Calls the work once at the start and then for every wake, one at a time.
  func each(_ work: @Sendable () async -> Void) async {
    let (wakes, wake) = AsyncStream<Void>.makeStream(bufferingPolicy: .bufferingNewest(1))
    let (changes, nudges, interval) = (changes, nudges, interval)
    let sources = [
      Task { if let changes { for await _ in changes { wake.yield() } } },
      Task { if let nudges { for await _ in nudges { wake.yield() } } },
      Task {
        while !Task.isCancelled {
          try? await Task.sleep(for: interval)
          wake.yield()
        }
      },
    ]
    defer { sources.forEach { $0.cancel() } }
    wake.yield()
    await withTaskCancellationOrGracefulShutdownHandler {
      for await _ in wakes { await work() }
    } onCancelOrGracefulShutdown: {
      wake.finish()
    }
  }
}
