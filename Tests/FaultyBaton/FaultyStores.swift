import Dialogue
import Storage
import StorageTesting
import Synchronization
import Vocabulary

/// Dies with a line just before or just behind its commit.
struct MortalStore: ForwardingStore {
  let store: any Store
  let deaths: Deaths

  init(_ store: any Store, _ deaths: Deaths) { (self.store, self.deaths) = (store, deaths) }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    guard decision.receipt != nil else { return try await store.commit(decision, over: snapshot) }
    deaths.pass(.writing)
    let commit = try await store.commit(decision, over: snapshot)
    deaths.pass(.written)
    return commit
  }
}

/// Says that a decision is on disk while it is still being written.
///
/// It waits for that before it reads again: unless it dies nobody can tell it from a sound one.
final class EarlyStore: ForwardingStore {
  /// In which what was said before has certainly arrived.
  private static let lastWords = Duration.milliseconds(200)

  let store: any Store
  private let deaths: Deaths
  private let writing = Mutex<Task<Void, Never>?>(nil)

  init(_ store: any Store, _ deaths: Deaths) { (self.store, self.deaths) = (store, deaths) }

  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    await writing.withLock { $0 }?.value
    return try await store.load(whom, key: key, offering: fresh)
  }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    let (store, isDue) = (store, decision.receipt != nil && deaths.isDue(.writing))
    writing.withLock { writing in
      let before = writing
      writing = Task {
        await before?.value
        if isDue {
          try? await Task.sleep(for: Self.lastWords)
          Deaths.die()
        }
        _ = try? await store.commit(decision, over: snapshot)
      }
    }
    return .done(deliveries: [])
  }
}

/// Takes every line for a new one.
struct ForgetfulStore: ForwardingStore {
  let store: any Store

  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    try await store.load(whom, key: nil, offering: fresh)
  }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    var decision = decision
    decision.receipt = nil
    return try await store.commit(decision, over: snapshot)
  }
}

/// Where somebody else was faster it does not decide again: it gives its entries the next numbers and writes.
struct HeedlessStore: ForwardingStore {
  let store: any Store
  let pause: Duration

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    try? await Task.sleep(for: pause)
    do {
      return try await store.commit(decision, over: snapshot)
    } catch StoreError.conflict {
      let fresh = FreshIdentity(
        thread: snapshot.thread, customer: snapshot.customer.id, code: snapshot.offeredCode,
        language: snapshot.talk.language, now: decision.entries.first?.at ?? Timestamp(milliseconds: 0))
      let now = try await store.load(.thread(snapshot.thread), key: nil, offering: fresh)
      return try await store.commit(decision.moved(by: now.lastSeq - snapshot.lastSeq), over: now)
    }
  }
}

/// Gives a new number to every line that it is asked about, also to one that it has had before.
final class CountingStore: ForwardingStore {
  let store: any Store
  private let wasted = Mutex<[ThreadID: Int]>([:])

  init(_ store: any Store) { self.store = store }

  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    let snapshot = try await store.load(whom, key: key, offering: fresh)
    let wasted = wasted.withLock { wasted in
      if snapshot.earlier != nil { wasted[snapshot.thread, default: 0] += 1 }
      return wasted[snapshot.thread] ?? 0
    }
    return snapshot.moved(by: key == nil || snapshot.earlier != nil ? 0 : wasted)
  }
}

/// Writes something else than was decided.
struct TwistingStore: ForwardingStore {
  let store: any Store
  let fault: Fault

  init(_ store: any Store, _ fault: Fault) { (self.store, self.fault) = (store, fault) }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    var decision = decision
    switch fault {
    case .stammering:
      if let last = decision.entries.last, last.asks != nil { decision.entries.append(last.moved(by: 1)) }
    case .echoing: decision.deliveries += decision.deliveries
    case .silent: decision.deliveries = []
    case .timeless: decision.timers = [:]
    case .epochless: decision.theCase?.epoch = snapshot.theCase?.epoch ?? 1
    case .none, .early, .forgetful, .drowsy, .counting, .holey, .doubling, .swapping, .hasty, .lasting, .credulous,
      .deaf, .generous:
      break
    }
    return try await store.commit(decision, over: snapshot)
  }
}

/// Says that it wrote what agents say.
struct DeafStore: ForwardingStore {
  let store: any Store

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    let isAgents = decision.entries.contains { entry in if case .agent = entry.from { true } else { false } }
    return isAgents ? .done(deliveries: []) : try await store.commit(decision, over: snapshot)
  }
}

/// Reads every case as one that waits.
struct GenerousStore: ForwardingStore {
  let store: any Store

  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    var snapshot = try await store.load(whom, key: key, offering: fresh)
    if let queuedAt = snapshot.theCase?.queuedAt { snapshot.theCase?.state = .queued(since: queuedAt) }
    return snapshot
  }
}

extension Snapshot {
  fileprivate func moved(by count: Int) -> Snapshot {
    Snapshot(
      thread: thread, revision: revision, lastSeq: lastSeq + count, customer: customer, talk: talk, theCase: theCase,
      earlierCases: earlierCases, recent: recent, timers: timers, waiting: waiting, ahead: ahead, waits: waits,
      earlier: earlier, offeredCode: offeredCode)
  }
}

extension Entry {
  fileprivate func moved(by count: Int) -> Entry {
    Entry(
      seq: seq + count, at: at, from: from, channel: channel, text: text, audience: audience, choices: choices,
      asks: asks, masked: masked, deed: deed)
  }
}

extension Decision {
  fileprivate func moved(by count: Int) -> Decision {
    var moved = self
    moved.entries = entries.map { $0.moved(by: count) }
    moved.receipt = receipt.map { Receipt(key: $0.key, seq: $0.seq + count) }
    return moved
  }
}
