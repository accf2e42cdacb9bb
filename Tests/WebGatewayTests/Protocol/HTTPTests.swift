import Foundation
import Testing

@testable import WebGateway

@Suite(.timeLimit(.minutes(1))) struct HTTPTests {
  @Test func `the page and its files are served with a policy that runs nothing foreign`() async throws {
    let served = try await Served()
    let page = try await served.request("/")
    #expect(page.status == 200 && page.body.contains("widget.js"))
    #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
    #expect(!page.body.contains("<script>") && !page.body.contains("style="))
    for path in ["/widget.js", "/demo.css", "/favicon.ico", "/icon.svg"] {
      let file = try await served.request(path)
      #expect(file.status == 200 && file.headers["x-content-type-options"] == "nosniff", "\(path)")
      #expect(file.headers["etag"] != nil)
    }
  }

  @Test func `a file that the browser has is not sent again`() async throws {
    let served = try await Served()
    let client = try await SocketClient.connect(port: served.port)
    try await client.raw("GET /widget.js HTTP/1.1\r\nHost: a\r\n\r\n")
    guard case .head(200, let headers)? = await client.next(), let tag = headers["etag"] else {
      Issue.record("no file"); return
    }
    try await client.raw("GET /widget.js HTTP/1.1\r\nHost: a\r\nIf-None-Match: \(tag)\r\n\r\n")
    guard case .head(304, _)? = await client.next() else { Issue.record("sent again"); return }
  }

  @Test func `health and measures`() async throws {
    let served = try await Served()
    #expect(try await served.request("/livez").status == 200)
    #expect(try await served.request("/readyz").status == 200)
    let (client, _) = try await TalkClient.hello(port: served.port)
    _ = try await client.ask("c1", "hi")
    _ = try await client.ask("c1", "hi")
    _ = try await client.ask("c1", "ho")
    let measures = try await served.request("/metrics")
    for line in [
      "baton_talks 1", "baton_turns_total 1", "baton_acks_total{dup=\"true\"} 1",
      "baton_nacks_total{code=\"cid_conflict\"} 1", "baton_turn_seconds_count 2",
    ] {
      #expect(measures.body.split(separator: "\n").contains { $0 == line }, "\(line)")
    }
  }

  @Test(arguments: [
    ("/nothing", "GET", 404), ("/livez", "POST", 405), ("/widget.js", "DELETE", 405), ("/chat", "GET", 426),
  ])
  func `what cannot be is a problem document`(path: String, method: String, status: Int) async throws {
    let answer = try await Served().request(path, method: method)
    #expect(answer.status == status)
    #expect(answer.headers["content-type"] == "application/problem+json")
    let document = try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    #expect(document["status"] as? Int == status)
  }

  @Test(arguments: [
    ("NONSENSE\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\r\n", 400), ("GET / HTTP/2.0\r\nHost: a\r\n\r\n", 400),
    ("GET /\(String(repeating: "a", count: 5_000)) HTTP/1.1\r\nHost: a\r\n\r\n", 414),
    ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "a", count: 20_000))\r\n\r\n", 400),
    ("GET / HTTP/1.1\r\nHost: a\r\n\(String(repeating: "X: 1\r\n", count: 200))\r\n", 400),
    ("POST /livez HTTP/1.1\r\nHost: a\r\nContent-Length: 70000\r\n\r\n\(String(repeating: "a", count: 70_000))", 413),
  ])
  func `what is too large or no HTTP is refused`(request: String, status: Int) async throws {
    let client = try await SocketClient.connect(port: Served().port)
    try await client.raw(request)
    guard case .head(let found, _)? = await client.next() else { Issue.record("no answer"); return }
    #expect(found == status)
  }

  @Test func `a request for the head has no body`() async throws {
    let client = try await SocketClient.connect(port: Served().port)
    try await client.raw("HEAD /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    // The head promises three bytes that do not come, so that no whole answer is ever read.
    #expect(await client.next() == .ended)
  }
}
