import Foundation
import Testing

/// Changed intents are taken over while a conversation goes on.
@Suite(.timeLimit(.minutes(2))) struct ReloadTests {
  private func playbook(_ answer: String) -> String {
    """
    settings: { name: Testbank, default_queue: front }
    queues:
      front: { title: Front desk }
    intents:
      opening_times:
        utterances: [when are you open]
        answer: \(answer)
        settled: assumed

    """
  }

  @Test func `a changed file is in use without a restart, a broken one is not`() async throws {
    let program = try Program()
    let chat = try program.start(["chat", "--as", "ana"])
    chat.send("when are you open")
    #expect(await chat.says("From eight to four."))
    try program.write(playbook("From nine to five."), to: "Intents/front.yml")
    #expect(await chat.complains("are in use"))
    chat.send("when are you open")
    #expect(await chat.says("From nine to five."))
    try program.write(playbook("[From]"), to: "Intents/front.yml")
    #expect(await chat.complains("Those before stay in use."))
    // New files count too.
    try program.write(playbook("From ten to six."), to: "Intents/front.yml")
    try program.write(
      "intents:\n  parking:\n    utterances: [where can I park]\n    answer: Behind the house.\n    settled: assumed\n",
      to: "Intents/parking.yml")
    #expect(await chat.complains("are in use", times: 2))
    chat.send("where can I park")
    #expect(await chat.says("Behind the house."))
    chat.close()
    #expect(await chat.end().code == 0)
  }

  @Test func `killed in the middle of it, the next start has the files as they stand`() async throws {
    let program = try Program()
    let chat = try program.start(["chat", "--as", "ana"])
    chat.send("when are you open")
    #expect(await chat.says("From eight to four."))
    for round in 1...20 { try program.write(playbook("From \(round)."), to: "Intents/front.yml") }
    chat.signal(SIGKILL)
    _ = await chat.end()
    let after = try await program.run("chat", "--as", "ana", input: "when are you open\n")
    #expect(after.output.contains("From 20."), "\(after.output)\(after.errors)")
  }

  @Test func `a moment without an offset is on the wall of the playbook's zone`() async throws {
    let program = try Program()
    try program.write(
      playbook("It is {{now.time}}.").replacingOccurrences(of: "front }\n", with: "front, zone: Europe/Ljubljana }\n"),
      to: "Intents/front.yml")
    for (moment, time) in [
      ("2026-11-20T10:00", "10:00"), ("2026-11-20T10:00Z", "11:00"), ("2026-11-20T10:00+02:00", "09:00"),
    ] {
      let said = try await program.run("chat", "--as", "ana\(time)", "--now", moment, input: "when are you open\n")
      #expect(said.output.contains("It is \(time)."), "\(moment): \(said.output)")
    }
  }

  @Test func `what customers say is for the owner of the file alone`() async throws {
    let program = try Program()
    let chat = try program.start(["chat", "--as", "ana"])
    chat.send("when are you open")
    #expect(await chat.says("From eight to four."))
    for name in ["baton.sqlite", "baton.sqlite-wal", "baton.sqlite-shm", "baton.sqlite-lock"] {
      let path = program.folder.appendingPathComponent(name).path
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
      #expect(mode?.intValue == 0o600, "\(name): \(String(mode?.intValue ?? 0, radix: 8))")
    }
    chat.close()
    _ = await chat.end()
  }
}
