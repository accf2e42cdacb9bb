import Chances
import Foundation
import Testing
import Vocabulary

@testable import WebGateway

/// Customers behind a network that delays, tears and breaks: whoever comes back finds everything once and in order.
@Suite(.timeLimit(.minutes(10))) struct DelayTests {
  /// In `make soak`.
  private static let isLong = ProcessInfo.processInfo.environment["BATON_SOAK"] != nil
  private static let customers = isLong ? 60 : 6
  private static let lines = isLong ? 60 : 12

  @Test func `a network that breaks at any moment loses nothing and doubles nothing`() async throws {
    let served = try await Served { settings in
      (settings.limits.burst, settings.limits.rate) = (1_000_000, 10_000_000)
      (settings.limits.addressBurst, settings.limits.addressRate) = (1_000_000, 10_000_000)
      (settings.limits.addressConnections, settings.limits.addressThreads) = (10_000, 1_000_000)
    }
    let proxy = try await DelayingProxy(to: served.port, seed: 0xDE1A)
    defer { proxy.stop() }
    try await withThrowingTaskGroup { group in
      for number in 0..<Self.customers {
        group.addTask {
          var talk = RoughTalk(seed: UInt64(number), proxy: proxy.port)
          try await talk.run(lines: Self.lines, served)
        }
      }
      try await group.waitForAll()
    }
    #expect(proxy.breaks >= Self.customers * Self.lines / 8)
    if Self.isLong { print("Breaks: \(proxy.breaks), of \(Self.customers) customers with \(Self.lines) lines each.") }
  }
}

/// A customer whose connection breaks again and again.
private struct RoughTalk {
  private var chance: SplitMix
  private let proxy: Int
  private let device: String
  private var client: TalkClient?
  private var resume: String?
  private var thread = ""
  /// All up to there has arrived.
  private var seen = 0

  init(seed: UInt64, proxy: Int) {
    (chance, self.proxy, device) = (SplitMix(seed: seed), proxy, "phone-\(seed)")
  }

  mutating func run(lines: Int, _ served: Served) async throws {
    for number in 1...lines {
      let ack = try await acknowledged("c\(number)", "line \(number)")
      #expect(ack.type == "ack")
    }
    await client?.leave()
    try await look(at: served, lines)
  }

  /// Says it until it is acknowledged, now and then once more than is needed.
  private mutating func acknowledged(_ cid: String, _ text: String) async throws -> TalkClient.Frame {
    while true {
      do {
        let client = try await connected()
        if chance.next() % 4 == 0 { try await client.say(cid, text) }
        let ack = try await client.ask(cid, text)
        try await take(from: client)
        return ack
      } catch is TalkClient.Closed {
        try await lose()
      } catch is SocketClient.Missing {
        try await lose()
      }
    }
  }

  private mutating func connected() async throws -> TalkClient {
    if let client { return client }
    let client = try await TalkClient(port: proxy)
    self.client = client
    let fields = resume.map { ["resume": $0, "device": device] } ?? ["device": device]
    let welcome = try await client.hello(fields, after: resume == nil ? nil : seen)
    resume = welcome.resume ?? resume
    thread = welcome.thread ?? thread
    return client
  }

  private mutating func lose() async throws {
    if let client { try await take(from: client) }
    client = nil
  }

  /// What came is what follows on what was there, without a hole.
  private mutating func take(from client: TalkClient) async throws {
    for seq in await client.entries.compactMap(\.seq) where seq > seen {
      #expect(seq == seen + 1)
      seen = seq
    }
  }

  private func look(at served: Served, _ lines: Int) async throws {
    let entries = try await served.store.entries(of: ThreadID(thread), after: 0, limit: 10_000, audience: .agents)
    #expect(entries.map(\.seq) == Array(1...entries.count))
    let said = entries.filter { $0.text.hasPrefix("line ") }
    #expect(said.map(\.text) == (1...lines).map { "line \($0)" })
    // Each of them is answered once.
    let answers = zip(said, said.dropFirst()).map { $1.seq - $0.seq }
    #expect(answers.allSatisfy { $0 == 2 }, "\(answers)")
  }
}
