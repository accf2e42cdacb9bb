import Dialogue
import Gateways
import NIOCore
import Runtime
import Storage
import Synchronization
import Vocabulary

/// Where talk over the network comes from.
package let webChannel: Vocabulary.Channel = "web"

/// One client's conversation. It lives on the event loop of its connection, so that what needs no
/// store is answered without a task, and an idle one costs nothing but its memory.
///
/// One thing at a time: while a step waits for the store, what comes in waits behind it, and where too much does, the
/// connection is not read.
actor WebTalk {
  struct Waiting: Sendable {
    let reading: FrameReading
    let since: NIODeadline
  }

  enum Phase: Hashable, Sendable {
    case talking
    /// What is being done is done to its end, then the connection closes.
    case stopping(retry: Int)
    case closed
  }

  nonisolated let line: any TalkLine
  nonisolated let premises: Premises
  nonisolated let visitor: String
  nonisolated private let executor: any SerialExecutor
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  let entrance: Entrance
  var voice: Voice
  var session: FrameSession
  var phase = Phase.talking
  var names: SpeakerNames
  var address: Address?
  var thread: ThreadID?
  /// What was given out for coming back.
  var secret: KeyDigest?
  var ticked = 0
  /// Lines refused in a row as too fast.
  var refusals = 0
  /// When what is being worked on arrived.
  var arrived = NIODeadline.now()
  private var readings: [Waiting] = []
  private var steps: [FrameSession.Step] = []
  private var isWaiting = false
  private var isPaused = false
  private var hasWritten = false
  private var lastHeard = NIODeadline.now()
  private var alarm: Scheduled<Void>?

  init(_ premises: Premises, line: any TalkLine, visitor: String, frames: Bool) {
    self.init(
      premises, line: line, visitor: visitor,
      voice: frames ? .frames(FrameReader(bounds: premises.limits.frames)) : .plain(PlainVoice()), entrance: .hello)
  }

  init(_ premises: Premises, line: any TalkLine, visitor: String, voice: Voice, entrance: Entrance) {
    (self.premises, self.line, self.visitor, self.voice, self.entrance) = (premises, line, visitor, voice, entrance)
    executor = line.eventLoop.executor
    let bounds = premises.limits.frames
    session = FrameSession(
      needsHello: voice.speaksFrames, device: DeviceID(Secret.random().text), unreceipted: bounds.unreceipted)
    names = SpeakerNames(bot: premises.house.botName, customer: "")
  }

  /// The thread has entries up to this one. From any task.
  nonisolated func tell(last: Int) {
    line.eventLoop.execute {
      self.assumeIsolated { talk in
        talk.session.heard(last: last)
        talk.pump()
      }
    }
  }

  /// Another connection of the same device has come. From any task.
  nonisolated func replace() {
    line.eventLoop.execute {
      self.assumeIsolated { $0.end(.bye(.replaced, retryMilliseconds: 0), code: 4409, "the device came back") }
    }
  }

  /// How the thread stands, as others found out. From any task.
  nonisolated func tell(_ standing: Standing) {
    line.eventLoop.execute {
      self.assumeIsolated { talk in
        guard talk.session.standing?.caseCode == standing.caseCode, talk.session.standing?.floor == standing.floor
        else { return }
        // The board tells places and no times.
        var standing = standing
        standing.waitSeconds = talk.session.standing?.waitSeconds
        talk.add(talk.session.stands(standing))
        talk.pump()
      }
    }
  }
}

// What the connection does.
extension WebTalk: MessageReceiver {
  nonisolated var bounds: MessageBounds { MessageBounds(bytes: premises.limits.frames.frame) }
  nonisolated func opened() { assumeIsolated { $0.begin() } }
  nonisolated func received(_ message: SocketMessage) -> Reception { assumeIsolated { $0.take(message) } }
  nonisolated func heard() { assumeIsolated { $0.lastHeard = .now() } }
  nonisolated func drained() { assumeIsolated { $0.pump() } }
  nonisolated func stop(retryMilliseconds: Int) { assumeIsolated { $0.stopSoon(retryMilliseconds) } }
  nonisolated func closed() { assumeIsolated { $0.leave() } }

  private func begin() {
    lastHeard = .now()
    switch voice {
    case .frames: watch(after: premises.limits.helloMilliseconds)
    case .plain, .activities:
      watch(after: premises.limits.beatMilliseconds)
      steps += session.begin()
      pump()
    }
  }

  private func take(_ message: SocketMessage) -> Reception {
    guard phase == .talking, case .text(let bytes) = message else { return .goOn }
    readings.append(Waiting(reading: read(bytes), since: .now()))
    pump()
    isPaused = readings.count >= Limits.readingsAhead
    return isPaused ? .pause : .goOn
  }

  private func read(_ bytes: [UInt8]) -> FrameReading {
    switch voice {
    case .activities: return .ignored
    case .frames(let reader): return reader.read(bytes)
    case .plain(var plain):
      defer { voice = .plain(plain) }
      return plain.reading(bytes, premises.limits.frames)
    }
  }

  private func stopSoon(_ retry: Int) {
    guard phase == .talking else { return }
    phase = .stopping(retry: retry)
    readings = []
    pump()
  }

  private func leave() {
    phase = .closed
    alarm?.cancel()
    guard let thread else { return }
    premises.lobby.leave(self, thread)
    tick()
  }
}

// Sends what is ready, and begins what has to wait.
extension WebTalk {
  func add(_ more: [FrameSession.Step]) { steps += more }

  /// Goes on until something has to be waited for, or there is nothing to do.
  func pump() {
    guard !isWaiting, phase != .closed else { return }
    while !isWaiting, phase != .closed {
      if !steps.isEmpty {
        take(steps.removeFirst())
      } else if case .stopping(let retry) = phase {
        end(.bye(.drain, retryMilliseconds: retry), code: 1012, "the server restarts")
      } else if !line.isWritable {
        break
      } else if let next = nextReading() {
        arrived = next.since
        steps += session.take(next.reading)
        noteRefusal(next.reading)
      } else if session.hasNews, session.wanted != nil {
        wait { await $0.push() }
      } else {
        break
      }
    }
    flush()
  }

  private func nextReading() -> Waiting? {
    guard !readings.isEmpty else { return nil }
    let next = readings.removeFirst()
    if isPaused, readings.count < Limits.readingsAhead / 2 {
      isPaused = false
      line.goOn()
    }
    return next
  }

  private func noteRefusal(_ reading: FrameReading) {
    if case .bad(_, let code) = reading { premises.metrics.refused(code) }
  }

  private func take(_ step: FrameSession.Step) {
    switch step {
    case .send(let frame): write(frame)
    case .open(let hello): wait { await $0.open(hello) }
    case .take(let frame): steps = session.take(frame) + steps
    case .receive(let what, let device, let cid): receive(what, device, cid)
    case .read(let after, let limit): wait { await $0.page(after, limit) }
    // Deliveries are ticked now and then, not for every receipt.
    case .receipted: break
    case .typing: noteTyping()
    case .close(let closing): end(nil, code: UInt16(closing.webSocketCode), closing.reason)
    }
  }

  /// Does something that has to wait; everything else waits behind it.
  func wait(_ work: @escaping @Sendable (isolated WebTalk) async -> Void) {
    isWaiting = true
    Task.immediate {
      await work(self)
      self.finishedWaiting()
    }
  }

  private func finishedWaiting() {
    isWaiting = false
    pump()
  }

  func write(_ frame: ServerFrame) {
    guard phase != .closed else { return }
    let text: String?
    switch voice {
    case .frames: text = try? JSONBytes.text(of: frame)
    case .activities(let activities): text = activities.text(frame)
    case .plain(var plain):
      text = plain.text(frame)
      voice = .plain(plain)
    }
    guard let text else { return }
    line.write(text)
    hasWritten = true
  }

  private func flush() {
    guard hasWritten else { return }
    hasWritten = false
    line.flush()
  }

  /// Ends the connection, after a last word where there is one.
  func end(_ last: ServerFrame?, code: UInt16, _ reason: String) {
    guard phase != .closed else { return }
    if let last { write(last) }
    flush()
    phase = .closed
    line.close(code: code, reason: reason)
  }
}

// Signs of life.
extension WebTalk {
  /// Whoever has said hello is expected to give them.
  func expectBeats() {
    alarm?.cancel()
    watch(after: premises.limits.beatMilliseconds)
  }

  private func watch(after milliseconds: Int) {
    alarm = line.eventLoop.scheduleTask(in: .milliseconds(Int64(milliseconds))) { [weak self] in
      self?.assumeIsolated { $0.look() }
    }
  }

  private func look() {
    guard phase == .talking else { return }
    let beat = premises.limits.beatMilliseconds
    if session.openDevice == nil, voice.speaksFrames, !isWaiting {
      return end(nil, code: 4401, "no hello came in time")
    }
    let silence = Int((NIODeadline.now() - lastHeard).nanoseconds / 1_000_000)
    guard silence < 2 * beat else { return end(nil, code: 4408, "no sign of life") }
    if !voice.speaksFrames { line.ping() }
    tick()
    watch(after: min(beat, 2 * beat - silence))
  }

  /// Marks as delivered what the client has receipts for.
  private func tick() {
    let through = session.receiptedThrough
    guard let address, let thread, through > ticked else { return }
    ticked = through
    let store = premises.house.store
    Task { try? await CatchUp(store: store, address: address).tick(through: through, of: thread) }
  }
}
