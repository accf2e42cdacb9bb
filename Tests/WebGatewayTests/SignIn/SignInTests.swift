import Dialogue
import Foundation
import Gateways
import Runtime
import Storage
import Testing
import Vocabulary

@testable import Signatures
@testable import WebGateway

/// Customers whom the site knows, over real sockets.
@Suite(.timeLimit(.minutes(1))) struct SignInTests {
  private struct Given: Decodable {
    let ticket: String
    let expires_in: Int
  }

  private func serve(required: Bool = false, clock: any WallClock = FixedClock(Served.noon)) async throws -> Served {
    try await Served(clock: clock, tokens: SiteToken.reader) { $0.requiresSignIn = required }
  }

  private func ticket(_ served: Served, _ subject: String = "4711", name: String? = nil) async throws -> String {
    let answer = try await served.request(
      "/chat/ticket", method: "POST", fields: ["Authorization": "Bearer \(SiteToken.make(subject, name: name))"])
    try #require(answer.status == 200, "\(answer.body)")
    #expect(answer.headers["cache-control"] == "no-store")
    let given = try JSONDecoder().decode(Given.self, from: Data(answer.body.utf8))
    #expect(given.expires_in == 60)
    return given.ticket
  }

  private func snapshot(_ served: Served, _ thread: String?) async throws -> Snapshot {
    try await served.switchboard.look(at: .thread(ThreadID(thread ?? "")))
  }

  /// Whether a hello with these fields is closed, and with which code.
  private func closing(_ served: Served, _ fields: [String: String]) async throws -> Int? {
    let client = try await TalkClient(port: served.port)
    var frame: [String: Any] = fields
    frame["type"] = "hello"
    frame["v"] = 1
    try await client.send(frame)
    return try await client.closing()
  }

  @Test func `a token becomes a ticket, and a ticket opens the same thread on every device`() async throws {
    let served = try await serve()
    let (phone, first) = try await TalkClient.hello(
      port: served.port, ["ticket": try await ticket(served, name: "Ana Novak"), "device": "phone"])
    _ = try await phone.ask("c1", "hello from the phone")
    let (desktop, second) = try await TalkClient.hello(
      port: served.port, ["ticket": try await ticket(served), "device": "desktop"])
    #expect(second.thread == first.thread)
    #expect(try await desktop.entry(3).text == "hello from the phone")
    let customer = try await snapshot(served, first.thread).customer
    #expect(customer.verified && customer.name == "Ana Novak")
    #expect(customer.addresses == [.init(Address(.site, "4711"), verified: true)])
    let (_, stranger) = try await TalkClient.hello(port: served.port, ["ticket": try await ticket(served, "4712")])
    #expect(stranger.thread != first.thread)
    // Coming back needs no ticket.
    let (_, back) = try await TalkClient.hello(port: served.port, ["resume": try #require(second.resume)])
    #expect(back.thread == first.thread)
  }

  @Test func `a ticket counts once, and for a minute`() async throws {
    let clock = HandClock(Served.noon)
    let served = try await serve(clock: clock)
    let once = try await ticket(served)
    _ = try await TalkClient.hello(port: served.port, ["ticket": once])
    #expect(try await closing(served, ["ticket": once]) == 4401)
    let late = try await ticket(served)
    clock.advance(milliseconds: 60_000)
    #expect(try await closing(served, ["ticket": late]) == 4401)
    for wrong in ["x", String(repeating: "A", count: 43), SiteToken.make("4711")] {
      #expect(try await closing(served, ["ticket": wrong]) == 4401)
    }
  }

  @Test func `a wrong secret beside a ticket is refused, and does not use it up`() async throws {
    let served = try await serve()
    let good = try await ticket(served)
    #expect(try await closing(served, ["ticket": good, "resume": String(repeating: "A", count: 43)]) == 4401)
    _ = try await TalkClient.hello(port: served.port, ["ticket": good])
  }

  @Test func `a visitor who signs in keeps the conversation, and only with both proofs`() async throws {
    let served = try await serve()
    let (visitor, first) = try await TalkClient.hello(port: served.port)
    _ = try await visitor.ask("c1", "said before the sign-in")
    let resume = try #require(first.resume)
    // The ticket alone tells nothing of the visitor.
    let (_, alone) = try await TalkClient.hello(port: served.port, ["ticket": try await ticket(served, "4712")])
    #expect(alone.thread != first.thread)
    let (both, merged) = try await TalkClient.hello(
      port: served.port, ["ticket": try await ticket(served), "resume": resume], after: 0)
    #expect(merged.thread == first.thread)
    #expect(try await both.entry(3).text == "said before the sign-in")
    #expect(try await snapshot(served, merged.thread).customer.verified)
    // Who learnt the visitor's secret has nothing of the customer.
    #expect(try await visitor.closing() == 4401)
    #expect(try await closing(served, ["resume": resume]) == 4401)
  }

  @Test func `what a visitor said goes into the thread that the customer has, with the case`() async throws {
    let served = try await serve()
    let (before, known) = try await TalkClient.hello(port: served.port, ["ticket": try await ticket(served)])
    _ = try await before.ask("c1", "a year ago")
    let (visitor, first) = try await TalkClient.hello(port: served.port)
    _ = try await visitor.ask("c1", "my card is gone")
    try await visitor.send(["type": "human", "cid": "h1"])
    _ = try await visitor.await_("status")
    let code = try #require(try await snapshot(served, first.thread).openCase?.code)
    _ = try await served.switchboard.act("maja", on: code, .claim)
    let (both, merged) = try await TalkClient.hello(
      port: served.port, ["ticket": try await ticket(served), "resume": try #require(first.resume)], after: 5)
    #expect(merged.thread == known.thread)
    #expect(try await both.await_("status").floor == "agent")
    let texts = try await Self.texts(both, through: merged.last ?? 0)
    #expect(texts.filter { $0 == "a year ago" }.count == 1 && texts.filter { $0 == "my card is gone" }.count == 1)
    let own = try await snapshot(served, merged.thread)
    #expect(own.openCase?.agent == "maja" && own.openCase?.epoch == 2)
    #expect(own.openCase?.code != code)
    let left = try await snapshot(served, first.thread)
    #expect(left.openCase == nil && !left.customer.verified)
    #expect(left.recent.last?.text.contains(own.openCase?.code.rawValue ?? "no code") == true)
    // The agent goes on.
    let moved = try #require(own.openCase?.code)
    _ = try await served.switchboard.act("maja", on: moved, .say("Here I am."))
    while try await both.read().text != "Here I am." {}
  }

  /// The window of receipts is kept by the client itself.
  private static func texts(_ client: TalkClient, through last: Int) async throws -> [String] {
    _ = try await client.entry(last)
    return await client.entries.compactMap(\.text)
  }

  @Test func `the proof of one customer does not open the thread of another`() async throws {
    let served = try await serve()
    let (_, boris) = try await TalkClient.hello(port: served.port, ["ticket": try await ticket(served, "boris")])
    let (_, ana) = try await TalkClient.hello(
      port: served.port, ["ticket": try await ticket(served, "ana"), "resume": try #require(boris.resume)])
    #expect(ana.thread != boris.thread)
    #expect(try await snapshot(served, boris.thread).customer.addresses.map(\.address.key) == ["boris"])
    // His secret is still his.
    let (_, back) = try await TalkClient.hello(port: served.port, ["resume": try #require(boris.resume)])
    #expect(back.thread == boris.thread)
  }

  @Test func `signing in twice at once gives one thread`() async throws {
    let served = try await serve()
    let threads = try await withThrowingTaskGroup(of: String?.self) { group in
      for number in 1...12 {
        let ticket = try await ticket(served)
        let (_, visitor) = try await TalkClient.hello(port: served.port)
        let resume = number.isMultiple(of: 2) ? visitor.resume : nil
        group.addTask {
          let fields = ["ticket": ticket].merging(resume.map { ["resume": $0] } ?? [:]) { $1 }
          return try await TalkClient.hello(port: served.port, fields).1.thread
        }
      }
      var threads: Set<String?> = []
      for try await thread in group { threads.insert(thread) }
      return threads
    }
    let own = try await served.switchboard.look(at: .address(Address(.site, "4711"))).thread
    // Whoever came first may have brought a visitor's thread, which then is the customer's own.
    #expect(threads == [own.rawValue])
  }

  @Test func `signing out ends what a secret opens, here and for good`() async throws {
    let served = try await serve()
    let (phone, one) = try await TalkClient.hello(port: served.port, ["ticket": try await ticket(served)])
    let (desktop, two) = try await TalkClient.hello(port: served.port, ["ticket": try await ticket(served)])
    let resume = try #require(one.resume)
    let answer = try await served.request("/chat/logout", method: "POST", fields: ["Authorization": "Bearer \(resume)"])
    #expect(answer.status == 204)
    #expect(try await phone.closing() == 4401)
    #expect(try await closing(served, ["resume": resume]) == 4401)
    // Nobody learns whether a secret was one.
    let again = try await served.request("/chat/logout", method: "POST", fields: ["Authorization": "Bearer \(resume)"])
    #expect(again.status == 204)
    _ = try await desktop.ask("c1", "still here")
    // With the site's word all devices are signed out, and tickets that are on their way.
    let unused = try await ticket(served)
    let all = try await served.request(
      "/chat/logout", method: "POST", fields: ["Authorization": "Bearer \(SiteToken.make("4711"))"])
    #expect(all.status == 204)
    #expect(try await desktop.closing() == 4401)
    #expect(try await closing(served, ["resume": try #require(two.resume)]) == 4401)
    #expect(try await closing(served, ["ticket": unused]) == 4401)
  }

  @Test func `where a sign-in is required, nobody else talks on any channel`() async throws {
    let served = try await serve(required: true)
    #expect(try await closing(served, [:]) == 4401)
    let plain = try await SocketClient.open(port: served.port, frames: false)
    var last: SocketClient.Event?
    while let event = await plain.next(), event != .ended { last = event }
    #expect(last == .close(4401, "what hello shows opens nothing"))
    let rest = try await served.request(
      "/webhooks/rest/webhook", method: "POST", body: #"{"sender":"a","message":"hi"}"#)
    #expect(rest.status == 404)
    let directLine = "/v3/directline/conversations"
    let refused = try await served.request(directLine, method: "POST", fields: ["Authorization": "Bearer x"])
    #expect(refused.status == 403)
    let (_, welcome) = try await TalkClient.hello(port: served.port, ["ticket": try await ticket(served)])
    let begun = try await served.request(
      directLine, method: "POST", fields: ["Authorization": "Bearer \(SiteToken.make("4711"))"])
    #expect(begun.status == 201)
    let addresses = try await snapshot(served, welcome.thread).customer.addresses.map(\.address.channel)
    #expect(addresses == [.site, "directline"])
  }

  @Test func `a token that cannot be taken says why only where the site signed it`() async throws {
    let served = try await serve()
    func detail(_ token: String) async throws -> (Int, String) {
      let answer = try await served.request(
        "/chat/ticket", method: "POST", fields: ["Authorization": "Bearer \(token)"])
      #expect(answer.headers["www-authenticate"]?.hasPrefix("Bearer") == true)
      return (answer.status, answer.body)
    }
    let expired = try await detail(SiteToken.make("4711", expires: 1_000))
    #expect(expired.0 == 401 && expired.1.contains("expired"))
    let forged = try await detail(SiteToken.make("4711", secret: String(repeating: "x", count: 40)))
    #expect(forged.0 == 401 && !forged.1.contains("signature"))
    #expect(try await detail(TokenSamples.unsigned).0 == 401)
    let nobody = try await served.request("/chat/ticket", method: "POST")
    #expect(nobody.status == 401)
    let without = try await Served()
    let absent = try await without.request(
      "/chat/ticket", method: "POST", fields: ["Authorization": "Bearer \(SiteToken.make("4711"))"])
    #expect(absent.status == 404)
  }

  @Test func `only pages that may talk get tickets`() async throws {
    let served = try await serve()
    let fields = ["Authorization": "Bearer \(SiteToken.make("4711"))", "Origin": "https://evil.example"]
    #expect(try await served.request("/chat/ticket", method: "POST", fields: fields).status == 403)
    #expect(try await served.request("/chat/logout", method: "POST", fields: fields).status == 403)
  }
}

/// Tokens that a test's site signs.
enum SiteToken {
  static var reader: SiteTokens? {
    (try? SiteKey(.hs256, contents: Array(TokenSamples.secret.utf8))).map {
      SiteTokens(keys: [$0], audience: "branch-bank")
    }
  }

  static func make(
    _ subject: String, name: String? = nil, expires: Int = 4_000_000_000, secret: String = TokenSamples.secret
  ) -> String {
    let name = name.map { #","name":"\#($0)""# } ?? ""
    let claims = #"{"sub":"\#(subject)","aud":"branch-bank","exp":\#(expires)\#(name)}"#
    let signed = encoded(Array(#"{"alg":"HS256"}"#.utf8)) + "." + encoded(Array(claims.utf8))
    return signed + "." + encoded(SHA256.authenticate(Array(signed.utf8), key: Array(secret.utf8)))
  }

  private static func encoded(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
