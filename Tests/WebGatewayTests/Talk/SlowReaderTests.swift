import NIOCore
import Testing

@testable import WebGateway

@Suite(.timeLimit(.minutes(1))) struct SlowReaderTests {
  /// 40 pages of 200 KB are 8 MB; what the server holds of them is bounded by what one write may leave waiting.
  @Test func `who does not read is not read either, and loses nothing`() async throws {
    let served = try await Served { $0.limits.burst = 1_000 }
    let (writer, welcome) = try await TalkClient.hello(port: served.port)
    for number in 1...30 {
      _ = try await writer.ask("c\(number)", String(repeating: "long ", count: 700))
    }
    let reader = try await TalkClient(port: served.port, receipts: false)
    _ = try await reader.hello(["resume": try #require(welcome.resume)], after: 61)
    try await reader.socket.channel.setOption(.autoRead, value: false).get()
    let syncs = 40
    let sending = Task {
      for _ in 1...syncs { try await reader.send(["type": "sync", "after": 1, "limit": 60]) }
    }
    try await reader.socket.channel.eventLoop.scheduleTask(in: .milliseconds(300)) {}.futureResult.get()
    let pushed = try await served.request("/metrics").body
    #expect(pushed.contains("baton_talks"))
    try await reader.socket.channel.setOption(.autoRead, value: true).get()
    for _ in 1...syncs { #expect(try await reader.await_("page").to == 61) }
    try await sending.value
  }
}
