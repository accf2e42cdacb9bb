import Logging
import NIOCore
import NIOHTTP1
import NIOPosix
import ServiceLifecycle
import Vocabulary

/// Serves conversations over HTTP and WebSocket until the process is asked to stop. Then it tells every client when to come
/// back, brings what is being done to its end, and closes.
package struct WebServer: Service {
  private let settings: ServeSettings
  private let premises: Premises
  let routes: Routes
  private let started: @Sendable (Int) -> Void

  /// - Parameter started: called with the port when clients can come.
  package init(
    _ house: WebHouse, settings: ServeSettings, started: @escaping @Sendable (Int) -> Void = { _ in }
  ) {
    self.settings = settings
    self.started = started
    premises = Premises(house: house, settings: settings)
    routes = .standard(premises)
  }

  /// One path with another receiver, for tests of the protocol alone.
  package init(
    socket path: String, _ house: WebHouse, settings: ServeSettings, started: @escaping @Sendable (Int) -> Void,
    receiver: @escaping @Sendable (any NIOCore.Channel) -> any MessageReceiver
  ) {
    self.settings = settings
    self.started = started
    premises = Premises(house: house, settings: settings)
    var routes = Routes.standard(premises)
    routes.sockets[path] = { channel, _, _ in receiver(channel) }
    self.routes = routes
  }

  package func run() async throws {
    let loops = MultiThreadedEventLoopGroup.singleton
    let guests = Guests()
    let encryption = try settings.tls.map { files throws(CannotEncrypt) in try Encryption(files) }
    // Two event loops that both met their first connection at once have crashed in Swift's runtime (6.3.1), which then makes
    // the types of a stack on both: it looks for the conformance of a generic class that is only half made.
    _ = HTTPConnection.Stack()
    let server: any NIOCore.Channel
    do {
      server = try await bootstrap(loops, guests, encryption).bind(host: settings.host, port: settings.port).get()
    } catch {
      throw CannotListen(host: settings.host, port: settings.port, why: "\(error)")
    }
    let port = server.localAddress?.port ?? settings.port
    premises.house.logger.notice("Serving", metadata: ["host": "\(settings.host)", "port": "\(port)"])
    started(port)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await Courier(premises: premises).run() }
      await waitForEnd()
      await drain(server, guests)
      group.cancelAll()
    }
  }

  private func waitForEnd() async {
    let (ends, end) = AsyncStream<Void>.makeStream()
    await withTaskCancellationOrGracefulShutdownHandler {
      for await _ in ends {}
    } onCancelOrGracefulShutdown: {
      end.finish()
    }
  }

  private func drain(_ server: any NIOCore.Channel, _ guests: Guests) async {
    premises.startDraining()
    premises.house.logger.notice("Stopping", metadata: ["connections": "\(guests.count)"])
    try? await server.close()
    // Coming back is spread, so that the next process is not met by all at once.
    let spread = max(1_000, guests.count * 2)
    guests.each { channel in
      channel.eventLoop.execute {
        let notice = StopNotice(retryMilliseconds: Int.random(in: 250...spread))
        channel.pipeline.fireUserInboundEventTriggered(notice)
      }
    }
    for talk in premises.lobby.talks {
      talk.line.eventLoop.execute { talk.stop(retryMilliseconds: Int.random(in: 250...spread)) }
    }
    let deadline = NIODeadline.now() + .milliseconds(Int64(settings.drainMilliseconds))
    while guests.count > 0, NIODeadline.now() < deadline {
      // Not a sleep of this task, which may have been cancelled.
      try? await server.eventLoop.scheduleTask(in: .milliseconds(20)) {}.futureResult.get()
    }
    guests.each { $0.close(promise: nil) }
  }
}

// How a connection begins.
extension WebServer {
  private func bootstrap(
    _ loops: MultiThreadedEventLoopGroup, _ guests: Guests, _ encryption: Encryption?
  ) -> ServerBootstrap {
    ServerBootstrap(group: loops)
      .serverChannelOption(.backlog, value: 4_096)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.socketOption(.so_keepalive), value: 1)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try begin(channel, guests, encryption) }
      }
  }

  private func begin(_ channel: any NIOCore.Channel, _ guests: Guests, _ encryption: Encryption?) throws {
    let address = Self.network(of: channel.remoteAddress)
    let isProxy = premises.proxies.contains(address)
    switch premises.doorkeeper.enter(address, isProxy: isProxy) {
    case .granted: break
    case .full: return refuse(channel, "too many connections")
    case .tooManyOfAddress: return refuse(channel, "too many connections of one address")
    }
    guests.add(channel)
    channel.closeFuture.whenComplete { [doorkeeper = premises.doorkeeper] _ in
      doorkeeper.leave(address, isProxy: isProxy)
      guests.remove(channel)
    }
    try encryption?.begin(on: channel)
    let stack = HTTPConnection.Stack()
    try channel.pipeline.syncOperations.addHandlers([
      stack.encoder, stack.decoder, stack.pipelining,
      HTTPConnection(premises, routes: routes, visitor: address, stack: stack),
    ])
  }

  /// Answers before anything was read: there is no more to spend on it.
  private func refuse(_ channel: any NIOCore.Channel, _ why: String) {
    premises.metrics.turnedAway(why)
    let answer =
      "HTTP/1.1 503 Service Unavailable\r\nretry-after: 5\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
    channel.writeAndFlush(ByteBuffer(string: answer)).whenComplete { _ in channel.close(promise: nil) }
  }

  /// The address, of IPv6 the part that one customer's house has.
  static func network(of address: SocketAddress?) -> String {
    guard let text = address?.ipAddress else { return "local" }
    guard text.contains(":"), !text.hasPrefix("::ffff:") else { return text.replacing("::ffff:", with: "") }
    guard case .v6(let six)? = address else { return text }
    return withUnsafeBytes(of: six.address.sin6_addr) { bytes in
      bytes.prefix(8).map { String($0, radix: 16) }.joined(separator: ":")
    }
  }
}

/// The address and port cannot be used.
package struct CannotListen: Error, Hashable, Sendable {
  package let host: String
  package let port: Int
  package let why: String
}
