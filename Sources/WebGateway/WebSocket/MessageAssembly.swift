import NIOCore
import NIOWebSocket

/// Puts frames together to messages, and finds what RFC 6455 forbids.
struct MessageAssembly {
  enum Outcome {
    case nothing
    case message(SocketMessage)
    case ping(ByteBuffer)
    /// The other side closes; with what to answer.
    case close(UInt16)
    case violation(UInt16, String)
  }

  /// Parts of one message. Many tiny ones are a way to keep a server busy.
  private static let mostParts = 1_024

  private struct Begun {
    let isText: Bool
    var bytes: [UInt8]
    var parts = 1
  }

  private let bounds: MessageBounds
  private var begun: Begun?

  init(bounds: MessageBounds) { self.bounds = bounds }

  mutating func take(_ frame: WebSocketFrame) -> Outcome {
    guard frame.maskKey != nil else { return .violation(1002, "frames of clients are masked") }
    guard !frame.rsv1, !frame.rsv2, !frame.rsv3 else { return .violation(1002, "no extension was agreed") }
    switch frame.opcode {
    case .ping: return .ping(frame.unmaskedData)
    case .pong: return .nothing
    case .connectionClose: return Self.closing(frame.unmaskedData)
    case .text: return begin(isText: true, frame)
    case .binary: return begin(isText: false, frame)
    case .continuation: return goOn(frame)
    default: return .violation(1002, "an opcode that is not in use")
    }
  }

  private mutating func begin(isText: Bool, _ frame: WebSocketFrame) -> Outcome {
    guard begun == nil else { return .violation(1002, "the message before is not whole") }
    guard isText || bounds.takesBinary else { return .violation(1003, "only text is understood here") }
    guard frame.length <= bounds.bytes else { return .violation(1009, "the message is too long") }
    let message = Begun(isText: isText, bytes: Array(frame.unmaskedData.readableBytesView))
    guard frame.fin else {
      begun = message
      return .nothing
    }
    return Self.whole(message)
  }

  private mutating func goOn(_ frame: WebSocketFrame) -> Outcome {
    guard var message = begun else { return .violation(1002, "there is nothing to go on with") }
    guard message.bytes.count + frame.length <= bounds.bytes else { return .violation(1009, "the message is too long") }
    message.parts += 1
    guard message.parts <= Self.mostParts else { return .violation(1008, "the message has too many parts") }
    message.bytes += frame.unmaskedData.readableBytesView
    begun = frame.fin ? nil : message
    return frame.fin ? Self.whole(message) : .nothing
  }

  private static func whole(_ message: Begun) -> Outcome {
    guard message.isText else { return .message(.binary(message.bytes)) }
    guard isUTF8(message.bytes) else { return .violation(1007, "the text is not UTF-8") }
    return .message(.text(message.bytes))
  }

  private static func isUTF8(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }

  private static func closing(_ payload: ByteBuffer) -> Outcome {
    var payload = payload
    guard payload.readableBytes > 0 else { return .close(1005) }
    guard let code = payload.readInteger(as: UInt16.self) else { return .violation(1002, "half a close code") }
    guard isUTF8(Array(payload.readableBytesView)) else { return .violation(1007, "the reason is not UTF-8") }
    switch code {
    case 1000...1003, 1007...1014, 3000...4999: return .close(code)
    default: return .violation(1002, "a close code that may not be sent")
    }
  }
}
