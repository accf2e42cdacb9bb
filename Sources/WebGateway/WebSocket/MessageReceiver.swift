import NIOCore

/// Who gets the messages of one WebSocket. All calls come on its event loop.
package protocol MessageReceiver: Sendable {
  /// The bounds that its messages keep.
  var bounds: MessageBounds { get }
  func opened()
  /// A whole message, text as valid UTF-8.
  func received(_ message: SocketMessage) -> Reception
  /// Any sign of life, also a ping.
  func heard()
  /// What was written has gone out.
  func drained()
  /// The server stops.
  func stop(retryMilliseconds: Int)
  func closed()
}

package enum SocketMessage: Hashable, Sendable {
  case text([UInt8])
  case binary([UInt8])
}

/// What is to become of the messages behind.
package enum Reception: Hashable, Sendable {
  case goOn
  /// Nothing more is read until `SocketOrder.goOn`.
  case pause
}

package struct MessageBounds: Hashable, Sendable {
  package let bytes: Int
  package let takesBinary: Bool
  package init(bytes: Int, takesBinary: Bool = false) {
    self.bytes = bytes
    self.takesBinary = takesBinary
  }
}

/// What the receiver wants of the WebSocket, sent as an outbound event of its channel.
package enum SocketOrder: Hashable, Sendable {
  case close(code: UInt16, reason: String)
  case goOn
}

/// What is written to the channel of a WebSocket.
package enum OutgoingMessage: Hashable, Sendable {
  case text(ByteBuffer)
  case binary(ByteBuffer)
  case ping
}

/// Told to every channel when the server stops.
struct StopNotice: Sendable {
  let retryMilliseconds: Int
}
