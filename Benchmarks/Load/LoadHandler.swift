import NIOCore
import NIOPosix

/// One customer's connection, talking at the pace of the plan.
final class LoadHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private struct Said {
    let cid: Int
    let text: String
    let due: UInt64
  }

  /// Lines that were due while a customer came, and are said when they are there.
  private static let mostMissed: UInt64 = 8

  private let plan: LoadPlan
  private let seat: LoadSeat
  private var incoming = IncomingBytes()
  private var result = LoadResult()
  private var noted = NotedThread()
  private var talk: ArraySlice<String> = []
  private var waiting = CircularBuffer<Said>()
  /// When the line was due whose acknowledgement came last, until the bot has answered it.
  private var unanswered: UInt64?
  private var entries = 0
  private var cameAt: UInt64 = 0
  private var isWithBot = true
  private var isLeaving = false
  private var alarm: Scheduled<Void>?

  private init(_ plan: LoadPlan, _ seat: LoadSeat) {
    (self.plan, self.seat) = (plan, seat)
    talk = plan.talks?.randomElement()?[...] ?? []
  }

  static func connect(_ plan: LoadPlan, _ seat: LoadSeat, on loop: any EventLoop) -> EventLoopFuture<Void> {
    Connecting.open(plan.port, plan.path, on: loop) { LoadHandler(plan, seat) }.map { _ in }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    if incoming.add(unwrapInboundIn(data)) {
      if plan.talks == nil { begin(context) } else { send(#"{"type":"hello","v":1}"#, context) }
    }
    while let frame = incoming.next() { take(frame, context) }
    leaveIfDone(context)
  }

  func channelReadComplete(context: ChannelHandlerContext) { context.flush() }

  func channelInactive(context: ChannelHandlerContext) {
    alarm?.cancel()
    if !isLeaving { result.cut += 1 }
    if plan.notesAcks, !noted.thread.isEmpty { result.noted = [noted] }
    seat.left(with: result)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

// What is heard.
extension LoadHandler {
  private func take(_ frame: IncomingFrame, _ context: ChannelHandlerContext) {
    guard plan.talks != nil else { return acknowledged(context) }
    switch frame {
    case .welcome(let thread):
      noted.thread = thread
      if plan.span.contains(ticks()) { result.opened += 1 }
      begin(context)
    case .ack(let cid, let seq):
      if plan.notesAcks { noted.acks.append((cid, seq)) }
      acknowledged(context)
    case .nack(let isBusy, let retry): refused(isBusy, retry, context)
    case .entry(let seq, let isOfBot):
      if isOfBot, let due = unanswered {
        unanswered = nil
        if plan.span.contains(ticks()) { result.answers.add(ticks() - due) }
      }
      entries += 1
      if entries.isMultiple(of: 16) { send(#"{"type":"got","seq":\#(seq)}"#, context) }
    case .status(let isWithBot): self.isWithBot = isWithBot
    case .other: break
    }
  }

  private func acknowledged(_ context: ChannelHandlerContext) {
    guard let said = waiting.popFirst() else { return }
    let now = ticks()
    if plan.span.contains(now) { result.acks.add(now - said.due) }
    unanswered = said.due
    // The bot's entry comes right behind; the next line does not wait for it.
    if case .whenAnswered = plan.pace { say(due: ticks(), context) }
  }

  private func refused(_ isBusy: Bool, _ retry: Int, _ context: ChannelHandlerContext) {
    guard let said = waiting.popFirst() else { return }
    if plan.span.contains(ticks()) {
      if isBusy { result.refused += 1 } else { result.failed += 1 }
    }
    // Who keeps a pace has other customers, who do not wait for this one.
    guard isBusy, case .whenAnswered = plan.pace else { return }
    after(UInt64(retry) * 1_000_000, context) { handler, context in handler.say(said, context) }
  }
}

// What is said.
extension LoadHandler {
  private func begin(_ context: ChannelHandlerContext) {
    cameAt = ticks()
    switch plan.pace {
    case .whenAnswered: say(due: ticks(), context)
    case .steady: keepPace(context)
    }
  }

  /// Says what is due, and comes back when something is.
  private func keepPace(_ context: ChannelHandlerContext) {
    guard !isLeaving, let interval = plan.interval else { return }
    var due = seat.due(notBefore: cameAt - min(cameAt, interval * LoadHandler.mostMissed))
    while due <= ticks(), !isLeaving {
      // What it costs to come is another matter.
      say(due: max(due, cameAt), context)
      due += interval
    }
    seat.note(due: due)
    context.flush()
    if !isLeaving { after(due - min(due, ticks()), context) { handler, context in handler.keepPace(context) } }
  }

  private func after(
    _ nanoseconds: UInt64, _ context: ChannelHandlerContext,
    _ body: @escaping @Sendable (LoadHandler, ChannelHandlerContext) -> Void
  ) {
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    alarm = context.eventLoop.scheduleTask(in: .nanoseconds(Int64(nanoseconds))) {
      let (handler, context) = bound.value
      body(handler, context)
      handler.leaveIfDone(context)
      context.flush()
    }
  }

  /// The next line of the talk. One that ended with the bot is followed by another of the same customer; one that ended with
  /// people by another customer's, as they would only be taken down now.
  private func say(due: UInt64, _ context: ChannelHandlerContext) {
    guard due < plan.span.upperBound else { return isLeaving = true }
    if talk.isEmpty, let talks = plan.talks {
      guard isWithBot else { return isLeaving = true }
      talk = talks.randomElement()?[...] ?? []
    }
    noted.said += 1
    let text = talk.popFirst() ?? "sixty-four bytes of text that come back as they are, once a round!"
    say(Said(cid: noted.said, text: text, due: due), context)
  }

  private func say(_ said: Said, _ context: ChannelHandlerContext) {
    waiting.append(said)
    if plan.span.contains(ticks()) { result.said += 1 }
    guard plan.talks != nil else { return send(said.text, context) }
    send(#"{"type":"say","cid":"c\#(said.cid)","text":"\#(said.text)"}"#, context)
  }

  private func leaveIfDone(_ context: ChannelHandlerContext) {
    guard isLeaving, waiting.isEmpty else { return }
    context.close(promise: nil)
  }

  private func send(_ text: String, _ context: ChannelHandlerContext) {
    context.write(wrapOutboundOut(Connecting.frame(text)), promise: nil)
  }
}
