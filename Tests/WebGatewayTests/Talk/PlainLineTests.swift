import Testing

@testable import WebGateway

@Suite(.timeLimit(.minutes(1))) struct PlainLineTests {
  private func line(_ client: SocketClient) async -> String? {
    while let event = await client.next() {
      if case .text(let text) = event { return text }
    }
    return nil
  }

  @Test func `without the subprotocol one talks in plain lines`() async throws {
    let served = try await Served()
    let client = try await SocketClient.open(port: served.port, frames: false)
    #expect(await line(client)?.hasPrefix("* ") == true)
    #expect(await line(client)?.hasPrefix("bot: ") == true)
    try await client.send("hello there")
    #expect(await line(client)?.hasPrefix("bot: ") == true)
    try await client.send("  ")
    try await client.send("a\u{0}b")
    #expect(await line(client)?.contains("not sent") == true)
    try await client.send(String(repeating: "a", count: 4_001))
    #expect(await line(client)?.contains("too long") == true)
  }
}
