import Testing

@testable import WebGateway

/// Every way in which the server ends a WebSocket.
@Suite(.timeLimit(.minutes(1))) struct CloseCodeTests {
  private func code(_ served: Served, sending bytes: [UInt8]) async throws -> Int? {
    let client = try await SocketClient.open(port: served.port)
    try await client.raw(bytes)
    while let event = await client.next() {
      if case .close(let code, _) = event { return code }
    }
    return nil
  }

  private static func text(_ text: String) -> [UInt8] { SocketClient.frame(0x81, Array(text.utf8)) }
  private static let hello = text(#"{"type":"hello","v":1}"#)

  @Test(
    arguments: [
      (text("[]"), 4400), (text("nonsense"), 4400), (text(#"{"v":1}"#), 4400),
      (text(#"{"type":"say","text":"no id"}"#), 4400), (text(#"{"type":"hello","v":2}"#), 4400),
      (text(#"{"type":"say","cid":"c","text":"hi"}"#), 4401), (text(#"{"type":"beat"}"#), 4401),
      (text(#"{"type":"hello","v":1,"resume":"x"}"#), 4401), (text(#"{"type":"hello","v":1,"ticket":"x"}"#), 4401),
      (hello + hello, 4400), (hello + text(#"{"type":"end"}"#), 1000),
      (SocketClient.frame(0x81, [UInt8](repeating: 0x20, count: 16_385)), 1009),
      (
        SocketClient.frame(0x01, [UInt8](repeating: 0x20, count: 16_000))
          + SocketClient.frame(0x80, [UInt8](repeating: 0x20, count: 385)), 1009
      ),
      (SocketClient.frame(0x81, [0xC3, 0x28]), 1007), (SocketClient.frame(0x81, [0xED, 0xA0, 0x80]), 1007),
      (SocketClient.frame(0x82, [1, 2, 3]), 1003), (SocketClient.frame(0x81, Array("{}".utf8), masked: false), 1002),
      (SocketClient.frame(0xC1, Array("{}".utf8)), 1002), (SocketClient.frame(0x83, []), 1002),
      (SocketClient.frame(0x8B, []), 1002), (SocketClient.frame(0x80, []), 1002),
      (SocketClient.frame(0x01, []) + SocketClient.frame(0x81, []), 1002),
      (SocketClient.frame(0x09, []), 1002), (SocketClient.frame(0x89, [UInt8](repeating: 0, count: 126)), 1002),
      (SocketClient.frame(0x88, [3]), 1002), (SocketClient.frame(0x88, [3, 0xED]), 1002),
      (SocketClient.frame(0x88, [3, 0xE8, 0xC3]), 1007), (SocketClient.frame(0x88, [0x0F, 0xA0]), 4000),
      (SocketClient.frame(0x88, []), nil),
    ] as [([UInt8], Int?)])
  func `each violation has its code`(bytes: [UInt8], wanted: Int?) async throws {
    #expect(try await code(Served(), sending: bytes) == wanted)
  }

  @Test func `who says no hello in time is closed with 4401`() async throws {
    let served = try await Served { $0.limits.helloMilliseconds = 100 }
    #expect(try await code(served, sending: []) == 4401)
  }

  @Test func `a named device that comes again takes the place of its older connection`() async throws {
    let served = try await Served()
    let (old, welcome) = try await TalkClient.hello(port: served.port, ["device": "phone"])
    let resume = try #require(welcome.resume)
    let (new, _) = try await TalkClient.hello(port: served.port, ["device": "phone", "resume": resume])
    #expect(try await old.closing() == 4409)
    #expect(await old.frames.last?.type == "bye")
    #expect(await old.frames.last?.code == "replaced")
    #expect(try await new.ask("c1", "here I am").type == "ack")
  }

  @Test func `who does not listen to refusals is closed with 4429`() async throws {
    let served = try await Served {
      $0.limits.burst = 1
      $0.limits.rate = 1
    }
    let (client, _) = try await TalkClient.hello(port: served.port)
    for number in 0..<8 { try await client.say("c\(number)", "hi") }
    #expect(try await client.closing() == 4429)
    let frames = await client.frames
    #expect(frames.last?.type == "bye" && frames.last?.code == "rate")
    #expect(frames.filter { $0.type == "nack" }.allSatisfy { $0.code == "rate" && ($0.retry ?? 0) > 0 })
  }

  @Test func `too many new conversations of one address are refused with 4429`() async throws {
    let served = try await Served { $0.limits.addressThreads = 1 }
    _ = try await TalkClient.hello(port: served.port)
    let second = try await TalkClient(port: served.port)
    try await second.send(["type": "hello", "v": 1])
    #expect(try await second.closing() == 4429)
  }

  @Test func `a ping is answered with its payload, also between the parts of a message`() async throws {
    let client = try await SocketClient.open(port: Served().port)
    let hello = Array(#"{"type":"hello","v":1}"#.utf8)
    try await client.raw(SocketClient.frame(0x01, Array(hello.prefix(5))) + SocketClient.frame(0x89, [7, 8]))
    #expect(await client.next() == .pong([7, 8]))
    try await client.raw(SocketClient.frame(0x80, Array(hello.dropFirst(5))))
    guard case .text(let welcome)? = await client.next() else { Issue.record("no welcome"); return }
    #expect(welcome.contains("welcome"))
  }
}
