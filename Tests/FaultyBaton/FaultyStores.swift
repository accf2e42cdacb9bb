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

extension Decision {
  fileprivate func moved(by count: Int) -> Decision {
    var moved = self
    moved.entries = entries.map {
      Entry(
        seq: $0.seq + count, at: $0.at, from: $0.from, channel: $0.channel, text: $0.text, audience: $0.audience,
        choices: $0.choices, asks: $0.asks, masked: $0.masked, deed: $0.deed)
    }
    moved.receipt = receipt.map { Receipt(key: $0.key, seq: $0.seq + count) }
    return moved
  }
}
