import NIOCore
import NIOHTTP1
import NIOWebSocket
import Vocabulary

/// One connection while it speaks HTTP: whole requests in, whole answers out, one after the other. A request to talk over a
/// WebSocket turns it into one, also behind other requests, as proxies reuse their connections.
final class HTTPConnection: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  /// What speaks HTTP in the pipeline and goes when the protocol is switched.
  struct Stack {
    let encoder: HTTPResponseEncoder
    let decoder: ByteToMessageHandler<HTTPRequestDecoder>
    let pipelining: HTTPServerPipelineHandler

    init() {
      var limits = NIOHTTPDecoderLimitConfiguration()
      limits.maxHeaderFieldSize = Limits.headerBytes
      limits.maxHeaderListSize = Limits.headerBytes
      limits.maxHeaderFieldCount = Limits.headerFields
      encoder = HTTPResponseEncoder()
      decoder = ByteToMessageHandler(
        HTTPRequestDecoder(leftOverBytesStrategy: .forwardBytes, limitConfiguration: limits))
      pipelining = HTTPServerPipelineHandler()
    }
  }

  private enum State {
    case waiting
    case receiving(HTTPRequestHead, [UInt8])
    /// The rest of a request that was refused before its end.
    case skipping
    case answering
    case done
  }

  private let premises: Premises
  private let routes: Routes
  private let visitor: String
  private let stack: Stack
  private var state = State.waiting
  private var deadline: Scheduled<Void>?
  private var isStopping = false

  init(_ premises: Premises, routes: Routes, visitor: String, stack: Stack) {
    (self.premises, self.routes, self.visitor, self.stack) = (premises, routes, visitor, stack)
  }

  func handlerAdded(context: ChannelHandlerContext) {
    limit(Limits.requestMilliseconds, context)
  }

  func handlerRemoved(context: ChannelHandlerContext) { deadline?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    deadline?.cancel()
    state = .done
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch (unwrapInboundIn(data), state) {
    case (.head(let head), .waiting): begin(head, context)
    case (.body(let part), .receiving(let head, var body)):
      state = .answering
      guard body.count + part.readableBytes <= Limits.bodyBytes else {
        return refuse(Problem(.payloadTooLarge, "a body has at most \(Limits.bodyBytes) bytes"), context)
      }
      body += part.readableBytesView
      state = .receiving(head, body)
    case (.end, .receiving(let head, let body)): finish(head, body, context)
    case (.head, _), (.body, _), (.end, _): break
    }
  }

  private func begin(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    limit(Limits.requestMilliseconds, context)
    guard head.uri.utf8.count <= Limits.targetBytes else {
      return refuse(Problem(.uriTooLong, "a target has at most \(Limits.targetBytes) bytes"), context)
    }
    guard head.version.major == 1, head.headers[canonicalForm: "host"].count == 1 || head.version.minor == 0 else {
      return refuse(Problem(.badRequest, "a request names its host once"), context)
    }
    state = .receiving(head, [])
  }

  private func finish(_ head: HTTPRequestHead, _ body: [UInt8], _ context: ChannelHandlerContext) {
    deadline?.cancel()
    state = .answering
    let origin = premises.visitor(head, peer: visitor)
    let request = Request(
      head: head, body: body, visitor: origin, isSecure: premises.isSecure(head, peer: visitor))
    if Handshake.isAsked(head), let socket = routes.socket(for: request) {
      return shake(head, socket, origin, context)
    }
    switch routes.answer(request) {
    case .now(let answer): send(answer, to: head, context)
    case .later(let work):
      let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
      Task {
        let answer = await work()
        bound.eventLoop.execute {
          let (connection, context) = bound.value
          connection.send(answer, to: head, context)
        }
      }
    }
  }

  private func limit(_ milliseconds: Int64, _ context: ChannelHandlerContext) {
    deadline?.cancel()
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    deadline = context.eventLoop.scheduleTask(in: .milliseconds(milliseconds)) {
      let (connection, context) = bound.value
      connection.isLate(context)
    }
  }

  private func isLate(_ context: ChannelHandlerContext) {
    if case .receiving = state {
      refuse(Problem(.requestTimeout, "the request did not come to its end in time"), context)
    } else {
      context.close(promise: nil)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    guard event is StopNotice else { return context.fireUserInboundEventTriggered(event) }
    isStopping = true
    if case .waiting = state { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard error is HTTPParserError else { return context.close(promise: nil) }
    if case .done = state { return }
    refuse(Problem(.badRequest, "this is no HTTP/1.1"), context)
  }
}

// Answers.
extension HTTPConnection {
  private func refuse(_ problem: Problem, _ context: ChannelHandlerContext) {
    isStopping = true
    send(problem.answer, to: HTTPRequestHead(version: .http1_1, method: .GET, uri: "/"), context)
  }

  private func send(_ answer: Answer, to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
    if case .done = state { return }
    premises.metrics.answered(Int(answer.status.code))
    let keepsAlive = head.isKeepAlive && !isStopping
    var headers = answer.headers
    headers.replaceOrAdd(name: "content-length", value: "\(answer.body.count)")
    headers.replaceOrAdd(name: "x-content-type-options", value: "nosniff")
    if !keepsAlive { headers.replaceOrAdd(name: "connection", value: "close") }
    let response = HTTPResponseHead(version: .http1_1, status: answer.status, headers: headers)
    context.write(wrapOutboundOut(.head(response)), promise: nil)
    if head.method != .HEAD, !answer.body.isEmpty {
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.body)))), promise: nil)
    }
    guard keepsAlive else {
      state = .done
      return sendEndAndClose(context)
    }
    state = .waiting
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    limit(Limits.restMilliseconds, context)
  }

  /// Ends our half first, so that an answer to a request that was cut off still arrives.
  private func sendEndAndClose(_ context: ChannelHandlerContext) {
    deadline?.cancel()
    let channel = context.channel
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      channel.close(mode: .output, promise: nil)
    }
    context.eventLoop.scheduleTask(in: .seconds(2)) { channel.close(promise: nil) }
  }
}

// The switch to a WebSocket.
extension HTTPConnection {
  private func shake(
    _ head: HTTPRequestHead, _ socket: @escaping Routes.Socket, _ visitor: String, _ context: ChannelHandlerContext
  ) {
    let decision = isStopping ? .refuse(.serviceUnavailable, "the server stops") : Handshake.decide(head, premises)
    switch decision {
    case .refuse(let status, let why):
      premises.metrics.turnedAway("handshake")
      isStopping = true
      send(Problem(status, why, headers: ["sec-websocket-version": "13"]).answer, to: head, context)
    case .accept(let frames):
      guard enterThroughProxy(visitor, context) else {
        return refuse(Problem(.serviceUnavailable, "too many connections of one address"), context)
      }
      become(head, frames: frames, context) { socket($0, visitor, frames) }
    case .acceptAndClose(let code, let reason):
      premises.metrics.turnedAway("origin")
      become(head, frames: true, context) { ClosingReceiver(channel: $0, code: code, reason: reason) }
    }
  }

  /// What came through a proxy is counted where it really came from.
  private func enterThroughProxy(_ visitor: String, _ context: ChannelHandlerContext) -> Bool {
    guard visitor != self.visitor else { return true }
    let doorkeeper = premises.doorkeeper
    guard doorkeeper.enterThroughProxy(visitor) else { return false }
    context.channel.closeFuture.whenComplete { _ in doorkeeper.leaveThroughProxy(visitor) }
    return true
  }

  private func become(
    _ head: HTTPRequestHead, frames: Bool, _ context: ChannelHandlerContext,
    receiver: @escaping (any NIOCore.Channel) -> any MessageReceiver
  ) {
    let bound = NIOLoopBound((self, context, receiver), eventLoop: context.eventLoop)
    Handshake.headers(for: head, frames: frames, on: context.channel).whenComplete { result in
      let (connection, context, receiver) = bound.value
      switch result {
      case .success(let headers): connection.switchOver(headers, receiver(context.channel), context)
      case .failure: connection.refuse(Problem(.badRequest, "this is no handshake of a WebSocket"), context)
      }
    }
  }

  private func switchOver(_ headers: HTTPHeaders, _ receiver: any MessageReceiver, _ context: ChannelHandlerContext) {
    state = .done
    premises.metrics.answered(101)
    let response = HTTPResponseHead(version: .http1_1, status: .switchingProtocols, headers: headers)
    context.write(wrapOutboundOut(.head(response)), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    let pipeline = context.pipeline.syncOperations
    let handler = WebSocketHandler(receiver: receiver, metrics: premises.metrics)
    do {
      pipeline.removeHandler(stack.pipelining, promise: nil)
      pipeline.removeHandler(stack.encoder, promise: nil)
      try pipeline.addHandlers([
        WebSocketFrameEncoder(), ByteToMessageHandler(WebSocketFrameDecoder(maxFrameSize: receiver.bounds.bytes)),
        handler,
      ])
      pipeline.removeHandler(context: context, promise: nil)
      handler.begin()
      // Last, since what it has read already belongs to the WebSocket.
      pipeline.removeHandler(stack.decoder, promise: nil)
    } catch {
      context.close(promise: nil)
    }
  }
}

extension Premises {
  /// Where a request came from. The word of a proxy counts only where the operator named it.
  func visitor(_ head: HTTPRequestHead, peer: String) -> String {
    guard proxies.contains(peer),
      let last = head.headers[canonicalForm: "x-forwarded-for"].last.map(String.init), !last.isEmpty
    else { return peer }
    return String(last.prefix(64))
  }

  /// Whether the client's connection is encrypted, as the proxy says that the operator named.
  func isSecure(_ head: HTTPRequestHead, peer: String) -> Bool {
    encrypts || proxies.contains(peer) && head.headers[canonicalForm: "x-forwarded-proto"].last?.lowercased() == "https"
  }
}
