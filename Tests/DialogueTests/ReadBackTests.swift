import Testing
import Vocabulary

@testable import Dialogue

/// What is read back: slots, intents, and what is on record.
struct ReadBackTests {
  private func slotRead() throws -> Talk {
    var talk = try Shop.talk()
    try talk.say("change the day of delivery")
    try talk.say("tomorrow")
    try #require(talk.expectation == .confirmSlot("deliver_on"))
    return talk
  }

  private func intentRead() throws -> Talk {
    var talk = try slotRead()
    try talk.say("yes")
    try #require(talk.expectation == .confirmIntent("delivery_day"))
    return talk
  }

  @Test func `yes confirms the value`() throws {
    let talk = try intentRead()
    #expect(talk.matter.facts["deliver_on"]?.confirmed == true)
  }

  @Test func `the value said again is a yes`() throws {
    var talk = try slotRead()
    try talk.say("tomorrow")
    #expect(talk.expectation == .confirmIntent("delivery_day"))
  }

  @Test(arguments: ["no, on 27 November", "yes, but on 27 November", "I meant 27 November"])
  func `another value replaces it and is read back again`(line: String) throws {
    var talk = try slotRead()
    try talk.say(line)
    #expect(talk.plain("deliver_on") == "2026-11-27")
    #expect(talk.matter.facts["deliver_on"]?.superseded.map(\.value.plain) == ["2026-11-23"])
    #expect(talk.expectation == .confirmSlot("deliver_on"))
  }

  @Test func `no takes the value back and keeps its words`() throws {
    var talk = try slotRead()
    try talk.say("no")
    #expect(talk.expectation == .slot("deliver_on"))
    #expect(talk.plain("deliver_on") == nil)
    #expect(talk.matter.unclear.map(\.said) == ["tomorrow"])
  }

  @Test func `a value denied twice goes to a person`() throws {
    var talk = try slotRead()
    try talk.say("no")
    try talk.say("on 27 November")
    try talk.say("no")
    #expect(talk.reason?.kind == .slotFailed)
  }

  @Test func `what is not understood is read back again, never asked, and then a person`() throws {
    var talk = try slotRead()
    try talk.say("purple monkeys")
    #expect(talk.expectation == .confirmSlot("deliver_on"))
    #expect(talk.last?.entries.contains { $0.asks != nil } == false)
    try talk.say("green elephants")
    #expect(talk.reason?.kind == .slotFailed)
    #expect(talk.plain("deliver_on") == "2026-11-23")
  }

  @Test func `another question is answered and the value read back again`() throws {
    var talk = try slotRead()
    let reply = try talk.say("when are you open")
    #expect(reply.hasPrefix("We are open from nine to five."))
    #expect(talk.expectation == .confirmSlot("deliver_on"))
  }

  @Test func `yes serves the intent`() throws {
    var talk = try intentRead()
    try talk.say("yes please")
    #expect(talk.reason?.kind == .intent)
    #expect(talk.theCase?.queue == "front")
  }

  @Test func `no stops the intent and nothing is done`() throws {
    var talk = try intentRead()
    try talk.say("no")
    #expect(talk.state(of: "delivery_day") == .cancelled)
    #expect(talk.floor == .bot)
    #expect(talk.expectation == .nothing)
  }

  @Test(arguments: ["yes, but on 27 November", "no, on 27 November", "27 November"])
  func `a value changes what was read back`(line: String) throws {
    var talk = try intentRead()
    try talk.say(line)
    #expect(talk.plain("deliver_on") == "2026-11-27")
    #expect(talk.floor == .bot)
    #expect(talk.expectation == .confirmSlot("deliver_on"))
  }

  @Test func `yes with another question does both`() throws {
    var talk = try intentRead()
    let reply = try talk.say("yes. when are you open?")
    #expect(reply.contains("We are open from nine to five."))
    #expect(talk.reason?.kind == .intent)
    #expect(talk.state(of: "visiting_hours") == .served)
  }

  @Test func `neither yes nor no is repeated once, then a person`() throws {
    var talk = try intentRead()
    try talk.say("purple monkeys")
    #expect(talk.expectation == .confirmIntent("delivery_day"))
    try talk.say("green elephants")
    #expect(talk.reason?.kind == .fallback)
  }

  // MARK: on record

  private func letterSent(_ yaml: String = Shop.yaml) throws -> Talk {
    var talk = Talk(try TestPlaybook.engine(yaml))
    try talk.say("send me the monthly letter")
    try talk.say("ana@example.com")
    try #require(talk.plain("mail") == "ana@example.com")
    talk.wait(hours: 30)
    return talk
  }

  @Test func `a value on record is confirmed once and then used`() throws {
    var talk = try letterSent()
    #expect(try talk.say("send me the monthly letter").contains("ana@example.com. Is that right?"))
    #expect(talk.matter.facts["mail"]?.source == .onRecord)
    #expect(try talk.say("yes") == "The letter goes to ana@example.com.")
    talk.wait(hours: 30)
    #expect(try talk.say("send me the monthly letter") == "The letter goes to ana@example.com.")
  }

  @Test func `a value on record that is wrong is asked for`() throws {
    var talk = try letterSent()
    try talk.say("send me the monthly letter")
    try talk.say("no")
    #expect(talk.expectation == .slot("mail"))
    #expect(try talk.say("bo@example.com") == "The letter goes to bo@example.com.")
    #expect(talk.snapshot.customer.memory["mail"]?.value.plain == "bo@example.com")
  }

  @Test func `a value that is too old is asked for`() throws {
    var talk = try letterSent()
    talk.wait(hours: 31 * 24)
    try talk.say("send me the monthly letter")
    #expect(talk.expectation == .slot("mail"))
  }

  @Test func `the author may have it used silently or asked anew`() throws {
    let used = Shop.yaml.replacing("fresh_for: 30 days", with: "on_record: use")
    var talk = try letterSent(used)
    #expect(try talk.say("send me the monthly letter") == "The letter goes to ana@example.com.")
    var asked = try letterSent(Shop.yaml.replacing("fresh_for: 30 days", with: "on_record: ask"))
    #expect(try asked.say("send me the monthly letter") == "Which mail address?")
  }
}
