import Dialogue
import Vocabulary

/// Spoils the decision about an event in a snapshot.
package typealias EngineFault = @Sendable (Event, Snapshot, inout Decision) -> Void

/// One thread over the engine alone: a value, so that it may be forked at any turn.
package struct EngineThread: Sendable {
  package let engine: Engine
  package private(set) var entries: [Entry] = []
  package private(set) var snapshot: Snapshot
  package private(set) var now: Timestamp
  private var codes = SequentialCodes()
  private var others = StandIns()
  private let fault: EngineFault?
  /// What was decided so far, one for each event.
  package private(set) var log: [Decision] = []

  /// - Parameter fault: spoils decisions, so that a test can show that it notices.
  package init(
    engine: Engine, at start: Timestamp, address: Address = Address(.line, "transcript"), fault: EngineFault? = nil
  ) {
    self.engine = engine
    self.address = address
    self.fault = fault
    now = start
    snapshot = Snapshot(
      thread: "thread-1", revision: 0, lastSeq: 0,
      customer: Customer(id: "customer-1", since: start, addresses: [.init(address)]),
      talk: TalkState(language: engine.playbook.settings.defaultLanguage), offeredCode: codes.next())
  }

  package let address: Address

  package var state: TranscriptState {
    TranscriptState(
      talk: snapshot.talk, theCase: snapshot.theCase, entries: entries,
      now: engine.playbook.settings.zone.civil(now))
  }

  /// Decides and takes the decision over, a second later than the event before.
  @discardableResult
  package mutating func take(_ event: Event) throws(Refusal) -> Decision {
    let next = now.adding(milliseconds: 1_000)
    hearOthers(by: next)
    now = next
    let decision = try decide(event)
    hearOthers(by: now)
    return decision
  }

  package mutating func standIn(_ lookup: LookupID, _ answer: StandIn) { others.stand(in: lookup, answer) }

  /// Takes what other programs have said by then, each at its time.
  private mutating func hearOthers(by end: Timestamp) {
    while let due = others.next(by: end) {
      now = max(now, due.at)
      _ = try? decide(due.event)
    }
  }

  @discardableResult
  package mutating func say(_ text: String) throws(Refusal) -> Decision {
    try take(.customerSaid(Utterance(text, via: address)))
  }

  /// Moves the clock on and fires what falls due, in order.
  package mutating func wait(milliseconds: Int64) throws(Refusal) {
    let end = now.adding(milliseconds: milliseconds)
    for _ in 0..<64 {
      let due = snapshot.timers.filter { $0.value <= end }.min { $0.value < $1.value }
      hearOthers(by: due?.value ?? end)
      guard let due, snapshot.timers[due.key] == due.value else {
        if due == nil { break }
        continue
      }
      now = max(now, due.value)
      try decide(.timerFired(due.key))
    }
    now = max(now, end)
  }

  @discardableResult
  private mutating func decide(_ event: Event) throws(Refusal) -> Decision {
    var decision = try engine.decide(event, in: snapshot, at: now)
    fault?(event, snapshot, &decision)
    adopt(decision)
    log.append(decision)
    return decision
  }

  private mutating func adopt(_ decision: Decision) {
    others.ask(decision.lookups, at: now)
    entries += decision.entries
    var earlierCases = snapshot.earlierCases
    if let before = snapshot.theCase, before.code != decision.theCase?.code { earlierCases += 1 }
    let code = decision.theCase?.code == snapshot.offeredCode ? codes.next() : snapshot.offeredCode
    snapshot = Snapshot(
      thread: snapshot.thread, revision: snapshot.revision + 1, lastSeq: entries.last?.seq ?? snapshot.lastSeq,
      customer: decision.customer, talk: decision.talk, theCase: decision.theCase, earlierCases: earlierCases,
      recent: Array(entries.suffix(Limits.recentEntries)), timers: decision.timers, offeredCode: code)
  }
}

/// Case codes in a fixed order: AAAAAA, AAAAAB, …
package struct SequentialCodes: Sendable {
  private var count = 0
  package init() {}

  package mutating func next() -> CaseCode {
    let letters = CaseCode.alphabet.filter(\.isLetter)
    var rest = count
    var code = ""
    for _ in 0..<CaseCode.length {
      code = String(letters[rest % letters.count]) + code
      rest /= letters.count
    }
    count += 1
    return CaseCode(code)
  }
}

/// Plays transcripts with the engine alone.
package actor EngineStage: TranscriptStage {
  private var thread: EngineThread
  /// What was decided so far, one for each event.
  package var decisions: [Decision] { thread.log }

  package init(_ thread: EngineThread) { self.thread = thread }

  package func came() throws { try thread.take(.customerCame(via: thread.address)) }
  package func said(_ text: String) throws { try thread.say(text) }
  package func did(_ agent: AgentID, _ move: AgentMove) throws { try thread.take(.agentDid(agent, move)) }
  package func wait(milliseconds: Int64) throws { try thread.wait(milliseconds: milliseconds) }
  package func standIn(_ lookup: LookupID, _ answer: StandIn) { thread.standIn(lookup, answer) }
  package func state() -> TranscriptState { thread.state }
}
