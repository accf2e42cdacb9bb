import Chances
import Testing

@testable import WebGateway

/// Bytes that nobody sane sends. The server may end the connection; it must not end itself, nor forget anybody else.
@Suite(.timeLimit(.minutes(3))) struct GarbageTests {
  private static let sane = [
    #"{"type":"hello","v":1,"device":"phone","after":0}"#, #"{"type":"say","cid":"c1","text":"hi"}"#,
    #"{"type":"human","cid":"h1"}"#, #"{"type":"got","seq":9007199254740991}"#,
    #"{"type":"sync","after":9007199254740991,"limit":1}"#, #"{"type":"rate","score":5,"text":"ok"}"#,
    #"{"type":"beat","got":1}"#, #"{"type":"say","cid":"c2","text":"\ud800\u0000"}"#,
    #"{"type":"got","seq":1e999}"#, #"{"type":"sync","after":-9223372036854775808,"limit":9223372036854775807}"#,
  ]

  private func garbage(_ chance: inout SplitMix) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...6, using: &chance) {
      let text = Self.sane.randomElement(using: &chance) ?? ""
      var frame = SocketClient.frame(
        [0x81, 0x81, 0x81, 0x01, 0x80, 0x89, 0x82].randomElement(using: &chance) ?? 0x81, Array(text.utf8))
      for _ in 0..<([0, 0, 1, 2, 8].randomElement(using: &chance) ?? 0) {
        let place = Int.random(in: 0..<frame.count, using: &chance)
        switch Int.random(in: 0...2, using: &chance) {
        case 0: frame[place] ^= 1 << UInt8.random(in: 0...7, using: &chance)
        case 1: frame.insert(UInt8.random(in: 0...255, using: &chance), at: place)
        default: if frame.count > 1 { frame.remove(at: place) }
        }
      }
      bytes += frame
    }
    return bytes
  }

  @Test func `frames with wrong bits end at most their own connection`() async throws {
    let served = try await Served { settings in
      for name in ["burst", "rate", "address_burst", "address_rate", "address_threads", "address_connections"] {
        try? settings.limits.set(name, to: 1_000_000)
      }
    }
    let (witness, _) = try await TalkClient.hello(port: served.port)
    var chance = SplitMix(seed: 20_261_122)
    for round in 1...300 {
      let client = try await SocketClient.open(port: served.port, frames: round % 5 != 0)
      try await client.raw(garbage(&chance))
      if round % 3 == 0 { client.close() }
      if round % 50 == 0 { #expect(try await witness.ask("c\(round)", "still here").type == "ack") }
    }
  }

  @Test func `requests with wrong bits are answered or cut`() async throws {
    let served = try await Served { $0.limits.addressConnections = 1_000_000 }
    var chance = SplitMix(seed: 7)
    for _ in 1...200 {
      var bytes = Array(
        SocketClient.request(["/chat", "/", "/chat/poll", "/%ff"].randomElement(using: &chance) ?? "/").utf8)
      for _ in 0..<Int.random(in: 1...5, using: &chance) {
        bytes[Int.random(in: 0..<bytes.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
      }
      let client = try await SocketClient.connect(port: served.port)
      try await client.raw(bytes)
      client.close()
    }
    #expect(try await served.request("/livez").status == 200)
  }
}
