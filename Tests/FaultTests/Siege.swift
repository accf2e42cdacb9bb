import Chances
import Foundation
import Synchronization

/// Sixteen conversations over one store, each with a program of its own, while a killer goes round.
struct Siege: Sendable {
  struct Report: Sendable {
    let journals: [Journal]
    let kills: Int
    let interruptions: Int
    let violations: [Violation]
    let errors: String
    var deaths: Deaths { journals.map(\.deaths).reduce(Deaths(), +) }
    var lines: Int { journals.map(\.acknowledged.count).reduce(0, +) }

    func count(_ kind: Violation.Kind) -> Int { violations.count { $0.kind == kind } }

    var summary: String {
      let found = Violation.Kind.allCases.map { ($0, count($0)) }.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }
      return """
        \(kills) kills, \(interruptions) of them in a conversation (\(deaths.opening) while opening, \(deaths.inFlight) with a line on its way, \(deaths.idle) idle), \
        \(journals.count) conversations, \(lines) lines acknowledged, \(deaths.storedUntold) stored but not told; \
        violations: \(found.isEmpty ? "none" : found.joined(separator: ", "))
        """
    }
  }

  static let conversations = 16

  /// In the middle of a conversation.
  let kills: Int
  let seed: UInt64
  let start: @Sendable (Workshop, Journal) throws -> Child

  func run() async throws -> Report {
    let workshop = try Workshop()
    let killer = Killer(goal: kills, seed: seed)
    let journals = try await withThrowingTaskGroup(of: [Journal].self) { group in
      group.addTask {
        await onThread { killer.run() }
        return []
      }
      for slot in 0..<Self.conversations {
        group.addTask { try await onThread { Result { try hold(slot, workshop, killer) } }.get() }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let violations = try Auditor.audit(workshop.store, journals)
    let stopped = journals.filter { !$0.problems.isEmpty }.map(\.address)
    return Report(
      journals: journals, kills: killer.kills, interruptions: killer.interruptions, violations: violations,
      errors: stopped.map { "\($0): \(workshop.errors(of: $0).suffix(2_000))" }.joined(separator: "\n"))
  }

  /// One conversation after the other, each with an address of its own, until the killer is done; the last is brought
  /// to its end in peace.
  private func hold(_ slot: Int, _ workshop: Workshop, _ killer: Killer) throws -> [Journal] {
    var chance = SplitMix(seed: seed &+ UInt64(slot) &* 7_919)
    var journals: [Journal] = []
    repeat {
      var journal = Journal(address: "customer-\(slot)-\(journals.count)", script: Script(&chance))
      var client = Client(
        start: { try start(workshop, $0) }, enter: { killer.enter(slot, $0.pid) },
        talks: { killer.talks(slot) }, leave: { killer.leave(slot) }, chance: chance)
      try client.talk(&journal)
      chance = client.chance
      journals.append(journal)
      if !journal.problems.isEmpty { killer.callOff() }
    } while !killer.isOver
    return journals
  }
}

/// Runs what blocks on a thread of its own.
func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
  await withCheckedContinuation { continuation in
    Thread.detachNewThread { continuation.resume(returning: work()) }
  }
}
