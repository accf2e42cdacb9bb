import Dialogue
import Playbooks
import Storage
import Synchronization
import Vocabulary

/// When something that is done now and then is done next.
final class NextTime: Sendable {
  private let next = Mutex<Timestamp?>(nil)

  /// Whether it is time; if so, it is time again so much later.
  func isDue(at now: Timestamp, every milliseconds: Int64) -> Bool {
    next.withLock { next in
      if let next, now < next { return false }
      next = now.adding(milliseconds: milliseconds)
      return true
    }
  }
}

extension TimerService {
  /// Offers every case that waits in a queue with `offer_for` to the next agent who is there and can help.
  func offerCases() async throws(StoreError) {
    guard let board else { return }
    let (playbook, now) = (switchboard.playbook, clock.now())
    guard playbook.queues.contains(where: { $0.offerForMilliseconds != nil }) else { return }
    let cases = try await board.openCases().map(\.theCase)
    var busy: [AgentID: Int] = [:]
    for agent in cases.compactMap({ $0.agent ?? $0.offer?.agent }) { busy[agent, default: 0] += 1 }
    let bound = now.adding(milliseconds: -Limits.leaseMilliseconds)
    let seen = try await board.agents().filter { $0.lastSeen >= bound }
    for theCase in cases {
      guard let queue = playbook.queue(theCase.queue), let time = queue.offerForMilliseconds else { continue }
      let present = seen.map { Rota.Present(agent: $0.agent, skills: $0.skills, busy: busy[$0.agent] ?? 0) }
      guard let agent = Rota.next(for: theCase, in: queue, among: present, at: now) else { continue }
      busy[agent, default: 0] += 1
      try await switchboard.offer(to: agent, until: now.adding(milliseconds: time), thread: theCase.thread)
    }
  }

  /// Erases what is older than the author lets it be kept, at the start and then every hour.
  func eraseOld() async throws(StoreError) {
    guard let kept = switchboard.playbook.settings.retentionMilliseconds else { return }
    let now = clock.now()
    guard erasing.isDue(at: now, every: Limits.erasingMilliseconds) else { return }
    let bound = now.adding(milliseconds: -kept)
    while try await store.erase(before: bound, limit: Limits.erasedThreads) == Limits.erasedThreads {}
  }
}
