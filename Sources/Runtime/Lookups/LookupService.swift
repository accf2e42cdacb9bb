import Dialogue
import Logging
import ServiceLifecycle
import Storage
import Vocabulary

/// Puts questions to other programs, some at a time, and brings what becomes of them back to the switchboard.
///
/// What it does not bring back, because the process ends, is asked again by whoever fires the timer that the commit left.
package struct LookupService: Service {
  private let switchboard: Switchboard
  private let book: LookupBook
  private let client: any LookupClient
  private let logger: Logger

  package init(
    switchboard: Switchboard, book: LookupBook, client: any LookupClient,
    logger: Logger = Logger(label: "baton.lookups")
  ) {
    self.switchboard = switchboard
    self.book = book
    self.client = client
    self.logger = logger
  }

  package func run() async {
    await withDiscardingTaskGroup { group in
      let gate = Gate(Limits.lookupsAtOnce)
      for await line in book.lines.cancelOnGracefulShutdown() {
        await gate.enter()
        group.addTask {
          await serve(line)
          await gate.leave()
        }
      }
      group.cancelAll()
    }
  }

  private func serve(_ line: LookupBook.Line) async {
    let outcome = await askInTime(line)
    guard !Task.isCancelled else { return }
    let ticket = line.request.ticket
    if case .failed(let failure) = outcome {
      logger.warning("A lookup failed", metadata: ["lookup": "\(ticket.lookup)", "why": "\(failure.rawValue)"])
    }
    do {
      try await switchboard.hear(outcome, of: ticket, in: line.thread)
    } catch {
      logger.warning("A lookup's outcome could not be stored", metadata: ["error": "\(error)"])
    }
  }

  /// The author's time limit holds whatever the client does.
  private func askInTime(_ line: LookupBook.Line) async -> LookupOutcome {
    await withTaskGroup(of: LookupOutcome.self) { group in
      group.addTask { await client.ask(line.request, of: line.thread) }
      group.addTask {
        try? await Task.sleep(for: .milliseconds(line.request.withinMilliseconds))
        return .failed(.late)
      }
      let first = await group.next() ?? .failed(.late)
      group.cancelAll()
      return first
    }
  }
}

/// Lets so many in at a time; the others wait in their order.
private actor Gate {
  private var free: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(_ places: Int) { free = places }

  func enter() async {
    if free > 0 {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func leave() {
    if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
  }
}
