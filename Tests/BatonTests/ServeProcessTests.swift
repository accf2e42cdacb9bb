import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// `baton serve` as its operator runs it; its customer polls.
@Suite(.timeLimit(.minutes(3))) struct ServeProcessTests {
  private struct Serving: Decodable {
    let type: String
    let port: Int
  }

  /// A server on a free port.
  private func serve(_ program: Program, _ more: [String] = []) async throws -> (running: Running, port: Int) {
    let running = try program.start(["serve", "--port", "0", "--json"] + more)
    guard await running.says("\n") else { throw Frames.Missing(what: "\(await running.end().errors)") }
    return (running, try JSONDecoder().decode(Serving.self, from: Data(running.output.utf8)).port)
  }

  private func poll(
    _ port: Int, _ frames: String..., session: String? = nil
  ) async throws -> (session: String, frames: [Frame], status: Int) {
    var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)/chat/poll?wait_ms=5000")))
    request.httpMethod = "POST"
    request.httpBody = Data(frames.map { $0 + "\n" }.joined().utf8)
    if let session { request.setValue(session, forHTTPHeaderField: "Baton-Session") }
    let (data, response) = try await URLSession.shared.data(for: request)
    let answer = try #require(response as? HTTPURLResponse)
    let session = answer.value(forHTTPHeaderField: "Baton-Session") ?? ""
    let text = String(decoding: data, as: UTF8.self)
    return (session, answer.statusCode == 200 ? try Frames.all(text) : [], answer.statusCode)
  }

  /// Polls until such a frame has come.
  private func until(
    _ port: Int, _ session: String, _ frames: String..., holds: (Frame) -> Bool
  ) async throws -> Frame {
    var came = try await poll(port, frames.joined(separator: "\n"), session: session).frames
    while true {
      if let found = came.first(where: holds) { return found }
      came = try await poll(port, session: session).frames
    }
  }

  @Test func `a customer over the network and an agent in a terminal share one store`() async throws {
    let program = try Program()
    let (server, port) = try await serve(program)
    let (session, first, _) = try await poll(port, Frames.hello)
    #expect(first.first?.type == "welcome")
    let ack = try await until(port, session, Frames.say("c1", "when are you open")) { $0.type == "ack" }
    #expect(ack.dup == false)
    let status = try await until(port, session, #"{"type":"human","cid":"h1"}"#) { $0.type == "status" }
    #expect(status.floor == "queue")
    let listed = try await program.run("desk", "list", "--json")
    struct Case: Decodable { let `case`: String }
    let code = try JSONDecoder().decode(Case.self, from: Data(listed.output.utf8)).case
    #expect(try await program.run("desk", "claim", code, "--as", "maja").code == 0)
    _ = try await until(port, session) { $0.floor == "agent" }
    #expect(try await program.run("desk", "say", code, "Good", "morning", "--as", "maja").code == 0)
    _ = try await until(port, session) { $0.text == "Good morning" }
    server.signal(SIGTERM)
    let end = await server.end()
    #expect(end.code == 0, "\(end.errors)")
    let logs = end.errors.split(separator: "\n")
    #expect(!logs.isEmpty)
    for line in logs { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    #expect(!end.errors.contains("when are you open"))
  }

  @Test func `what is said over the network is there for the next server`() async throws {
    let program = try Program()
    let (one, port) = try await serve(program)
    let (session, first, _) = try await poll(port, Frames.hello)
    let resume = try #require(first.first?.resume)
    _ = try await until(port, session, Frames.say("c1", "when are you open")) { $0.type == "ack" }
    one.signal(SIGKILL)
    _ = await one.end()
    let (two, again) = try await serve(program)
    let (_, back, _) = try await poll(again, #"{"type":"hello","v":1,"resume":"\#(resume)","after":2}"#)
    #expect(back.first?.type == "welcome" && (back.first?.last ?? 0) >= 4)
    two.signal(SIGTERM)
    #expect(await two.end().code == 0)
  }

  @Test func `settings come from a file, the environment does before it, an option before both`() async throws {
    let program = try Program()
    try program.write("port: 1\nlimits: { text: 5, burst: 9 }\n", to: "serve.yml")
    let (server, port) = try await serve(program, ["--config", "serve.yml", "--limit", "burst=7"])
    let (session, first, _) = try await poll(port, Frames.hello)
    #expect(first.first?.limits?["text"] == 5 && first.first?.limits?["burst"] == 7)
    let nack = try await until(port, session, Frames.say("c1", "too long")) { $0.type == "nack" }
    #expect(nack.code == "too_big")
    server.signal(SIGINT)
    #expect(await server.end().code == 0)
  }

  @Test(arguments: [
    ["--port", "70000"], ["--limit", "bust=3"], ["--limit", "text=100000"], ["--limit", "burst"],
    ["--config", "nowhere.yml"], ["--config", "wrong.yml"], ["--intents", "nowhere"],
  ])
  func `a setting that is wrong ends it with 78 and says what would be right`(options: [String]) async throws {
    let program = try Program()
    try program.write("prot: 1\n", to: "wrong.yml")
    let running = try program.start(["serve", "--port", "0"] + options)
    running.close()
    let end = await running.end()
    #expect(end.code == 78, "\(end.errors)")
    #expect(end.errors.hasPrefix("baton: ") || end.errors.contains("\nbaton: "))
  }

  @Test(arguments: [
    ("keys: []", "identity has 0 keys"), ("keys: [{ algorithm: none, file: k }]", "'none' is no algorithm"),
    ("keys: [{ algorithm: RS256, file: k }]", "'RS256' is no algorithm"),
    ("keys: [{ algorithm: HS256, file: nowhere }]", "nowhere cannot be read"),
    ("keys: [{ algorithm: HS256, file: short }]", "at least 32 bytes"),
    ("keys: [{ algorithm: ES256, file: short }]", "no public key in PEM"),
    ("keys: [{ algorithm: HS256, file: short, key: x }]", "no key 'key'"),
    ("issuer: x", "'identity.keys' is missing"),
  ])
  func `a sign-in that cannot work ends it with 78, before anybody comes`(setting: String, why: String) async throws {
    let program = try Program()
    try program.write("secret\n", to: "short")
    try program.write("identity: { audience: bank, \(setting) }\n", to: "serve.yml")
    let running = try program.start(["serve", "--port", "0", "--config", "serve.yml"])
    running.close()
    let end = await running.end()
    #expect(end.code == 78 && end.errors.contains(why), "\(end.errors)")
  }

  @Test func `TLS that is not built in ends it with 78 and names the way`() async throws {
    let program = try Program()
    try program.write("tls: { certificate: chain.pem, key: key.pem }\n", to: "serve.yml")
    let running = try program.start(["serve", "--port", "0", "--config", "serve.yml"])
    running.close()
    let end = await running.end()
    #expect(end.code == 78 && end.errors.contains("make release-tls"), "\(end.errors)")
  }

  @Test func `a port that is taken ends it with 69`() async throws {
    let program = try Program()
    let (server, port) = try await serve(program)
    let second = try program.start(["serve", "--port", "\(port)"])
    let end = await second.end()
    #expect(end.code == 69 && end.errors.contains("\(port)"))
    server.signal(SIGTERM)
    #expect(await server.end().code == 0)
  }
}
