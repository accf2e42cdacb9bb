import Dialogue
import Gateways
import Runtime
import Synchronization
import Vocabulary
import WebGateway

/// A conversation whose store is made up: every step is answered at once.
final class FuzzedTalk: MessageReceiver {
  fileprivate struct State {
    var session = FrameSession(needsHello: true, device: "device", unreceipted: 64)
    var outcome = FrameFuzz.Outcome()
    var last = 0
    var isOver = false
  }

  let bounds = MessageBounds(bytes: Limits.frameBytes)
  private let reader = FrameReader()
  private let state = Mutex(State())

  var outcome: FrameFuzz.Outcome { state.withLock { $0.outcome } }
  var isOver: Bool { state.withLock { $0.isOver } }

  func opened() {}
  func heard() {}
  func drained() {}
  func stop(retryMilliseconds: Int) {}
  func closed() { state.withLock { $0.isOver = true } }

  func received(_ message: SocketMessage) -> Reception {
    guard case .text(let bytes) = message else { return .goOn }
    let reading = reader.read(bytes)
    state.withLock { state in
      switch reading {
      case .frame, .ignored: state.outcome.understood += 1
      case .bad: state.outcome.refused += 1
      case .malformed: state.outcome.malformed += 1
      }
      var steps = state.session.take(reading)
      while !steps.isEmpty { steps += state.answer(steps.removeFirst()) }
    }
    return .goOn
  }
}

extension FuzzedTalk.State {
  fileprivate mutating func answer(_ step: FrameSession.Step) -> [FrameSession.Step] {
    switch step {
    case .send, .receipted, .typing: return []
    case .open:
      let welcome = ServerFrame.Welcome(
        thread: "thread", resume: "secret", last: last, floor: "bot", disclosure: "", beatMilliseconds: 25_000,
        limits: [:])
      return session.opened(welcome, standing: Standing(floor: .bot), shown: 0)
    case .take(let frame): return session.take(frame)
    case .receive(let what, _, let cid): return receive(what, cid)
    case .read(let after, _): return session.paged([], after: after, more: false)
    case .close:
      outcome.ended += 1
      isOver = true
      return []
    }
  }

  private mutating func receive(_ what: Inbound.What, _ cid: ClientID?) -> [FrameSession.Step] {
    guard case .said(let text) = what else { return session.received(.refused(.emptyText), cid) }
    last += 1
    let entry = Entry(
      seq: last, at: Timestamp(milliseconds: 0), from: .customer, channel: "web", text: text)
    let steps = session.received(.done(thread: "thread", entries: [entry]), cid)
    guard session.follows([entry]) else { return steps }
    return steps + session.pushed([VisibleEntry(entry, names: SpeakerNames(bot: "bot", customer: "you"))])
  }
}
