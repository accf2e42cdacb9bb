import Desk
import Dialogue
import Playbooks
import Vocabulary

/// A place where transcripts are played: the engine alone, a switchboard over a store, a running program.
package protocol TranscriptStage: Sendable {
  func came() async throws
  func said(_ text: String) async throws
  /// - Throws: `Refusal` where the move cannot be.
  func did(_ agent: AgentID, _ move: AgentMove) async throws
  /// Moves the clock on and fires what falls due, in order.
  func wait(milliseconds: Int64) async throws
  /// From now on the lookup is answered so. Where nothing stands for it, it fails.
  func standIn(_ lookup: LookupID, _ answer: StandIn) async throws
  func state() async throws -> TranscriptState
}

/// How a transcript went.
package struct TranscriptRun: Sendable {
  /// How things stood when a `#bot` section was compared.
  package struct Turn: Sendable {
    /// The section's index.
    package let section: Int
    package let state: TranscriptState
    /// The `seq` before the turn that the section speaks of.
    package let after: Int
  }

  package var failures: [TranscriptFailure] = []
  package var turns: [Turn] = []
}

/// Plays transcripts and tells where they do not hold.
package struct TranscriptRunner: Sendable {
  package enum Strictness: String, Sendable {
    case everything
    /// Wording does not count.
    case decision
  }

  let playbook: Playbook
  let strictness: Strictness

  package init(playbook: Playbook, strictness: Strictness = .everything) {
    self.playbook = playbook
    self.strictness = strictness
  }

  /// When the transcript begins.
  package func start(of transcript: Transcript) -> Timestamp {
    playbook.settings.zone.moment(transcript.now ?? Transcript.usualNow)
  }

  /// Plays the whole transcript on a fresh stage; a failed section does not end it.
  package func run(_ transcript: Transcript, on stage: some TranscriptStage) async throws -> [TranscriptFailure] {
    try await play(transcript, on: stage).failures
  }

  package func play(_ transcript: Transcript, on stage: some TranscriptStage) async throws -> TranscriptRun {
    var run = TranscriptRun()
    run.failures = UnknownNames(playbook: playbook).failures(in: transcript)
    try await stage.came()
    var turnStart = 0
    var said: TranscriptLine?
    for (index, section) in transcript.sections.enumerated() {
      if case .bot(let lines, let asserters) = section.kind {
        let state = try await stage.state()
        run.turns.append(TranscriptRun.Turn(section: index, state: state, after: turnStart))
        run.failures += check(lines, asserters, in: state, after: turnStart).map { $0.located(in: transcript, said) }
        continue
      }
      if case .lookup(let lookup, let answer) = section.kind {
        try await stage.standIn(lookup, answer)
        continue
      }
      turnStart = try await stage.state().entries.last?.seq ?? 0
      said = try await play(section, of: transcript, on: stage, &run) ?? said
    }
    return run
  }

  /// What the customer said, where it is they who did something.
  private func play(
    _ section: TranscriptSection, of transcript: Transcript, on stage: some TranscriptStage, _ run: inout TranscriptRun
  ) async throws -> TranscriptLine? {
    switch section.kind {
    case .bot, .lookup: break
    case .me(let text):
      try await stage.said(DayNames.expand(text, on: try await stage.state().now.date))
      return TranscriptLine(line: section.line, text: text)
    case .agent(let lines):
      for line in lines {
        if let failure = try await play(line, on: stage) { run.failures.append(failure.located(in: transcript, nil)) }
      }
    case .wait(let milliseconds): try await stage.wait(milliseconds: milliseconds)
    }
    return nil
  }

  private func play(_ line: AgentLine, on stage: some TranscriptStage) async throws -> TranscriptFailure? {
    let state = try await stage.state()
    func failure(_ expected: String, _ got: String) -> TranscriptFailure {
      TranscriptFailure(line: line.line, expected: [expected], got: [got])
    }
    guard let theCase = state.theCase else { return failure("a case for \(line.agent)", "no case") }
    let now = playbook.settings.zone.moment(state.now)
    guard let verb = try? DeskVerb.parse(line.text, current: theCase.code), case .act(_, let deed) = verb else {
      return failure("a verb about the case", line.text)
    }
    do {
      try await stage.did(line.agent, deed.move(in: playbook, at: now))
      return nil
    } catch let refusal as Refusal {
      return failure("\(line.agent): \(line.text)", "refused: \(refusal)")
    }
  }

  private func check(
    _ lines: [TranscriptLine], _ asserters: [PlacedAsserter], in state: TranscriptState, after turnStart: Int
  ) -> [TranscriptFailure] {
    var failures: [TranscriptFailure] = []
    if strictness == .everything { failures += WordingCheck(state, after: turnStart).failures(of: lines) }
    for placed in asserters {
      guard let mismatch = placed.mismatch(in: state, after: turnStart) else { continue }
      failures.append(TranscriptFailure(line: placed.line, expected: [mismatch.expected], got: [mismatch.got]))
    }
    return failures
  }
}

/// A name in an asserter that the playbook does not know can never hold, or always would.
private struct UnknownNames {
  let playbook: Playbook

  func failures(in transcript: Transcript) -> [TranscriptFailure] {
    transcript.sections.flatMap { section -> [TranscriptFailure] in
      if case .lookup(let lookup, _) = section.kind, playbook.lookup(lookup) == nil {
        return [
          TranscriptFailure(line: section.line, expected: ["lookup \(lookup)"], got: ["no such name in the playbook"])
            .located(in: transcript, nil)
        ]
      }
      guard case .bot(_, let asserters) = section.kind else { return [] }
      return asserters.flatMap { placed in
        unknownNames(in: placed.asserter).map {
          TranscriptFailure(line: placed.line, expected: [$0], got: ["no such name in the playbook"])
            .located(in: transcript, nil)
        }
      }
    }
  }

  private func unknownNames(in asserter: Asserter) -> [String] {
    switch asserter {
    case .intent(let intent): playbook.intent(intent) == nil ? ["intent \(intent)"] : []
    case .slot(let slot, _) where slot.rawValue.hasPrefix("lookup."): []
    case .slot(let slot, _), .asks(let slot), .declined(let slot), .unclear(let slot): unknown([slot])
    case .notAsked(let slots): unknown(slots)
    case .handoff(_, let queue?, _): playbook.queue(queue) == nil ? ["queue \(queue)"] : []
    case .handoff, .noHandoff, .floor, .fallback, .settled, .signal, .buttons, .silent: []
    }
  }

  private func unknown(_ slots: [SlotID]) -> [String] { slots.filter { playbook.slot($0) == nil }.map { "slot \($0)" } }
}
