import Testing

/// The same proof for the server: it is killed under clients that talk over WebSockets and come back by their secrets.
@Suite(.serialized, .timeLimit(.minutes(15))) struct SlowServerFaultTests {
  @Test func `kills of the server lose nothing, double nothing and lock nobody out`() async throws {
    let report = try await ServerSiege(clients: 32, kills: 30, seed: 5).run()
    print("Server killed: \(report.summary)")
    let violations = report.violations.map { "\($0)" }
    #expect(violations.isEmpty, "\(violations.joined(separator: "\n"))\n\(report.errors.suffix(2_000))")
    let unfinished = report.journals.filter { !$0.isComplete }.map(\.address)
    #expect(unfinished.isEmpty)
    #expect(report.kills == 30)
    // Without these the kills would have come at harmless moments only.
    #expect(report.deaths.inFlight >= 30)
  }

  @Test(arguments: [
    ("early", Violation.Kind.lost), ("forgetful", .doubled), ("hasty", .stopped), ("holey", .stopped),
  ])
  func `the same siege notices a seeded fault`(fault: String, kind: Violation.Kind) async throws {
    let report = try await ServerSiege(clients: 24, kills: 12, seed: 6, fault: fault).run()
    print("Server with fault \(fault): \(report.summary)")
    #expect(report.count(kind) > 0)
  }
}
