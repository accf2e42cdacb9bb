import NIOCore
import Synchronization

/// Counts what comes from each address of the network.
final class Doorkeeper: Sendable {
  private struct Visitor {
    var connections = 0
    var lines: Bucket
    var threads: Bucket
    init(now: NIODeadline) { (lines, threads) = (Bucket(now: now), Bucket(now: now)) }
  }

  private struct State {
    var visitors: [String: Visitor] = [:]
    var connections = 0
    var nextSweep = 1_024
  }

  enum Entrance: Hashable { case granted, full, tooManyOfAddress }

  private let limits: ServeLimits
  private let state = Mutex(State())

  init(limits: ServeLimits) { self.limits = limits }

  var connections: Int { state.withLock { $0.connections } }

  /// Lets a connection in, or not. Who is let in has to leave. A proxy's connections are those of many addresses.
  func enter(_ address: String, isProxy: Bool = false, now: NIODeadline = .now()) -> Entrance {
    state.withLock { state in
      guard state.connections < limits.connections else { return .full }
      guard isProxy || note(address, &state, now) else { return .tooManyOfAddress }
      state.connections += 1
      return .granted
    }
  }

  func leave(_ address: String, isProxy: Bool = false) {
    state.withLock { state in
      state.connections -= 1
      if !isProxy { state.visitors[address]?.connections -= 1 }
    }
  }

  /// Counts a connection that came through a proxy under the address that the proxy names.
  func enterThroughProxy(_ address: String, now: NIODeadline = .now()) -> Bool {
    state.withLock { note(address, &$0, now) }
  }

  func leaveThroughProxy(_ address: String) {
    state.withLock { $0.visitors[address]?.connections -= 1 }
  }

  private func note(_ address: String, _ state: inout State, _ now: NIODeadline) -> Bool {
    sweep(&state, now)
    var visitor = state.visitors[address] ?? Visitor(now: now)
    guard visitor.connections < limits.addressConnections else { return false }
    visitor.connections += 1
    state.visitors[address] = visitor
    return true
  }

  /// Milliseconds until the address may send another line; nothing where it may now.
  func line(from address: String, now: NIODeadline = .now()) -> Int? {
    state.withLock { state in
      state.visitors[address, default: Visitor(now: now)].lines
        .take(now: now, burst: limits.addressBurst, perMinute: limits.addressRate)
    }
  }

  /// Milliseconds until the address may open another thread; nothing where it may now.
  func thread(from address: String, now: NIODeadline = .now()) -> Int? {
    state.withLock { state in
      state.visitors[address, default: Visitor(now: now)].threads
        .take(now: now, burst: limits.addressThreads, perMinute: limits.addressThreads)
    }
  }

  /// Forgets who is gone and has nothing outstanding, whenever their number has doubled.
  private func sweep(_ state: inout State, _ now: NIODeadline) {
    guard state.visitors.count >= state.nextSweep else { return }
    for (address, visitor) in state.visitors {
      var visitor = visitor
      let isIdle =
        visitor.connections == 0 && visitor.lines.isFull(now: now, perMinute: limits.addressRate)
        && visitor.threads.isFull(now: now, perMinute: limits.addressThreads)
      if isIdle { state.visitors[address] = nil }
    }
    state.nextSweep = max(1_024, state.visitors.count * 2)
  }
}
