import Testing
import Vocabulary

@testable import Dialogue

/// What must not be stored, and what not everybody may read.
struct MaskingTests {
  static let yaml = """
    settings: { default_queue: people }
    intents:
      report:
        utterances: [I have something to report]
        needs: [story, passcode]
        answer: Noted.
        settled: assumed
      payout:
        utterances: [pay me out]
        needs: [account]
        answer: We pay to {{account}}.
        settled: assumed
      number:
        utterances: [here is a number]
        needs: [serial]
        answer: Thanks.
        settled: assumed
      once:
        utterances: [use my token]
        needs: [token]
        answer: Used.
    slots:
      story: { type: text, ask: What happened? }
      passcode: { title: Word, type: regex, matches: '\\bkey-\\d{3}\\b', sensitive: yes, ask: Which word? }
      account: { type: iban, ask: Which IBAN? }
      serial: { type: digits, ask: Which serial number? }
      token: { title: Token, type: digits, length: 6, remember: never, ask: Which token? }
    queues: { people: { title: people } }
    """
  private static let engine = try? TestPlaybook.engine(yaml)
  static let card = "4111 1111 1111 1111"

  private func talk(_ lines: String...) throws -> Talk {
    var talk = Talk(try #require(Self.engine))
    for line in lines { try talk.say(line) }
    return talk
  }

  /// Everything that would be written down.
  private func stored(_ talk: Talk) -> String {
    "\(talk.entries) \(talk.snapshot.talk) \(String(describing: talk.theCase)) \(talk.snapshot.customer)"
  }

  @Test(arguments: [
    [card], ["I have something to report", "somebody used \(card) twice"], ["here is a number", card],
  ])
  func `a card number reaches no entry, no fact and no memory`(lines: [String]) throws {
    var talk = try talk()
    var reply = ""
    for line in lines { reply = try talk.say(line) }
    #expect(!stored(talk).contains(Self.card))
    #expect(!stored(talk).contains("4111111111111111"))
    #expect(talk.entries.contains { $0.from == .customer && $0.masked })
    #expect(reply.hasPrefix("For your safety I hid"))
  }

  @Test func `text that holds one keeps its other words`() throws {
    let talk = try talk("I have something to report", "somebody used \(Self.card) twice")
    #expect(talk.plain("story") == "somebody used •••• •••• •••• 1111 twice")
  }

  @Test func `an IBAN is kept where a slot takes one, and only there`() throws {
    let iban = "GB82 WEST 1234 5698 7654 32"
    let asked = try talk("pay me out", iban)
    #expect(asked.plain("account") == "GB82WEST12345698765432")
    let volunteered = try talk(iban)
    #expect(!stored(volunteered).contains("5698"))
  }

  @Test func `a sensitive value is masked in the entry and in its words, and shown as such`() throws {
    let talk = try talk("I have something to report", "a theft", "it is key-204")
    #expect(talk.plain("passcode") == "key-204")
    #expect(talk.matter.facts["passcode"]?.said == "••••")
    #expect(!talk.entries.contains { $0.text.contains("key-204") })
  }

  @Test func `a sensitive value that is replaced stays masked`() throws {
    var talk = try talk("I have something to report", "it is key-204")
    try talk.say("no, key-205")
    #expect(talk.matter.facts["passcode"]?.superseded.allSatisfy { $0.said == "••••" } != false)
    #expect(!talk.entries.contains { $0.text.contains("key-20") })
  }

  @Test func `words that were meant for a sensitive slot are unclear and masked`() throws {
    let talk = try talk("I have something to report", "a theft", "purple monkeys")
    #expect(talk.matter.unclear.map(\.said) == ["••••"])
  }

  @Test func `what is never remembered is masked at once and gone after use`() throws {
    let talk = try talk("use my token", "204518")
    #expect(talk.plain("token") == nil)
    #expect(!stored(talk).contains("204518"))
  }

  @Test func `what is never remembered is gone from a case that is resolved`() throws {
    var talk = try talk("use my token")
    try talk.say("I want a human")
    try talk.say("204518")
    try talk.did("mia", .claim)
    try talk.did("mia", .resolve(nil))
    #expect(talk.theCase?.matter.facts["token"] == nil)
  }

  @Test func `the last line is kept without what must not be stored`() throws {
    let talk = try talk("my card is \(Self.card)")
    #expect(talk.snapshot.talk.lastLine?.contains("1111 1111") == false)
  }
}
