import Foundation
import Playbooks
import Testing
import TranscriptTesting
import Vocabulary

@testable import Dialogue
@testable import IntentLanguage

/// The model is no wish: whatever the engine does is a move of the model.
struct ConformanceTests {
  /// Every kind of question, with people who go home.
  static let all = """
    settings: { default_queue: people, fallbacks: 3, zone: UTC }
    intents:
      delivery: { utterances: [bring it on another day], needs: [deliver_on], confirm: yes, handoff: people }
      present: { utterances: [put a note into the parcel], needs: [words], takes: [code_one], answer: "Says {{words}}.", settled: assumed }
      van: { utterances: [rent a van], needs: [from_day, to_day], answer: "From {{from_day}} to {{to_day}}." }
      letter: { utterances: [send me the letter], needs: [mail], rules: [{ when: { channel: line }, start: parking }], answer: Soon. }
      parking: { utterances: [where can I park], answer: Behind the house. }
      opening: { utterances: [when are you open], answer: From nine to five., settled: assumed }
      order: { utterances: [where is my order], needs: [code_one, flag], rules: [{ when: { flag: yes }, handoff: night }], answer: Here. }
      shop: { utterances: [ask the other shop], needs: [code_one], lookup: other, answer: It is there. }
    slots:
      deliver_on: { type: date, future: true, ask: On which day?, confirm: yes, tries: 3 }
      words: { type: text, ask: In which words? }
      from_day: { type: date, future: true, ask: From which day?, cues: [first day] }
      to_day: { type: date, future: true, ask: To which day?, cues: [last day] }
      mail: { type: email, ask: Which address?, remember: customer, fresh_for: 30 days }
      code_one: { type: digits, length: 5, ask: Which code?, cues: [code] }
      flag: { type: yes_no, ask: Is it so? }
    lookups:
      other: { url: 'https://other.example/a', sends: [code_one], gives: [state] }
    queues:
      people: { title: people, hours: { mon-fri: 08:00-16:00 } }
      night: { title: the night desk, hours: { sat: 08:00-09:00 } }
    """

  static func walk(_ draft: PlaybookDraft, seeds: Range<UInt64>, steps: Int) throws -> (
    faults: [String], seen: Set<String>
  ) {
    let engine = Engine(playbook: try #require(draft.playbook()))
    let proof = draft.proof()
    let lines = ChanceLines(engine.playbook)
    var faults: [String] = []
    var seen: Set<String> = []
    for seed in seeds {
      var walk = ChanceWalk(engine: engine, proof: proof, lines: lines, seed: seed)
      walk.run(steps: steps)
      if let fault = walk.fault { faults.append("seed \(seed): \(fault)") }
      seen.formUnion(walk.follower.seen)
    }
    return (faults, seen)
  }

  @Test func `every step over a playbook with every kind of question is a move of the model`() throws {
    let draft = PlaybookDraft([SourceFile(path: "all.yml", text: Self.all)])
    #expect(!draft.findings().hasError, "\(draft.findings().map(\.description))")
    let (faults, seen) = try Self.walk(draft, seeds: 1..<41, steps: 25)
    #expect(faults == [])
    for kind in [
      "rest", "asks", "asksAgain", "readsBack", "confirms", "picksSlot", "asksWhetherSettled", "people", "asksContact",
    ] {
      #expect(seen.contains { $0.hasPrefix("\(kind) ") }, "\(kind) was never left: \(seen.sorted())")
    }
    #expect(seen.count >= 50, "\(seen.sorted())")
  }

  @Test func `every step over the bank is a move of the model`() throws {
    let (faults, seen) = try Self.walk(Bank.draft(), seeds: 1..<11, steps: 25)
    #expect(faults == [])
    #expect(seen.count >= 25, "\(seen.sorted())")
  }

  @Test func `a step that the model does not have would be noticed`() throws {
    let draft = PlaybookDraft([SourceFile(path: "all.yml", text: Self.all)])
    let engine = Engine(playbook: try #require(draft.playbook()))
    let start = EngineThread(engine: engine, at: ChanceWalk.friday)
    var asked = start
    let decision = try asked.take(.customerSaid(Utterance("where is my order", via: asked.address)))
    let noise = Event.customerSaid(Utterance("purple monkeys", via: asked.address))
    var follower = Follower(draft.proof())
    #expect(follower.follow(noise, from: start, to: asked, decision) != nil)
    var right = Follower(draft.proof())
    let event = Event.customerSaid(Utterance("where is my order", via: asked.address))
    #expect(right.follow(event, from: start, to: asked, decision) == nil)
  }
}

/// The same for longer.
struct SlowConformanceTests {
  @Test func `every step of many conversations is a move of the model`() throws {
    let draft = PlaybookDraft([SourceFile(path: "all.yml", text: ConformanceTests.all)])
    let (faults, _) = try ConformanceTests.walk(draft, seeds: 100..<300, steps: 40)
    #expect(faults == [])
    let (others, _) = try ConformanceTests.walk(Bank.draft(), seeds: 100..<200, steps: 40)
    #expect(others == [])
  }
}

/// The demo.
enum Bank {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path
  static func files() -> [SourceFile] { IntentFolder.read(root + "/Intents").files }
  static func draft() -> PlaybookDraft { PlaybookDraft(files()) }
}
