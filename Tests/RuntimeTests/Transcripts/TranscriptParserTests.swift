import Dialogue
import Playbooks
import Testing
import Vocabulary

@testable import TranscriptTesting

struct TranscriptParserTests {
  @Test func `a transcript is read with its lines`() throws {
    let text = """
      A lost card
      NOW 2026-11-20T20:00

      #me
      Somebody took my visa

      #bot
      Your card is blocked.
      PIN letters come by post.
      INTENT lost_card
      SLOT full_name=Ana Novak
      HANDOFF reason=intent queue=cards priority=high
      NOT_ASKED card_ending lost_on

      #wait 2h

      #agent
      claim
      AS marko
      transfer --to fraud Please look.
      """
    let (transcript, problems) = TranscriptParser.parse(text, file: "a.convo.txt")
    #expect(problems.isEmpty)
    let read = try #require(transcript)
    #expect(read.name == "A lost card")
    #expect(read.now?.description == "2026-11-20T20:00")
    #expect(
      read.sections == [
        TranscriptSection(line: 4, kind: .me("Somebody took my visa")),
        TranscriptSection(
          line: 7,
          kind: .bot(
            [
              TranscriptLine(line: 8, text: "Your card is blocked."),
              TranscriptLine(line: 9, text: "PIN letters come by post."),
            ],
            [
              PlacedAsserter(line: 10, asserter: .intent("lost_card")),
              PlacedAsserter(line: 11, asserter: .slot("full_name", "Ana Novak")),
              PlacedAsserter(line: 12, asserter: .handoff(reason: .intent, queue: "cards", priority: .high)),
              PlacedAsserter(line: 13, asserter: .notAsked(["card_ending", "lost_on"])),
            ])),
        TranscriptSection(line: 15, kind: .wait(milliseconds: 7_200_000)),
        TranscriptSection(
          line: 17,
          kind: .agent([
            AgentLine(line: 18, agent: "ana", text: "claim"),
            AgentLine(line: 20, agent: "marko", text: "transfer --to fraud Please look."),
          ])),
      ])
  }

  @Test func `a byte order mark and CR LF change nothing`() {
    let plain = TranscriptParser.parse("A\n\n#me\nhi\n", file: "a").transcript
    #expect(TranscriptParser.parse("\u{FEFF}A\r\n\r\n#me\r\nhi\r\n", file: "a").transcript == plain)
    #expect(plain?.sections.count == 1)
  }

  @Test(arguments: [
    ("#me\nhi", 1, "is its name"), ("", 1, "is its name"), ("A\nB\n#me\nhi", 2, "only NOW may stand"),
    ("A\nNOW tomorrow\n#me\nhi", 2, "as in NOW"), ("A\n#you\nhi", 2, "no section"),
    ("A\n#me\n\n#bot\nhi", 2, "says nothing"),
    ("A\n#bot\nhi\nINTENT", 4, "wants one intent"), ("A\n#bot\nNOT_ASKD x", 3, "no asserter NOT_ASKD"),
    ("A\n#bot\nINTNT x", 3, "no asserter INTNT"),
    ("A\n#bot\nFLOOR bot\nWAITING", 4, "no asserter WAITING"), ("A\n#bot\nFLOOR bot\nhello", 4, "before the asserters"),
    ("A\n#bot\nHANDOFF reason=mood", 3, "takes reason="), ("A\n#bot\nSIGNAL joy", 3, "wants one of"),
    ("A\n#bot\nSLOT =4", 3, "as in SLOT"), ("A\n#wait soon", 2, "as in #wait 2h"), ("A\n#wait 2h\nhi", 3, "no lines"),
    ("A\n#agent\nfrob it", 3, "no verb"), ("A\n\nNothing else", 3, "only NOW may stand"), ("A", 1, "no section"),
  ])
  func `what cannot be read is said with its line`(text: String, line: Int, words: String) throws {
    let problem = try #require(TranscriptParser.parse(text, file: "a.convo.txt").problems.first)
    #expect(problem.line == line)
    #expect(problem.text.contains(words))
    #expect(problem.description.hasPrefix("a.convo.txt:\(line): "))
  }

  @Test func `marks that a customer types are no section`() {
    let (transcript, problems) = TranscriptParser.parse("A\n#me\n###\n\n#me\n#", file: "a")
    #expect(problems.isEmpty)
    #expect(transcript?.sections.map(\.kind) == [.me("###"), .me("#")])
  }

  @Test func `all problems come at once`() {
    #expect(TranscriptParser.parse("A\n#you\n#me\n#bot\nNOT_THERE x\n#wait", file: "a").problems.count == 4)
  }

  @Test func `days are counted from the transcript's day`() throws {
    let friday = try #require(CivilDate(iso: "2026-11-20"))
    #expect(DayNames.expand("$today", on: friday) == "2026-11-20")
    #expect(DayNames.expand("$yesterday/$tomorrow", on: friday) == "2026-11-19/2026-11-21")
    #expect(DayNames.expand("on $today+3 or $today-20", on: friday) == "on 2026-11-23 or 2026-10-31")
    #expect(DayNames.expand("costs $5", on: friday) == "costs $5")
  }

  @Test func `a failure shows a diff`() {
    let failure = TranscriptFailure(file: "a", line: 3, expected: ["one", "two"], got: ["one", "three"])
    #expect(failure.description == "a:3: expected two\n    one\n  - two\n  + three")
  }
}

struct AsserterCheckTests {
  private func state(_ change: (inout Matter, inout Case?) -> Void = { _, _ in }) -> TranscriptState {
    var talk = TalkState(language: .english)
    var theCase: Case?
    change(&talk.matter, &theCase)
    let entries = [
      Entry(seq: 1, at: at, from: .customer, channel: .line, text: "hi"),
      Entry(seq: 2, at: at, from: .bot, channel: .line, text: "When?", asks: "lost_on"),
    ]
    return TranscriptState(talk: talk, theCase: theCase, entries: entries, now: Transcript.usualNow)
  }

  private let at = Timestamp(milliseconds: 0)
  private func fact(_ value: Value, seq: Int) -> Fact {
    Fact(value: value, said: "x", seq: seq, span: ScalarSpan(0, 1), source: .said, at: at)
  }
  private func openCase() -> Case {
    Case(
      code: "K7F3QX", thread: "t", state: .queued(since: at), queue: "cards", priority: .normal, epoch: 1,
      reason: HandoffReason(.fallback), openedAt: at, matter: Matter())
  }

  @Test func `each asserter holds where it should and fails where it should not`() {
    let known = state { matter, _ in
      matter.facts["card"] = fact(.digits("4417"), seq: 1)
      matter.declined["where"] = 1
      matter.intents = [MatterIntent(intent: "lost_card", score: 1, seq: 1, place: nil)]
      matter.tried = [Tried(intent: "lost_card", seq: 2, settled: true)]
      matter.signals = [SignalRecord(signal: .keys, seq: 1)]
      matter.unclear = [Unclear(slot: "lost_on", said: "hm", seq: 1)]
    }
    let handed = state { _, theCase in theCase = openCase() }
    let holding: [(Asserter, TranscriptState, TranscriptState)] = [
      (.intent("lost_card"), known, handed), (.slot("card", "4417"), known, handed),
      (.declined("where"), known, handed),
      (.settled(true), known, handed), (.signal(.keys), known, handed), (.unclear("lost_on"), known, handed),
      (.noHandoff, known, handed), (.handoff(reason: .fallback, queue: "cards", priority: .normal), handed, known),
      (.floor("queue", nil), handed, known), (.floor("bot", nil), known, handed), (.fallback, handed, known),
    ]
    for (asserter, good, bad) in holding {
      #expect(asserter.mismatch(in: good, after: 0) == nil, "\(asserter)")
      #expect(asserter.mismatch(in: bad, after: 0) != nil, "\(asserter)")
    }
  }

  @Test func `a question in the turn is asked, and one for a known slot is asked again`() {
    #expect(Asserter.asks("lost_on").mismatch(in: state(), after: 1) == nil)
    #expect(Asserter.asks("card").mismatch(in: state(), after: 1) != nil)
    #expect(Asserter.notAsked(["card"]).mismatch(in: state(), after: 1) == nil)
    #expect(Asserter.notAsked(["lost_on"]).mismatch(in: state(), after: 1) != nil)
    #expect(Asserter.notAsked(["lost_on"]).mismatch(in: state(), after: 2) == nil)
    let known = state { matter, _ in matter.facts["lost_on"] = fact(.text("x"), seq: 1) }
    #expect(Asserter.notAsked(["lost_on"]).mismatch(in: known, after: 2) != nil)
  }

  @Test func `a wrong queue, reason or value fails`() {
    let handed = state { _, theCase in theCase = openCase() }
    #expect(Asserter.handoff(reason: nil, queue: "fraud", priority: nil).mismatch(in: handed, after: 0) != nil)
    #expect(Asserter.handoff(reason: .rule, queue: nil, priority: nil).mismatch(in: handed, after: 0) != nil)
    #expect(Asserter.handoff(reason: nil, queue: nil, priority: .high).mismatch(in: handed, after: 0) != nil)
    let known = state { matter, _ in matter.facts["card"] = fact(.digits("4417"), seq: 1) }
    #expect(Asserter.slot("card", "4418").mismatch(in: known, after: 0)?.got == "SLOT card=4417, from \"x\" in entry 1")
  }
}
