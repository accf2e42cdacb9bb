import Chances
import NIOCore
import NIOEmbedded
import WebGateway

/// Frames with wrong bits, from the bytes of a socket up to the conversation, without a network and without a store.
///
/// Whatever comes, the process lives: that is what is shown. That it came to everything is counted.
package enum FrameFuzz {
  package struct Outcome: Sendable {
    package var frames = 0
    /// Messages that were frames of a conversation, after all.
    package var understood = 0
    /// Such with fields that may not be.
    package var refused = 0
    package var malformed = 0
    /// Connections that had to end.
    package var ended = 0
    package init() {}

    package static func + (one: Outcome, other: Outcome) -> Outcome {
      var sum = one
      sum.frames += other.frames
      sum.understood += other.understood
      sum.refused += other.refused
      sum.malformed += other.malformed
      sum.ended += other.ended
      return sum
    }
  }

  package static func run(frames: Int, seed: UInt64) throws -> Outcome {
    var chance = SplitMix(seed: seed)
    var sum = Outcome()
    while sum.frames < frames {
      let talk = FuzzedTalk()
      let channel = EmbeddedChannel(handlers: SocketHandlers.standing(before: talk))
      channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
      // Mostly past the door: behind a hello that is sane.
      if chance.next() % 8 != 0 { try channel.writeInbound(ByteBuffer(bytes: head(0x81, hello.count) + hello)) }
      // Until it is closed, and not for ever.
      for _ in 0..<200 where sum.frames < frames && !talk.isOver {
        sum.frames += 1
        // What cannot be read closes the connection, as an error does in the pipeline.
        _ = try? channel.writeInbound(ByteBuffer(bytes: frame(&chance)))
        guard channel.isActive, try hasRoom(channel) else { break }
      }
      sum = sum + talk.outcome
      _ = try? channel.finish(acceptAlreadyClosed: true)
    }
    return sum
  }

  /// Takes what was written; false behind a close frame.
  private static func hasRoom(_ channel: EmbeddedChannel) throws -> Bool {
    while let bytes = try channel.readOutbound(as: ByteBuffer.self) {
      if bytes.getInteger(at: bytes.readerIndex, as: UInt8.self) == 0x88 { return false }
    }
    return true
  }

  private static let openings: [UInt8] = [0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x01, 0x80, 0x89, 0x8A, 0x82, 0x88, 0xC1]

  private static func frame(_ chance: inout SplitMix) -> [UInt8] {
    var payload = Seeds.text(&chance)
    Seeds.spoil(&payload, chance.next() % 4 == 0 ? 3 : 0, &chance)
    let first = openings[Int(chance.next() % UInt64(openings.count))]
    var frame = head(first, payload.count) + payload
    // The head, too: lengths that lie, masks that are missing.
    if chance.next() % 8 == 0 {
      let place = Int(chance.next() % UInt64(min(frame.count, 14)))
      frame[place] ^= 1 << UInt8(chance.next() % 8)
    }
    return frame
  }

  private static let hello = Array(#"{"type":"hello","v":1}"#.utf8)

  /// With a mask that masks nothing.
  private static func head(_ first: UInt8, _ count: Int) -> [UInt8] {
    guard count >= 126 else { return [first, 0x80 | UInt8(count), 0, 0, 0, 0] }
    return [first, 0xFE, UInt8(truncatingIfNeeded: count >> 8), UInt8(truncatingIfNeeded: count), 0, 0, 0, 0]
  }
}
