import Dialogue
import Foundation
import Runtime
import Testing
import Vocabulary

@testable import Lookups

/// The client against real sockets, with everything that may go wrong on them.
@Suite(.timeLimit(.minutes(1))) struct HTTPLookupTests {
  private func ask(
    _ server: StubServer, gives: [String] = ["state"], secretFile: String? = nil, number: Int = 7
  ) async -> LookupOutcome {
    let client = HTTPLookupClient(folder: "/nowhere", clock: SystemClock())
    let request = LookupRequest(
      ticket: LookupTicket(lookup: "order_state", number: number), url: server.url,
      sends: [
        .init(name: "order", value: .pattern("A-10001")),
        .init(name: "price", value: .money(DecimalNumber("12.5") ?? DecimalNumber(0), currency: "EUR")),
        .init(name: "customer.name", value: nil),
      ], gives: gives, withinMilliseconds: 2_000, secretFile: secretFile)
    return await client.ask(request, of: "t_1")
  }

  @Test func `a flat object is an answer`() async throws {
    let server = try StubServer { _, line in line.answer(#"{"state":"sent","parcels":2,"late":false,"by":null}"#) }
    let outcome = await ask(server)
    #expect(
      outcome
        == .answered([
          "state": .text("sent"), "parcels": .number(DecimalNumber(2)), "late": .flag(false), "by": .nothing,
        ]))
  }

  @Test func `the question is a POST of JSON that names the lookup and what is sent`() async throws {
    let server = try StubServer { _, line in line.answer(#"{"state":"sent"}"#) }
    _ = await ask(server)
    let request = try #require(server.requests.first)
    #expect(request.line == "POST /lookup HTTP/1.1")
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.json["type"] as? String == "lookup.order_state")
    let data = try #require(request.json["data"] as? [String: Any])
    #expect(data["order"] as? String == "A-10001")
    #expect((data["price"] as? [String: String]) == ["amount": "12.50", "currency": "EUR"])
    #expect(data["customer.name"] is NSNull)
    #expect(request.headers["webhook-signature"] == nil)
  }

  @Test func `the signature is that of the body as it came, and a second try has the same id`() async throws {
    let server = try StubServer { _, line in line.answer(#"{"state":"sent"}"#) }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("key-\(UUID().uuidString)")
    try Data("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n".utf8).write(to: file)
    _ = await ask(server, secretFile: file.path)
    _ = await ask(server, secretFile: file.path)
    _ = await ask(server, secretFile: file.path, number: 8)
    let requests = server.requests
    #expect(requests.count == 3)
    for request in requests {
      let id = try #require(request.headers["webhook-id"])
      let seconds = try #require(request.headers["webhook-timestamp"].flatMap(Int64.init))
      let signature = try #require(WebhookSignature(secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
      #expect(request.headers["webhook-signature"] == signature.value(id: id, seconds: seconds, body: request.body))
    }
    let ids = requests.map { $0.headers["webhook-id"] }
    #expect(ids[0] == ids[1])
    #expect(ids[0] != ids[2])
  }

  @Test func `without its key nothing is sent`() async throws {
    let server = try StubServer { _, line in line.answer(#"{"state":"sent"}"#) }
    #expect(await ask(server, secretFile: "/nowhere/key") == .failed(.unsigned))
    #expect(server.requests.isEmpty)
  }

  @Test(arguments: ["500 Internal Server Error", "404 Not Found", "204 No Content", "429 Too Many Requests"])
  func `another status is a failure`(status: String) async throws {
    let server = try StubServer { _, line in line.answer("", status: status) }
    #expect(await ask(server) == .failed(status.hasPrefix("2") ? .malformed : .status))
  }

  @Test func `a redirection is not followed`() async throws {
    let other = try StubServer { _, line in line.answer(#"{"state":"stolen"}"#) }
    let server = try StubServer { [url = other.url] _, line in
      line.answer("", status: "307 Temporary Redirect", headers: "Location: \(url)\r\n")
    }
    #expect(await ask(server) == .failed(.status))
    #expect(other.requests.isEmpty)
  }

  @Test(arguments: [
    "", "sent", #"["sent"]"#, #"{"state":{"is":"sent"}}"#, #"{"state":["sent"]}"#, #"{"state":"sent""#, "\u{0}",
    #"{"state":"\#(String(repeating: "x", count: Limits.lookupTextScalars + 1))"}"#,
  ])
  func `what is no flat object is malformed`(body: String) async throws {
    let server = try StubServer { _, line in line.answer(body) }
    #expect(await ask(server) == .failed(.malformed))
  }

  @Test func `no more is read than the bound`() async throws {
    let server = try StubServer { _, line in
      line.send("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{\"state\":\"")
      for _ in 0..<2_000 { line.send(String(repeating: "x", count: 65_536)) }
    }
    #expect(await ask(server) == .failed(.tooLarge))
  }

  @Test func `a connection that ends in the middle is a failure`() async throws {
    let server = try StubServer { _, line in line.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"state\":") }
    #expect(await ask(server) == .failed(.unreachable))
    let silent = try StubServer { _, _ in }
    #expect(await ask(silent) == .failed(.unreachable))
  }

  @Test func `nobody there is a failure`() async throws {
    let request = LookupRequest(
      ticket: LookupTicket(lookup: "order_state", number: 1), url: "http://127.0.0.1:1/", sends: [], gives: [],
      withinMilliseconds: 1_000, secretFile: nil)
    let client = HTTPLookupClient(folder: "/nowhere", clock: SystemClock())
    #expect(await client.ask(request, of: "t_1") == .failed(.unreachable))
  }

  @Test func `a question that is cancelled comes back as late`() async throws {
    let (asked, arrived) = AsyncStream<Void>.makeStream()
    let held = DispatchSemaphore(value: 0)
    let server = try StubServer { _, _ in
      arrived.yield()
      held.wait()
    }
    let task = Task { await ask(server) }
    for await _ in asked { break }
    task.cancel()
    #expect(await task.value == .failed(.late))
    held.signal()
  }
}
