@preconcurrency import Dispatch
import Chances
import Foundation
import Synchronization

/// One server that is killed again and again under many conversations over WebSockets.
///
/// The product is killed at any moment. One with a fault dies by itself at the moments where faults do their harm, so that
/// each fault has its chances in every run, however fast the machine is.
struct ServerSiege: Sendable {
  struct Report: Sendable {
    let journals: [Journal]
    let kills: Int
    let violations: [Violation]
    let errors: String
    var lines: Int { journals.map(\.acknowledged.count).reduce(0, +) }
    var deaths: Deaths { journals.map(\.deaths).reduce(Deaths(), +) }
    func count(_ kind: Violation.Kind) -> Int { violations.count { $0.kind == kind } }

    var summary: String {
      let found = Violation.Kind.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }
      return """
        \(kills) kills of the server under \(journals.count) conversations (\(deaths.count) cuts, \(deaths.inFlight) with a line on \
        its way), \(lines) lines acknowledged, \(deaths.storedUntold) stored but not told; \
        violations: \(found.isEmpty ? "none" : found.joined(separator: ", "))
        """
    }
  }

  let clients: Int
  let kills: Int
  let seed: UInt64
  var fault: String?

  func run() async throws -> Report {
    let workshop = try Workshop()
    let keeper = try ServerKeeper(workshop: workshop, fault: fault, goal: kills, seed: seed)
    async let keeping: Void = onThread { keeper.run() }
    let journals = await withTaskGroup(of: [Journal].self) { group in
      for slot in 0..<clients { group.addTask { await onThread { hold(slot, keeper) } } }
      return await group.reduce(into: []) { $0 += $1 }
    }
    keeper.stop()
    await keeping
    let violations = try Auditor.audit(workshop.store, journals)
    return Report(
      journals: journals, kills: keeper.kills, violations: violations, errors: workshop.errors(of: "server"))
  }

  private func hold(_ slot: Int, _ keeper: ServerKeeper) -> [Journal] {
    var chance = SplitMix(seed: seed &+ UInt64(slot) &* 7_919)
    var journals: [Journal] = []
    repeat {
      let script = slot == 0 && journals.isEmpty ? .silent : Script(&chance)
      var journal = Journal(address: "client-\(slot)-\(journals.count)", script: script)
      while !journal.isComplete, journal.problems.isEmpty {
        live(&journal, &chance, keeper)
        if Bool.random(using: &chance) { intrude(&journal, &chance, keeper) }
      }
      if !journal.problems.isEmpty { keeper.callOff() }
      journals.append(journal)
    } while !keeper.isOver
    return journals
  }

  /// Tries a secret that opens nothing: one of one's own that is spent, or one that nobody was given.
  private func intrude(_ journal: inout Journal, _ chance: inout SplitMix, _ keeper: ServerKeeper) {
    guard !journal.resume.isEmpty, let wire = WebWire(port: keeper.port) else { return }
    let isSpent = Bool.random(using: &chance)
    // The last letter holds fewer bits than the others.
    let secret =
      isSpent ? journal.spent.last : String(journal.resume.dropLast().reversed()) + journal.resume.suffix(1)
    guard let secret else { return }
    wire.send(#"{"type":"hello","v":1,"device":"phone","resume":"\#(secret)"}"#)
    while case .line(let line) = wire.next(within: 30_000) {
      guard line.contains(#""type":"welcome""#) else { continue }
      return journal.intrusions.append(isSpent ? "a spent secret opened a thread" : "a made-up secret opened a thread")
    }
  }

  /// From one connection to its end.
  private func live(_ journal: inout Journal, _ chance: inout SplitMix, _ keeper: ServerKeeper) {
    let deadline = ContinuousClock.now + .seconds(60)
    var wire = WebWire(port: keeper.port)
    while wire == nil {
      guard ContinuousClock.now < deadline else { return journal.problems.append("the server did not come back") }
      usleep(20_000)
      wire = WebWire(port: keeper.port)
    }
    guard let wire else { return }
    var life = Life(wire: wire, journal: journal, chance: chance, talks: {})
    life.run(patience: 30_000)
    (journal, chance) = (life.journal, life.chance)
    if !journal.isComplete { life.noteDeath(in: &journal) }
    switch wire.closeCode {
    case nil, 1000?, 1012?: break
    case let code?: journal.problems.append("closed with \(code)")
    }
  }
}

/// Starts the server, kills it after a while, and starts it again.
final class ServerKeeper: Sendable {
  private struct State {
    var kills = 0
    var isCalledOff = false
  }

  let port: Int
  private let workshop: Workshop
  private let fault: String?
  private let goal: Int
  private let seed: UInt64
  private let state = Mutex(State())
  private let clientsAreDone = DispatchSemaphore(value: 0)

  init(workshop: Workshop, fault: String?, goal: Int, seed: UInt64) throws {
    (self.workshop, self.fault, self.goal, self.seed) = (workshop, fault, goal, seed)
    port = try Self.freePort(seed)
  }

  var kills: Int { state.withLock { $0.kills } }
  var isOver: Bool { state.withLock { $0.kills >= goal || $0.isCalledOff } }
  func callOff() { state.withLock { $0.isCalledOff = true } }

  func run() {
    var chance = SplitMix(seed: seed)
    while true {
      let isLast = isOver
      let death = isLast || fault == nil ? nil : Workshop.Death.ofServer(life: kills)
      guard let child = try? workshop.server(port: port, fault: fault, death: death) else { return callOff() }
      defer {
        child.kill()
        _ = child.reap()
      }
      guard case .line = child.next(within: 60_000) else { return callOff() }
      if isLast { return clientsAreDone.wait() }
      if fault == nil {
        usleep(UInt32.random(in: 5_000...900_000, using: &chance))
      } else {
        awaitDeath(of: child)
      }
      state.withLock { $0.kills += 1 }
    }
  }

  /// Until it dies by itself, or there is nothing more to learn.
  private func awaitDeath(of child: Child) {
    while !isOver, child.next(within: 200) != .ended {}
  }

  /// The last server lives until everybody is done.
  func stop() { clientsAreDone.signal() }

  struct NoPort: Error {}

  /// Not one of those that the kernel gives to clients: who connects to such a port again and again while nobody listens
  /// there is at some time given it himself, and talks to himself.
  private static func freePort(_ seed: UInt64) throws -> Int {
    var chance = SplitMix(seed: seed ^ UInt64(getpid()))
    for _ in 0..<100 {
      let port = Int.random(in: 20_000..<32_000, using: &chance)
      if isFree(port) { return port }
    }
    throw NoPort()
  }

  private static func isFree(_ port: Int) -> Bool {
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(probe) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = in_addr_t(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
