import Dialogue
import Runtime
import Storage
import StorageTesting
import Synchronization
import Vocabulary

@testable import WebGateway

/// A store whose commits wait until they are let go.
final class HeldStore: ServedStore, ForwardingStore, ForwardingBoard, ForwardingKeyring {
  private struct State {
    var isHolding = false
    var waiting: [CheckedContinuation<Void, Never>] = []
    var watchers: [CheckedContinuation<Void, Never>] = []
  }

  private let real = MemoryStore()
  var store: any Store { real }
  var board: any CaseBoard { real }
  var keyring: any Keyring { real }
  private let state = Mutex(State())

  func hold() { state.withLock { $0.isHolding = true } }

  func letGo() {
    let waiting = state.withLock { state in
      state.isHolding = false
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }

  /// Returns when somebody waits.
  func somebodyWaits() async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if !state.waiting.isEmpty { return true }
        state.watchers.append(continuation)
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  private func pass() async {
    await withCheckedContinuation { continuation in
      let (goesOn, watchers) = state.withLock { state -> (Bool, [CheckedContinuation<Void, Never>]) in
        guard state.isHolding else { return (true, []) }
        state.waiting.append(continuation)
        defer { state.watchers = [] }
        return (false, state.watchers)
      }
      if goesOn { continuation.resume() }
      for watcher in watchers { watcher.resume() }
    }
  }

  func commit(_ decision: Decision, over snapshot: Snapshot) async throws(StoreError) -> Commit {
    await pass()
    return try await real.commit(decision, over: snapshot)
  }
}
