import Dialogue
import Playbooks
import Runtime
import Storage
import Vocabulary

/// A transcript that was played, with all that came of it.
package struct PlayedTranscript: Sendable {
  package let result: TranscriptResult
  package let run: TranscriptRun
  /// What the engine decided, one for each event; only where it is played with the engine alone.
  package let decisions: [Decision]
}

/// Plays many transcripts, on all cores.
package struct TranscriptPlayer: Sendable {
  package enum Depth: String, Sendable, CaseIterable {
    /// The engine alone.
    case engine
    /// Through a switchboard over a store in memory.
    case store
  }

  private let engine: Engine
  private let runner: TranscriptRunner
  private let depth: Depth

  package init(engine: Engine, strictness: TranscriptRunner.Strictness = .everything, depth: Depth = .engine) {
    self.engine = engine
    self.depth = depth
    runner = TranscriptRunner(playbook: engine.playbook, strictness: strictness)
  }

  /// All of them, in their order.
  package func play(_ transcripts: [Transcript]) async -> [PlayedTranscript] {
    await withTaskGroup(of: (Int, PlayedTranscript).self) { group in
      for (index, transcript) in transcripts.enumerated() {
        group.addTask { (index, await play(transcript)) }
      }
      var played: [(Int, PlayedTranscript)] = []
      for await one in group { played.append(one) }
      return played.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// What cannot be played at all is a failure of its first line.
  package func play(_ transcript: Transcript) async -> PlayedTranscript {
    let began = ContinuousClock.now
    var run = TranscriptRun()
    var decisions: [Decision] = []
    do {
      switch depth {
      case .engine:
        let stage = EngineStage(EngineThread(engine: engine, at: runner.start(of: transcript)))
        run = try await runner.play(transcript, on: stage)
        decisions = await stage.decisions
      case .store: run = try await runner.play(transcript, on: storeStage(for: transcript))
      }
    } catch {
      run.failures = [
        TranscriptFailure(file: transcript.file, line: 1, expected: ["to be played"], got: ["\(error)"])
      ]
    }
    let seconds = (ContinuousClock.now - began).inSeconds
    return PlayedTranscript(
      result: TranscriptResult(transcript: transcript, failures: run.failures, seconds: seconds), run: run,
      decisions: decisions)
  }

  private func storeStage(for transcript: Transcript) -> SwitchboardStage {
    let clock = HandClock(runner.start(of: transcript))
    let store = MemoryStore()
    let book = LookupBook(keeps: true)
    let switchboard = Switchboard(
      engines: EngineBox(engine), store: store, clock: clock, identities: CountingIdentities(), lookups: book)
    return SwitchboardStage(
      switchboard: switchboard, store: store, clock: clock, zone: engine.playbook.settings.zone, book: book)
  }
}
