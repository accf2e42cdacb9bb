import Dialogue
import Foundation
import Runtime
import Testing
import Vocabulary

@testable import WebGateway

/// Who is writing is told both ways, to those who talk to each other, and no more often than is of use.
@Suite(.timeLimit(.minutes(1))) struct TypingTests {
  private func claimed(_ served: Served) async throws -> (client: TalkClient, thread: ThreadID) {
    let (client, welcome) = try await TalkClient.hello(port: served.port)
    try await client.send(["type": "human", "cid": "h1"])
    _ = try await client.await_("status")
    let thread = ThreadID(try #require(welcome.thread))
    let code = try #require(try await served.switchboard.look(at: .thread(thread)).openCase?.code)
    _ = try await served.switchboard.act("maja", on: code, .claim)
    while try await client.await_("status").floor != "agent" {}
    return (client, thread)
  }

  @Test func `the customer sees that the agent who has the floor is writing`() async throws {
    let served = try await Served()
    let (client, thread) = try await claimed(served)
    served.typing.note(.agent("leo"), in: thread)
    served.typing.note(.agent("maja"), in: "somewhere-else")
    served.typing.note(.agent("maja"), in: thread)
    #expect(try await client.await_("typing").from == "agent")
    // Nobody else's was told.
    #expect(try await client.ask("c1", "hello").type == "ack")
    #expect(await client.frames.filter { $0.type == "typing" }.count == 1)
  }

  @Test func `agents see that a customer is writing while one of them has the floor`() async throws {
    let served = try await Served()
    var heard = served.typing.typing().makeAsyncIterator()
    let (waiting, _) = try await TalkClient.hello(port: served.port)
    try await waiting.send(["type": "typing"])
    _ = try await waiting.ask("c1", "the bot does not care")
    let (client, thread) = try await claimed(served)
    let start = ContinuousClock.now
    for _ in 1...50 { try await client.send(["type": "typing"]) }
    _ = try await client.ask("c1", "done")
    let seconds = Int((ContinuousClock.now - start).components.seconds)
    served.typing.note(.agent("maja"), in: thread)
    var count = 0
    while let typing = await heard.next(), typing.typist == .customer {
      #expect(typing.thread == thread)
      count += 1
    }
    // Fifty in a row are one, or one in two seconds where the machine is slow.
    #expect((1...(1 + (seconds + 1) / 2)).contains(count))
  }

  @Test func `before hello nobody types`() async throws {
    let served = try await Served()
    let client = try await TalkClient(port: served.port)
    try await client.send(["type": "typing"])
    #expect(try await client.closing() == 4401)
  }

  @Test func `one is told on once in two seconds, and very many are not`() async {
    let hub = TypingHub()
    var heard = hub.typing().makeAsyncIterator()
    let start = ContinuousClock.now
    for step in 0..<40 { hub.note(.customer, in: "t", now: start + .milliseconds(step * 100)) }
    for number in 0..<5_000 { hub.note(.customer, in: ThreadID("t\(number)"), now: start + .seconds(10)) }
    hub.note(.agent("maja"), in: "last", now: start + .seconds(20))
    var threads: [ThreadID] = []
    while let typing = await heard.next() {
      threads.append(typing.thread)
      if typing.thread == "last" { break }
    }
    #expect(threads.count <= 256)
    #expect(threads.filter { $0 == "t" }.count <= 2)
  }

  @Test func `a stream of Direct Line tells it too`() async throws {
    let served = try await Served()
    struct Grant: Decodable {
      let conversationId: String
      let streamUrl: String
    }
    let begun = try await served.request(
      "/v3/directline/conversations", method: "POST", fields: ["Authorization": "Bearer x"])
    let grant = try JSONDecoder().decode(Grant.self, from: Data(begun.body.utf8))
    let path = "/v3/" + (grant.streamUrl.components(separatedBy: "/v3/").last ?? "")
    let socket = try await SocketClient.open(port: served.port, path: path, frames: false)
    guard case .text = await socket.next(), case .text = await socket.next() else {
      Issue.record("the conversation has no beginning")
      return
    }
    let address = Address(DirectLine.channel, grant.conversationId)
    _ = try await served.switchboard.receive(Inbound(.askedForPerson, from: address))
    let snapshot = try await served.switchboard.look(at: .address(address))
    _ = try await served.switchboard.act("maja", on: try #require(snapshot.openCase?.code), .claim)
    // The stream knows who has the floor when it has brought that.
    while case .text(let text)? = await socket.next(), !text.contains("maja") {}
    let noting = Task {
      while !Task.isCancelled {
        served.typing.note(.agent("maja"), in: snapshot.thread)
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
    guard case .text(let typing)? = await socket.next() else {
      Issue.record("nothing came")
      return
    }
    noting.cancel()
    #expect(typing.contains(#""type":"typing""#) && typing.contains(#""id":"agent-maja""#))
  }
}
