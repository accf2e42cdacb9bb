import Foundation
import Testing

/// Customer and agents in programs of their own, over one store.
@Suite(.timeLimit(.minutes(2))) struct DeskProcessTests {
  private struct Refused: Decodable {
    let type: String
    let code: String
    let by: String?
  }

  private struct Opened: Decodable {
    let type: String
    let `case`: String?
  }

  /// A customer who asked for a person, and the code of their case.
  private func waitingCase(_ program: Program) async throws -> String {
    let asked = try await program.run(
      "chat", "--as", "ana", "--json", input: Frames.hello + "\n" + #"{"type":"human","cid":"h1"}"# + "\n")
    let lines = try asked.lines.map { try JSONDecoder().decode(Opened.self, from: Data($0.utf8)) }
    return try #require(lines.last { $0.type == "case" }?.case)
  }

  @Test func `of eight agents who claim at once exactly one gets the case, and the others learn who`() async throws {
    let program = try Program()
    let code = try await waitingCase(program)
    let agents = (1...8).map { "agent\($0)" }
    let claims = try await withThrowingTaskGroup(of: (String, Program.Result).self) { group in
      for agent in agents {
        group.addTask { (agent, try await program.run("desk", "claim", code, "--as", agent, "--json")) }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let winners = claims.filter { $0.1.code == 0 }.map(\.0)
    #expect(winners.count == 1)
    for (agent, claim) in claims where claim.code != 0 {
      #expect(claim.code == 69, "\(agent): \(claim.errors)")
      let refused = try JSONDecoder().decode(Refused.self, from: Data(claim.output.utf8))
      #expect(refused.type == "refused" && refused.code == "taken")
      #expect(refused.by == winners.first)
    }
  }

  @Test func `what is hidden is shown to who may see it, and that is written down`() async throws {
    let program = try Program()
    try program.write(
      """
      settings: { name: Testbank, default_queue: front }
      queues: { front: { title: Front desk, skills: [cards] }, loans: { title: Loans } }
      intents:
        opening:
          utterances: [please open an account for me]
          needs: [born_on]
          handoff: front
      slots: { born_on: { title: Date of birth, type: date, past: true, sensitive: yes, ask: When were you born? } }

      """, to: "Intents/front.yml")
    _ = try await program.run("chat", "--as", "ana", input: "please open an account for me\n1980-05-17\n")
    let listed = try await program.run("desk", "list", "--as", "maja", "--skills", "cards,loans")
    let code = String(try #require(listed.lines.first).prefix(6))
    #expect(try await program.run("desk", "list", "--as", "luka", "--skills", "loans").output == "No open cases.\n")
    #expect(try await program.run("desk", "list", "--as", "luka").output.contains(code))
    let masked = try await program.run("case", "show", code, "--json", "--as", "maja")
    #expect(!masked.output.contains("1980"))
    #expect(!masked.output.contains("looked at"))
    #expect(try await program.run("desk", "reveal", code, "--as", "maja", "--json").code == 64)
    let shown = try await program.run("desk", "reveal", code, "--as", "maja", "--json", "--sees-sensitive")
    #expect(shown.output.contains("1980-05-17"), "\(shown.errors)")
    #expect(
      try await program.run("desk", "show", code, "--as", "luka").output.contains("maja looked at what is hidden."))
    let missing = try await program.run("desk", "transfer", code, "--to", "nobody", "--as", "maja", "--json")
    #expect(missing.code == 69)
    #expect(missing.output.contains(#""code":"unknown""#))
  }

  @Test func `what an agent says reaches an open chat of another process`() async throws {
    let program = try Program()
    let code = try await waitingCase(program)
    let chat = try program.start(["chat", "--as", "ana"])
    #expect(try await program.run("desk", "claim", code, "--as", "maja").code == 0)
    #expect(await chat.says("maja"))
    // The clock starts before the desk's program does, so that the measured time is more than what the contract means.
    let began = ContinuousClock.now
    async let said = program.run("desk", "say", code, "Good", "morning", "--as", "maja")
    #expect(await chat.says("Good morning"))
    print("From the start of `baton desk say` to the open chat: \(ContinuousClock.now - began)")
    #expect(try await said.code == 0)
    chat.close()
    #expect(await chat.end().code == 0)
  }
}
