import Foundation
import Testing

/// The same proof for the server: it is killed under clients that talk over WebSockets and come back by their secrets.
@Suite(.serialized, .timeLimit(.minutes(15))) struct SlowServerFaultTests {
  private static let isLong = ProcessInfo.processInfo.environment["BATON_SOAK"] != nil

  @Test func `kills of the server lose nothing, double nothing and lock nobody out`() async throws {
    let (clients, kills) = Self.isLong ? (64, 300) : (32, 30)
    let report = try await ServerSiege(clients: clients, kills: kills, seed: 5).run()
    print("Server killed: \(report.summary)")
    let violations = report.violations.map { "\($0)" }
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))\n\(report.errors.suffix(2_000))")
    let unfinished = report.journals.filter { !$0.isComplete }.map(\.address)
    #expect(unfinished.isEmpty)
    #expect(report.kills == kills)
    // Without these the kills would have come at harmless moments only.
    #expect(report.deaths.inFlight >= kills)
  }

  /// A server that dies by itself where faults do their harm.
  private func faulty(_ fault: String) async throws -> ServerSiege.Report {
    let report = try await ServerSiege(clients: 24, kills: 12, seed: 6, fault: fault).run()
    print("Server with fault \(fault): \(report.summary)")
    return report
  }

  @Test(arguments: [
    ("early", Violation.Kind.lost), ("forgetful", .doubled), ("counting", .misnumbered), ("stammering", .askedTwice),
    ("echoing", .caseDoubled), ("silent", .untold), ("timeless", .timerLost), ("holey", .stopped),
    ("doubling", .stopped), ("swapping", .stopped), ("hasty", .stopped), ("lasting", .intruded),
    ("credulous", .intruded),
  ])
  func `the same siege notices a seeded fault`(fault: String, kind: Violation.Kind) async throws {
    #expect(try await faulty(fault).count(kind) > 0)
  }

  @Test func `the deaths that show the faults of a server do no harm without one`() async throws {
    let report = try await faulty("none")
    #expect(report.violations.isEmpty, "\(report.violations.map { "\($0)" }.joined(separator: "\n"))")
    #expect(report.kills == 12)
    #expect(report.deaths.storedUntold > 0)
  }
}
