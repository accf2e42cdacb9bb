import NIOCore
import NIOHTTP1
import NIOWebSocket

/// How a request to talk over a WebSocket is answered.
enum Handshake: Hashable {
  static let subprotocol = "baton.v1"

  /// Frames, where the client speaks them; otherwise plain lines.
  case accept(frames: Bool)
  /// Accepted only to say with a code that a browser can read why not.
  case acceptAndClose(code: UInt16, reason: String)
  case refuse(HTTPResponseStatus, String)

  static func isAsked(_ head: HTTPRequestHead) -> Bool {
    head.headers[canonicalForm: "upgrade"].contains { $0.lowercased() == "websocket" }
  }

  /// What to answer. The header fields that RFC 6455 wants are checked where the answer is made.
  static func decide(_ head: HTTPRequestHead, _ premises: Premises) -> Handshake {
    guard head.method == .GET, head.version.major == 1, head.version.minor >= 1 else {
      return .refuse(.badRequest, "a WebSocket begins with GET and HTTP/1.1")
    }
    guard head.headers[canonicalForm: "connection"].contains(where: { $0.lowercased() == "upgrade" }) else {
      return .refuse(.badRequest, "the header field Connection has to name upgrade")
    }
    guard head.headers.first(name: "sec-websocket-version") == "13" else {
      return .refuse(.upgradeRequired, "only version 13 of the WebSocket protocol is spoken")
    }
    guard let key = head.headers.first(name: "sec-websocket-key"), isKey(key) else {
      return .refuse(.badRequest, "Sec-WebSocket-Key has to be 16 bytes in base64")
    }
    let offered = head.headers[canonicalForm: "sec-websocket-protocol"].map(String.init)
    let speaksFrames = offered.contains(subprotocol)
    guard offered.isEmpty || speaksFrames else {
      return .refuse(.badRequest, "the only subprotocol is \(subprotocol)")
    }
    guard premises.origins.allows(head.headers.first(name: "origin"), host: head.headers.first(name: "host")) else {
      return speaksFrames
        ? .acceptAndClose(code: 4403, reason: "this origin may not talk here")
        : .refuse(.forbidden, "this origin may not talk here")
    }
    return .accept(frames: speaksFrames)
  }

  private static func isKey(_ key: String) -> Bool {
    key.utf8.count == 24 && key.hasSuffix("==")
      && key.utf8.dropLast(2).allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
          true
        default: false
        }
      }
  }

  /// The header fields of a switch of protocols; the answer to the key among them.
  static func headers(for head: HTTPRequestHead, frames: Bool, on channel: any Channel) -> EventLoopFuture<HTTPHeaders>
  {
    let upgrader = NIOWebSocketServerUpgrader(
      shouldUpgrade: { channel, _ in channel.eventLoop.makeSucceededFuture(HTTPHeaders()) },
      upgradePipelineHandler: { channel, _ in channel.eventLoop.makeSucceededVoidFuture() })
    let chosen: HTTPHeaders = frames ? ["sec-websocket-protocol": subprotocol] : [:]
    return upgrader.buildUpgradeResponse(channel: channel, upgradeRequest: head, initialResponseHeaders: HTTPHeaders())
      .map { made in
        var headers = made
        headers.add(contentsOf: chosen)
        return headers
      }
  }
}

/// Says its code and closes.
struct ClosingReceiver: MessageReceiver {
  let channel: any Channel
  let code: UInt16
  let reason: String

  var bounds: MessageBounds { MessageBounds(bytes: 1_024) }
  func opened() {
    channel.triggerUserOutboundEvent(SocketOrder.close(code: code, reason: reason), promise: nil)
  }
  func received(_ message: SocketMessage) -> Reception { .goOn }
  func heard() {}
  func drained() {}
  func stop(retryMilliseconds: Int) {}
  func closed() {}
}
