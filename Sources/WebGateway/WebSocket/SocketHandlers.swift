import NIOCore
import NIOWebSocket

/// What stands between the bytes of one WebSocket and its receiver, for tests without a network.
package enum SocketHandlers {
  package static func standing(before receiver: any MessageReceiver) -> [any ChannelHandler] {
    [
      WebSocketFrameEncoder(), ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: receiver.bounds.bytes)),
      WebSocketHandler(receiver: receiver, metrics: ServerMetrics()),
    ]
  }
}
