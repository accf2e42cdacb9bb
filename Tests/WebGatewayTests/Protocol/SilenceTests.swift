import Testing

@testable import WebGateway

/// Who is silent and who is not, by the wall clock: among a thousand other tests a client's own signs of life come too late.
@Suite(.serialized, .timeLimit(.minutes(1))) struct SlowSilenceTests {
  @Test func `who gives no sign of life is closed with 4408, who does is not`() async throws {
    let served = try await Served { $0.limits.beatMilliseconds = 2_000 }
    let (silent, _) = try await TalkClient.hello(port: served.port)
    let (lively, welcome) = try await TalkClient.hello(port: served.port)
    #expect(welcome.beat == 2_000)
    async let code = silent.closing()
    // Longer than the silence that is borne.
    for _ in 0..<120 {
      try await lively.send(["type": "beat"])
      _ = try await lively.await_("beat")
      try await lively.socket.channel.eventLoop.scheduleTask(in: .milliseconds(50)) {}.futureResult.get()
    }
    #expect(try await code == 4408)
    #expect(try await lively.ask("c1", "still here").type == "ack")
  }

  @Test func `a plain client that answers pings stays, one that does not goes`() async throws {
    let served = try await Served { $0.limits.beatMilliseconds = 1_000 }
    let client = try await SocketClient.open(port: served.port, frames: false)
    for _ in 1...2 {
      while let event = await client.next(), event != .ping {}
      try await client.raw(SocketClient.frame(0x8A, []))
    }
    while let event = await client.next() {
      if case .close(let code, _) = event {
        #expect(code == 4408)
        return
      }
    }
    Issue.record("never closed")
  }
}
