import Logging
import ServiceLifecycle
import Storage
import Vocabulary

/// Fires what is due, takes cases back from agents who are absent for longer than the lease, offers cases to the next
/// agent, and erases what is older than the retention.
///
/// Any number of processes may run it over one store: the first commit counts, the others find nothing due.
package struct TimerService: Service {
  let switchboard: Switchboard
  let store: any Store
  let board: (any CaseBoard)?
  let clock: any WallClock
  private let interval: Duration
  private let logger: Logger
  let erasing = NextTime()

  package init(
    switchboard: Switchboard, store: any Store, board: (any CaseBoard)?, clock: any WallClock,
    every interval: Duration = .seconds(1), logger: Logger = Logger(label: "baton.timers")
  ) {
    self.switchboard = switchboard
    self.store = store
    self.board = board
    self.clock = clock
    self.interval = interval
    self.logger = logger
  }

  package func run() async {
    await Wakes(interval: interval).each { await fireAll() }
  }

  /// One round. What fails is due still and comes with the next round.
  package func fireAll() async {
    do {
      for timer in try await store.dueTimers(at: clock.now(), limit: Limits.dueTimers)
      // Asking again is for who can ask.
      where timer.kind != .lookup || switchboard.asksOthers {
        try await switchboard.fire(timer)
      }
      try await takeBackFromAbsentees()
      try await offerCases()
      try await eraseOld()
    } catch {
      logger.warning("A timer failed and will be tried again", metadata: ["error": "\(error)"])
    }
  }

  private func takeBackFromAbsentees() async throws(StoreError) {
    guard let board else { return }
    let bound = clock.now().adding(milliseconds: -Limits.leaseMilliseconds)
    for (agent, threads) in try await board.absentees(since: bound) {
      for thread in threads {
        try await switchboard.absent(agent, thread: thread)
      }
    }
  }
}
