import Dialogue
import Storage
import StorageTesting
import Synchronization
import Vocabulary

/// A store in which somebody else is faster, so many times.
final class RacingStore: ForwardingStore {
  let store: any Store
  private let races: Mutex<Int>
  let codes = Mutex<[CaseCode]>([])

  init(_ store: any Store, lostRaces: Int) {
    self.store = store
    races = Mutex(lostRaces)
  }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    codes.withLock { $0.append(snapshot.offeredCode) }
    let isLost = races.withLock { races in
      races -= 1
      return races >= 0
    }
    if isLost { throw .conflict }
    return try await store.commit(decision, over: snapshot)
  }
}
