import Foundation
import IntentLanguage
import Testing
import Vocabulary

@testable import Dialogue

/// Conversations by chance over the demo bank and over a playbook that is hard on the engine.
struct RandomWalkTests {
  static let nasty = """
    settings: { default_queue: people, fallbacks: 3, dodge: { bound: 50 } }
    intents:
      a: { utterances: [go on with a, first thing], takes: [day_one], rules: [{ when: { flag: yes }, start: b }, { start: c }] }
      b: { utterances: [go on with b], needs: [flag, day_one, day_two], confirm: yes, answer: "Done {{day_one}} {{words}}.", takes: [words] }
      c: { utterances: [go on with c, "c {code_one}"], needs: [code_one, code_two], answer: "Is {{code_one}}.", handoff: people }
      d: { utterances: [go on with d], needs: [words, secret, mail], answer: Fine. }
      e: { utterances: [tell me e], answer: E is e. }
      f: { utterances: [tell me f], answer: F is f., settled: assumed }
      g: { utterances: [go on with g], rules: [{ when: { day_one: { over: 2 days } }, answer: Late. }], handoff: night }
    slots:
      flag: { type: yes_no, ask: Is it so? }
      day_one: { type: date, ask: Which first day?, cues: [on], confirm: yes }
      day_two: { type: date, ask: Which second day?, future: true }
      code_one: { type: digits, length: 5, ask: Which first code?, cues: [in] }
      code_two: { type: digits, length: 5, ask: Which second code?, tries: 3 }
      words: { type: text, ask: In which words?, cues: [in, at] }
      secret: { type: regex, matches: '\\bkey-\\d{3}\\b', ask: Which key?, sensitive: yes, remember: never }
      mail: { type: email, ask: Which address?, remember: customer, fresh_for: 2 days }
    queues:
      people: { title: people, hours: { mon-fri: 08:00-16:00 } }
      night: { title: night, hours: {  sat: 08:00-09:00 }, overflow: people }
    """

  static let nastyEngine = try? TestPlaybook.engine(nasty)
  static let bankEngine: Engine? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    return PlaybookLoader.load(IntentFolder.read(root + "/Intents").files).playbook.map { Engine(playbook: $0) }
  }()

  static func faults(_ engine: Engine?, seeds: Range<UInt64>, steps: Int) throws -> [String] {
    let engine = try #require(engine)
    let phrases = Phrases.all(of: engine.playbook)
    return seeds.flatMap { seed in
      var walk = Walk(engine, phrases: phrases, seed: seed)
      walk.run(steps: steps)
      return walk.faults.map { "seed \(seed): \($0)" }
    }
  }

  @Test func `a broken promise would be noticed`() throws {
    var talk = Talk(try #require(Self.nastyEngine))
    try talk.say("go on with d")
    var asked = talk
    try asked.say("the blue one by the door")
    #expect(Invariants.broken(after: .customerSaid(Utterance("x", via: talk.address)), from: talk, to: asked) == [])
    let event = Event.customerSaid(Utterance("x", via: talk.address))
    #expect(Invariants.broken(after: event, from: asked, to: asked) == ["no reply"])
    asked.snapshot.talk.expectation = .slot("words")
    #expect(Invariants.broken(after: event, from: talk, to: asked) == ["words is awaited though known"])
    asked.snapshot.talk.agenda = Array(repeating: "d", count: 20)
    #expect(Invariants.broken(after: event, from: talk, to: asked).contains("a bound is passed"))
  }

  @Test func `no walk over a playbook that is hard on the engine breaks a promise`() throws {
    let faults = try Self.faults(Self.nastyEngine, seeds: 1..<21, steps: 30)
    #expect(faults == [])
  }

  @Test func `no walk over the bank breaks a promise`() throws {
    let faults = try Self.faults(Self.bankEngine, seeds: 1..<11, steps: 25)
    #expect(faults == [])
  }
}
