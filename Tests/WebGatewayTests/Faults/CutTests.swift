import Dialogue
import Foundation
import NIOCore
import NIOPosix
import Testing
import Vocabulary

@testable import WebGateway

/// A connection that is cut at any byte: whoever comes back and sends again finds everything once.
@Suite(.timeLimit(.minutes(5))) struct CutTests {
  /// In `make soak`.
  private static let isLong = ProcessInfo.processInfo.environment["BATON_SOAK"] != nil

  /// Handshake, hello and a line, as one stream of bytes.
  private func stream(_ resume: String, _ cid: String) -> [UInt8] {
    let hello = #"{"type":"hello","v":1,"device":"phone","resume":"\#(resume)","after":0}"#
    let say = #"{"type":"say","cid":"\#(cid)","text":"line \#(cid)"}"#
    return Array(SocketClient.request().utf8) + SocketClient.frame(0x81, Array(hello.utf8))
      + SocketClient.frame(0x81, Array(say.utf8))
  }

  /// Sends so much of it, reads so much of what comes, and is gone.
  private func cut(_ served: Served, _ bytes: ArraySlice<UInt8>, after received: Int, abruptly: Bool) async throws {
    let done = served.loop.makePromise(of: Void.self)
    let channel = try await ClientBootstrap(group: served.loop)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Scissors(after: received, done: done))
        }
      }
      .connect(host: "127.0.0.1", port: served.port).get()
    if abruptly {
      try await (channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0)).get()
    }
    try? await channel.writeAndFlush(ByteBuffer(bytes: bytes))
    if received > 0 { try? await done.futureResult.get() } else { done.succeed() }
    try? await channel.close()
  }

  /// Comes back with the last secret that arrived, sends the line again, and looks at what is there.
  private func comeBack(_ served: Served, _ resume: String, _ cid: String) async throws {
    let (client, welcome) = try await TalkClient.hello(
      port: served.port, ["resume": resume, "device": "phone"], after: 0)
    let ack = try await client.ask(cid, "line \(cid)")
    #expect(ack.type == "ack")
    let entries = try await served.store.entries(
      of: ThreadID(welcome.thread ?? ""), after: 0, limit: 10_000, audience: .agents)
    #expect(entries.map(\.seq) == Array(1...entries.count))
    #expect(entries.count { $0.text == "line \(cid)" } == 1)
    #expect(entries.first { $0.text == "line \(cid)" }?.seq == ack.seq)
    await client.leave()
  }

  /// A thread with a secret that every cut presents again: the answers to the cut ones never arrived.
  private func thread(_ served: Served) async throws -> String {
    let (client, welcome) = try await TalkClient.hello(port: served.port, ["device": "phone"])
    await client.leave()
    return try #require(welcome.resume)
  }

  private func served() async throws -> Served {
    try await Served { settings in
      (settings.limits.burst, settings.limits.rate) = (1_000_000, 10_000_000)
      (settings.limits.addressBurst, settings.limits.addressRate) = (1_000_000, 10_000_000)
      (settings.limits.addressConnections, settings.limits.addressThreads) = (10_000, 1_000_000)
    }
  }

  @Test(arguments: [true, false])
  func `a cut at every byte of what the client sends`(abruptly: Bool) async throws {
    let served = try await served()
    for count in 0...stream(String(repeating: "a", count: 43), "c-000").count
    where count.isMultiple(of: abruptly || Self.isLong ? 1 : 5) {
      let (resume, cid) = (try await thread(served), "c-\(count + 1_000)")
      try await cut(served, stream(resume, cid).prefix(count), after: 0, abruptly: abruptly)
      try await comeBack(served, resume, cid)
    }
  }

  @Test func `a cut anywhere in what the server sends`() async throws {
    let served = try await served()
    for count in stride(from: 1, through: 1_200, by: Self.isLong ? 1 : 13) {
      let (resume, cid) = (try await thread(served), "c-\(count + 1_000)")
      try await cut(served, stream(resume, cid)[...], after: count, abruptly: count.isMultiple(of: 2))
      try await comeBack(served, resume, cid)
    }
  }

  @Test func `bytes that come one by one, and a line that comes three times, are one line`() async throws {
    let served = try await served()
    let (resume, cid) = (try await thread(served), "c-1")
    let bytes = stream(resume, cid)
    let again = SocketClient.frame(0x81, Array(#"{"type":"say","cid":"\#(cid)","text":"line \#(cid)"}"#.utf8))
    let client = try await SocketClient.connect(port: served.port)
    try await client.trickle(bytes)
    try await client.raw(again + again)
    // Its hello must have been heard first: of two connections of one device the later hello stays.
    var acks = 0
    while acks < 3, let event = await client.next() {
      if case .text(let text) = event, text.contains(#""type":"ack""#) { acks += 1 }
    }
    #expect(acks == 3)
    try await comeBack(served, resume, cid)
  }

  @Test func `the same connection half open and a new one do not disturb each other`() async throws {
    let served = try await served()
    let (old, welcome) = try await TalkClient.hello(port: served.port, ["device": "phone"])
    // From now on the old one neither reads nor ends, as behind a network that went away.
    try await old.socket.channel.setOption(.autoRead, value: false).get()
    let resume = try #require(welcome.resume)
    let (new, _) = try await TalkClient.hello(port: served.port, ["resume": resume, "device": "phone"], after: 2)
    for number in 1...20 { #expect(try await new.ask("c\(number)", "line \(number)").type == "ack") }
    #expect(await new.entries.compactMap(\.seq).first == 3)
  }
}

/// Closes when so many bytes have come.
private final class Scissors: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private var left: Int
  private let done: EventLoopPromise<Void>

  init(after count: Int, done: EventLoopPromise<Void>) { (left, self.done) = (count, done) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    left -= unwrapInboundIn(data).readableBytes
    if left <= 0 { done.succeed() }
  }

  func channelInactive(context: ChannelHandlerContext) { done.succeed() }
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
