import Desk
import Dialogue
import Playbooks
import Vocabulary

/// Plays a recorded thread again, step by step, on a clock that keeps to the recorded times where they matter.
package struct RecordPlayer: Sendable {
  /// What one step came to.
  package struct Outcome: Sendable {
    /// The clock was moved on before it.
    package let waited: Int64?
    package let decisions: [Decision]
    package let state: TranscriptState
    /// The `seq` before it.
    package let after: Int

    /// What was said to the customer by the bot and the system.
    package var replies: [Entry] {
      decisions.flatMap(\.entries).filter {
        ($0.from == .bot || $0.from == .system) && $0.audience == .everyone
      }
    }
  }

  package private(set) var thread: EngineThread
  /// The clock before the first line, as a transcript begins.
  package let start: Timestamp
  /// Steps closer than this follow each other without a wait.
  private static let patience: Int64 = 60_000

  package init(_ recorded: RecordedThread, engine: Engine) {
    start = Timestamp(milliseconds: recorded.startedAt.milliseconds.flooredDivision(by: 60_000) * 60_000)
    thread = EngineThread(engine: engine, at: start)
  }

  /// The customer comes.
  package mutating func open() throws -> Outcome {
    let known = thread.log.count
    try thread.take(.customerCame(via: thread.address))
    return outcome(since: known, waited: nil, after: 0)
  }

  /// - Throws: `Refusal` where the step can no longer be.
  package mutating func play(_ step: RecordedThread.Step) throws -> Outcome {
    let (start, known) = (thread.snapshot.lastSeq, thread.log.count)
    let waited = wait(before: step)
    if let waited { try thread.wait(milliseconds: waited) }
    let after = thread.snapshot.lastSeq
    for lookup in step.lookups { lookup.standIn.map { thread.standIn(lookup.lookup, $0) } }
    switch step.move {
    case .said(let text): try thread.say(text)
    case .did(let agent, let line):
      guard let code = thread.snapshot.theCase?.code, case .act(_, let deed) = try DeskVerb.parse(line, current: code)
      else { throw Refusal.unknown }
      try thread.take(.agentDid(agent, deed.move(in: thread.engine.playbook, at: thread.now)))
    case .passed: break
    }
    return outcome(since: known, waited: waited, after: step.move == .passed ? start : after)
  }

  private func outcome(since known: Int, waited: Int64?, after: Int) -> Outcome {
    Outcome(waited: waited, decisions: Array(thread.log.dropFirst(known)), state: thread.state, after: after)
  }

  private func wait(before step: RecordedThread.Step) -> Int64? {
    let isWait = step.move == .passed
    let gap = step.at.since(thread.now) - (isWait ? 0 : 1_000)
    guard gap > 0, gap >= Self.patience || isWait || matters(until: step.at) else { return nil }
    let seconds = isWait ? (gap + 999) / 1_000 : gap / 1_000
    return seconds > 0 ? min(seconds * 1_000, ClockSpan.mostMilliseconds) : nil
  }

  /// A day begins, a queue opens or closes, or a timer falls due.
  private func matters(until moment: Timestamp) -> Bool {
    let playbook = thread.engine.playbook
    let zone = playbook.settings.zone
    return zone.civil(thread.now).date != zone.civil(moment).date
      || thread.snapshot.timers.values.contains { $0 <= moment }
      || playbook.queues.contains { $0.isOpen(at: thread.now) != $0.isOpen(at: moment) }
  }
}
