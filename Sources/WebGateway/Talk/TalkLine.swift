import NIOCore

/// How a conversation reaches its client. All calls come on its event loop.
protocol TalkLine: Sendable {
  var eventLoop: any EventLoop { get }
  /// Whether more may be written now, or what was written has to go out first.
  var isWritable: Bool { get }
  func write(_ text: String)
  func flush()
  /// Asks for a sign of life where the client's program gives one by itself.
  func ping()
  /// Lets the client's frames come again.
  func goOn()
  func close(code: UInt16, reason: String)
}

/// A WebSocket.
struct SocketLine: TalkLine {
  let channel: any NIOCore.Channel
  var eventLoop: any EventLoop { channel.eventLoop }
  var isWritable: Bool { channel.isWritable }

  func write(_ text: String) { channel.write(OutgoingMessage.text(ByteBuffer(string: text)), promise: nil) }
  func flush() { channel.flush() }
  func ping() { channel.writeAndFlush(OutgoingMessage.ping, promise: nil) }
  func goOn() { channel.triggerUserOutboundEvent(SocketOrder.goOn, promise: nil) }
  func close(code: UInt16, reason: String) {
    channel.triggerUserOutboundEvent(SocketOrder.close(code: code, reason: reason), promise: nil)
  }
}
