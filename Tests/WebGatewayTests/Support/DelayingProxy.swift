import Chances
import NIOCore
import NIOPosix
import Synchronization

/// A network between client and server that is slow, tears bytes apart, and breaks each connection at some byte: for both
/// sides at once, or so that the server hears of it only much later. The same seed breaks at the same bytes.
final class DelayingProxy: Sendable {
  private let listening: any Channel
  private let broken: Count

  /// Connections that were broken so far.
  var breaks: Int { broken.value.withLock { $0 } }

  init(to port: Int, seed: UInt64) async throws {
    let (broken, opened) = (Count(), Count())
    self.broken = broken
    listening = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { client in
        let number = opened.value.withLock { count in
          count += 1
          return count
        }
        return ClientBootstrap(group: client.eventLoop)
          .channelInitializer { server in
            server.eventLoop.makeCompletedFuture {
              let wire = Wire(client, server, SplitMix(seed: seed &+ UInt64(number) &* 7_919), broken)
              try server.pipeline.syncOperations.addHandler(WireEnd(wire, leadsTo: client))
              try client.pipeline.syncOperations.addHandler(WireEnd(wire, leadsTo: server))
            }
          }
          .connect(host: "127.0.0.1", port: port).map { _ in }
      }
      .bind(host: "127.0.0.1", port: 0).get()
  }

  var port: Int { listening.localAddress?.port ?? 0 }

  func stop() { listening.close(promise: nil) }

  fileprivate final class Count: Sendable {
    let value = Mutex(0)
  }
}

/// Both ways of one connection, on one event loop.
private final class Wire {
  private let client: any Channel
  private let server: any Channel
  private let broken: DelayingProxy.Count
  private var chance: SplitMix
  /// Bytes until it breaks.
  private var left: Int
  private var isBroken = false
  private var due: [ObjectIdentifier: NIODeadline] = [:]

  private static let longestPiece = 160
  private static let longestDelay: UInt64 = 6
  /// So long the server believes in a connection that its client has given up.
  private static let halfOpen = TimeAmount.milliseconds(400)

  init(_ client: any Channel, _ server: any Channel, _ chance: SplitMix, _ broken: DelayingProxy.Count) {
    (self.client, self.server, self.broken) = (client, server, broken)
    self.chance = chance
    left = 300 + Int(self.chance.next() % 4_000)
  }

  func pass(_ bytes: ByteBuffer, to end: any Channel) {
    var bytes = bytes
    while !isBroken, bytes.readableBytes > 0 {
      let most = 1 + Int(chance.next() % UInt64(Wire.longestPiece))
      guard let piece = bytes.readSlice(length: min(bytes.readableBytes, most)) else { return }
      let delay = TimeAmount.milliseconds(Int64(chance.next() % Wire.longestDelay))
      let at = max(due[ObjectIdentifier(end)] ?? .now(), .now() + delay)
      due[ObjectIdentifier(end)] = at
      left -= piece.readableBytes
      let isLast = left <= 0
      end.eventLoop.assumeIsolated().scheduleTask(deadline: at) { [self] in
        guard !isBroken else { return }
        end.writeAndFlush(piece, promise: nil)
        if isLast { snap() }
      }
    }
  }

  private func snap() {
    isBroken = true
    broken.value.withLock { $0 += 1 }
    client.close(promise: nil)
    if chance.next() % 2 == 0 { return server.close(promise: nil) }
    let server = server
    server.eventLoop.scheduleTask(in: Wire.halfOpen) { server.close(promise: nil) }
  }

  /// One side has gone by itself.
  func ended() {
    guard !isBroken else { return }
    isBroken = true
    client.close(promise: nil)
    server.close(promise: nil)
  }
}

private final class WireEnd: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let wire: Wire
  private let end: any Channel

  init(_ wire: Wire, leadsTo end: any Channel) { (self.wire, self.end) = (wire, end) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) { wire.pass(unwrapInboundIn(data), to: end) }
  func channelInactive(context: ChannelHandlerContext) { wire.ended() }
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
