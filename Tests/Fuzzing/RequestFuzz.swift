import Chances
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Vocabulary

/// Requests with wrong bits, at the parser that the server has in front.
package enum RequestFuzz {
  package struct Outcome: Sendable {
    package var whole = 0
    package var refused = 0
  }

  private static let lines = [
    "GET /chat HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n\r\n",
    "POST /chat/poll HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
    "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551616\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\nContent-Length: 5\r\n\r\n",
  ].map { Array($0.utf8) }

  package static func run(requests: Int, seed: UInt64) throws -> Outcome {
    var chance = SplitMix(seed: seed)
    var outcome = Outcome()
    for _ in 0..<requests {
      var bytes = lines[Int(chance.next() % UInt64(lines.count))]
      Seeds.spoil(&bytes, Int(chance.next() % 5), &chance)
      let channel = try parser()
      do {
        try channel.writeInbound(ByteBuffer(bytes: bytes))
        outcome.whole += 1
      } catch {
        outcome.refused += 1
      }
      _ = try? channel.finish(acceptAlreadyClosed: true)
    }
    return outcome
  }

  /// How many of so many fields came through before the request was refused.
  package static func fields(_ count: Int) throws -> Int {
    let channel = try parser()
    var sent = 0
    do {
      try channel.writeInbound(ByteBuffer(string: "GET / HTTP/1.1\r\nHost: a\r\n"))
      while sent < count {
        try channel.writeInbound(ByteBuffer(string: "x-\(sent): y\r\n"))
        sent += 1
      }
    } catch {
      _ = try? channel.finish(acceptAlreadyClosed: true)
      return sent
    }
    _ = try? channel.finish(acceptAlreadyClosed: true)
    return sent
  }

  private static func parser() throws -> EmbeddedChannel {
    var limits = NIOHTTPDecoderLimitConfiguration()
    limits.maxHeaderFieldSize = Limits.headerBytes
    limits.maxHeaderListSize = Limits.headerBytes
    limits.maxHeaderFieldCount = Limits.headerFields
    let decoder = HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits)
    return EmbeddedChannel(handler: ByteToMessageHandler(decoder))
  }
}
