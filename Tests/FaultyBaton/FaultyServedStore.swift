import Dialogue
import SQLiteStorage
import Storage
import StorageTesting
import Synchronization
import Vocabulary
import WebGateway

/// A store with a fault, as a server sees it.
final class FaultyServedStore: ServedStore, ForwardingStore, ForwardingBoard, ForwardingKeyring {
  let store: any Store
  let board: any CaseBoard
  let keyring: any Keyring
  private let fault: Fault
  private let deaths: Deaths
  private let last = Mutex<KeyHolder?>(nil)

  init(_ store: any Store, _ real: SQLiteStore, _ fault: Fault, _ deaths: Deaths) {
    (self.store, board, keyring, self.fault, self.deaths) = (store, real, real, fault, deaths)
  }

  func entries(of thread: ThreadID, after: Int, limit: Int, audience: Audience) async throws(StoreError) -> [Entry] {
    let entries = try await store.entries(of: thread, after: after, limit: limit, audience: audience)
    guard let first = entries.first, after > 0 else { return entries }
    return switch fault {
    case .holey where entries.count > 1: Array(entries.dropFirst())
    case .doubling: [first] + entries
    case .swapping: entries.reversed()
    case .holey, .none, .early, .forgetful, .drowsy, .counting, .stammering, .echoing, .silent, .timeless, .hasty,
      .lasting, .credulous, .deaf, .generous, .epochless:
      entries
    }
  }

  func issue(_ key: NewKey, for thread: ThreadID) async throws(StoreError) {
    try await keyring.issue(key, for: thread)
    last.withLock { $0 = KeyHolder(thread: thread, device: key.device) }
  }

  func exchange(
    _ presented: KeyDigest, for next: KeyDigest, at now: Timestamp
  ) async throws(StoreError) -> KeyHolder? {
    let holder = try await swap(presented, for: next, at: now)
    if holder != nil { deaths.pass(.exchanged) }
    return holder
  }

  private func swap(
    _ presented: KeyDigest, for next: KeyDigest, at now: Timestamp
  ) async throws(StoreError) -> KeyHolder? {
    if fault == .lasting, let holder = try await keyring.holder(of: presented) {
      try await keyring.issue(NewKey(digest: next, device: holder.device, at: now), for: holder.thread)
      return holder
    }
    guard let holder = try await keyring.exchange(presented, for: next, at: now) else {
      return fault == .credulous ? last.withLock { $0 } : nil
    }
    last.withLock { $0 = holder }
    // Presenting the successor ends the one before.
    if fault == .hasty { _ = try await keyring.exchange(next, for: KeyDigest(next.bytes.reversed()), at: now) }
    return holder
  }
}
