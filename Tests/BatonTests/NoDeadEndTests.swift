import Dialogue
import Foundation
import IntentLanguage
import Playbooks
import Testing
import TranscriptTesting
import Understanding
import Vocabulary

/// The demo bank with all of its transcripts.
struct Bank: Sendable {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static let shared = Bank()

  let playbook: Playbook?
  let transcripts: [Transcript]

  private init() {
    playbook = PlaybookLoader.load(IntentFolder.read(Bank.root + "/Intents").files).playbook
    transcripts = TranscriptFiles.read(TranscriptFiles.find([Bank.root + "/Transcripts"]).files).transcripts
  }

  func engine() throws -> Engine {
    let playbook = try #require(playbook)
    return Engine(playbook: playbook)
  }

  func thread(for transcript: Transcript?, with engine: Engine) -> EngineThread {
    let now = engine.playbook.settings.zone.moment(transcript?.now ?? Transcript.usualNow)
    return EngineThread(engine: engine, at: now)
  }
}

struct NoDeadEndTests {
  private let bank = Bank.shared

  @Test func `the bank has its transcripts`() {
    #expect(bank.playbook != nil)
    #expect(bank.transcripts.count >= 20)
  }

  @Test(arguments: ["I want a human", "0", "can I talk to a real person please"])
  func `from every line of every transcript a person is one line away`(words: String) async throws {
    let engine = try bank.engine()
    var deadEnds: [Cuts.DeadEnd] = []
    for transcript in bank.transcripts {
      deadEnds += try await Cuts.deadEnds(
        of: transcript, from: bank.thread(for: transcript, with: engine), asking: words)
    }
    #expect(deadEnds.map(\.description) == [])
  }

  @Test func `in no transcript is a question put whose answer is known`() async throws {
    let engine = try bank.engine()
    var repeated: [Cuts.DeadEnd] = []
    for transcript in bank.transcripts {
      repeated += try await Cuts.repeatedQuestions(of: transcript, from: bank.thread(for: transcript, with: engine))
    }
    #expect(repeated.map(\.description) == [])
  }

  @Test func `whatever the order of the answers nothing is asked twice`() throws {
    let engine = try bank.engine()
    let orders = engine.playbook.intents.flatMap { NeedOrder.all(of: $0, in: engine.playbook) }
    #expect(orders.count >= engine.playbook.intents.count / 2)
    let problems = try orders.flatMap { try $0.repeatedQuestions(from: bank.thread(for: nil, with: engine)) }
    #expect(problems == [])
  }
}
