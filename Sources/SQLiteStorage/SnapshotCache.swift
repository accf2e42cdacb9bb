import Dialogue
import Synchronization
import Vocabulary

/// What this process last read or wrote of a thread, so that a running conversation is not read from its texts at every
/// turn.
///
/// A thread at a revision never changes, whoever writes, so an entry counts while the revision on disk is its own.
final class SnapshotCache: Sendable {
  /// Handed on as it is, not copied: every turn does so several times.
  final class Kept: Sendable {
    let revision: Int
    let lastSeq: Int
    let customer: Customer
    let talk: TalkState
    let theCase: Case?
    let earlierCases: Int
    let recent: [Entry]
    let timers: [TimerKind: Timestamp]

    init(
      revision: Int, lastSeq: Int, customer: Customer, talk: TalkState, theCase: Case?, earlierCases: Int,
      recent: [Entry], timers: [TimerKind: Timestamp]
    ) {
      (self.revision, self.lastSeq, self.customer, self.talk) = (revision, lastSeq, customer, talk)
      self.theCase = theCase
      (self.earlierCases, self.recent, self.timers) = (earlierCases, recent, timers)
    }

    fileprivate convenience init(beginning first: Decision) {
      self.init(
        revision: 0, lastSeq: 0, customer: first.customer, talk: first.talk, theCase: nil, earlierCases: 0, recent: [],
        timers: [:])
    }

    /// What is to be kept behind that decision. Nothing where it opens a case and there was one: how many there were before
    /// it is not known then.
    fileprivate func followed(by decision: Decision) -> Kept? {
      guard revision == 0 || theCase == nil || theCase?.code == decision.theCase?.code else { return nil }
      return Kept(
        revision: revision + 1, lastSeq: lastSeq + decision.entries.count, customer: decision.customer,
        talk: decision.talk, theCase: decision.theCase, earlierCases: earlierCases,
        recent: recent.suffix(max(0, Limits.recentEntries - decision.entries.count))
          + decision.entries.suffix(Limits.recentEntries), timers: decision.timers)
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
  /// not asked. Before the first there was nothing.
  func follow(_ decision: Decision, of thread: ThreadID, from revision: Int) {
    let before = revision == 0 ? Kept(beginning: decision) : kept(thread, at: revision)
    guard let next = before?.followed(by: decision) else { return }
    state.withLock { state in
      // A later commit of the thread may have been followed meanwhile.
      if let known = state.young[thread], known.revision > next.revision { return }
      state.keep(next, of: thread)
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
