import Dialogue
import Runtime
import Storage
import Testing
import Vocabulary

@testable import WebGateway

@Suite(.timeLimit(.minutes(1))) struct TalkTests {
  @Test func `a new thread begins with who it is`() async throws {
    let served = try await Served()
    let (client, welcome) = try await TalkClient.hello(port: served.port)
    #expect(welcome.floor == "bot" && welcome.last == 2)
    #expect(welcome.limits?["frame"] == 16_384 && welcome.limits?["burst"] == 60)
    #expect((welcome.resume ?? "").count == 43)
    #expect(try await client.entry(1).from == "system")
  }

  @Test func `a turn is acknowledged, then pushed, without a gap`() async throws {
    let served = try await Served()
    let (client, _) = try await TalkClient.hello(port: served.port)
    for number in 1...5 {
      let ack = try await client.ask("c\(number)", "line \(number)")
      #expect(ack.type == "ack" && ack.dup == false)
      #expect(try await client.entry(#require(ack.seq)).text == "line \(number)")
    }
    _ = try await client.entry(12)
    #expect(await client.entries.compactMap(\.seq) == Array(1...12))
  }

  @Test func `a line that is sent again is acknowledged as the same, another text is a conflict`() async throws {
    let served = try await Served()
    let (client, welcome) = try await TalkClient.hello(port: served.port)
    let first = try await client.ask("c1", "hello")
    let again = try await client.ask("c1", "hello")
    #expect(again.dup == true && again.seq == first.seq)
    let other = try await client.ask("c1", "something else")
    #expect(other.type == "nack" && other.code == "cid_conflict" && other.final == true)
    await client.leave()
    // Without a name for its device, the secret tells who sends again.
    let (back, _) = try await TalkClient.hello(port: served.port, ["resume": #require(welcome.resume)])
    #expect(try await back.ask("c1", "hello").dup == true)
  }

  @Test func `two devices of one customer see the same, and their ids do not clash`() async throws {
    let served = try await Served()
    let (phone, welcome) = try await TalkClient.hello(port: served.port, ["device": "phone"])
    _ = try await phone.ask("c1", "from the phone")
    let resume = try #require(welcome.resume)
    let (desktop, other) = try await TalkClient.hello(port: served.port, ["device": "desktop", "resume": resume])
    #expect(other.thread == welcome.thread)
    let ack = try await desktop.ask("c1", "from the desktop")
    #expect(ack.type == "ack" && ack.dup == false)
    let seq = try #require(ack.seq)
    #expect(try await phone.entry(seq + 1).from == "bot")
    _ = try await desktop.entry(seq + 1)
    let (one, two) = (await phone.entries.map(\.text), await desktop.entries.map(\.text))
    #expect(one == two)
    #expect(await phone.entries.compactMap(\.seq) == Array(1...(seq + 1)))
  }

  @Test func `a secret opens its thread, its successor ends it, and nothing else opens anything`() async throws {
    let served = try await Served()
    let (client, welcome) = try await TalkClient.hello(port: served.port)
    _ = try await client.ask("c1", "remember me")
    let first = try #require(welcome.resume)
    let (_, second) = try await TalkClient.hello(port: served.port, ["resume": first], after: 2)
    #expect(second.thread == welcome.thread)
    // The welcome may have been lost: the first one opens until the second is used.
    let (_, third) = try await TalkClient.hello(port: served.port, ["resume": first])
    #expect(third.thread == welcome.thread && third.resume != second.resume)
    _ = try await TalkClient.hello(port: served.port, ["resume": #require(second.resume)])
    for wrong in [first, String(first.reversed()), welcome.thread ?? "", "", "x"] where !wrong.isEmpty {
      let stranger = try await TalkClient(port: served.port)
      try await stranger.send(["type": "hello", "v": 1, "resume": wrong])
      #expect(try await stranger.closing() == 4401)
      #expect(await stranger.frames.map(\.code) == ["auth"])
    }
  }

  @Test func `hello with after gives what is missing, once`() async throws {
    let served = try await Served()
    let (client, welcome) = try await TalkClient.hello(port: served.port)
    for number in 1...3 { _ = try await client.ask("c\(number)", "line \(number)") }
    let (back, again) = try await TalkClient.hello(
      port: served.port, ["resume": #require(welcome.resume)], after: 4)
    #expect(again.last == 8)
    _ = try await back.entry(8)
    #expect(await back.entries.compactMap(\.seq) == [5, 6, 7, 8])
  }

  @Test func `pushing stops at 64 entries without a receipt and goes on with one`() async throws {
    let served = try await Served { $0.limits.burst = 1_000 }
    let client = try await TalkClient(port: served.port, receipts: false)
    _ = try await client.hello()
    for number in 1...50 { #expect(try await client.ask("c\(number)", "line").type == "ack") }
    try await client.send(["type": "beat"])
    #expect(try await client.await_("beat").last == 102)
    #expect(await client.entries.compactMap(\.seq) == Array(1...64))
    try await client.send(["type": "beat", "got": 64])
    _ = try await client.entry(102)
    #expect(await client.entries.compactMap(\.seq) == Array(1...102))
  }

  @Test func `what is asked for with sync stands outside of the window`() async throws {
    let served = try await Served { $0.limits.burst = 1_000 }
    let client = try await TalkClient(port: served.port, receipts: false)
    _ = try await client.hello()
    for number in 1...40 { _ = try await client.ask("c\(number)", "line") }
    try await client.send(["type": "sync", "after": 70, "limit": 5])
    let page = try await client.await_("page")
    #expect(page.to == 75 && page.more == true)
    try await client.send(["type": "sync", "after": 82])
    let empty = try await client.await_("page")
    #expect(empty.to == 82 && empty.more == false)
  }

  @Test func `asking for a person is never one too many, and the queue is told`() async throws {
    let served = try await Served {
      $0.limits.burst = 1
      $0.limits.rate = 1
      $0.limits.turns = 1
    }
    let (client, _) = try await TalkClient.hello(port: served.port)
    _ = try await client.ask("c1", "hi")
    #expect(try await client.ask("c2", "hi").code == "rate")
    try await client.send(["type": "human", "cid": "h1"])
    #expect(try await client.answer(to: "h1").type == "ack")
    let status = try await client.await_("status")
    #expect(status.floor == "queue" && status.position == 1 && status.queueCase?.count == 6)
  }

  @Test func `what an agent does elsewhere is seen at once`() async throws {
    let served = try await Served()
    let (client, _) = try await TalkClient.hello(port: served.port)
    try await client.send(["type": "human", "cid": "h1"])
    let code = CaseCode(try #require(try await client.await_("status").queueCase))
    _ = try await served.switchboard.act("maja", on: code, .claim)
    #expect(try await client.await_("status").floor == "agent")
    let said = try await served.switchboard.act("maja", on: code, .say("Good day, here is Maja."))
    let seq = try #require(said.entries.last?.seq)
    #expect(try await client.entry(seq).from == "agent")
  }

  @Test func `places in the queue are told when they change`() async throws {
    let served = try await Served()
    let (first, _) = try await TalkClient.hello(port: served.port)
    let (second, _) = try await TalkClient.hello(port: served.port)
    try await first.send(["type": "human", "cid": "h1"])
    let code = CaseCode(try #require(try await first.await_("status").queueCase))
    try await second.send(["type": "human", "cid": "h1"])
    #expect(try await second.await_("status").position == 2)
    _ = try await served.switchboard.act("maja", on: code, .claim)
    #expect(try await second.await_("status").position == 1)
  }

  @Test func `when too much is going on a line is refused politely, and nothing is lost`() async throws {
    let store = HeldStore()
    let served = try await Served(store: store) { $0.limits.turns = 1 }
    let (busy, _) = try await TalkClient.hello(port: served.port)
    let (other, _) = try await TalkClient.hello(port: served.port)
    store.hold()
    try await busy.say("c1", "the first")
    await store.somebodyWaits()
    let refusal = try await other.ask("c1", "one too many")
    #expect(refusal.code == "busy" && refusal.final == false && (refusal.retry ?? 0) > 0)
    store.letGo()
    #expect(try await busy.answer(to: "c1").type == "ack")
    #expect(try await other.ask("c1", "one too many").type == "ack")
  }

  @Test(arguments: [
    (#"{"type":"say","cid":"c","text":"a\u0000b"}"#, "bad"), (#"{"type":"say","cid":"c","text":"\ud800"}"#, "bad"),
    (#"{"type":"say","cid":"c","text":7}"#, "bad"), (#"{"type":"say","cid":"c","text":" "}"#, "bad"),
  ])
  func `a known frame with wrong fields is refused by its id`(frame: String, code: String) async throws {
    let served = try await Served()
    let (client, _) = try await TalkClient.hello(port: served.port)
    try await client.socket.send(frame)
    #expect(try await client.answer(to: "c").code == code)
    #expect(try await client.ask("d", "and it goes on").type == "ack")
  }

  @Test func `texts are counted in scalars and bounded as set`() async throws {
    let served = try await Served { $0.limits.frames.text = 10 }
    let (client, welcome) = try await TalkClient.hello(port: served.port)
    #expect(welcome.limits?["text"] == 10)
    #expect(try await client.ask("c1", String(repeating: "č", count: 10)).type == "ack")
    #expect(try await client.ask("c2", String(repeating: "č", count: 11)).code == "too_big")
  }

  @Test func `an unknown frame is ignored`() async throws {
    let served = try await Served()
    let (client, _) = try await TalkClient.hello(port: served.port)
    try await client.send(["type": "dance", "cid": "c1"])
    #expect(try await client.ask("c1", "hi").type == "ack")
  }
}
