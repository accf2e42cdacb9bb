import Testing
import Vocabulary

@testable import Dialogue

/// What any line meets: bounds, the disclosure, signals, receipts, and a playbook that was changed meanwhile.
struct HearingTests {
  @Test func `who comes first is told whom they talk to, once`() throws {
    var talk = try Shop.talk()
    #expect(talk.entries.map(\.from) == [.system, .bot])
    try talk.take(.customerCame(via: talk.address))
    #expect(talk.entries.count == 2)
  }

  @Test func `a line before any greeting is disclosed to as well`() throws {
    var talk = try Shop.talk()
    let fresh = Snapshot(
      thread: "t", revision: 0, lastSeq: 0, customer: talk.snapshot.customer, talk: TalkState(language: .english),
      offeredCode: "CASE99")
    talk.snapshot = fresh
    let decision = try talk.take(.customerSaid(Utterance("hi", via: talk.address)))
    #expect(decision.entries.first?.from == .system)
  }

  @Test func `4,000 scalars are heard and one more is refused`() throws {
    let talk = try Shop.talk()
    let long = String(repeating: "x", count: Limits.utteranceScalars)
    #expect(talk.refusal(of: .customerSaid(Utterance(long, via: talk.address))) == nil)
    #expect(talk.refusal(of: .customerSaid(Utterance(long + "x", via: talk.address))) == .tooLong)
  }

  @Test func `blanks are no line`() throws {
    let talk = try Shop.talk()
    #expect(talk.refusal(of: .customerSaid(Utterance(" \n\t", via: talk.address))) == .emptyText)
  }

  @Test(arguments: ["...", "!?", "\u{1F600}", "—", "\u{200B}"])
  func `a line of marks alone has a reply, also to a question`(line: String) throws {
    var talk = try Shop.talk()
    #expect(try !talk.say(line).isEmpty)
    try talk.say("put a note into the parcel")
    #expect(try !talk.say(line).isEmpty)
  }

  @Test func `a key becomes a receipt of the customer's entry`() throws {
    var talk = try Shop.talk()
    let key = ReceiptKey(device: "d", cid: "c")
    try talk.take(.customerSaid(Utterance("hello", via: talk.address, key: key)))
    #expect(talk.last?.receipt == Receipt(key: key, seq: 3))
  }

  @Test func `the same event in the same snapshot gives the same decision`() throws {
    let talk = try Shop.talk()
    let event = Event.customerSaid(Utterance("my lamp is broken", via: talk.address))
    let (first, second) = try (
      talk.engine.decide(event, in: talk.snapshot, at: talk.now),
      talk.engine.decide(event, in: talk.snapshot, at: talk.now)
    )
    #expect(first == second)
    #expect(!first.reasons.isEmpty)
  }

  // MARK: signals

  @Test func `signals add up to a person, each with its evidence`() throws {
    var talk = try Shop.talk()
    try talk.say("my lamp is broken")
    try talk.say("I already told you")
    #expect(talk.snapshot.talk.dodge == 1)
    try talk.say("???")
    #expect(talk.reason?.kind == .dodge || talk.reason?.kind == .slotFailed)
    #expect(talk.matter.signals.map(\.signal) == [.alreadyAsked, .keys])
    #expect(talk.matter.signals.map(\.seq) == talk.entries.filter { $0.from == .customer }.dropFirst().map(\.seq))
  }

  @Test func `a weight may bring a person at once`() throws {
    let yaml = Shop.yaml.replacing("name: Pip,", with: "name: Pip, dodge: { weights: { swearing: 3 } },")
    var talk = Talk(try TestPlaybook.engine(yaml))
    try talk.say("this shit again")
    #expect(talk.reason?.kind == .dodge)
    #expect(talk.reason?.detail == "swearing")
  }

  @Test func `progress lowers the score`() throws {
    var talk = try Shop.talk()
    try talk.say("my lamp is broken")
    try talk.say("THIS IS SO VERY ANNOYING!")
    #expect(talk.snapshot.talk.dodge == 1)
    try talk.say("20451")
    #expect(talk.snapshot.talk.dodge == 0)
  }

  @Test func `progress lowers the score once a line`() throws {
    let yaml = Shop.yaml.replacing("name: Pip,", with: "name: Pip, dodge: { weights: { shouting: 3 }, bound: 5 },")
    var talk = Talk(try TestPlaybook.engine(yaml))
    try talk.say("my lamp is broken")
    try talk.say("THIS IS SO VERY ANNOYING!")
    #expect(talk.snapshot.talk.dodge == 3)
    try talk.say("20451")
    #expect(talk.snapshot.talk.dodge == 2)
  }

  @Test func `a sign beside an answer still counts`() throws {
    var talk = try Shop.talk()
    try talk.say("my lamp is broken")
    try talk.say("it is 20451, damn shit")
    #expect(talk.plain("order_number") == "20451")
    #expect(talk.snapshot.talk.dodge == 1)
    #expect(talk.matter.signals.map(\.signal) == [.swearing])
  }

  @Test func `a weight of nought is noted and does not count, and a bound of one suffices`() throws {
    let yaml = Shop.yaml.replacing("name: Pip,", with: "name: Pip, dodge: { weights: { shouting: 0 }, bound: 1 },")
    var talk = Talk(try TestPlaybook.engine(yaml))
    try talk.say("THIS IS SO VERY ANNOYING!")
    #expect(talk.floor == .bot)
    #expect(talk.matter.signals.map(\.signal) == [.shouting])
    try talk.say("this shit again")
    #expect(talk.reason?.kind == .dodge)
  }

  @Test func `the same value for two questions is no repetition`() throws {
    var talk = try Shop.talk()
    try talk.say("I want to rent a van")
    try talk.say("27 November")
    try talk.say("27 November")
    #expect(talk.matter.signals.isEmpty)
    #expect(talk.plain("to_day") == "2026-11-27")
  }

  // MARK: the playbook was changed

  private func asked() throws -> Talk {
    var talk = try Shop.talk()
    try talk.say("my lamp is broken")
    try talk.say("20451")
    return talk
  }

  @Test func `a slot that is gone is not asked again and the intent goes on`() throws {
    var talk = try asked()
    let yaml = Shop.yaml.replacing("[order_number, bought_on]", with: "[order_number]")
    talk.engine = try TestPlaybook.engine(yaml)
    try talk.say("yesterday")
    #expect(talk.reason?.kind == .intent)
    #expect(talk.plain("order_number") == "20451")
  }

  @Test func `an intent that is gone is a handoff that keeps its facts`() throws {
    var talk = try asked()
    talk.engine = try TestPlaybook.engine(Shop.yaml.replacing("broken_lamp:", with: "mended_lamp:"))
    try talk.say("yesterday")
    #expect(talk.reason?.kind == .playbookChanged)
    #expect(talk.reason?.detail == "broken_lamp")
    #expect(talk.plain("order_number") == "20451")
  }

  @Test func `another intent that is there is served though the one before is gone`() throws {
    var talk = try asked()
    talk.engine = try TestPlaybook.engine(Shop.yaml.replacing("broken_lamp:", with: "mended_lamp:"))
    let reply = try talk.say("my lamp is broken")
    #expect(reply == "When did you buy it?")
    #expect(talk.plain("order_number") == "20451")
  }

  @Test func `a case of a queue that is gone still has its person`() throws {
    var talk = try asked()
    try talk.say("I want a human")
    talk.engine = try TestPlaybook.engine(Shop.yaml.replacing("workshop", with: "garage"))
    #expect(try !talk.say("hello?").isEmpty)
    #expect(talk.floor == .queue("workshop"))
  }
}
