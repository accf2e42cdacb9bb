import Foundation
import NIOCore
import NIOPosix

/// What one connection says; all on its event loop.
protocol Talker: Sendable {
  mutating func opening() -> String?
  /// The next line, when the one before is answered.
  mutating func next() -> String
  /// What an incoming text is.
  func kind(of text: ArraySlice<UInt8>) -> IncomingKind
  mutating func receipt(for text: ArraySlice<UInt8>) -> String?
}

enum IncomingKind { case ready, answer, later, other }

struct EchoTalk: Talker {
  func opening() -> String? { nil }
  func next() -> String { "sixty-four bytes of text that come back as they are, once a round!" }
  func kind(of text: ArraySlice<UInt8>) -> IncomingKind { .answer }
  func receipt(for text: ArraySlice<UInt8>) -> String? { nil }
}

struct SilentTalker: Talker {
  func opening() -> String? { #"{"type":"hello","v":1}"# }
  func next() -> String { "" }
  func kind(of text: ArraySlice<UInt8>) -> IncomingKind { .other }
  func receipt(for text: ArraySlice<UInt8>) -> String? { nil }
}

struct LineTalker: Talker {
  private static let welcome = Array(#"{"type":"welcome""#.utf8)
  private static let ack = Array(#"{"type":"ack""#.utf8)
  private static let nack = Array(#"{"type":"nack""#.utf8)
  private static let entry = Array(#"{"type":"entry""#.utf8)
  private static let bot = Array(#""from":"bot""#.utf8)

  let lines: [String]
  private var count = 0
  private var entries = 0

  init(lines: [String]) { self.lines = lines }

  func opening() -> String? { #"{"type":"hello","v":1}"# }

  mutating func next() -> String {
    count += 1
    let text = lines[count % lines.count].replacing("\"", with: "").replacing("\\", with: "")
    return #"{"type":"say","cid":"c\#(count)","text":"\#(text)"}"#
  }

  func kind(of text: ArraySlice<UInt8>) -> IncomingKind {
    if text.starts(with: Self.ack) { return .answer }
    if text.starts(with: Self.welcome) { return .ready }
    if text.starts(with: Self.nack) { return .answer }
    guard text.starts(with: Self.entry) else { return .other }
    return text.prefix(110).indices.contains { text[$0...].starts(with: Self.bot) } ? .later : .other
  }

  mutating func receipt(for text: ArraySlice<UInt8>) -> String? {
    guard text.starts(with: Self.entry) else { return nil }
    entries += 1
    return entries.isMultiple(of: 16) ? #"{"type":"got","seq":\#(entries)}"# : nil
  }
}

/// One connection in a closed loop.
final class LoadHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var talker: any Talker
  private let span: ClosedRange<UInt64>
  private let done: (Sample, Sample) -> Void
  private var bytes: [UInt8] = []
  private var isSwitched = false
  private var sentAt: UInt64 = 0
  private var isLaterOpen = false
  private var first = Sample()
  private var second = Sample()

  /// - Parameter span: when it is measured; the connection opens and talks before, and ends behind it.
  private init(_ talker: any Talker, _ span: ClosedRange<UInt64>, done: @escaping (Sample, Sample) -> Void) {
    (self.talker, self.span, self.done) = (talker, span, done)
  }

  static func connect(
    _ group: MultiThreadedEventLoopGroup, _ port: Int, _ path: String, during span: ClosedRange<UInt64>,
    _ talker: any Talker,
    done: @escaping @Sendable (Sample, Sample) -> Void
  ) async throws -> any Channel {
    let channel = try await ClientBootstrap(group: group)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(LoadHandler(talker, span, done: done))
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    let fields = path == "/chat" ? "Sec-WebSocket-Protocol: baton.v1\r\n" : ""
    let request =
      "GET \(path) HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\(fields)"
      + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
    try await channel.writeAndFlush(ByteBuffer(string: request))
    return channel
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytes += unwrapInboundIn(data).readableBytesView
    if !isSwitched {
      let end = Array("\r\n\r\n".utf8)
      guard let place = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return }
      bytes.removeFirst(place + 4)
      isSwitched = true
      if let opening = talker.opening() { send(opening, context) } else { say(context) }
    }
    var start = 0
    while let text = frame(&start) { take(text, context) }
    bytes.removeFirst(start)
    context.flush()
  }

  func channelInactive(context: ChannelHandlerContext) { done(first, second) }
  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func frame(_ start: inout Int) -> ArraySlice<UInt8>? {
    guard bytes.count >= start + 2 else { return nil }
    var (length, head) = (Int(bytes[start + 1] & 127), 2)
    if length >= 126 {
      let count = length == 126 ? 2 : 8
      guard bytes.count >= start + 2 + count else { return nil }
      length = bytes[(start + 2)..<(start + 2 + count)].reduce(0) { $0 << 8 | Int($1) }
      head += count
    }
    guard bytes.count >= start + head + length else { return nil }
    defer { start += head + length }
    return bytes[(start + head)..<(start + head + length)]
  }

  private func take(_ text: ArraySlice<UInt8>, _ context: ChannelHandlerContext) {
    if let receipt = talker.receipt(for: text) { send(receipt, context) }
    switch talker.kind(of: text) {
    case .ready: say(context)
    case .answer:
      let now = ticks()
      if span.contains(now) { first.add(now - sentAt) }
      isLaterOpen = true
      if now > span.upperBound { return context.close(promise: nil) }
      // The bot's entry comes right behind; the next line does not wait for it.
      say(context)
    case .later:
      if isLaterOpen, span.contains(ticks()) { second.add(ticks() - answeredAt) }
      isLaterOpen = false
    case .other: break
    }
  }

  private var answeredAt: UInt64 = 0

  private func say(_ context: ChannelHandlerContext) {
    answeredAt = sentAt
    sentAt = ticks()
    if answeredAt == 0 { answeredAt = sentAt }
    send(talker.next(), context)
  }

  private func send(_ text: String, _ context: ChannelHandlerContext) {
    let payload = Array(text.utf8)
    var frame: [UInt8] = [0x81]
    frame +=
      payload.count < 126
      ? [0x80 | UInt8(payload.count)] : [0x80 | 126, UInt8(payload.count >> 8), UInt8(payload.count & 255)]
    // A mask of zeros masks nothing, and is one all the same.
    context.write(wrapOutboundOut(ByteBuffer(bytes: frame + [0, 0, 0, 0] + payload)), promise: nil)
    context.flush()
  }
}
