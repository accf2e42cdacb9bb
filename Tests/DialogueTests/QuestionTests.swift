import Testing
import Vocabulary

@testable import Dialogue

/// A slot is asked for: every kind of answer.
struct QuestionTests {
  private func asked() throws -> Talk {
    var talk = try Shop.talk()
    try talk.say("my lamp is broken")
    try #require(talk.expectation == .slot("order_number"))
    return talk
  }

  @Test func `a value that fits is kept and the next question comes`() throws {
    var talk = try asked()
    #expect(try talk.say("20451") == "When did you buy it?")
    #expect(talk.plain("order_number") == "20451")
    #expect(talk.matter.facts["order_number"]?.said == "20451")
  }

  @Test func `a value that cannot be is refused with the reason`() throws {
    var talk = try asked()
    let reply = try talk.say("2045")
    #expect(reply.contains("5 characters long"))
    #expect(talk.plain("order_number") == nil)
    #expect(talk.expectation == .slot("order_number"))
  }

  @Test func `the last try hands off with the words as unclear`() throws {
    var talk = try asked()
    try talk.say("purple monkeys")
    try talk.say("green elephants")
    #expect(talk.reason?.kind == .slotFailed)
    #expect(talk.reason?.detail == "order_number")
    #expect(talk.matter.unclear.map(\.said) == ["purple monkeys", "green elephants"])
    #expect(talk.theCase?.queue == "workshop")
  }

  @Test func `a declined slot is not asked again and the intent goes on`() throws {
    var talk = try asked()
    #expect(try talk.say("I don't have it") == "When did you buy it?")
    #expect(talk.matter.declined["order_number"] != nil)
  }

  @Test func `an answer that would say a declined value is a handoff`() throws {
    var talk = try asked()
    try talk.say("I don't have it")
    try talk.say("yesterday")
    #expect(talk.reason?.kind == .slotFailed)
    #expect(talk.reason?.detail == "order_number")
  }

  @Test func `a declined slot that is said after all is known`() throws {
    var talk = try asked()
    try talk.say("I don't have it")
    try talk.say("ah, the order number is 20451")
    #expect(talk.plain("order_number") == "20451")
    #expect(talk.matter.declined.isEmpty)
    #expect(talk.expectation == .slot("bought_on"))
  }

  @Test func `another intent is served and the question comes back`() throws {
    var talk = try asked()
    let reply = try talk.say("when are you open")
    #expect(reply == "We are open from nine to five. Back to Broken lamp. What is the order number?")
    #expect(talk.expectation == .slot("order_number"))
    #expect(talk.snapshot.talk.attempts.isEmpty)
  }

  @Test func `a digression inside a digression comes back to both`() throws {
    var talk = try asked()
    #expect(try talk.say("put a note into the parcel") == "What shall it say?")
    let reply = try talk.say("where can I park")
    #expect(reply.hasPrefix("Park behind the house."))
    #expect(talk.expectation == .slot("note_text"))
    #expect(talk.matter.facts.isEmpty)
    let back = try talk.say("from your Ana")
    #expect(back.hasPrefix("The note says from your Ana."))
    #expect(talk.expectation == .slot("order_number"))
  }

  @Test func `an intent that needs the same slot is no failed try`() throws {
    var talk = try asked()
    try talk.say("I want to give it back")
    #expect(talk.expectation == .slot("order_number"))
    #expect(talk.snapshot.talk.agenda == ["giving_back", "broken_lamp"])
    #expect(talk.snapshot.talk.attempts.isEmpty)
  }

  @Test func `several values in one line fill several slots`() throws {
    var talk = try asked()
    try talk.say("20451, I bought it yesterday")
    #expect(talk.plain("order_number") == "20451")
    #expect(talk.plain("bought_on") == "2026-11-21")
    #expect(talk.reason?.kind == .intent)
  }

  @Test func `a value with a question answers both`() throws {
    var talk = try asked()
    let reply = try talk.say("20451. when are you open?")
    #expect(reply.contains("We are open"))
    #expect(talk.plain("order_number") == "20451")
    #expect(talk.expectation == .slot("bought_on"))
  }

  @Test func `cancel stops the intent`() throws {
    var talk = try asked()
    try talk.say("never mind")
    #expect(talk.expectation == .nothing)
    #expect(talk.state(of: "broken_lamp") == .cancelled)
    #expect(talk.floor == .bot)
  }

  @Test func `start over forgets the matter`() throws {
    var talk = try asked()
    try talk.say("20451")
    try talk.say("start over")
    #expect(talk.matter.isEmpty)
    #expect(talk.expectation == .nothing)
  }

  @Test(arguments: [
    ("say that again", "What is the order number?"), ("why do you ask?", "I still need: Order number."),
    ("what did I say so far", "I still need: Order number."), ("are you a bot?", "I still need: Order number."),
  ])
  func `a side remark leaves the question open and does not put it in the same words`(line: String, end: String) throws
  {
    var talk = try asked()
    let reply = try talk.say(line)
    #expect(reply.hasSuffix(end))
    #expect(talk.expectation == .slot("order_number"))
    #expect(talk.snapshot.talk.attempts.isEmpty)
  }

  @Test(arguments: ["I want a human", "0", "talk to a person"])
  func `a person is one line away and gets the intent's own queue`(line: String) throws {
    var talk = try asked()
    try talk.say(line)
    #expect(talk.reason?.kind == .customerRequest)
    #expect(talk.theCase?.queue == "workshop")
    #expect(talk.state(of: "broken_lamp") == .handedOff)
  }

  @Test func `the words of another intent are no free text`() throws {
    var talk = try Shop.talk()
    try talk.say("put a note into the parcel")
    try talk.say("when are you open?")
    #expect(talk.plain("note_text") == nil)
    #expect(talk.expectation == .slot("note_text"))
    #expect(try talk.say("no") == "The note says no.")
  }

  @Test func `a no answers a yes or no question and takes nothing back`() throws {
    var talk = try Shop.talk()
    try talk.say("I want to give it back")
    try talk.say("20451")
    try #require(talk.expectation == .slot("wants_money"))
    let reply = try talk.say("no, I do not")
    #expect(reply.hasPrefix("Bring it to the shop."))
    #expect(talk.plain("wants_money") == "no")
    #expect(talk.expectation == .settled("giving_back"))
  }

  @Test func `the same words a third time are answered by a person`() throws {
    var talk = try asked()
    for _ in 0..<2 { try talk.say("why do you ask?") }
    #expect(talk.floor == .bot)
    try talk.say("what do you need that for?")
    #expect(talk.reason?.kind == .fallback)
  }

  @Test func `a value refused in the first line is named by the question`() throws {
    var talk = try Shop.talk()
    let reply = try talk.say("order number 12. my lamp is broken")
    #expect(reply.contains("5 characters long"))
    #expect(talk.expectation == .slot("order_number"))
  }
}
