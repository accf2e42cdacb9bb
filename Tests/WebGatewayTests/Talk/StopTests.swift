import NIOCore
import Testing

@testable import WebGateway

@Suite(.timeLimit(.minutes(1))) struct StopTests {
  @Test func `a server that stops says when to come back, then closes`() async throws {
    let served = try await Served()
    let (client, _) = try await TalkClient.hello(port: served.port)
    served.begin()
    #expect(try await client.closing() == 1012)
    let bye = await client.frames.last
    #expect(bye?.type == "bye" && bye?.code == "drain" && (bye?.retry ?? 0) > 0)
    await served.stop()
  }

  @Test func `a line that is being worked on is answered first`() async throws {
    let store = HeldStore()
    let served = try await Served(store: store)
    let (client, _) = try await TalkClient.hello(port: served.port)
    store.hold()
    try await client.say("c1", "do not lose me")
    await store.somebodyWaits()
    served.begin()
    store.letGo()
    #expect(try await client.answer(to: "c1").type == "ack")
    #expect(try await client.closing() == 1012)
  }

  @Test func `who never reads cannot keep it from stopping`() async throws {
    let served = try await Served { $0.drainMilliseconds = 300 }
    _ = try await SocketClient.connect(port: served.port)
    let silent = try await SocketClient.open(port: served.port)
    try await silent.channel.setOption(.autoRead, value: false).get()
    await served.stop()
    await #expect(throws: (any Error).self) { try await SocketClient.connect(port: served.port) }
  }
}
