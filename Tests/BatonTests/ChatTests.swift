import Foundation
import Testing

@Suite(.timeLimit(.minutes(2))) struct ChatTests {
  @Test func `every line of a pipe is answered in order and kept`() async throws {
    let program = try Program()
    let lines = (1...20).map { "line number \($0) of many" } + ["when are you open"]
    let result = try await program.run("chat", "--as", "ana", input: lines.joined(separator: "\n"))
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    #expect(result.lines.count { $0.hasPrefix("bot: ") } > 1)
    let log = try await program.run("chat", "--as", "ana", "--json", input: Frames.hello + "\n")
    let said = try Frames.all(log.output).filter { $0.from == "customer" }.map(\.text)
    #expect(said == lines)
  }

  @Test func `a second run goes on where the first was and repeats nothing`() async throws {
    let program = try Program()
    let first = try await program.run("chat", "--as", "ana", input: "when are you open\n")
    #expect(first.output.contains("From eight to four."))
    let second = try await program.run("chat", "--as", "ana", input: "")
    #expect(second.output == "")
    #expect(second.code == 0)
  }

  @Test func `ten thousand empty lines cost nothing`() async throws {
    let program = try Program()
    let input = String(repeating: "\n", count: 5_000) + String(repeating: " \t\r\n", count: 5_000)
    let result = try await program.run("chat", input: input)
    let silent = try await program.run("chat", "--as", "somebody_else", input: "")
    #expect(result.code == 0)
    #expect(result.output == silent.output)
  }

  @Test(arguments: [
    ("longer than 16384 bytes", Data(repeating: 65, count: 5_000_000)),
    ("longer than 4000 characters", Data(repeating: 65, count: 4_001)),
    ("not UTF-8", Data([0xC3, 0x28])), ("NUL", Data([65, 0, 66])),
  ])
  func `a line that cannot be sent is told, and the chat goes on`(message: String, line: Data) async throws {
    let program = try Program()
    let input = Data("first things first\n".utf8) + line + Data("\nwhen are you open\n".utf8)
    let result = try await program.run("chat", "--as", "ana", input: input)
    #expect(result.code == 65)
    #expect(result.errors.contains("line 2 was not sent"))
    #expect(result.errors.contains(message))
    #expect(result.output.contains("From eight to four."))
  }

  @Test func `control sequences neither come in nor go out`() async throws {
    let program = try Program()
    let result = try await program.run(
      "chat", "--as", "ana", input: "\u{1B}]0;title\u{7}when \u{1B}[31mare\u{202E} you\u{8} open\n")
    #expect(result.output.contains("From eight to four."))
    let log = try await program.run("chat", "--as", "ana", "--json", input: Frames.hello + "\n")
    #expect(try Frames.all(log.output).contains { $0.text == "when are you open" })
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func `a signal ends the chat cleanly and loses nothing`(number: Int32) async throws {
    let program = try Program()
    let running = try program.start(["chat", "--as", "ana"])
    running.send("when are you open")
    #expect(await running.says("From eight to four."))
    running.signal(number)
    let result = await running.end()
    #expect(result.code == 0, "\(result.errors)")
    #expect(try await program.run("chat", "--as", "ana", input: "").output == "")
  }

  @Test func `the name has bounds`() async throws {
    let program = try Program()
    #expect(try await program.run("chat", "--as", "").code == 64)
    #expect(try await program.run("chat", "--as", String(repeating: "a", count: 129)).code == 64)
    #expect(try await program.run("chat", "--now", "yesterday").code == 64)
  }
}

@Suite(.timeLimit(.minutes(2))) struct ChatOpeningTests {
  @Test func `a file that is no store is left as it is`() async throws {
    let program = try Program()
    try program.write("my diary", to: "baton.sqlite")
    let result = try await program.run("chat", input: "hello\n")
    #expect(result.code == 65)
    #expect(result.errors.contains("baton.sqlite") && result.errors.contains("--store"))
    let kept = try String(contentsOf: program.folder.appendingPathComponent("baton.sqlite"), encoding: .utf8)
    #expect(kept == "my diary")
  }

  @Test func `a folder that is not there or may not be written is told`() async throws {
    let program = try Program()
    let missing = try await program.run("chat", "--store", "nowhere/baton.sqlite")
    #expect(missing.code == 69 || missing.code == 74)
    #expect(missing.errors.contains("nowhere/baton.sqlite"))
    // Nobody, root included, can make a file in there.
    let readOnly = try await program.run("chat", "--store", "/proc/baton.sqlite")
    #expect(readOnly.code == 69 || readOnly.code == 74)
    #expect(readOnly.errors.contains("/proc/baton.sqlite"))
    #expect(readOnly.output.isEmpty)
  }

  @Test func `a playbook with errors starts nothing and names them all`() async throws {
    let program = try Program()
    try program.write(
      "intents:\n  one:\n    utterances: [hello (there]\n    needs: [nothing_such]\n", to: "Intents/bad.yml")
    let result = try await program.run("chat", input: "hello\n")
    #expect(result.code == 78)
    #expect(result.errors.contains("Intents/bad.yml:3"))
    #expect(result.errors.contains("Intents/bad.yml:4"))
    #expect(result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.folder.appendingPathComponent("baton.sqlite").path))
  }

  @Test func `files that passed the checks are checked again when they change`() async throws {
    let program = try Program()
    let note = program.folder.appendingPathComponent("baton.sqlite-checked")
    #expect(try await program.run("chat", input: "hello\n").code == 0)
    let first = try Data(contentsOf: note)
    #expect(try await program.run("chat", input: "hello\n").code == 0)
    #expect(try Data(contentsOf: note) == first)
    try program.write(
      "intents:\n  one:\n    utterances: [hello there]\n    needs: [nothing_such]\n", to: "Intents/bad.yml")
    let broken = try await program.run("chat", input: "hello\n")
    #expect(broken.code == 78)
    #expect(broken.errors.contains("Intents/bad.yml:4"))
    #expect(try Data(contentsOf: note) == first)
  }

  @Test func `a damaged note of what passed the checks lets nothing through`() async throws {
    let program = try Program()
    let note = program.folder.appendingPathComponent("baton.sqlite-checked")
    #expect(try await program.run("chat", input: "hello\n").code == 0)
    let first = try Data(contentsOf: note)
    for damaged in [Data(), first.dropLast(3), first + first] {
      try damaged.write(to: note)
      try program.write("intents:\n  one:\n    needs: [nothing_such]\n", to: "Intents/bad.yml")
      #expect(try await program.run("chat", input: "hello\n").code == 78)
      try FileManager.default.removeItem(at: program.folder.appendingPathComponent("Intents/bad.yml"))
      #expect(try await program.run("chat", input: "hello\n").code == 0)
      #expect(try Data(contentsOf: note) == first)
    }
  }

  @Test func `a store in memory is forgotten at the end`() async throws {
    let program = try Program()
    let first = try await program.run("chat", "--store", ":memory:", input: "when are you open\n")
    #expect(first.output.contains("From eight to four."))
    #expect(try FileManager.default.contentsOfDirectory(atPath: program.folder.path) == ["Intents"])
  }
}
