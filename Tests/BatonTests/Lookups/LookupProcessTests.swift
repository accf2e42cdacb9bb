import Foundation
import Synchronization
import Testing

/// The program asks another program over a real socket.
@Suite(.timeLimit(.minutes(2))) struct LookupProcessTests {
  private func program(asking server: StubServer, within: String = "5s") throws -> Program {
    let program = try Program()
    try program.write(
      """
      settings: { name: Testbank, default_queue: front }
      queues:
        front: { title: Front desk }
      intents:
        order_state:
          utterances: ['where is my order [{order}]']
          needs: [order]
          lookup: shop
          answer: 'Order {{order}} is {{lookup.shop.state}}.'
          settled: assumed
      slots:
        order: { title: Order, type: regex, matches: '\\bA-\\d{5}\\b', ask: Which one? }
      lookups:
        shop: { url: '\(server.url)', sends: [order], gives: [state], within: \(within) }

      """, to: "Intents/front.yml")
    return program
  }

  private let question = "where is my order A-10001"

  @Test func `a pipe gets the answer before it ends`() async throws {
    let server = try StubServer { _, line in
      Thread.sleep(forTimeInterval: 0.1)
      line.answer(#"{"state":"sent"}"#)
    }
    let program = try program(asking: server)
    let result = try await program.run("chat", "--as", "ana", input: question + "\n")
    #expect(result.output.contains("bot: Order A-10001 is sent."), "\(result.output)\(result.errors)")
    #expect(result.code == 0)
    #expect(server.requests.count == 1)
    let frames = try await program.run(
      "chat", "--json", "--as", "bor", input: #"{"type":"say","cid":"1","text":"\#(question)"}"# + "\n")
    #expect(frames.output.contains("Order A-10001 is sent."), "\(frames.output)")
  }

  @Test(arguments: [#"{"state":{}}"#, #"{"status":"sent"}"#, "oops"])
  func `a useless answer brings a person`(body: String) async throws {
    let server = try StubServer { _, line in line.answer(body) }
    let result = try await program(asking: server).run("chat", "--as", "ana", input: question + "\n")
    #expect(result.output.contains("I could not look that up just now"), "\(result.output)")
    #expect(result.output.contains("Front desk"))
    #expect(!result.errors.contains("A-10001"))
  }

  @Test func `the time limit holds, and what was said meanwhile is heard`() async throws {
    let held = DispatchSemaphore(value: 0)
    let server = try StubServer { _, _ in held.wait() }
    let running = try program(asking: server, within: "1s").start(["chat", "--as", "ana"])
    running.send(question)
    running.send("ok")
    #expect(await running.says("One moment, I am looking that up."))
    #expect(await running.says("I could not look that up just now"))
    running.close()
    #expect(await running.end().code == 0)
    held.signal()
  }

  @Test func `no proxy of the environment hears what customers say`() async throws {
    let proxy = try StubServer { _, line in line.answer(#"{"state":"overheard"}"#) }
    let server = try StubServer { _, line in line.answer(#"{"state":"sent"}"#) }
    let process = try program(asking: server).process(["chat", "--as", "ana"])
    var environment = ProcessInfo.processInfo.environment
    for name in ["http_proxy", "all_proxy", "ALL_PROXY"] { environment[name] = "http://127.0.0.1:\(proxy.port)" }
    process.environment = environment
    let (input, output) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (input, output)
    try process.run()
    try input.fileHandleForWriting.write(contentsOf: Data((question + "\n").utf8))
    try input.fileHandleForWriting.close()
    let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    #expect(said.contains("Order A-10001 is sent."), "\(said)")
    #expect(proxy.requests.isEmpty)
  }

  @Test func `after kill -9 while it waits, the next start asks again with the same id and answers once`() async throws
  {
    let (asked, arrived) = AsyncStream<Void>.makeStream()
    let held = DispatchSemaphore(value: 0)
    let server = try StubServer { _, _ in
      arrived.yield()
      held.wait()
    }
    let program = try program(asking: server, within: "30s")
    // Its clock stands years ago, so that for the next process the time is over at once, however slow the machine is.
    let first = try program.start(["chat", "--as", "ana", "--now", "2020-01-01T09:00Z"])
    first.send(question)
    for await _ in asked { break }
    first.signal(SIGKILL)
    _ = await first.end()
    server.change { _, line in line.answer(#"{"state":"sent"}"#) }
    let second = try program.start(["chat", "--as", "ana"])
    #expect(await second.says("Order A-10001 is sent."))
    second.close()
    let output = await second.end().output
    held.signal()
    #expect(output.components(separatedBy: "Order A-10001 is sent.").count == 2)
    let ids = server.requests.map { $0.headers["webhook-id"] }
    #expect(Set(ids).count == 1)
    #expect(ids.count == 2)
  }
}
