import Dialogue
import Playbooks
import TranscriptTesting
import Understanding
import Vocabulary

/// One line of a customer, where it was said.
struct SaidLine: Sendable {
  let utterance: Utterance
  let snapshot: Snapshot
  let now: Timestamp

  func context(in settings: Settings) -> ReadingContext {
    ReadingContext(
      expectation: snapshot.talk.expectation, now: settings.zone.civil(now), language: snapshot.talk.language,
      country: settings.country, currency: settings.currency)
  }
}

/// The demo's transcripts as work to measure.
struct Script {
  let transcripts: [Transcript]
  private let runner: TranscriptRunner
  private let engine: Engine

  init(_ folder: String, engine: Engine) throws {
    let (files, missing) = TranscriptFiles.find([folder])
    let (transcripts, problems) = TranscriptFiles.read(files)
    if let problem = (missing + problems).first { throw problem }
    self.transcripts = transcripts
    self.engine = engine
    runner = TranscriptRunner(playbook: engine.playbook)
  }

  /// What the customers say, a list for each transcript.
  var talks: [[String]] {
    transcripts.map(Script.said).filter { !$0.isEmpty }
  }

  /// Those of them behind which the bot still has the floor.
  func talksWithBot() async throws -> [[String]] {
    var kept: [[String]] = []
    for (transcript, stage) in try await stages() where await stage.isWithBot {
      let said = Script.said(in: transcript)
      if !said.isEmpty { kept.append(said) }
    }
    return kept
  }

  /// Every line of every customer with the snapshot that it met.
  func lines() async throws -> [SaidLine] {
    var lines: [SaidLine] = []
    for (_, stage) in try await stages() { lines += await stage.lines }
    return lines
  }

  private func stages() async throws -> [(Transcript, RecordingStage)] {
    var stages: [(Transcript, RecordingStage)] = []
    for transcript in transcripts {
      let stage = RecordingStage(EngineThread(engine: engine, at: runner.start(of: transcript)))
      _ = try await runner.run(transcript, on: stage)
      stages.append((transcript, stage))
    }
    return stages
  }

  private static func said(in transcript: Transcript) -> [String] {
    transcript.sections.compactMap { section in
      guard case .me(let text) = section.kind else { return nil }
      return DayNames.expand(text, on: (transcript.now ?? Transcript.usualNow).date)
    }
  }
}

/// Plays a transcript with the engine alone and keeps what every line met.
private actor RecordingStage: TranscriptStage {
  private var thread: EngineThread
  private(set) var lines: [SaidLine] = []

  init(_ thread: EngineThread) { self.thread = thread }

  var isWithBot: Bool { thread.snapshot.floor == .bot }

  func came() throws { try thread.take(.customerCame(via: thread.address)) }
  func said(_ text: String) throws {
    let utterance = Utterance(text, via: thread.address)
    lines.append(
      SaidLine(utterance: utterance, snapshot: thread.snapshot, now: thread.now.adding(milliseconds: 1_000)))
    try thread.take(.customerSaid(utterance))
  }
  func did(_ agent: AgentID, _ move: AgentMove) throws { try thread.take(.agentDid(agent, move)) }
  func wait(milliseconds: Int64) throws { try thread.wait(milliseconds: milliseconds) }
  func standIn(_ lookup: LookupID, _ answer: StandIn) { thread.standIn(lookup, answer) }
  func state() -> TranscriptState { thread.state }
}
