import Foundation
import NIOCore
import NIOPosix

/// A client that shares no code with the server: it writes its frames byte by byte, also wrong ones, and reads what comes.
final class SocketClient: Sendable {
  enum Event: Hashable, Sendable {
    /// The head of the answer to the handshake, or to any request.
    case head(status: Int, [String: String])
    case text(String)
    case pong([UInt8])
    case ping
    case close(Int?, String)
    case ended
  }

  let channel: any Channel
  private let events: AsyncStream<Event>

  private init(channel: any Channel, events: AsyncStream<Event>) {
    (self.channel, self.events) = (channel, events)
  }

  /// Connects, and says the first words at once: among a thousand tests a task that had to come back first would come later
  /// than a request may.
  static func connect(port: Int, saying first: String = "") async throws -> SocketClient {
    let (events, entrance) = AsyncStream<Event>.makeStream()
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(EventReader(entrance))
        }
      }
      .connect(host: "127.0.0.1", port: port)
      .map { channel in
        channel.writeAndFlush(ByteBuffer(string: first), promise: nil)
        return channel
      }.get()
    return SocketClient(channel: channel, events: events)
  }

  static let key = "dGhlIHNhbXBsZSBub25jZQ=="

  /// The request that begins a WebSocket; a field given as nil is left out.
  static func request(
    _ path: String = "/chat", method: String = "GET", host: String = "127.0.0.1", fields: [String: String?] = [:]
  ) -> String {
    let usual: [String: String?] = [
      "Host": host, "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Key": key,
      "Sec-WebSocket-Version": "13", "Sec-WebSocket-Protocol": "baton.v1",
    ]
    let all = usual.merging(fields) { $1 }.compactMapValues { $0 }.sorted { $0.key < $1.key }
    return "\(method) \(path) HTTP/1.1\r\n" + all.map { "\($0.key): \($0.value)\r\n" }.joined() + "\r\n"
  }

  /// Connects and shakes hands.
  static func open(port: Int, path: String = "/chat", frames: Bool = true) async throws -> SocketClient {
    let client = try await connect(
      port: port, saying: request(path, fields: frames ? [:] : ["Sec-WebSocket-Protocol": nil as String?]))
    guard case .head(101, _)? = await client.next() else { throw Missing(what: "the switch of protocols") }
    return client
  }

  struct Missing: Error { let what: String }

  func next() async -> Event? {
    var iterator = events.makeAsyncIterator()
    return await iterator.next()
  }

  func raw(_ text: String) async throws { try await raw(Array(text.utf8)) }

  /// What can no longer be sent is seen by what comes, or does not.
  func raw(_ bytes: [UInt8]) async throws { try? await channel.writeAndFlush(ByteBuffer(bytes: bytes)) }

  /// Sends a byte each millisecond, by the event loop's own clock: among a thousand tests a task that waits for each of them
  /// would take minutes.
  func trickle(_ bytes: [UInt8]) async throws {
    let sent = bytes.indices.map { at in
      channel.eventLoop.scheduleTask(in: .milliseconds(Int64(at))) { [channel] in
        channel.writeAndFlush(ByteBuffer(bytes: [bytes[at]]), promise: nil)
      }
    }
    try await sent.last?.futureResult.get()
  }

  func send(_ text: String) async throws { try await raw(Self.frame(0x81, Array(text.utf8))) }

  /// A frame with its first byte (FIN, RSV and opcode) as given.
  static func frame(_ first: UInt8, _ payload: [UInt8], masked: Bool = true) -> [UInt8] {
    let mask: [UInt8] = [0x1F, 0x2E, 0x3D, 0x4C]
    var bytes = [first]
    let bit: UInt8 = masked ? 0x80 : 0
    switch payload.count {
    case ..<126: bytes.append(bit | UInt8(payload.count))
    case ..<65_536: bytes += [bit | 126, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
    default: bytes += [bit | 127] + (0..<8).map { UInt8(truncatingIfNeeded: payload.count >> (56 - 8 * $0)) }
    }
    guard masked else { return bytes + payload }
    return bytes + mask + payload.enumerated().map { $0.element ^ mask[$0.offset % 4] }
  }

  func close() { channel.close(promise: nil) }
}

/// Takes the bytes apart: first the head of an HTTP answer, then frames.
private final class EventReader: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  private let entrance: AsyncStream<SocketClient.Event>.Continuation
  private var bytes: [UInt8] = []
  private var isSwitched = false

  init(_ entrance: AsyncStream<SocketClient.Event>.Continuation) { self.entrance = entrance }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += unwrapInboundIn(data).readableBytesView
    while isSwitched ? takeFrame() : takeHead() {}
  }

  func channelInactive(context: ChannelHandlerContext) {
    entrance.yield(.ended)
    entrance.finish()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func takeHead() -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { return false }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let status = lines.first?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    let fields = lines.dropFirst().map { $0.split(separator: ":", maxSplits: 1).map(String.init) }
    let headers = Dictionary(
      fields.compactMap { $0.count == 2 ? ($0[0].lowercased(), $0[1].trimmingCharacters(in: .whitespaces)) : nil },
      uniquingKeysWith: { $1 })
    let length = headers["content-length"].flatMap { Int($0) } ?? 0
    let whole = text[..<end.upperBound].utf8.count + length
    guard bytes.count >= whole else { return false }
    bytes.removeFirst(whole)
    isSwitched = status == 101
    entrance.yield(.head(status: status, headers))
    return true
  }

  private func takeFrame() -> Bool {
    guard bytes.count >= 2, bytes[1] & 0x80 == 0 else { return false }
    var (length, start) = (Int(bytes[1]), 2)
    if length == 126 || length == 127 {
      let count = length == 126 ? 2 : 8
      guard bytes.count >= 2 + count else { return false }
      length = bytes[2..<(2 + count)].reduce(0) { $0 << 8 | Int($1) }
      start += count
    }
    guard bytes.count >= start + length else { return false }
    let (first, payload) = (bytes[0], Array(bytes[start..<(start + length)]))
    bytes.removeFirst(start + length)
    switch first {
    case 0x81: entrance.yield(.text(String(decoding: payload, as: UTF8.self)))
    case 0x88:
      let code = payload.count >= 2 ? Int(payload[0]) << 8 | Int(payload[1]) : nil
      entrance.yield(.close(code, String(decoding: payload.dropFirst(2), as: UTF8.self)))
    case 0x89: entrance.yield(.ping)
    case 0x8A: entrance.yield(.pong(payload))
    default: entrance.yield(.ended)
    }
    return true
  }
}
