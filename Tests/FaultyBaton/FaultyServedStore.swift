import Dialogue
import SQLiteStorage
import Storage
import StorageTesting
import Vocabulary
import WebGateway

/// A store with a fault, as a server sees it.
struct FaultyServedStore: ServedStore, ForwardingStore, ForwardingBoard, ForwardingKeyring {
  let store: any Store
  let board: any CaseBoard
  let keyring: any Keyring
  private let fault: Fault
  private let deaths: Deaths

  init(_ store: any Store, _ real: SQLiteStore, _ fault: Fault, _ deaths: Deaths) {
    (self.store, board, keyring, self.fault, self.deaths) = (store, real, real, fault, deaths)
  }

  func entries(of thread: ThreadID, after: Int, limit: Int, audience: Audience) async throws(StoreError) -> [Entry] {
    let entries = try await store.entries(of: thread, after: after, limit: limit, audience: audience)
    return fault == .holey && after > 0 && entries.count > 1 ? Array(entries.dropFirst()) : entries
  }

  func exchange(
    _ presented: KeyDigest, for next: KeyDigest, at now: Timestamp
  ) async throws(StoreError) -> KeyHolder? {
    let holder = try await keyring.exchange(presented, for: next, at: now)
    if fault == .hasty, holder != nil {
      // Presenting the successor ends the one before.
      _ = try await keyring.exchange(next, for: KeyDigest(next.bytes.reversed()), at: now)
    }
    if holder != nil { deaths.pass(.exchanged) }
    return holder
  }
}
