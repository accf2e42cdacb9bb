import Foundation
import NIOCore
import NIOPosix

/// The least of a WebSocket's client.
enum Connecting {
  static func open(
    _ port: Int, _ path: String, on group: any EventLoopGroup, handler: @escaping @Sendable () -> any ChannelHandler
  ) -> EventLoopFuture<any Channel> {
    ClientBootstrap(group: group)
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(handler()) }
      }
      .connect(host: "127.0.0.1", port: port)
      .flatMap { channel in channel.writeAndFlush(request(path)).map { channel } }
  }

  private static func request(_ path: String) -> ByteBuffer {
    let fields = path == "/chat" ? "Sec-WebSocket-Protocol: baton.v1\r\n" : ""
    return ByteBuffer(
      string: "GET \(path) HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\(fields)"
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
  }

  /// Takes the answer to the handshake away, once it is whole.
  fileprivate static func skipAnswer(_ bytes: inout ByteBuffer) -> Bool {
    let end = Array("\r\n\r\n".utf8)
    let view = bytes.readableBytesView
    guard let place = view.indices.first(where: { view[$0...].starts(with: end) }) else { return false }
    bytes.moveReaderIndex(to: place + end.count)
    return true
  }

  static func frame(_ text: String) -> ByteBuffer {
    let count = text.utf8.count
    var frame = ByteBufferAllocator().buffer(capacity: count + 8)
    frame.writeInteger(UInt8(0x81))
    if count < 126 {
      frame.writeInteger(0x80 | UInt8(count))
    } else {
      frame.writeInteger(UInt8(0x80 | 126))
      frame.writeInteger(UInt16(count))
    }
    // A mask of zeros masks nothing, and is one all the same.
    frame.writeInteger(UInt32(0))
    frame.writeString(text)
    return frame
  }
}

/// What has come of a connection: the answer to the handshake, and frames behind it.
struct IncomingBytes {
  private var bytes = ByteBuffer()
  private var isSwitched = false

  /// Whether the handshake is answered with these.
  mutating func add(_ more: ByteBuffer) -> Bool {
    bytes.discardReadBytes()
    bytes.writeImmutableBuffer(more)
    guard !isSwitched else { return false }
    isSwitched = Connecting.skipAnswer(&bytes)
    return isSwitched
  }

  /// The next whole frame.
  mutating func next() -> IncomingFrame? { isSwitched ? IncomingFrame(&bytes) : nil }
}

/// What the generator wants to know of a frame. It relies on how Baton writes its fields, as reading JSON would cost as much as
/// the server does.
enum IncomingFrame {
  case welcome(thread: String)
  case ack(cid: Int, seq: Int)
  case nack(isBusy: Bool, retry: Int)
  case entry(seq: Int, isOfBot: Bool)
  case status(isWithBot: Bool)
  case other

  /// The next whole frame.
  init?(_ bytes: inout ByteBuffer) {
    guard var length = bytes.getInteger(at: bytes.readerIndex + 1, as: UInt8.self).map({ Int($0 & 127) }) else {
      return nil
    }
    var head = 2
    if length == 126 {
      guard let long = bytes.getInteger(at: bytes.readerIndex + 2, as: UInt16.self) else { return nil }
      (length, head) = (Int(long), 4)
    } else if length == 127 {
      guard let long = bytes.getInteger(at: bytes.readerIndex + 2, as: UInt64.self) else { return nil }
      (length, head) = (Int(long), 10)
    }
    guard bytes.readableBytes >= head + length else { return nil }
    bytes.moveReaderIndex(forwardBy: head)
    self = bytes.withUnsafeReadableBytes { Self.read(FrameText(UnsafeRawBufferPointer(rebasing: $0.prefix(length)))) }
    bytes.moveReaderIndex(forwardBy: length)
  }

  private static func read(_ text: FrameText) -> IncomingFrame {
    if text.starts(#"{"type":"ack""#) { return .ack(cid: text.number("\"cid\":\"c"), seq: text.number("\"seq\":")) }
    if text.starts(#"{"type":"entry""#) {
      return .entry(seq: text.number("\"seq\":"), isOfBot: text.end(of: #""from":"bot""#) != nil)
    }
    if text.starts(#"{"type":"nack""#) {
      return .nack(isBusy: text.end(of: #""code":"busy""#) != nil, retry: text.number("\"retry_ms\":"))
    }
    if text.starts(#"{"type":"status""#) { return .status(isWithBot: text.end(of: #""floor":"bot""#) != nil) }
    if text.starts(#"{"type":"welcome""#) { return .welcome(thread: text.word("\"thread\":\"")) }
    return .other
  }
}

/// The beginning of a frame's text: what is looked for stands there, before anything that a customer or the bot says.
private struct FrameText {
  private let bytes: UnsafeRawBufferPointer

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = UnsafeRawBufferPointer(rebasing: bytes.prefix(110)) }

  func starts(_ text: StaticString) -> Bool { matches(text, at: 0) }

  func end(of text: StaticString) -> Int? {
    guard bytes.count >= text.utf8CodeUnitCount else { return nil }
    for start in 0...(bytes.count - text.utf8CodeUnitCount) where matches(text, at: start) {
      return start + text.utf8CodeUnitCount
    }
    return nil
  }

  func number(_ name: StaticString) -> Int {
    guard let start = end(of: name) else { return 0 }
    return bytes[start...].prefix { $0 >= 48 && $0 <= 57 }.reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  func word(_ name: StaticString) -> String {
    guard let start = end(of: name) else { return "" }
    return String(decoding: bytes[start...].prefix { $0 != UInt8(ascii: "\"") }, as: UTF8.self)
  }

  private func matches(_ text: StaticString, at start: Int) -> Bool {
    guard bytes.count >= start + text.utf8CodeUnitCount, let base = bytes.baseAddress else { return false }
    return memcmp(base + start, text.utf8Start, text.utf8CodeUnitCount) == 0
  }
}
