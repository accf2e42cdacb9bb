import Foundation
import Testing

/// The author's commands, run as anybody runs them.
@Suite(.timeLimit(.minutes(3))) struct AuthorToolTests {
  private let program: Program
  init() throws { program = try Program() }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: program.folder.appendingPathComponent(path), encoding: .utf8)
  }

  @Test func `a new playbook passes check and test at once, reaches all of itself, and is never written over`()
    async throws
  {
    let made = try await program.run("init", "porter")
    #expect(made.code == 0, "\(made.errors)")
    #expect(made.lines.contains("porter/Intents/desk.yml"))
    let checked = try await program.run("check", "--intents", "porter/Intents")
    #expect(checked.code == 0 && checked.output == "", "\(checked.output)\(checked.errors)")
    #expect(checked.errors.contains("0 errors, 0 warnings"))
    let tested = try await program.run("test", "--intents", "porter/Intents", "--coverage")
    #expect(tested.code == 0, "\(tested.output)")
    for share in ["intents: 2 of 2, 100 %", "slots: 1 of 1, 100 %"] { #expect(tested.lines.contains(share)) }
    #expect(!tested.output.contains("no transcript reaches the intent"))
    let generated = try await program.run("test", "--intents", "porter/Intents", "--generated")
    #expect(generated.code == 0, "\(generated.output)\(generated.errors)")
    #expect(try text("porter/Intents/desk.yml").hasPrefix("# yaml-language-server: $schema=baton.schema.json\n"))
    let schema = try await program.run("schema").output
    #expect(try text("porter/Intents/baton.schema.json") == schema)
    try program.write("mine", to: "porter/README.md")
    let again = try await program.run("init", "porter")
    #expect(again.code == 74 && again.errors.contains("is there already"))
    #expect(try text("porter/README.md") == "mine")
    #expect(try await program.run("init").code == 74)
  }

  @Test(arguments: [
    ["serve", "--port", "8080"], ["eval", "test.jsonl", "--json"], ["serv"], ["chats", "--as", "ana"],
  ])
  func `no command is ever called an unexpected argument`(words: [String]) async throws {
    let running = try program.start(words + ["--store", "/nowhere/at/all.sqlite"])
    running.close()
    let result = await running.end()
    #expect(result.code != 0)
    #expect(!result.errors.contains("Unexpected argument '\(words[0])'"))
  }

  @Test func `a misspelt command is told its right name`() async throws {
    let result = try await program.run("chekc")
    #expect(result.code == 64)
    #expect(result.errors.contains("there is no command \"chekc\"") && result.errors.contains("`baton check`"))
  }

  @Test func `what the proof shows can be played, although nothing else uses such files`() async throws {
    try FileManager.default.createDirectory(
      at: program.folder.appendingPathComponent("gap/Intents"), withIntermediateDirectories: true)
    try program.write(
      """
      settings: { default_queue: desk }
      queues: { desk: { title: the desk } }
      intents:
        refund:
          utterances: [I want my money back]
          needs: [amount]
          rules:
            - { when: { amount: { under: 50 EUR } }, answer: It is on its way. }
            - { when: { amount: { over: 100 EUR } }, handoff: desk }
      slots:
        amount: { type: money, currency: EUR, ask: Which amount is it? }
      """, to: "gap/Intents/refund.yml")
    let checked = try await program.run("check", "--intents", "gap/Intents")
    let shown = checked.lines.drop { $0 != "  shown by:" }.dropFirst().prefix { $0.isEmpty || $0.hasPrefix("    ") }
    try #require(checked.code == 1 && !shown.isEmpty, "\(checked.output)")
    try program.write(shown.joined(separator: "\n"), to: "gap/shown.convo.txt")
    let tested = try await program.run("test", "--intents", "gap/Intents", "gap/shown.convo.txt")
    #expect(tested.code == 1 && tested.errors.contains("1 transcript, 0 failed"), "\(tested.output)\(tested.errors)")
    #expect(tested.errors.contains("The proof has found an error in the intents"))
    try program.write(shown.joined(separator: "\n") + "\nNO_HANDOFF\n", to: "gap/hoped.convo.txt")
    let hoped = try await program.run("test", "--intents", "gap/Intents", "gap/hoped.convo.txt")
    #expect(hoped.code == 1 && hoped.output.contains("+ HANDOFF reason=engine_error"), "\(hoped.output)")
    #expect(try await program.run("chat", "--intents", "gap/Intents", input: "").code == 78)
    // Another error, and nothing is played.
    try program.write("intents: { lost: { utterances: [I am lost], handoff: nobody } }", to: "gap/Intents/lost.yml")
    #expect(try await program.run("test", "--intents", "gap/Intents", "gap/shown.convo.txt").code == 78)
  }

  // Peers' complaint 24: tests of the whole conversation, including what people do, that authors can write.
  @Test
  func `complaint 24, a recorded conversation is a test of the whole way, and a changed answer is updated in place`()
    async throws
  {
    let chat = try await program.run(
      "chat", "--as", "ana", "--record", "talk.convo.txt", "--now", "2026-11-20T10:00:00Z",
      input: "when are you open\nI want a human\n")
    #expect(chat.code == 0, "\(chat.errors)")
    let code = try #require(try await program.run("desk", "list").output.split(separator: " ").first).description
    for verb in [["claim"], ["say", "Hello, Boris here."], ["resolve"]] {
      let done = try program.start(["desk", verb[0], code] + verb.dropFirst() + ["--as", "boris"])
      done.close()
      #expect(await done.end().code == 0)
    }
    let exported = try await program.run("case", "export", code, "--format", "convo")
    for piece in ["AS boris", "claim", "say Hello, Boris here.", "resolve", "FLOOR agent boris"] {
      #expect(exported.output.contains(piece), "\(exported.output)")
    }
    try program.write(exported.output, to: "case.convo.txt")
    for file in ["talk.convo.txt", "case.convo.txt"] {
      let tested = try await program.run("test", file)
      let written = try text(file)
      #expect(tested.code == 0, "\(tested.output)\n\(written)")
    }
    try program.write(
      try text("Intents/front.yml").replacingOccurrences(of: "From eight to four.", with: "From nine to five."),
      to: "Intents/front.yml")
    let failed = try await program.run("test", "case.convo.txt")
    #expect(failed.code == 1)
    #expect(failed.output.contains("- From eight to four.") && failed.output.contains("+ From nine to five."))
    #expect(try await program.run("test", "case.convo.txt", "--assert", "decision").code == 0)
    let updated = try await program.run("test", "case.convo.txt", "--update")
    #expect(updated.code == 0, "\(updated.output)\(updated.errors)")
    #expect(updated.output.contains("  - From eight to four.\n  + From nine to five.\n"))
    #expect(try await program.run("test", "case.convo.txt").code == 0)
    let expected = exported.output.replacingOccurrences(of: "From eight to four.", with: "From nine to five.")
    #expect(try text("case.convo.txt") == expected)
  }

  // Peers' complaint 25: the checker says fine, the engine says no. Here both are the same loader.
  @Test
  func `complaint 25, what check accepts test and chat take, and what it refuses they refuse for the same reason`()
    async throws
  {
    try program.write(
      "A\n\n#me\nwhen are you open\n\n#bot\nFrom eight to four.\nINTENT opening_times\n", to: "a.convo.txt")
    #expect(try await program.run("check", "--transcripts", ".").code == 0)
    #expect(try await program.run("test", "a.convo.txt").code == 0)
    #expect(try await program.run("chat", "--as", "ana", input: "when are you open\n").code == 0)
    let broken = try text("Intents/front.yml").replacingOccurrences(
      of: "default_queue: front", with: "default_queue: back")
    try program.write(broken, to: "Intents/front.yml")
    let checked = try await program.run("check", "--transcripts", ".")
    #expect(checked.code == 1)
    let reason = try #require(checked.lines.first { $0.contains("error") })
    let tested = try await program.run("test", "a.convo.txt")
    let chatted = try await program.run("chat", "--as", "ana", input: "hi\n")
    #expect(tested.code == 78 && tested.errors.contains(reason), "\(tested.errors)")
    #expect(chatted.code == 78 && chatted.errors.contains(reason), "\(chatted.errors)")
  }

  @Test func `recording never writes over a file, and says so before the first word`() async throws {
    try program.write("mine", to: "talk.convo.txt")
    let refused = try await program.run("chat", "--as", "ana", "--record", "talk.convo.txt", input: "hi\n")
    #expect(refused.code == 74 && refused.output == "")
    #expect(try text("talk.convo.txt") == "mine")
  }

  @Test func `transcripts are picked by path and name, and none at all is a mistake`() async throws {
    try program.write("Opening\n\n#me\nwhen are you open\n\n#bot\nINTENT opening_times\n", to: "a.convo.txt")
    try program.write("Wrong\n\n#me\nwhen are you open\n\n#bot\nNO_SUCH\n", to: "b.convo.txt")
    let picked = try await program.run("test", "--filter", "OPEN", "a.convo.txt", "b.convo.txt")
    #expect(picked.code == 0 && picked.errors.contains("1 transcript,"), "\(picked.errors)")
    let none = try await program.run("test", "--filter", "nothing", "a.convo.txt")
    #expect(none.code == 1 && none.errors.contains("\"nothing\""))
  }

  @Test func `replay groups what changes and fails where a question would be put twice or a person be lost`()
    async throws
  {
    try program.write(
      """
      settings: { name: Testbank, default_queue: front }
      queues: { front: { title: Front desk } }
      intents:
        lost:
          utterances: ['I lost my [{kind}] card']
          needs: [ending, day]
          answer: It is blocked.
          handoff: front
      slots:
        ending: { type: digits, length: 4, ask: Which digits?, cues: [ends with] }
        day: { type: date, past: yes, ask: When? }
        kind: { type: choice, options: { visa: [visa], maestro: [maestro] } }
      """, to: "Intents/front.yml")
    for name in ["ana", "boris"] {
      let chat = try await program.run(
        "chat", "--as", name, "--now", "2026-11-20T10:00:00Z", input: "I lost my visa card\n4417\nyesterday\n")
      #expect(chat.output.contains("It is blocked."), "\(chat.output)")
    }
    let same = try await program.run("replay")
    #expect(same.code == 0 && same.output == "", "\(same.output)")
    #expect(same.errors.contains("2 conversations, 0 would go otherwise"))
    let before = try text("Intents/front.yml")
    try program.write(
      before.replacingOccurrences(of: "It is blocked.", with: "We block it.")
        .replacingOccurrences(of: "needs: [ending, day]", with: "needs: [day, ending]"), to: "Intents/front.yml")
    let moved = try await program.run("replay", "--json")
    #expect(moved.code == 0, "\(moved.output)")
    #expect(
      moved.lines.contains { $0.contains(#""kind":"question""#) && $0.contains(#""count":2"#) }, "\(moved.output)")
    // What is said at the end has changed too, behind the question that is put earlier.
    #expect(moved.lines.count == 2 && moved.output.contains(#""after":"We block it.""#), "\(moved.output)")
    try program.write(
      before.replacingOccurrences(of: "It is blocked.", with: "We block it, {{owner}}.")
        .replacingOccurrences(of: "needs: [ending, day]", with: "needs: [owner, ending]")
        .replacingOccurrences(of: "slots:", with: "slots:\n  owner: { type: name, ask: Who are you? }")
        .replacingOccurrences(of: "handoff: front", with: "handoff: { queue: front, priority: high }"),
      to: "Intents/front.yml")
    let asked = try await program.run("replay")
    #expect(asked.code == 0, "\(asked.output)")
    for piece in ["  ending -> owner: 2 times", "  day -> none: 2 times", "+ We block it, Ana Novak."] {
      #expect(asked.output.contains(piece), "\(asked.output)")
    }
    #expect(!asked.output.contains("Other handoffs"), "\(asked.output)")
    try program.write(
      before.replacingOccurrences(of: "handoff: front", with: "settled: assumed"), to: "Intents/front.yml")
    let lost = try await program.run("replay")
    #expect(lost.code == 1, "\(lost.output)")
    #expect(lost.output.contains("No longer with a person: 2"), "\(lost.output)")
    let nowhere = try await program.run("replay", "--store", "none.sqlite")
    #expect(nowhere.code == 69 && !FileManager.default.fileExists(atPath: program.folder.path + "/none.sqlite"))
  }

  @Test func `explain shows the way from the words to the answer`() async throws {
    let result = try await program.run("explain", "when are you open", "--now", "2026-11-20T10:00:00Z")
    #expect(result.lines.first == #""when are you open": certain"#)
    for piece in [
      "compared as", "the template at front.yml:", "as a first line it is answered", "says: From eight to four.",
    ] {
      #expect(result.output.contains(piece), "\(result.output)")
    }
  }
}
