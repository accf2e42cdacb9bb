import Dialogue
import Playbooks
import Runtime
import SQLiteStorage
import Storage
import Testing
import Vocabulary

@testable import TranscriptTesting

/// A recorded conversation is a test: what happened over a store is written as a transcript, and that is green.
struct RecordingTests {
  private let bank = Bank.shared

  /// Plays a transcript over a store and gives the record of its thread.
  private func record(_ transcript: Transcript, _ engine: Engine, in store: some Store & ThreadArchive) async throws
    -> ThreadRecord
  {
    let runner = TranscriptRunner(playbook: engine.playbook)
    let clock = HandClock(runner.start(of: transcript))
    let book = LookupBook(keeps: true)
    let switchboard = Switchboard(
      engines: EngineBox(engine), store: store, clock: clock, identities: RandomIdentities(), lookups: book)
    let stage = SwitchboardStage(
      switchboard: switchboard, store: store, clock: clock, zone: engine.playbook.settings.zone, book: book)
    _ = try await runner.run(transcript, on: stage)
    let thread = try #require(try await store.threads(after: nil, limit: 1).first)
    return try #require(try await store.record(of: thread))
  }

  private func replayed(_ text: String, _ engine: Engine) async throws -> (failures: [String], state: TranscriptState) {
    let (transcript, problems) = TranscriptParser.parse(text, file: "recorded.convo.txt")
    #expect(problems.map(\.description) == [], "\(text)")
    let recorded = try #require(transcript)
    let runner = TranscriptRunner(playbook: engine.playbook)
    let stage = EngineStage(EngineThread(engine: engine, at: runner.start(of: recorded)))
    let failures = try await runner.run(recorded, on: stage)
    return (failures.map(\.description), await stage.state())
  }

  @Test func `every transcript of the bank, played over a store and exported, is green and comes to the same`()
    async throws
  {
    let engine = try bank.engine()
    var wrong: [String] = []
    for transcript in bank.transcripts {
      let record = try await record(transcript, engine, in: MemoryStore())
      let text = RecordedConvo.text(name: transcript.name, record, engine: engine)
      let (failures, state) = try await replayed(text, engine)
      if !failures.isEmpty || text.contains("goes on otherwise") {
        wrong.append("\(transcript.file)\n\(text)\n" + failures.joined(separator: "\n"))
        continue
      }
      let last = record.cases.last
      #expect(state.theCase?.reason == last?.reason, "\(transcript.file)")
      #expect(state.theCase?.state.name == last?.state.name, "\(transcript.file)")
      #expect(state.theCase?.epoch == last?.epoch, "\(transcript.file)")
      let (now, then) = (state.theCase?.matter, last?.matter)
      if !record.entries.contains(where: { $0.masked }) {
        #expect(now?.facts.mapValues(\.value) == then?.facts.mapValues(\.value), "\(transcript.file)")
      }
      #expect(now?.declined.keys.sorted() == then?.declined.keys.sorted(), "\(transcript.file)")
      #expect(now?.intents.map(\.intent) == then?.intents.map(\.intent), "\(transcript.file)")
      #expect(text.contains("#bot"), "\(transcript.file)")
    }
    #expect(wrong == [])
  }

  @Test func `agents, waits, the button and masked numbers are played again`() async throws {
    let engine = try bank.engine()
    let text = """
      A long story

      #me
      somebody stole my visa yesterday

      #me
      the number is 4111 1111 1111 1111, it ends with 1111

      #agent
      AS ana
      claim
      say Good morning.
      note Looks like the one from Bled.
      snooze 3h

      #wait 4h

      #agent
      AS marko
      claim
      transfer fraud Please look.

      #agent
      AS marko
      claim
      transfer boris

      #agent
      AS boris
      release
      claim
      resolve All done.

      #wait 30h

      #me
      \\#help
      \\!really
      """
    let transcript = try #require(TranscriptParser.parse(text, file: "a.convo.txt").transcript)
    let folder = try TemporaryStore()
    let record = try await record(transcript, engine, in: try SQLiteStore(path: folder.path))
    #expect(record.entries.contains { $0.masked })
    let written = RecordedConvo.text(name: "Again", record, engine: engine)
    for piece in [
      "AS ana\nclaim", "snooze 3h\n", "#wait 2h59m59s", "AS marko\nclaim", "note Please look.\ntransfer fraud",
      "transfer boris", "AS boris\nrelease", "say All done.\nresolve", "\\#help\n\\!really", "FLOOR agent marko",
      "$case",
    ] {
      #expect(written.contains(piece), "\(piece) is missing in\n\(written)")
    }
    let (failures, state) = try await replayed(written, engine)
    #expect(failures == [], "\(written)")
    #expect(state.theCase?.epoch == record.cases.first?.epoch)
    #expect(state.entries.filter(\.masked).count == record.entries.filter(\.masked).count)
  }

  @Test func `where the playbook goes on otherwise now, the transcript fails and shows it`() async throws {
    let engine = try bank.engine()
    let transcript = try #require(bank.transcripts.first { $0.file.hasSuffix("cards/lost_card.convo.txt") })
    let record = try await record(transcript, engine, in: MemoryStore())
    let playbook = engine.playbook
    let changed = Engine(
      playbook: Playbook(
        settings: playbook.settings, intents: playbook.intents.filter { $0.id != "lost_card" }, slots: playbook.slots,
        queues: playbook.queues,
        lookups: playbook.lookups, sentences: playbook.sentences))
    let text = RecordedConvo.text(name: "Lost", record, engine: changed)
    #expect(text.contains("// From here on"))
    #expect(try await replayed(text, changed).failures != [])
    #expect(try await replayed(text, engine).failures == [], "\(text)")
  }

  @Test func `a line that would be read as something else is written so that it is text`() {
    let lines = [
      "#help", "// no remark", "\\", "", "!no", "?", "INTENT lost_card", "HELLO_THERE", " indented", "Hello.",
    ]
    for line in lines {
      let text = "A\n\n#me\nhi\n\n#bot\n\(TranscriptParser.escaped(line))\n"
      let (transcript, problems) = TranscriptParser.parse(text, file: "a")
      #expect(problems == [], "\(line)")
      guard case .bot(let said, let asserters)? = transcript?.sections.last?.kind else {
        Issue.record("\(line) is no text")
        continue
      }
      #expect(said.map(\.text) == [line] && said.allSatisfy { $0.form == .said })
      #expect(asserters.isEmpty)
    }
  }
}

/// A folder for one store, gone with the test.
final class TemporaryStore {
  private let program: Program
  init() throws { program = try Program() }
  var path: String { program.folder.appendingPathComponent("store.sqlite").path }
}
