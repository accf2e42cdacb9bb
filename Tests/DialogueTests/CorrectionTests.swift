import Testing
import Vocabulary

@testable import Dialogue

/// Taking a value back, and values that wait for their slot.
struct CorrectionTests {
  private func asked() throws -> Talk {
    var talk = try Shop.talk()
    try talk.say("my lamp is broken")
    try talk.say("20451")
    try #require(talk.expectation == .slot("bought_on"))
    return talk
  }

  @Test(arguments: [
    "no, 20452", "sorry, it is 20452", "the order number is 20452", "not 20451, 20452", "20452, not 20451",
    "I meant 20452",
  ])
  func `a correction replaces the value and keeps the old one`(line: String) throws {
    var talk = try asked()
    let reply = try talk.say(line)
    #expect(talk.plain("order_number") == "20452")
    #expect(talk.matter.facts["order_number"]?.superseded.map(\.value.plain) == ["20451"])
    #expect(reply.contains("Order number is 20452"))
    #expect(talk.expectation == .slot("bought_on"))
    #expect(talk.snapshot.talk.attempts.isEmpty)
    #expect(!talk.matter.loose.contains { $0.entity.value.plain == "20451" })
  }

  @Test func `two corrections in a row keep both old values, newest first`() throws {
    var talk = try asked()
    try talk.say("no, 20452")
    try talk.say("no, 20453")
    #expect(talk.plain("order_number") == "20453")
    #expect(talk.matter.facts["order_number"]?.superseded.map(\.value.plain) == ["20452", "20451"])
  }

  @Test func `another bare answer to the question before puts a slip right`() throws {
    var talk = try asked()
    let reply = try talk.say("20452")
    #expect(reply == "Thank you, I changed that: Order number is 20452. Please name the day.")
    #expect(talk.matter.facts["order_number"]?.superseded.map(\.value.plain) == ["20451"])
  }

  @Test func `a known value is not replaced without a word of it`() throws {
    var talk = try asked()
    try talk.say("my neighbour has 20452 as well")
    #expect(talk.plain("order_number") == "20451")
  }

  @Test func `a correction while the case waits is said and lands on the case`() throws {
    var talk = try asked()
    try talk.say("I want a human")
    let reply = try talk.say("sorry, the order number is 20452")
    #expect(reply.contains("20452"))
    #expect(talk.theCase?.matter.facts["order_number"]?.value.plain == "20452")
    #expect(talk.floor == .queue("workshop"))
  }

  @Test func `with an agent the bot is silent and the agent is told`() throws {
    var talk = try asked()
    try talk.say("I want a human")
    try talk.did("mia", .claim)
    #expect(try talk.say("sorry, the order number is 20452") == "")
    let note = talk.last?.entries.last
    #expect(note?.audience == .agents)
    #expect(note?.text == "Order number is now 20452 (was 20451).")
  }

  // MARK: whose value

  private func twoDays() throws -> Talk {
    var talk = try Shop.talk()
    try talk.say("I want to rent a van. 24 November, 27 November")
    return talk
  }

  @Test func `two days for two slots are asked about and never guessed`() throws {
    var talk = try twoDays()
    #expect(talk.matter.facts.isEmpty)
    #expect(talk.last?.entries.last?.choices.map(\.title) == ["First day", "Last day"])
    let reply = try talk.say("the first day")
    #expect(talk.plain("from_day") == "2026-11-24")
    #expect(talk.plain("to_day") == "2026-11-27")
    #expect(reply == "The van is yours from 24 November 2026 to 27 November 2026.")
    #expect(talk.matter.facts["from_day"]?.said == "24 November")
  }

  @Test func `none of them frees the value and the question is put`() throws {
    var talk = try Shop.talk()
    try talk.say("I want to rent a van. 24 November")
    guard case .chooseSlot = talk.expectation else { return #expect(Bool(false), "not asked which") }
    try talk.say("none of these")
    #expect(talk.expectation == .slot("from_day"))
    #expect(talk.matter.facts.isEmpty)
  }

  @Test func `a cue decides without a question`() throws {
    var talk = try Shop.talk()
    try talk.say("I want to rent a van, last day 27 November, first day 24 November")
    #expect(talk.plain("from_day") == "2026-11-24")
    #expect(talk.plain("to_day") == "2026-11-27")
  }

  @Test func `what is neither is asked once more, then a person`() throws {
    var talk = try twoDays()
    try talk.say("purple monkeys")
    guard case .chooseSlot = talk.expectation else { return #expect(Bool(false), "not asked which") }
    try talk.say("green elephants")
    #expect(talk.reason?.kind == .fallback)
  }

  // MARK: before the intent

  @Test func `a value before the intent is noted and used`() throws {
    var talk = try Shop.talk()
    #expect(try talk.say("my order number is 20451") == "Noted: Order number: 20451. What is it about?")
    try talk.say("my lamp is broken")
    #expect(talk.expectation == .slot("bought_on"))
    #expect(talk.plain("order_number") == "20451")
  }

  @Test func `a loose value is taken by the intent that can use it`() throws {
    var talk = try Shop.talk()
    try talk.say("yesterday 20451")
    #expect(talk.matter.facts.isEmpty)
    try talk.say("my lamp is broken")
    #expect(talk.plain("order_number") == "20451")
    #expect(talk.plain("bought_on") == "2026-11-21")
    #expect(talk.matter.facts["bought_on"]?.seq == 3)
  }

  @Test func `a cue for a slot that nobody wants fills nothing and waits`() throws {
    var talk = try Shop.talk()
    try talk.say("send me the monthly letter")
    try talk.say("I live in Paris")
    #expect(talk.plain("lamp_room") == nil)
    try talk.say("order number 20451")
    #expect(talk.plain("order_number") == nil)
    try talk.say("I want a human")
    #expect(talk.plain("order_number") == "20451")
    #expect(talk.plain("lamp_room") == nil)
  }

  @Test func `facts outlive an answer and are not asked again`() throws {
    var talk = try asked()
    try talk.say("start over")
    try talk.say("my order number is 20451")
    try talk.say("I want to give it back")
    #expect(talk.expectation == .slot("wants_money"))
  }
}
