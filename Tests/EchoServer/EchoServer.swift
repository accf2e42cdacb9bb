import Gateways
import Logging
import NIOCore
import Playbooks
import Runtime
import ServiceLifecycle
import Storage
import WebGateway

/// The server's own WebSocket handler, which here says back whatever comes. For conformance tests; never shipped.
@main
enum EchoServer {
  static func main() async throws {
    let store = MemoryStore()
    let logger = Logger(label: "echo") { _ in SwiftLogNoOpLogHandler() }
    let switchboard = Switchboard(
      engines: EngineBox(.init(playbook: Playbook(settings: Settings()))), store: store, clock: SystemClock(),
      identities: RandomIdentities())
    let house = WebHouse(
      switchboard: switchboard, store: store, clock: SystemClock(), logger: logger
    ) { ("", "") }
    var settings = ServeSettings()
    settings.port = 0
    // All come from one machine.
    settings.limits.addressConnections = settings.limits.connections
    let server = WebServer(
      socket: "/echo", house, settings: settings,
      started: { port in try? DescriptorSink.output.write("\(port)\n") },
      receiver: { Echo(channel: $0) })
    try await ServiceGroup(
      configuration: ServiceGroupConfiguration(
        services: [.init(service: server)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    ).run()
  }
}

/// Says back what it hears, and reads no faster than the other side does.
private struct Echo: MessageReceiver {
  let channel: any NIOCore.Channel
  var bounds: MessageBounds { MessageBounds(bytes: 16 * 1024 * 1024, takesBinary: true) }

  func opened() {}

  func received(_ message: SocketMessage) -> Reception {
    switch message {
    case .text(let bytes): channel.writeAndFlush(OutgoingMessage.text(ByteBuffer(bytes: bytes)), promise: nil)
    case .binary(let bytes): channel.writeAndFlush(OutgoingMessage.binary(ByteBuffer(bytes: bytes)), promise: nil)
    }
    return channel.isWritable ? .goOn : .pause
  }

  func heard() {}
  func drained() { channel.triggerUserOutboundEvent(SocketOrder.goOn, promise: nil) }
  func stop(retryMilliseconds: Int) {
    channel.triggerUserOutboundEvent(SocketOrder.close(code: 1001, reason: ""), promise: nil)
  }
  func closed() {}
}
