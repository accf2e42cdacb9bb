import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import Vocabulary

/// Long polling: the frames of a WebSocket, one a line, for clients that have none. A request brings the client's frames and
/// takes home what has been said to it; with nothing to take it waits.
///
/// An answer that is lost on its way loses its frames, as a cut does on a WebSocket: the client says hello again.
final class PollBook: Sendable {
  private struct Poll {
    let talk: WebTalk
    let line: PollLine
    let visitor: String
  }

  private static let usualWait: Int64 = 20_000
  private let premises: Premises
  private let polls = Mutex<[String: Poll]>([:])

  init(_ premises: Premises) { self.premises = premises }

  func answer(_ request: Request) async -> Answer {
    do throws(Problem) {
      try premises.checkOrigin(request)
      let (session, poll) = try find(request)
      await hear(request.body, poll)
      let asked = request.query("wait_ms").flatMap { Int64($0) } ?? Self.usualWait
      await poll.line.wait(milliseconds: min(max(0, asked), Self.usualWait))
      return premises.shared(collect(session, poll), with: request)
    } catch {
      return premises.shared(error.answer, with: request)
    }
  }

  private func find(_ request: Request) throws(Problem) -> (String, Poll) {
    if let session = request.head.headers.first(name: "baton-session") {
      guard let poll = polls.withLock({ $0[session] }) else {
        throw Problem(.notFound, "there is no such session; begin with hello")
      }
      return (session, poll)
    }
    guard !premises.isDraining, premises.doorkeeper.enterThroughProxy(request.visitor) else {
      throw Problem(.serviceUnavailable, "too many connections of one address", headers: ["retry-after": "5"])
    }
    let session = Secret.random().text
    let visitor = request.visitor
    let line = PollLine(eventLoop: MultiThreadedEventLoopGroup.singleton.any()) { [weak self] in
      self?.forgetLater(session)
    }
    let talk = WebTalk(premises, line: line, visitor: visitor, frames: true)
    let poll = Poll(talk: talk, line: line, visitor: visitor)
    polls.withLock { $0[session] = poll }
    line.eventLoop.execute { talk.opened() }
    return (session, poll)
  }

  /// Brings the lines to the conversation, in order.
  private func hear(_ body: [UInt8], _ poll: Poll) async {
    let lines = body.split(separator: UInt8(ascii: "\n")).map(Array.init)
    let most = premises.limits.frames.frame
    let heard = poll.line.eventLoop.submit {
      poll.talk.heard()
      for line in lines where !line.allSatisfy({ $0 == 0x20 || $0 == 0x0D }) {
        guard line.count <= most else { return poll.line.close(code: 1009, reason: "the frame is too long") }
        _ = poll.talk.received(.text(line))
      }
    }
    try? await heard.get()
  }

  private func collect(_ session: String, _ poll: Poll) -> Answer {
    let (frames, closing) = poll.line.collect()
    // Now that there is room, what has to wait for it goes on.
    poll.line.eventLoop.execute {
      poll.talk.heard()
      poll.talk.drained()
    }
    var answer = Answer(
      type: "application/x-ndjson; charset=utf-8", body: Array(frames.map { $0 + "\n" }.joined().utf8),
      headers: ["cache-control": "no-store", "baton-session": session])
    if let closing {
      answer.headers.add(name: "baton-close", value: "\(closing.code)")
      forget(session)
    }
    return answer
  }

  /// An ended conversation is kept for as long as its client may take to ask why.
  private func forgetLater(_ session: String) {
    guard let poll = polls.withLock({ $0[session] }) else { return }
    premises.metrics.closed(Int(poll.line.closingCode ?? 1000))
    poll.line.eventLoop.execute { poll.talk.closed() }
    poll.line.eventLoop.scheduleTask(in: .milliseconds(Limits.restMilliseconds)) { self.forget(session) }
  }

  private func forget(_ session: String) {
    guard let poll = polls.withLock({ $0.removeValue(forKey: session) }) else { return }
    premises.doorkeeper.leaveThroughProxy(poll.visitor)
  }
}
