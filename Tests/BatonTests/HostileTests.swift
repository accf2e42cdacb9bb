import Foundation
import GRDB
import Testing

/// What goes wrong around the program: no room, no folder, no reader, a newer file.
@Suite(.timeLimit(.minutes(2))) struct HostileStoreTests {
  @Test func `a folder is no store`() async throws {
    let program = try Program()
    let result = try await program.run("chat", "--store", "Intents", input: "hello\n")
    #expect(result.code == 69)
    #expect(result.errors.contains("Intents is a folder"))
    #expect(result.output.isEmpty)
  }

  @Test func `the store of a newer Baton is left as it is`() async throws {
    let program = try Program()
    #expect(try await program.run("chat", "--as", "ana", input: "when are you open\n").code == 0)
    let file = try DatabaseQueue(path: program.folder.appendingPathComponent("baton.sqlite").path)
    let entries = try await file.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA user_version = 99")
      return try Int.fetchOne(db, sql: "SELECT count(*) FROM entries")
    }
    let result = try await program.run("chat", "--as", "ana", input: "hello\n")
    #expect(result.code == 65)
    #expect(result.errors.contains("newer Baton") && result.errors.contains("--store"))
    #expect(result.output.isEmpty)
    let (version, kept) = try await file.read { db in
      (try Int.fetchOne(db, sql: "PRAGMA user_version"), try Int.fetchOne(db, sql: "SELECT count(*) FROM entries"))
    }
    #expect(version == 99 && kept == entries)
  }

  @Test func `a folder of intents that is missing or empty starts nothing`() async throws {
    let program = try Program()
    let missing = try await program.run("chat", "--intents", "Nowhere", input: "hello\n")
    #expect(missing.code == 78)
    #expect(missing.errors.contains("Nowhere"))
    let empty = program.folder.appendingPathComponent("Empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
    let result = try await program.run("chat", "--intents", "Empty", input: "hello\n")
    #expect(result.code == 78)
    #expect(result.errors.contains("Empty"))
    #expect(missing.output.isEmpty && result.output.isEmpty)
  }
}

@Suite(.timeLimit(.minutes(2))) struct HostilePipeTests {
  @Test(arguments: [["chat"], ["chat", "--json"]])
  func `an input that ends at once is no failure`(arguments: [String]) async throws {
    let program = try Program()
    let running = try program.start(arguments + ["--as", "ana"])
    running.close()
    let result = await running.end()
    #expect(result.code == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
  }

  @Test func `a reader that goes away loses no line that it was told of`() async throws {
    let program = try Program()
    let lines = (1...40).map { Frames.say("c\($0)", "line number \($0)") }
    // The shell reads the beginning only; the program then writes into a pipe without a reader.
    let shell = program.process([])
    try program.write(([Frames.hello] + lines).map { $0 + "\n" }.joined(), to: "frames")
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = [
      "-c", #""$0" chat --as ana --json < frames 2> messages | head -n 12 > seen; echo ${PIPESTATUS[0]} > code"#,
      Program.executable.path,
    ]
    try await finish(shell)
    let seen = try Frames.all(try program.text(of: "seen"))
    let told = seen.filter { $0.type == "ack" }.compactMap(\.cid)
    #expect(!told.isEmpty && told.count < lines.count)
    #expect(try program.text(of: "code") == "74\n")
    #expect(try program.text(of: "messages").contains("the output cannot be written"))
    let log = try await program.run("chat", "--as", "ana", "--json", input: Frames.hello + "\n")
    let kept = try Frames.all(log.output).filter { $0.from == "customer" }.compactMap(\.text)
    #expect(kept == (1...kept.count).map { "line number \($0)" })
    #expect(kept.count >= told.count)
    // Sent again, everything arrives once.
    let again = try await program.run(
      "chat", "--as", "ana", "--json", input: ([Frames.hello] + lines).joined(separator: "\n") + "\n")
    let acknowledged = try Frames.all(again.output).filter { $0.type == "ack" }
    #expect(acknowledged.count == lines.count)
    #expect(acknowledged.count { $0.dup == true } == kept.count)
  }
}

extension Program {
  func text(of path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }
}

/// Returns when the process has ended, whatever its code.
func finish(_ process: Process) async throws {
  try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
    process.terminationHandler = { _ in continuation.resume() }
    do { try process.run() } catch { continuation.resume(throwing: error) }
  }
}
