import Dialogue
import Storage
import Synchronization
import Vocabulary

/// A store that has a fault in one place and leaves the rest to a sound one.
protocol FaultyStore: Store {
  var sound: any Store { get }
}

extension FaultyStore {
  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    try await sound.load(whom, key: key, offering: fresh)
  }
  func entries(of thread: ThreadID, after: Int, limit: Int, audience: Audience) async throws(StoreError) -> [Entry] {
    try await sound.entries(of: thread, after: after, limit: limit, audience: audience)
  }
  func undelivered(to whom: DeliveryTarget, limit: Int) async throws(StoreError) -> [NumberedDelivery] {
    try await sound.undelivered(to: whom, limit: limit)
  }
  func tick(_ numbers: [Int64]) async throws(StoreError) { try await sound.tick(numbers) }
  func dueTimers(at now: Timestamp, limit: Int) async throws(StoreError) -> [DueTimer] {
    try await sound.dueTimers(at: now, limit: limit)
  }
  func erase(before bound: Timestamp, limit: Int) async throws(StoreError) -> Int {
    try await sound.erase(before: bound, limit: limit)
  }
  func changes() -> AsyncStream<Change> { sound.changes() }
}

/// Says that a decision is on disk while it is still being written.
///
/// It waits for that before it reads again: without kills nobody could tell it from a sound one.
final class EarlyStore: FaultyStore {
  let sound: any Store
  private let writing = Mutex<Task<Void, Never>?>(nil)

  init(_ sound: any Store) { self.sound = sound }

  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    await writing.withLock { $0 }?.value
    return try await sound.load(whom, key: key, offering: fresh)
  }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    let sound = sound
    writing.withLock { $0 = Task { _ = try? await sound.commit(decision, over: snapshot) } }
    return .done(deliveries: [])
  }
}

/// Takes every line for a new one.
struct ForgetfulStore: FaultyStore {
  let sound: any Store

  init(_ sound: any Store) { self.sound = sound }

  func load(_ whom: Whom, key: ReceiptKey?, offering fresh: FreshIdentity) async throws(StoreError) -> Snapshot {
    try await sound.load(whom, key: nil, offering: fresh)
  }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    var decision = decision
    decision.receipt = nil
    return try await sound.commit(decision, over: snapshot)
  }
}

/// Where somebody else was faster it does not decide again: it gives its entries the next numbers and writes.
struct HeedlessStore: FaultyStore {
  let sound: any Store
  let pause: Duration

  init(_ sound: any Store, after pause: Duration = .zero) {
    self.sound = sound
    self.pause = pause
  }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    try? await Task.sleep(for: pause)
    do {
      return try await sound.commit(decision, over: snapshot)
    } catch StoreError.conflict {
      let fresh = FreshIdentity(
        thread: snapshot.thread, customer: snapshot.customer.id, code: snapshot.offeredCode,
        language: snapshot.talk.language, now: decision.entries.first?.at ?? Timestamp(milliseconds: 0))
      let now = try await sound.load(.thread(snapshot.thread), key: nil, offering: fresh)
      return try await sound.commit(decision.moved(by: now.lastSeq - snapshot.lastSeq), over: now)
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
