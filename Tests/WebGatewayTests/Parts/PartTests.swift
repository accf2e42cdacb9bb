import NIOCore
import Testing

@testable import WebGateway

struct SecretTests {
  @Test func `secrets have 43 characters, and no two are the same`() {
    let secrets = (0..<1_000).map { _ in Secret.random().text }
    #expect(Set(secrets).count == 1_000)
    #expect(secrets.allSatisfy { Secret(text: $0) != nil })
    #expect(Secret(text: "") == nil && Secret(text: String(repeating: "é", count: 43)) == nil)
    #expect(Secret(text: String(repeating: "a", count: 44)) == nil)
  }
}

struct BucketTests {
  @Test func `a bucket gives its burst at once and then one at its pace`() {
    let start = NIODeadline.now()
    var bucket = Bucket(now: start)
    func took(now: NIODeadline, burst: Int, perMinute: Int) -> Int? {
      bucket.take(now: now, burst: burst, perMinute: perMinute)
    }
    for _ in 1...3 { #expect(took(now: start, burst: 3, perMinute: 60) == nil) }
    #expect(took(now: start, burst: 3, perMinute: 60) == 1_000)
    #expect(took(now: start + .milliseconds(400), burst: 3, perMinute: 60) == 600)
    #expect(took(now: start + .seconds(1), burst: 3, perMinute: 60) == nil)
    #expect(took(now: start + .seconds(1), burst: 3, perMinute: 60) == 1_000)
    let isFull = bucket.isFull(now: start + .seconds(10), perMinute: 60)
    #expect(isFull)
  }
}

struct LimitTests {
  @Test func `limits are set by name, within their bounds`() throws {
    var limits = ServeLimits()
    try limits.set("burst", to: 7)
    try limits.set("text", to: 100)
    #expect(limits.burst == 7 && limits.frames.text == 100)
    #expect(limits.named["burst"] == 7 && limits.named["text"] == 100)
    #expect(throws: LimitProblem.unknown("bust")) { try limits.set("bust", to: 7) }
    #expect(throws: LimitProblem.outOfRange("text", 1...4_000)) { try limits.set("text", to: 4_001) }
  }

  @Test func `every limit that welcome names can be set`() {
    let names = Set(NamedLimit.all.map(\.name))
    #expect(Set(ServeLimits().named.keys).isSubset(of: names))
    for limit in NamedLimit.all { #expect(limit.range.contains(ServeLimits()[keyPath: limit.path]), "\(limit.name)") }
  }
}

struct AddressTests {
  @Test func `of an IPv6 address the network counts`() throws {
    let one = try SocketAddress(ipAddress: "2001:db8:1:2:3::4", port: 1)
    let two = try SocketAddress(ipAddress: "2001:db8:1:2:9::9", port: 2)
    #expect(WebServer.network(of: one) == WebServer.network(of: two))
    #expect(WebServer.network(of: try SocketAddress(ipAddress: "10.0.0.1", port: 1)) == "10.0.0.1")
    #expect(WebServer.network(of: try SocketAddress(ipAddress: "::ffff:10.0.0.1", port: 1)) == "10.0.0.1")
  }
}
