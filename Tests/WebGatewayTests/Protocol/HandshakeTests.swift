import Testing

@testable import WebGateway

@Suite(.timeLimit(.minutes(1))) struct HandshakeTests {
  private func head(_ served: Served, _ request: String) async throws -> (status: Int, headers: [String: String]) {
    let client = try await SocketClient.connect(port: served.port)
    try await client.raw(request)
    guard case .head(let status, let headers)? = await client.next() else {
      throw SocketClient.Missing(what: "an answer")
    }
    return (status, headers)
  }

  @Test func `a handshake is answered as RFC 6455 wants it`() async throws {
    let (status, headers) = try await head(Served(), SocketClient.request())
    #expect(status == 101)
    #expect(headers["sec-websocket-accept"] == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    #expect(headers["sec-websocket-protocol"] == "baton.v1")
    #expect(headers["upgrade"] == "websocket")
  }

  @Test func `of several subprotocols ours is chosen, and none where none is asked for`() async throws {
    let served = try await Served()
    let several = try await head(
      served, SocketClient.request(fields: ["Sec-WebSocket-Protocol": "chat.v9, baton.v1"]))
    #expect(several.headers["sec-websocket-protocol"] == "baton.v1")
    let none = try await head(served, SocketClient.request(fields: ["Sec-WebSocket-Protocol": nil as String?]))
    #expect(none.status == 101 && none.headers["sec-websocket-protocol"] == nil)
  }

  @Test(
    arguments: [
      (["Sec-WebSocket-Version": "8"], 426), (["Sec-WebSocket-Key": nil], 400), (["Sec-WebSocket-Key": "short"], 400),
      (["Connection": "keep-alive"], 400), (["Sec-WebSocket-Protocol": "other.v1"], 400),
      (["Sec-WebSocket-Version": nil], 426), (["Host": nil], 400),
    ] as [([String: String?], Int)])
  func `a handshake that is none is refused`(fields: [String: String?], status: Int) async throws {
    #expect(try await head(Served(), SocketClient.request(fields: fields)).status == status)
  }

  @Test func `nobody can switch elsewhere or by another method`() async throws {
    let served = try await Served()
    #expect(try await head(served, SocketClient.request("/nowhere")).status == 404)
    #expect(try await head(served, SocketClient.request(method: "POST")).status == 400)
  }

  @Test func `a connection that was used for requests before can become a WebSocket`() async throws {
    let client = try await SocketClient.connect(port: Served().port)
    for _ in 1...2 {
      try await client.raw("GET /livez HTTP/1.1\r\nHost: a\r\n\r\n")
      guard case .head(200, _)? = await client.next() else { Issue.record("no answer"); return }
    }
    try await client.raw(SocketClient.request())
    guard case .head(101, _)? = await client.next() else { Issue.record("no switch"); return }
  }

  @Test func `what is sent right behind the handshake is taken`() async throws {
    let client = try await SocketClient.connect(port: Served().port)
    let hello = SocketClient.frame(0x81, Array(#"{"type":"hello","v":1}"#.utf8))
    try await client.raw(Array(SocketClient.request().utf8) + hello)
    guard case .head(101, _)? = await client.next() else { Issue.record("no switch"); return }
    guard case .text(let welcome)? = await client.next() else { Issue.record("no welcome"); return }
    #expect(welcome.contains("welcome"))
  }

  @Test(arguments: [
    ("http://127.0.0.1:1234", "127.0.0.1:1234", true), ("https://bank.example", "127.0.0.1", true),
    ("https://BANK.example:443/", "127.0.0.1", true), ("https://evil.example", "127.0.0.1", false),
    ("null", "127.0.0.1", false), ("https://bank.example.evil.example", "127.0.0.1", false),
    ("http://bank.example", "127.0.0.1", false), ("", "127.0.0.1", false),
  ])
  func `only pages of listed origins and of this server may talk`(
    origin: String, host: String, isAllowed: Bool
  ) async throws {
    let served = try await Served { $0.origins = ["https://bank.example"] }
    let plain: [String: String?] = ["Origin": origin, "Sec-WebSocket-Protocol": nil]
    #expect(
      try await head(served, SocketClient.request(host: host, fields: plain)).status == (isAllowed ? 101 : 403))
    let client = try await SocketClient.connect(port: served.port)
    try await client.raw(SocketClient.request(host: host, fields: ["Origin": origin]))
    guard case .head(101, _)? = await client.next() else { Issue.record("no switch"); return }
    try await client.send(#"{"type":"hello","v":1}"#)
    switch await client.next() {
    case .text: #expect(isAllowed)
    case .close(let code, _): #expect(!isAllowed && code == 4403)
    default: Issue.record("no answer")
    }
  }

  @Test func `connections of one address are counted, and room is made when one goes`() async throws {
    let served = try await Served { $0.limits.addressConnections = 2 }
    let first = try await SocketClient.open(port: served.port)
    _ = try await SocketClient.open(port: served.port)
    let third = try await SocketClient.connect(port: served.port)
    guard case .head(503, let headers)? = await third.next() else { Issue.record("let in"); return }
    #expect(headers["retry-after"] != nil)
    first.close()
    while true {
      let again = try await SocketClient.connect(port: served.port)
      try await again.raw(SocketClient.request())
      if case .head(101, _)? = await again.next() { break }
    }
  }
}
