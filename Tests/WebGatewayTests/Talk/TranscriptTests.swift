import Dialogue
import Foundation
import IntentLanguage
import Playbooks
import Runtime
import SQLiteStorage
import Testing
import TranscriptTesting
import Vocabulary

@testable import WebGateway

/// The demo's transcripts at the third depth: over a socket, a store on disk behind it.
@Suite(.timeLimit(.minutes(5))) struct TranscriptTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let engine: Engine? = {
    let files = IntentFolder.read(root.appendingPathComponent("Intents").path).files
    return PlaybookLoader.load(files).playbook.map { Engine(playbook: $0) }
  }()

  static let transcripts = TranscriptFiles.read(
    TranscriptFiles.find([root.appendingPathComponent("Transcripts").path]).files
  ).transcripts

  @Test func `every transcript holds over a socket`() async throws {
    let engine = try #require(Self.engine)
    #expect(Self.transcripts.count > 100)
    let runner = TranscriptRunner(playbook: engine.playbook)
    try await withThrowingTaskGroup(of: [TranscriptFailure].self) { group in
      var waiting = Self.transcripts[...]
      for _ in 0..<4 { if let next = waiting.popFirst() { group.addTask { try await play(next, engine, runner) } } }
      while let failures = try await group.next() {
        for failure in failures { Issue.record("\(failure)") }
        if let next = waiting.popFirst() { group.addTask { try await play(next, engine, runner) } }
      }
    }
  }

  private func play(
    _ transcript: Transcript, _ engine: Engine, _ runner: TranscriptRunner
  ) async throws -> [TranscriptFailure] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("baton-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let store = try SQLiteStore(path: folder.appendingPathComponent("store.sqlite").path)
    let clock = HandClock(runner.start(of: transcript))
    let served = try await Served(store: store, engine: engine, clock: clock)
    let stage = SocketStage(served, clock: clock, zone: engine.playbook.settings.zone)
    let failures = try await runner.run(transcript, on: stage)
    await served.stop()
    await store.close()
    return failures
  }
}
