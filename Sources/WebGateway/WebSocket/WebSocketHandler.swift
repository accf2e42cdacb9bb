import NIOCore
import NIOWebSocket

/// One WebSocket as RFC 6455 wants it: what the frame decoder leaves open is checked here, and every violation has its
/// close code.
final class WebSocketHandler: ChannelDuplexHandler {
  typealias InboundIn = WebSocketFrame
  typealias OutboundIn = OutgoingMessage
  typealias OutboundOut = WebSocketFrame

  private enum State {
    case open
    /// Our close frame is out; what still comes is dropped.
    case closing
    case closed
  }

  private let receiver: any MessageReceiver
  private let metrics: ServerMetrics
  private var state = State.open
  private var assembly: MessageAssembly
  private var isPaused = false
  private var isReadHeld = false

  init(receiver: any MessageReceiver, metrics: ServerMetrics) {
    self.receiver = receiver
    self.metrics = metrics
    assembly = MessageAssembly(bounds: receiver.bounds)
  }

  /// Called when the handshake is answered.
  func begin() { receiver.opened() }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .open = state else { return }
    let frame = unwrapInboundIn(data)
    receiver.heard()
    switch assembly.take(frame) {
    case .nothing: break
    case .message(let message):
      if receiver.received(message) == .pause { isPaused = true }
    case .ping(let payload): answerPing(payload, context)
    case .close(let code): close(code, "", context)
    case .violation(let code, let why): close(code, why, context)
    }
  }

  private func answerPing(_ payload: ByteBuffer, _ context: ChannelHandlerContext) {
    // Who sends pings and reads nothing gets no more answers than fit.
    guard context.channel.isWritable else { return }
    context.writeAndFlush(wrapOutboundOut(WebSocketFrame(fin: true, opcode: .pong, data: payload)), promise: nil)
  }

  func read(context: ChannelHandlerContext) {
    if isPaused { isReadHeld = true } else { context.read() }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .open = state else {
      promise?.fail(ChannelError.outputClosed)
      return
    }
    let frame =
      switch unwrapOutboundIn(data) {
      case .text(let bytes): WebSocketFrame(fin: true, opcode: .text, data: bytes)
      case .binary(let bytes): WebSocketFrame(fin: true, opcode: .binary, data: bytes)
      case .ping: WebSocketFrame(fin: true, opcode: .ping, data: ByteBuffer())
      }
    context.write(wrapOutboundOut(frame), promise: promise)
  }

  func triggerUserOutboundEvent(context: ChannelHandlerContext, event: Any, promise: EventLoopPromise<Void>?) {
    guard let order = event as? SocketOrder else {
      return context.triggerUserOutboundEvent(event, promise: promise)
    }
    switch order {
    case .close(let code, let reason): close(code, reason, context)
    case .goOn:
      isPaused = false
      if isReadHeld {
        isReadHeld = false
        context.read()
      }
    }
    promise?.succeed()
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard let notice = event as? StopNotice else { return context.fireUserInboundEventTriggered(event) }
    receiver.stop(retryMilliseconds: notice.retryMilliseconds)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { receiver.drained() }
    context.fireChannelWritabilityChanged()
  }

  func channelInactive(context: ChannelHandlerContext) {
    state = .closed
    receiver.closed()
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case NIOWebSocketError.invalidFrameLength: close(1009, "the frame is too long", context)
    case is NIOWebSocketError: close(1002, "a control frame is too long or in parts", context)
    default: context.close(promise: nil)
    }
  }
}

extension WebSocketHandler {
  /// How long the other side may take to close, before the connection is cut.
  private static let patience = TimeAmount.seconds(2)

  /// Sends the close frame, then ends our half, so that the other side can still read why.
  private func close(_ code: UInt16, _ reason: String, _ context: ChannelHandlerContext) {
    guard case .open = state else { return }
    state = .closing
    metrics.closed(Int(code))
    var payload = context.channel.allocator.buffer(capacity: 2 + reason.utf8.count)
    if code != 1005 {
      payload.writeInteger(code)
      payload.writeString(String(reason.prefix(100)))
    }
    let frame = WebSocketFrame(fin: true, opcode: .connectionClose, data: payload)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.writeAndFlush(wrapOutboundOut(frame)).whenComplete { _ in
      bound.value.close(mode: .output, promise: nil)
    }
    context.eventLoop.scheduleTask(in: Self.patience) { [channel = context.channel] in
      channel.close(promise: nil)
    }
    // From now on everything is read, to be dropped: a socket closed with unread bytes would lose the close frame.
    isPaused = false
    context.read()
  }
}
