import Testing
import Vocabulary

@testable import Dialogue

/// Which words of a line become which value.
struct FillingTests {
  @Test(arguments: [
    "I ran out of aspirin, 100 mg, for Bob Dylan", "I ran out of aspirin 100 mg for Bob Dylan and I need it soon",
    "I need more aspirin, 100 mg, his name is Bob Dylan",
  ])
  func `free words end where another value or sentence begins`(line: String) throws {
    let talk = try Vet.talk(after: line)
    #expect(talk.plain("medicine") == "aspirin")
    #expect(talk.plain("dose") == "100")
    #expect(talk.matter.tried.map(\.intent) == ["refill"] || talk.expectation == .slot("pet"))
  }

  @Test func `free words keep what is no value of another slot`() throws {
    #expect(try Vet.talk(after: "I ran out of the red and white pills").plain("medicine") == "the red and white pills")
  }

  @Test func `a value's span is its own words`() throws {
    let talk = try Vet.talk(after: "I need an appointment with zupan on monday at 5pm")
    let text = try #require(talk.entries.first { $0.from == .customer }?.text)
    let words = { (slot: SlotID) in
      talk.matter.facts[slot].map { String(Array(text)[$0.span.from..<$0.span.to]) }
    }
    #expect(words("on") == "monday")
    #expect(words("at") == "5pm")
    #expect(talk.plain("on") == "2026-11-23")
    #expect(talk.plain("at") == "17:00")
  }

  @Test func `values behind a template are its values too`() throws {
    let talk = try Vet.talk(after: "I want an appointment at 10 on friday with dr mlakar")
    #expect(talk.plain("on") == "2026-11-27")
    #expect(talk.plain("at") == "10:00")
    #expect(talk.plain("vet") == "mlakar")
  }

  @Test func `a name beside a question is heard with it`() throws {
    var talk = try Vet.talk(after: "I want an appointment")
    let reply = try talk.say("Ana Novak. when are you open?")
    #expect(reply == "From 8 to 18. Back to Appointment. What is your animal called?")
    #expect(talk.plain("owner") == "Ana Novak")
    try talk.say("Rex and how much does a check cost")
    #expect(talk.plain("pet") == "Rex")
  }

  @Test(arguments: ["say that again", "why", "what did I say so far", "help"])
  func `a move of the conversation is no name`(line: String) throws {
    let talk = try Vet.talk(after: "I want an appointment", line)
    #expect(talk.matter.facts.isEmpty)
    #expect(talk.expectation == .slot("owner"))
  }

  @Test func `a day in a question about something else is no answer`() throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex with zupan", "Ana Novak")
    let reply = try talk.say("are you open today")
    #expect(reply.hasPrefix("From 8 to 18."))
    #expect(talk.plain("on") == nil)
    #expect(talk.expectation == .slot("on"))
  }

  // MARK: what cannot be

  @Test func `a volunteered value that cannot be is unclear, and its question says why`() throws {
    var talk = try Vet.talk(after: "I need an appointment for Rex with zupan on monday at 7pm")
    #expect(talk.matter.unclear.map(\.slot) == ["at"])
    #expect(talk.matter.unclear.map(\.said) == ["at 7pm"])
    let reply = try talk.say("Ana Novak")
    #expect(reply == "I am sorry, that cannot be: Time has to be at most 18:00. At what time?")
    try talk.say("17:00")
    #expect(talk.plain("at") == "17:00")
  }

  @Test func `a refusal is said once`() throws {
    var talk = try Vet.talk(after: "I have a question about my bill, bill number 12345")
    #expect(talk.matter.unclear.map(\.said) == ["bill number 12345"] || talk.matter.unclear.map(\.said) == ["12345"])
    #expect(try talk.say("30 euros").contains("6 characters long"))
    #expect(try !talk.say("when are you open").contains("6 characters"))
  }

  @Test func `a day on the wrong side of today is not refused for a slot that nobody named`() throws {
    let talk = try Vet.talk(after: "can I bring Rex in, he has been limping since yesterday")
    #expect(talk.matter.unclear.isEmpty)
  }

  // MARK: one of two

  @Test func `two towns for two slots are asked about and never guessed`() throws {
    var talk = try Vet.talk(after: "fetch my animal")
    #expect(try talk.say("Koper Maribor") == "You said Koper. Which one is that?")
    #expect(talk.matter.facts.isEmpty)
    #expect(try talk.say("the first is from") == "We drive from Koper to Maribor.")
  }

  @Test func `what answers one slot is not taken for its twin`() throws {
    var talk = try Vet.talk(after: "fetch my animal", "Koper")
    #expect(talk.expectation == .slot("to_town"))
    #expect(try talk.say("to my mother in Celje") == "We drive from Koper to Celje.")
  }

  @Test(arguments: ["friday or monday", "on Friday, or on Monday"])
  func `one day or another is no day`(line: String) throws {
    var talk = try Vet.talk(after: "cancel my appointment", "Ana Novak")
    #expect(try talk.say(line) == "Which one is right?")
    #expect(talk.last?.entries.last?.choices.count == 2)
    #expect(try talk.say("monday") == "Cancelled for Ana Novak on 23 November 2026.")
  }

  @Test func `one day or another in the first line is asked for, not guessed`() throws {
    let talk = try Vet.talk(after: "cancel my appointment on friday or monday", "Ana Novak")
    #expect(talk.expectation == .slot("on"))
  }

  @Test func `two matters of a line have each its own day`() throws {
    var talk = try Vet.talk(after: "Ana", "my name is Ana")
    let reply = try talk.say(
      "cancel my appointment on friday and make an appointment for Rex with zupan on monday at 10")
    #expect(reply.hasPrefix("Cancelled for Ana on 27 November 2026."))
    #expect(reply.contains("Day: 23 November 2026"))
  }

  // MARK: before the matter

  @Test func `a value of a form of its own is noted before anything is known`() throws {
    var talk = try Vet.talk()
    #expect(try talk.say("CH1234") == "Noted: Chip: CH1234. What is it about?")
    #expect(try talk.say("what do you know of my chip").hasPrefix("Chip CH1234 is registered."))
  }

  @Test(arguments: ["and CH9999?", "what about CH9999", "where is chip CH9999"])
  func `another value after an answer is the next question`(line: String) throws {
    var talk = try Vet.talk(after: "where is chip CH1234")
    let reply = try talk.say(line)
    #expect(reply.contains("Chip CH9999 is registered."))
    #expect(talk.floor == .bot)
    #expect(talk.matter.facts["chip"]?.superseded.map(\.value.plain) == ["CH1234"])
  }
}
