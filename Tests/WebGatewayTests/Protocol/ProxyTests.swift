import Testing

@testable import WebGateway

@Suite(.timeLimit(.minutes(1))) struct ProxyTests {
  private func status(_ served: Served, from address: String?) async throws -> Int {
    let client = try await SocketClient.connect(port: served.port)
    let fields: [String: String?] = ["X-Forwarded-For": address.map { "10.9.9.9, \($0)" }]
    try await client.raw(SocketClient.request(fields: fields))
    guard case .head(let status, _)? = await client.next() else { return 0 }
    return status
  }

  @Test func `behind a proxy each address is counted for itself`() async throws {
    let served = try await Served {
      $0.proxies = ["127.0.0.1"]
      $0.limits.addressConnections = 2
    }
    for _ in 1...2 { #expect(try await status(served, from: "10.0.0.1") == 101) }
    #expect(try await status(served, from: "10.0.0.1") == 503)
    #expect(try await status(served, from: "10.0.0.2") == 101)
  }

  @Test func `nobody else is believed`() async throws {
    let served = try await Served { $0.limits.addressConnections = 2 }
    for address in ["10.0.0.1", "10.0.0.2"] { #expect(try await status(served, from: address) == 101) }
    #expect(try await status(served, from: "10.0.0.3") == 503)
  }
}
