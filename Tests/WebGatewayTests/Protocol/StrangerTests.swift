import Dialogue
import Foundation
import Runtime
import Storage
import Testing
import Vocabulary

@testable import WebGateway

/// Everybody against everything, over real sockets: what is not yours is, in every verb, as if it were not there.
@Suite(.timeLimit(.minutes(5))) struct StrangerTests {
  private typealias Answered = (status: Int, headers: [String: String], body: String)

  /// Somebody with a conversation on every channel, and all that opens it.
  private struct Resident {
    let resume: String
    let thread: ThreadID
    let session: String
    let conversation: String
    let secret: String
    let token: String
    let socket: TalkClient

    /// Whatever they hold that opens something.
    var credentials: [String] { [resume, session, secret, token] }
    /// Whatever names something of theirs.
    var names: [String] { [thread.rawValue, conversation, "\(conversation)|0000003"] }
  }

  private struct Grant: Decodable {
    let conversationId: String
    let token: String
    let streamUrl: String?
  }

  private func settle(_ served: Served, _ name: String) async throws -> Resident {
    let (socket, welcome) = try await TalkClient.hello(port: served.port, ["device": "\(name)-phone"])
    _ = try await socket.ask("c1", "the secret of \(name)")
    let poll = try await served.request(
      "/chat/poll?wait_ms=0", method: "POST", body: #"{"type":"hello","v":1,"device":"\#(name)-poll"}"#)
    let begun = try await served.request(
      "/v3/directline/conversations", method: "POST", fields: ["Authorization": "Bearer key of \(name)"])
    let grant = try JSONDecoder().decode(Grant.self, from: Data(begun.body.utf8))
    _ = try await served.request(
      "/v3/directline/conversations/\(grant.conversationId)/activities", method: "POST",
      fields: ["Authorization": "Bearer \(grant.token)"],
      body: #"{"type":"message","text":"the secret of \#(name)"}"#)
    return Resident(
      resume: try #require(welcome.resume), thread: ThreadID(try #require(welcome.thread)),
      session: try #require(poll.headers["baton-session"]), conversation: grant.conversationId,
      secret: "key of \(name)", token: grant.token, socket: socket)
  }

  /// Every verb that names a conversation of Direct Line.
  private static let directLineVerbs = [
    ("GET", "", ""), ("GET", "?watermark=2", ""), ("GET", "/activities", ""), ("GET", "/activities?watermark=1", ""),
    ("POST", "/activities", #"{"type":"message","text":"hi"}"#), ("POST", "/activities", #"{"type":"typing"}"#),
    ("POST", "/activities", "nothing"), ("POST", "/upload?userId=x", "file"),
  ]

  private func ask(
    _ served: Served, _ bearer: String?, _ verb: (String, String, String), _ id: String
  ) async throws -> Answered {
    try await served.request(
      "/v3/directline/conversations/" + id + verb.1, method: verb.0,
      fields: bearer.map { ["Authorization": "Bearer \($0)"] } ?? [:], body: verb.2)
  }

  @Test func `on Direct Line`() async throws {
    let served = try await Served()
    let (mine, other) = (try await settle(served, "me"), try await settle(served, "other"))
    // Nested names, and those of other things that are there.
    let ids = mine.names + ["\(other.conversation)%2F..%2F\(mine.conversation)", "%00", "\(mine.conversation)%20"]
    for id in ids {
      for verb in Self.directLineVerbs {
        for bearer in other.credentials + ["", "x", "x.y~99999999999", mine.thread.rawValue, mine.conversation] {
          let refused = try await ask(served, bearer, verb, id)
          let absent = try await ask(served, bearer, verb, "nobody")
          #expect(
            refused.status == absent.status && refused.body == absent.body && (400...499).contains(refused.status),
            "\(bearer) \(verb.0) \(id)\(verb.1): \(refused.status)")
        }
        #expect(try await ask(served, nil, verb, id).status == 403)
      }
    }
    // Nothing came of it, and the owner is served in every verb.
    for bearer in [mine.secret, mine.token] {
      let read = try await ask(served, bearer, ("GET", "/activities", ""), mine.conversation)
      #expect(read.status == 200 && read.body.contains("the secret of me") && !read.body.contains("\"hi\""))
      #expect(try await ask(served, bearer, ("GET", "", ""), mine.conversation).status == 200)
      #expect(try await ask(served, bearer, ("POST", "/upload", ""), mine.conversation).status == 415)
    }
  }

  @Test func `on streams of Direct Line`() async throws {
    let served = try await Served()
    let (mine, other) = (try await settle(served, "me"), try await settle(served, "other"))
    func stream(_ id: String, _ ticket: String) async throws -> SocketClient.Event? {
      let path = "/v3/directline/conversations/\(id)/stream?watermark=0&t=\(ticket)"
      let socket = try await SocketClient.open(port: served.port, path: path, frames: false)
      return await socket.next()
    }
    func ticket(_ one: Resident) async throws -> String {
      let back = try await ask(served, one.token, ("GET", "", ""), one.conversation)
      let url = try #require(try JSONDecoder().decode(Grant.self, from: Data(back.body.utf8)).streamUrl)
      return String(try #require(url.split(separator: "t=").last))
    }
    let refusal = SocketClient.Event.close(4401, "what hello shows opens nothing")
    for wrong in other.credentials + [try await ticket(other), "", String(repeating: "A", count: 43)] {
      #expect(try await stream(mine.conversation, Self.escaped(wrong)) == refusal)
      #expect(try await stream("nobody", Self.escaped(wrong)) == refusal)
    }
    let own = try await ticket(mine)
    guard case .text(let first) = try await stream(mine.conversation, own) else {
      Issue.record("the owner has no stream")
      return
    }
    #expect(first.contains(mine.conversation))
    // What stood in an address opens nothing again.
    #expect(try await stream(mine.conversation, own) == refusal)
  }

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
  }

  @Test func `on long polling`() async throws {
    let served = try await Served()
    let (mine, other) = (try await settle(served, "me"), try await settle(served, "other"))
    let frames = [
      "", #"{"type":"say","cid":"x","text":"hi"}"#, #"{"type":"human","cid":"x"}"#, #"{"type":"sync","after":0}"#,
      #"{"type":"end"}"#,
    ]
    let wrong = mine.names + [mine.resume, mine.token, mine.session + "A", String(mine.session.dropLast())]
    for session in wrong + [other.resume] {
      for frame in frames {
        let refused = try await served.request(
          "/chat/poll?wait_ms=0", method: "POST", fields: ["Baton-Session": session], body: frame)
        #expect(refused.status == 404 && !refused.body.contains(session), "\(session) \(frame)")
      }
    }
    let read = try await served.request(
      "/chat/poll?wait_ms=0", method: "POST", fields: ["Baton-Session": mine.session], body: frames[3])
    #expect(read.status == 200)
    #expect(try await served.store.entries(of: mine.thread, after: 0, limit: 99, audience: .agents).count == 4)
  }

  @Test func `on a WebSocket a frame reaches only the thread that hello opened`() async throws {
    let served = try await Served()
    let (mine, other) = (try await settle(served, "me"), try await settle(served, "other"))
    // A device's name, a cid and a thread's name are no credentials.
    let intruder = try await TalkClient(port: served.port)
    let hello: [String: Any] = [
      "type": "hello", "v": 1, "device": "me-phone", "thread": mine.thread.rawValue, "after": 1,
      "session": mine.session,
    ]
    try await intruder.send(hello)
    let welcome = try await intruder.await_("welcome")
    #expect(welcome.thread != mine.thread.rawValue)
    let said = try await intruder.ask("c1", "the secret of me")
    #expect(said.type == "ack" && said.dup == false)
    for extra in [["thread": mine.thread.rawValue], ["conversation": mine.conversation], ["case": "K7F3QX"]] {
      let own: [String: Any] = ["type": "sync", "after": 0, "limit": 1_000]
      try await intruder.send(own.merging(extra) { $1 })
      _ = try await intruder.await_("page")
      try await intruder.send(["type": "rate", "score": 1].merging(extra) { $1 })
      try await intruder.send(["type": "got", "seq": 9_999].merging(extra) { $1 })
      try await intruder.send(["type": "typing"].merging(extra) { $1 })
    }
    try await intruder.send(["type": "human", "cid": "h1", "thread": mine.thread.rawValue])
    _ = try await intruder.await_("status")
    // The owner's connection stands, and nothing has come into the thread.
    #expect(try await mine.socket.ask("c1", "the secret of me").dup == true)
    let snapshot = try await served.switchboard.look(at: .thread(mine.thread))
    #expect(snapshot.lastSeq == 4 && snapshot.openCase == nil)
    for wrong in mine.names + [mine.session, mine.token, mine.secret, other.session, ""] where !wrong.isEmpty {
      let client = try await TalkClient(port: served.port)
      try await client.send(["type": "hello", "v": 1, "resume": wrong])
      #expect(try await client.closing() == 4401, "\(wrong)")
    }
    for nested in [#"{"a":"\#(mine.resume)"}"#, #"["\#(mine.resume)"]"#] {
      let client = try await TalkClient(port: served.port)
      try await client.socket.send(#"{"type":"hello","v":1,"resume":\#(nested)}"#)
      #expect(try await client.closing() == 4400)
    }
  }

  @Test func `on Rasa's channel and at the sign-out`() async throws {
    let served = try await Served()
    let mine = try await settle(served, "me")
    for sender in mine.names + mine.credentials {
      let body = try JSONEncoder().encode(["sender": sender, "message": "hi"])
      let answer = try await served.request(
        "/webhooks/rest/webhook", method: "POST", body: String(decoding: body, as: UTF8.self))
      #expect(answer.status == 200 && !answer.body.contains("the secret of me"))
    }
    for bearer in mine.names + [mine.session, mine.token, mine.secret, String(repeating: "A", count: 43)] {
      _ = try await served.request("/chat/logout", method: "POST", fields: ["Authorization": "Bearer \(bearer)"])
    }
    #expect(try await mine.socket.ask("c1", "the secret of me").dup == true)
    let (_, back) = try await TalkClient.hello(port: served.port, ["resume": mine.resume])
    #expect(back.thread == mine.thread.rawValue)
  }

  @Test func `what was erased is for its owner as if it had never been`() async throws {
    let clock = HandClock(Served.noon)
    let served = try await Served(clock: clock)
    let mine = try await settle(served, "me")
    mine.socket.socket.close()
    clock.advance(milliseconds: 1_000)
    #expect(try await served.store.erase(before: clock.now(), limit: 100) > 0)
    let client = try await TalkClient(port: served.port)
    try await client.send(["type": "hello", "v": 1, "resume": mine.resume])
    #expect(try await client.closing() == 4401)
    for bearer in [mine.secret, mine.token] {
      for verb in Self.directLineVerbs {
        let gone = try await ask(served, bearer, verb, mine.conversation)
        let absent = try await ask(served, bearer, verb, "nobody")
        #expect(gone.status == 404 && gone.body == absent.body, "\(verb)")
      }
      let refreshed = try await served.request(
        "/v3/directline/tokens/refresh", method: "POST", fields: ["Authorization": "Bearer \(bearer)"])
      #expect([403, 404].contains(refreshed.status))
    }
  }
}
