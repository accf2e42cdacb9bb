import Dialogue
import Runtime
import Storage
import Vocabulary

/// Brings what others wrote to those who are connected: one reader of changes for all of them.
struct Courier: Sendable {
  /// How often those who wait are told their place: it changes without a word in their own thread.
  private static let round = Duration.seconds(2)
  /// So many conversations that began leave enough behind to be worth the work, once fewer begin in a round.
  private static let crowd = (came: 256, quiet: 16)
  /// What a crowd took is not all free at once: timers that were set for it go one by one.
  private static let tidyings = 4

  let premises: Premises

  func run() async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { for await change in premises.house.store.changes() { premises.lobby.tell(change.last) } }
      group.addTask {
        for await typing in premises.house.typing.typing() {
          if case .agent(let agent) = typing.typist { premises.lobby.tell(agent, typesIn: typing.thread) }
        }
      }
      group.addTask {
        while !Task.isCancelled {
          try? await Task.sleep(for: Self.round)
          await tellPlaces()
        }
      }
      group.addTask { await tidyBehindCrowds() }
    }
  }

  /// One read of the board for everybody.
  private func tellPlaces() async {
    guard !premises.lobby.isEmpty, let cases = try? await premises.house.store.waitingCases() else { return }
    for (thread, standing) in QueuePlaces.standings(cases) { premises.lobby.tell(standing, in: thread) }
  }

  private func tidyBehindCrowds() async {
    var (known, came, tidyings) = (0, 0, 0)
    while !Task.isCancelled {
      try? await Task.sleep(for: Self.round)
      let opened = premises.metrics.conversations
      came += opened - known
      if came >= Self.crowd.came, opened - known <= Self.crowd.quiet {
        (came, tidyings) = (0, Self.tidyings)
      }
      if tidyings > 0 {
        SpareMemory.giveBack()
        tidyings -= 1
      }
      known = opened
    }
  }
}
