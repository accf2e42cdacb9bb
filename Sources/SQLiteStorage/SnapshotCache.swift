import Dialogue
import Synchronization
import Vocabulary

/// What this process last read or wrote of a thread, so that a running conversation is not read from its texts at every
/// turn.
///
/// A thread at a revision never changes, whoever writes, so an entry counts while the revision on disk is its own.
final class SnapshotCache: Sendable {
  struct Kept: Sendable {
    var revision: Int
    var lastSeq: Int
    var customer: Customer
    var talk: TalkState
    var theCase: Case?
    var earlierCases: Int
    var recent: [Entry]
    var timers: [TimerKind: Timestamp]

    init(
      revision: Int, lastSeq: Int, customer: Customer, talk: TalkState, theCase: Case?, earlierCases: Int,
      recent: [Entry], timers: [TimerKind: Timestamp]
    ) {
      (self.revision, self.lastSeq, self.customer, self.talk) = (revision, lastSeq, customer, talk)
      self.theCase = theCase
      (self.earlierCases, self.recent, self.timers) = (earlierCases, recent, timers)
    }

    fileprivate init(beginning first: Decision) {
      self.init(
        revision: 0, lastSeq: 0, customer: first.customer, talk: first.talk, theCase: nil, earlierCases: 0, recent: [],
        timers: [:])
    }
  }

  /// Two generations: what is not used while the young one fills is forgotten with the old one.
  fileprivate struct State {
    var young: [ThreadID: Kept] = [:]
    var old: [ThreadID: Kept] = [:]
    /// Whose the addresses are of those who are kept, of the same generations.
    var youngAddresses: [Address: ThreadID] = [:]
    var oldAddresses: [Address: ThreadID] = [:]
  }

  fileprivate static let generation = 1_024
  private let state = Mutex(State())

  func kept(_ thread: ThreadID, at revision: Int) -> Kept? {
    state.withLock { state in
      guard let kept = state.young[thread] ?? state.old[thread], kept.revision == revision else { return nil }
      state.keep(kept, of: thread)
      return kept
    }
  }

  /// What is kept of the thread with that address, at whatever revision it is: only a commit over it tells whether it is
  /// still that one.
  func recall(_ address: Address) -> (thread: ThreadID, kept: Kept)? {
    state.withLock { state in
      guard let thread = state.youngAddresses[address] ?? state.oldAddresses[address],
        let kept = state.young[thread] ?? state.old[thread]
      else { return nil }
      return (thread, kept)
    }
  }

  func keep(_ snapshot: Snapshot) {
    guard snapshot.revision > 0 else { return }
    let kept = Kept(
      revision: snapshot.revision, lastSeq: snapshot.lastSeq, customer: snapshot.customer, talk: snapshot.talk,
      theCase: snapshot.theCase, earlierCases: snapshot.earlierCases, recent: snapshot.recent, timers: snapshot.timers)
    state.withLock { state in
      if let known = state.young[snapshot.thread], known.revision > kept.revision { return }
      state.keep(kept, of: snapshot.thread)
    }
  }

  /// Follows a commit that is on disk. Only from what is kept of the revision before: what the caller's snapshot says is
  /// not asked. Before the first there was nothing. How many cases there were before a new one is known where there was none.
  func follow(_ decision: Decision, of thread: ThreadID, from revision: Int) {
    state.withLock { state in
      let begun = revision == 0 ? Kept(beginning: decision) : nil
      guard var kept = begun ?? state.young[thread] ?? state.old[thread], kept.revision == revision,
        begun != nil || kept.theCase == nil || kept.theCase?.code == decision.theCase?.code
      else { return }
      kept.revision += 1
      kept.lastSeq += decision.entries.count
      kept.customer = decision.customer
      kept.talk = decision.talk
      kept.theCase = decision.theCase
      kept.recent = (kept.recent + decision.entries).suffix(Limits.recentEntries)
      kept.timers = decision.timers
      state.keep(kept, of: thread)
    }
  }
}

extension SnapshotCache.State {
  fileprivate mutating func keep(_ kept: SnapshotCache.Kept, of thread: ThreadID) {
    young[thread] = kept
    for known in kept.customer.addresses { youngAddresses[known.address] = thread }
    guard young.count >= SnapshotCache.generation else { return }
    (old, young) = (young, [:])
    (oldAddresses, youngAddresses) = (youngAddresses, [:])
  }
}
