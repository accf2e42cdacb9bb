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
    var failures = unknownNames(in: transcript)
    try await stage.came()
    var turnStart = 0
    for section in transcript.sections {
      switch section.kind {
      case .me(let text):
        let state = try await stage.state()
        turnStart = state.entries.last?.seq ?? 0
        try await stage.said(DayNames.expand(text, on: state.now.date))
      case .bot(let lines, let asserters):
        let state = try await stage.state()
        failures += check(lines, asserters, of: transcript, in: state, after: turnStart)
      case .agent(let lines):
        turnStart = try await stage.state().entries.last?.seq ?? 0
        for line in lines {
          if let failure = try await play(line, of: transcript, on: stage) { failures.append(failure) }
        }
      case .wait(let milliseconds):
        turnStart = try await stage.state().entries.last?.seq ?? 0
        try await stage.wait(milliseconds: milliseconds)
      case .lookup(let lookup, let answer): try await stage.standIn(lookup, answer)
      }
    }
    return failures
  }

  private func play(
    _ line: AgentLine, of transcript: Transcript, on stage: some TranscriptStage
  ) async throws -> TranscriptFailure? {
    let state = try await stage.state()
    guard let theCase = state.theCase else {
      return TranscriptFailure(
        file: transcript.file, line: line.line, expected: ["a case for \(line.agent)"], got: ["no case"])
    }
    let now = playbook.settings.zone.moment(state.now)
    guard let verb = try? DeskVerb.parse(line.text, current: theCase.code),
      case .act(_, let deed) = verb
    else {
      return TranscriptFailure(
        file: transcript.file, line: line.line, expected: ["a verb about the case"], got: [line.text])
    }
    do {
      try await stage.did(line.agent, deed.move(in: playbook, at: now))
      return nil
    } catch let refusal as Refusal {
      return TranscriptFailure(
        file: transcript.file, line: line.line, expected: ["\(line.agent): \(line.text)"], got: ["refused: \(refusal)"])
    }
  }

  private func check(
    _ lines: [TranscriptLine], _ asserters: [PlacedAsserter], of transcript: Transcript, in state: TranscriptState,
    after turnStart: Int
  ) -> [TranscriptFailure] {
    var failures: [TranscriptFailure] = []
    if strictness == .everything, let failure = wording(lines, of: transcript, in: state, after: turnStart) {
      failures.append(failure)
    }
    for placed in asserters {
      guard let mismatch = placed.asserter.mismatch(in: state, after: turnStart) else { continue }
      failures.append(
        TranscriptFailure(
          file: transcript.file, line: placed.line, expected: [mismatch.expected], got: [mismatch.got]))
    }
    return failures
  }

  /// Every line must be a whole entry or a whole line of one, in their order; what stands between them may be anything.
  private func wording(
    _ lines: [TranscriptLine], of transcript: Transcript, in state: TranscriptState, after turnStart: Int
  ) -> TranscriptFailure? {
    guard !lines.isEmpty else { return nil }
    let came = state.replies(after: turnStart).flatMap { $0.text.split(separator: "\n") }.map { Blanks.single($0) }
    let expected = lines.map { Blanks.single(DayNames.expand($0.text, on: state.now.date)[...]) }
    var rest = came[...]
    for (line, text) in zip(lines, expected) {
      guard let at = rest.firstIndex(of: text) else {
        return TranscriptFailure(file: transcript.file, line: line.line, expected: expected, got: came)
      }
      rest = rest[(at + 1)...]
    }
    return nil
  }

  /// A name in an asserter that the playbook does not know can never hold, or always would.
  private func unknownNames(in transcript: Transcript) -> [TranscriptFailure] {
    transcript.sections.flatMap { section -> [TranscriptFailure] in
      if case .lookup(let lookup, _) = section.kind, playbook.lookup(lookup) == nil {
        return [
          TranscriptFailure(
            file: transcript.file, line: section.line, expected: ["lookup \(lookup)"],
            got: ["no such name in the playbook"])
        ]
      }
      guard case .bot(_, let asserters) = section.kind else { return [] }
      return asserters.flatMap { placed in
        unknownNames(in: placed.asserter).map {
          TranscriptFailure(
            file: transcript.file, line: placed.line, expected: [$0], got: ["no such name in the playbook"])
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
    case .handoff, .noHandoff, .floor, .fallback, .settled, .signal: []
    }
  }

  private func unknown(_ slots: [SlotID]) -> [String] { slots.filter { playbook.slot($0) == nil }.map { "slot \($0)" } }
}

enum Blanks {
  /// Without blanks at the ends, and with one between words.
  static func single(_ text: Substring) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
