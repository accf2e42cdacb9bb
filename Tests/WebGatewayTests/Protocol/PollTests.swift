import Dialogue
import Foundation
import Testing
import Vocabulary

@testable import WebGateway

@Suite(.timeLimit(.minutes(1))) struct PollTests {
  private struct Polled {
    let status: Int
    let session: String?
    let close: String?
    let frames: [TalkClient.Frame]
  }

  private func poll(
    _ served: Served, _ frames: [String] = [], session: String? = nil, wait: Int = 20_000
  ) async throws -> Polled {
    let answer = try await served.request(
      "/chat/poll?wait_ms=\(wait)", method: "POST", fields: session.map { ["Baton-Session": $0] } ?? [:],
      body: frames.map { $0 + "\n" }.joined())
    let lines = answer.status == 200 ? answer.body.split(separator: "\n") : []
    return Polled(
      status: answer.status, session: answer.headers["baton-session"], close: answer.headers["baton-close"],
      frames: try lines.map { try JSONDecoder().decode(TalkClient.Frame.self, from: Data($0.utf8)) })
  }

  private static let hello = #"{"type":"hello","v":1}"#

  /// Polls until a frame of the type has come.
  private func until(
    _ type: String, _ served: Served, _ session: String, _ frames: [String] = []
  ) async throws -> [TalkClient.Frame] {
    var found = try await poll(served, frames, session: session).frames
    while !found.contains(where: { $0.type == type }) { found += try await poll(served, session: session).frames }
    return found
  }

  @Test func `frames go both ways without a WebSocket`() async throws {
    let served = try await Served()
    let first = try await poll(served, [Self.hello])
    #expect(first.frames.first?.type == "welcome")
    let session = try #require(first.session)
    let answered = try await until("ack", served, session, [#"{"type":"say","cid":"c1","text":"hi"}"#])
    #expect(answered.first { $0.type == "ack" }?.dup == false)
    let again = try await until("ack", served, session, [#"{"type":"say","cid":"c1","text":"hi"}"#])
    #expect(again.first { $0.type == "ack" }?.dup == true)
  }

  @Test func `with nothing to say the answer waits until there is something`() async throws {
    let served = try await Served()
    let first = try await poll(served, [Self.hello])
    let session = try #require(first.session)
    _ = try await until("status", served, session, [#"{"type":"human","cid":"h1"}"#])
    let waiting = Task { try await until("status", served, session) }
    let thread = ThreadID(try #require(first.frames.first?.thread))
    let code = try #require(try await served.switchboard.look(at: .thread(thread)).openCase?.code)
    _ = try await served.switchboard.act("maja", on: code, .claim)
    #expect(try await waiting.value.last { $0.type == "status" }?.floor == "agent")
  }

  @Test func `an end has its code, and afterwards the session is unknown`() async throws {
    let served = try await Served()
    let bad = try await poll(served, ["nonsense"])
    #expect(bad.close == "4400")
    #expect(try await poll(served, session: bad.session).status == 404)
    #expect(try await poll(served, [#"{"type":"beat"}"#]).close == "4401")
    #expect(
      try await poll(served, [String(repeating: " ", count: 3) + String(repeating: "x", count: 16_400)]).close == "1009"
    )
    #expect(try await poll(served, session: "somebody-else").status == 404)
  }

  @Test func `the secret of a poll opens the thread over a WebSocket too`() async throws {
    let served = try await Served()
    let welcome = try #require(try await poll(served, [Self.hello]).frames.first)
    let (_, again) = try await TalkClient.hello(port: served.port, ["resume": #require(welcome.resume)])
    #expect(again.thread == welcome.thread)
  }

  @Test func `a page of a foreign origin may not poll`() async throws {
    let served = try await Served { $0.origins = ["https://bank.example"] }
    for (origin, status) in [("https://bank.example", 200), ("https://evil.example", 403)] {
      let answer = try await served.request(
        "/chat/poll?wait_ms=0", method: "POST", fields: ["Origin": origin], body: Self.hello)
      #expect(answer.status == status, "\(origin)")
      let leave = try await served.request("/chat/poll", method: "OPTIONS", fields: ["Origin": origin])
      #expect(leave.status == (status == 200 ? 204 : 403))
      #expect((leave.headers["access-control-allow-origin"] == origin) == (status == 200))
    }
  }
}

@Suite(.timeLimit(.minutes(1))) struct RasaRESTTests {
  private struct Said: Decodable {
    let recipient: String
    let text: String
    private enum CodingKeys: String, CodingKey {
      case recipient = "recipient_id"
      case text
    }
  }

  private func say(_ served: Served, _ text: String, as sender: String = "ana") async throws -> [Said] {
    let body = try JSONSerialization.data(withJSONObject: ["sender": sender, "message": text])
    let answer = try await served.request(
      "/webhooks/rest/webhook", method: "POST", body: String(decoding: body, as: UTF8.self))
    #expect(answer.status == 200, "\(answer.body)")
    return try JSONDecoder().decode([Said].self, from: Data(answer.body.utf8))
  }

  @Test func `a line is answered in the answer, the first one with who it is`() async throws {
    let served = try await Served()
    let first = try await say(served, "hello there")
    #expect(first.count == 3 && first.allSatisfy { $0.recipient == "ana" })
    #expect(try await say(served, "and again").count == 1)
    #expect(try await say(served, "somebody else", as: "boris").count == 3)
  }

  @Test func `what an agent says comes with the next line`() async throws {
    let served = try await Served()
    _ = try await say(served, "human")
    let address = Address(RasaREST.channel, "ana")
    let code = try #require(try await served.switchboard.look(at: .address(address)).openCase?.code)
    _ = try await served.switchboard.act("maja", on: code, .claim)
    _ = try await served.switchboard.act("maja", on: code, .say("Good day, here is Maja."))
    #expect(try await say(served, "are you there?").map(\.text).contains("Good day, here is Maja."))
    #expect(try await say(served, "and now?").map(\.text).contains("Good day, here is Maja.") == false)
  }

  @Test func `what is no line is a problem`() async throws {
    let served = try await Served()
    for (body, status) in [
      ("nonsense", 400), (#"{"sender":"","message":"hi"}"#, 400), (#"{"sender":"a","message":"a\u0000b"}"#, 400),
      (#"{"sender":"a","message":"\#(String(repeating: "x", count: 4_001))"}"#, 413),
    ] {
      let answer = try await served.request("/webhooks/rest/webhook", method: "POST", body: body)
      #expect(answer.status == status, "\(body.prefix(40))")
    }
    #expect(try await served.request("/webhooks/rest/").body == #"{"status":"ok"}"#)
    let closed = try await Served { $0.servesREST = false }
    let refused = try await closed.request(
      "/webhooks/rest/webhook", method: "POST", body: #"{"sender":"a","message":"hi"}"#)
    #expect(refused.status == 404)
  }

  @Test func `a stream has one object a line`() async throws {
    let served = try await Served()
    let answer = try await served.request(
      "/webhooks/rest/webhook?stream=true", method: "POST", body: #"{"sender":"a","message":"hi"}"#)
    #expect(answer.body.split(separator: "\n").count == 3)
  }
}

struct OpenAPITests {
  @Test func `the description names every path and method, and no other`() async throws {
    let served = try await Served()
    let text = try await served.request("/openapi.json").body
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["openapi"] as? String == "3.1.0")
    let paths = try #require(document["paths"] as? [String: [String: Any]])
    let described = paths.mapValues { $0.keys.map { $0.uppercased() }.sorted() }
    #expect(described == served.routes.described)
    // Every reference leads somewhere.
    for reference in text.matches(of: /"#\/components\/(\w+)\/(\w+)"/) {
      let components = document["components"] as? [String: [String: Any]]
      #expect(components?[String(reference.output.1)]?[String(reference.output.2)] != nil)
    }
  }
}
