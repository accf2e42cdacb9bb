import Dialogue
import Playbooks
import Testing
import Vocabulary

@testable import TranscriptTesting

struct UpdateTests {
  private let bank = Bank.shared

  private func update(_ text: String) async throws -> TranscriptUpdate {
    let engine = try bank.engine()
    let (transcript, problems) = TranscriptParser.parse(text, file: "a.convo.txt")
    #expect(problems == [])
    let read = try #require(transcript)
    let played = await TranscriptPlayer(engine: engine).play(read)
    return TranscriptUpdate(of: text, read, after: played.run, strictness: .everything)
  }

  @Test func `what came takes the place of what was expected, and nothing else moves`() async throws {
    let before = """
      A lost card
      // Ana's own remark stays.
      NOW 2026-11-20T10:00

      #me
      // and this one
      Somebody took my visa yesterday in Kranj

      #bot
        We are sorry, which four digits does the card end with?
      // about the intent
      INTENT card_limit
      SLOT card_kind=debit
      \tSLOT lost_on=$tomorrow
      SLOT place=Kranj
      DECLINED card_kind
      ASKS lost_on
      HANDOFF queue=cards
      FALLBACK
      """
    let after = """
      A lost card
      // Ana's own remark stays.
      NOW 2026-11-20T10:00

      #me
      // and this one
      Somebody took my visa yesterday in Kranj

      #bot
        What are the last four digits of the card?
      // about the intent
      INTENT lost_card
      SLOT card_kind=credit
      \tSLOT lost_on=$yesterday
      SLOT place=Kranj
      SLOT card_kind=credit
      ASKS card_ending
      NO_HANDOFF

      """
    let update = try await update(before)
    #expect(update.text == after)
    #expect(update.changes.map(\.line) == [10, 12, 13, 14, 16, 17, 18, 19])
    #expect(update.left.isEmpty)
    #expect(try await self.update(update.text).changes.isEmpty)
  }

  @Test func `line ends stay as they are, and a text without a mark at its end keeps its last line`() async throws {
    let text = "A\r\n\r\n#me\r\nI lost my card\r\n\r\n#bot\r\nINTENT card_limit\r\nFLOOR bot"
    #expect(
      try await update(text).text == "A\r\n\r\n#me\r\nI lost my card\r\n\r\n#bot\r\nINTENT lost_card\r\nFLOOR bot")
  }

  @Test func `that an agent is refused is no expectation and is left`() async throws {
    let update = try await update("A\n\n#me\nI want a human\n\n#agent\nresolve\n\n#bot\nFLOOR queue\n")
    #expect(update.changes.isEmpty)
    #expect(update.left.map(\.line) == [7])
  }

  @Test func `a question put twice is a fault, which no update hides`() throws {
    let at = Timestamp(milliseconds: 0)
    var talk = TalkState(language: .english)
    talk.matter.facts["lost_on"] = Fact(
      value: .text("x"), said: "x", seq: 1, span: ScalarSpan(0, 1), source: .said, at: at)
    let entries = [
      Entry(seq: 1, at: at, from: .customer, channel: .line, text: "x"),
      Entry(seq: 2, at: at, from: .bot, channel: .line, text: "When?", asks: "lost_on"),
    ]
    let state = TranscriptState(talk: talk, theCase: nil, entries: entries, now: Transcript.usualNow)
    let placed = PlacedAsserter(line: 1, asserter: .notAsked(["lost_on"]))
    guard case .leave = placed.update(in: state, after: 1, namesAreKnown: true) else {
      Issue.record("it was rewritten")
      return
    }
  }

  @Test func `the case's code is written as its placeholder`() async throws {
    let update = try await update("A\n\n#me\nI want a human\n\n#bot\nSomebody comes.\n")
    #expect(update.text.contains("Your case is $case."))
    #expect(try await self.update(update.text).changes.isEmpty)
  }
}

struct GrammarTests {
  private let bank = Bank.shared

  private func failures(_ text: String) async throws -> [String] {
    let (transcript, problems) = TranscriptParser.parse(text, file: "a.convo.txt")
    #expect(problems == [])
    return await TranscriptPlayer(engine: try bank.engine()).play(try #require(transcript)).result.failures
      .map(\.description)
  }

  @Test func `an exclamation mark means not, a question mark perhaps`() async throws {
    let head = "A\n\n#me\nI lost my card\n\n#bot\n"
    #expect(try await failures(head + "!Do you want a loan?\n?Good day.\n!INTENT loan_info\n!HANDOFF\n") == [])
    let said = try await failures(head + "!What are the last four digits of the card?\n")
    #expect(said.count == 1 && said[0].contains("not said"))
    let held = try await failures(head + "!INTENT lost_card\n")
    #expect(held.count == 1 && held[0].contains("expected !INTENT lost_card"))
  }

  @Test func `a failure names the place, what was said before and both sides`() async throws {
    let failed = try await failures("A\n\n#me\nmy visa was stolen yesterday\n\n#bot\nSLOT lost_on=$tomorrow\n")
    #expect(
      failed == [
        """
        a.convo.txt:7: expected SLOT lost_on=$tomorrow, which is 2026-11-21
          after line 3, "my visa was stolen yesterday":
          - SLOT lost_on=$tomorrow, which is 2026-11-21
          + SLOT lost_on=2026-11-19, from "yesterday" in entry 3
        """
      ])
  }

  @Test func `buttons and silence are expected too`() async throws {
    let head = "A\n\n#me\nI want an appointment\n\n#bot\n"
    #expect(try await failures(head + "BUTTONS Ljubljana | Kranj | Maribor | Celje | Koper\n!SILENT\n") == [])
    let wrong = try await failures(head + "BUTTONS Kranj\nSILENT\n")
    #expect(wrong.count == 2)
    #expect(wrong[0].contains("+ BUTTONS Ljubljana | Kranj | Maribor | Celje | Koper"))
    let served = "A\n\n#me\nI want a human\n\n#agent\nclaim\n\n#me\nhello there\n\n#bot\nSILENT\n"
    #expect(try await failures(served) == [])
  }

  @Test func `a list of utterances is played once for each of its texts`() throws {
    let list = try #require(UtteranceLists.parse("LOST\nI lost my card\n// no\nmy card is gone\n"))
    #expect(list.texts == ["I lost my card", "my card is gone"])
    let text = "A\n\n#me\nLOST\n\n#bot\nASKING\nINTENT lost_card\n"
    let transcript = try #require(TranscriptParser.parse(text, file: "a").transcript)
    let variants = transcript.variants(with: ["LOST": list.texts, "ASKING": ["one", "two"]])
    #expect(variants.map(\.name) == ["A (I lost my card)", "A (my card is gone)"])
    #expect(variants.map { $0.sections[0].kind } == [.me("I lost my card"), .me("my card is gone")])
    guard case .bot(let lines, _) = variants[1].sections[1].kind else {
      Issue.record("there is no answer")
      return
    }
    #expect(lines.map(\.alternatives) == [["one", "two"]])
    #expect(transcript.variants(with: [:]) == [transcript])
  }

  @Test func `any text of a list will do as an answer`() {
    let at = Timestamp(milliseconds: 0)
    let entries = [Entry(seq: 1, at: at, from: .bot, channel: .line, text: "two")]
    let state = TranscriptState(
      talk: TalkState(language: .english), theCase: nil, entries: entries, now: Transcript.usualNow)
    var line = TranscriptLine(line: 3, text: "ASKING")
    line.alternatives = ["one", "two"]
    #expect(WordingCheck(state, after: 0).failures(of: [line]) == [])
    line.alternatives = ["one"]
    #expect(WordingCheck(state, after: 0).failures(of: [line]).count == 1)
  }

  @Test func `the report for CI is well-formed and counts right`() async throws {
    let failure = TranscriptFailure(file: "a<b>.txt", line: 3, expected: ["\"x\" & \u{1}y"], got: ["\u{FFFE}z\n"])
    let transcript = Transcript(name: "A & \"B\"", file: "a<b>.txt", sections: [])
    let problem = TranscriptProblem(file: "c", line: 2, text: "<no>")
    let xml = JUnitReport.xml(
      [
        TranscriptResult(transcript: transcript, failures: [failure], seconds: 0.00001),
        TranscriptResult(transcript: transcript, failures: [], seconds: 1.5),
      ], problems: [problem])
    #expect(xml.contains(#"tests="3" failures="1" errors="1" time="1.500010""#))
    #expect(!xml.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0xFFFE })
    var open: [Substring] = []
    for tag in xml.split(separator: "<").dropFirst() where !tag.hasPrefix("?") {
      let name = tag.prefix { !" />".contains($0) }
      let head = tag.prefix { $0 != ">" }
      #expect(head.filter { $0 == "\"" }.count.isMultiple(of: 2), "\(tag)")
      if tag.hasPrefix("/") {
        #expect(open.popLast() == tag.dropFirst().prefix { $0 != ">" })
      } else if !head.hasSuffix("/") {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }
}
