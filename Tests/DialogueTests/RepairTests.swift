import Testing
import Vocabulary

@testable import Dialogue

/// Putting right what was said: at any time, in any words.
struct RepairTests {
  private func readBack() throws -> Talk {
    try Vet.talk(after: "I want an appointment for Rex with zupan on tuesday at 10", "Ana Novak")
  }

  @Test(arguments: ["441700 and 441800", "441700, 441800", "441700 or 441800"])
  func `of two numbers for one question none is guessed`(line: String) throws {
    var talk = try Vet.talk(after: "my bill is wrong", "50 euros")
    #expect(talk.expectation == .slot("bill_no"))
    #expect(try talk.say(line) == "Which one is right?")
    #expect(talk.plain("bill_no") == nil)
    try talk.say("441800")
    #expect(talk.plain("bill_no") == "441800")
  }

  // MARK: by name, by contrast, late

  @Test(arguments: [
    ("the time is 11", "at", "11:00"), ("change the day to wednesday", "on", "2026-11-25"),
    ("the vet should be mlakar", "vet", "mlakar"), ("no wait, thursday", "on", "2026-11-26"),
    ("not tuesday, wednesday", "on", "2026-11-25"), ("not 10 but 11", "at", "11:00"),
    ("yes, but at 11", "at", "11:00"), ("no, the 26th", "on", "2026-11-26"), ("at 11 actually", "at", "11:00"),
  ])
  func `any value is changed at the read-back, and is read back anew`(line: String, slot: String, plain: String) throws
  {
    var talk = try readBack()
    let reply = try talk.say(line)
    #expect(talk.plain(SlotID(slot)) == plain)
    #expect(talk.matter.facts[SlotID(slot)]?.superseded.count == 1)
    #expect(reply.hasSuffix("Shall I go on?"))
    #expect(talk.expectation == .confirmIntent("visit"))
  }

  @Test(arguments: ["with dr mlakar", "the vet is mlakar", "no, mlakar", "mlakar actually"])
  func `a value before the open question is changed beside it`(line: String) throws {
    var talk = try Vet.talk(after: "I want an appointment with zupan")
    let reply = try talk.say(line)
    #expect(talk.plain("vet") == "mlakar")
    #expect(reply == "Thank you, I changed that: Vet is dr mlakar. I still need: Your name.")
    #expect(talk.snapshot.talk.attempts.isEmpty)
  }

  @Test func `several values changed in one line are said in one sentence`() throws {
    var talk = try readBack()
    let reply = try talk.say("no, with mlakar on thursday")
    #expect(reply.hasPrefix("Thank you, I changed that: Vet: dr mlakar, Day: 26 November 2026."))
  }

  @Test func `a slip of the keys in the answer before is put right`() throws {
    var talk = try Vet.talk(after: "I want an appointment", "Ana Novak", "Rexx")
    #expect(try talk.say("Rex").contains("Name of the animal is Rex"))
    #expect(talk.plain("owner") == "Ana Novak")
    #expect(talk.expectation == .slot("vet"))
  }

  @Test func `a part of a number takes the place of that part`() throws {
    var talk = try Vet.talk(after: "my bill is wrong, bill number 123456")
    try talk.say("sorry, the last two are 17")
    #expect(talk.plain("bill_no") == "123417")
    try talk.say("it starts with 99")
    #expect(talk.plain("bill_no") == "993417")
    #expect(talk.expectation == .slot("amount"))
  }

  @Test func `a correction reaches the case in the queue and the agent at the desk`() throws {
    var talk = try Vet.talk(after: "my bill is wrong", "50 euros", "123456")
    #expect(talk.floor == .queue("desk"))
    #expect(try talk.say("sorry it was 55 euros not 50").contains("Amount is 55 EUR"))
    try talk.did("mia", .claim)
    #expect(try talk.say("oh and it was 60 euros actually") == "")
    #expect(talk.last?.entries.last?.text == "Amount is now 60 EUR (was 55 EUR).")
    try talk.say("the last two of the bill number are 99")
    #expect(talk.plain("bill_no") == "123499")
    #expect(talk.matter.facts["amount"]?.superseded.map(\.value.plain) == ["55 EUR", "50 EUR"])
  }

  // MARK: without the value

  @Test func `a no with the name of what is wrong asks for that`() throws {
    var talk = try readBack()
    #expect(try talk.say("no, the time is wrong") == "At what time?")
    #expect(try talk.say("11").contains("Time: 11:00"))
  }

  @Test func `a no that does not say what is wrong is asked what to change`() throws {
    var talk = try readBack()
    let reply = try talk.say("no that's wrong")
    #expect(reply == "What shall I change? Say it, or say \"cancel\".")
    #expect(talk.last?.entries.last?.choices.map(\.title) == ["Your name", "Name of the animal", "Vet", "Day", "Time"])
    #expect(try talk.say("the day") == "Which day?")
    #expect(talk.plain("on") == nil)
  }

  @Test func `a bare no to the read-back stops it`() throws {
    var talk = try readBack()
    try talk.say("no")
    #expect(talk.state(of: "visit") == .cancelled)
  }

  @Test func `what is wrong may be said in the middle of another question`() throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex on tuesday")
    #expect(try talk.say("no, the day is wrong") == "Which day?")
    #expect(talk.expectation == .slot("on"))
    try talk.say("thursday")
    #expect(talk.plain("on") == "2026-11-26")
  }

  // MARK: as before

  @Test func `the same as before is what is on record of the case before`() throws {
    var talk = try Vet.talk(after: "my bill is wrong", "50 euros", "123456")
    try talk.did("mia", .claim)
    try talk.did("mia", .resolve("Mended."))
    talk.wait(hours: 30)
    try talk.say("I have a question about my bill")
    #expect(try talk.say("same as last time") == "What is the bill number?")
    #expect(talk.plain("amount") == "50 EUR")
    #expect(talk.matter.facts["amount"]?.source == .onRecord)
  }

  @Test func `where nothing is on record, that is said, and it costs a try`() throws {
    var talk = try Vet.talk(after: "my bill is wrong")
    #expect(try talk.say("same as before") == "I do not have that from before: Amount. Which amount?")
    try talk.say("same as before")
    #expect(talk.reason?.kind == .slotFailed)
  }

  // MARK: what is not wanted

  @Test func `one of several matters is left out by its name`() throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex and my bill is wrong")
    #expect(talk.matter.intents.map(\.intent) == ["visit", "bill"])
    let reply = try talk.say("forget the bill")
    #expect(reply == "All right, I left that out: Question about a bill. I still need: Your name.")
    #expect(talk.state(of: "bill") == .cancelled)
    #expect(talk.snapshot.talk.agenda == ["visit"])
  }

  @Test(arguments: ["never mind the appointment", "I don't want the appointment any more", "cancel the appointment"])
  func `what is spoken of is left out and the next matter is taken up`(line: String) throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex and my bill is wrong")
    #expect(try talk.say(line).hasSuffix("Which amount?"))
    #expect(talk.state(of: "visit") == .cancelled)
  }

  @Test func `the rest of a line that leaves something out is heard`() throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex")
    let reply = try talk.say("never mind the appointment, how much does a check cost")
    #expect(reply.hasPrefix("All right, I left that out: Appointment. A check is 40 euros."))
  }

  @Test func `a matter that is denied is not taken`() throws {
    var talk = try Vet.talk()
    let reply = try talk.say("I don't want an appointment")
    #expect(reply == "All right, not that: Appointment. What can I do for you?")
    #expect(talk.matter.intents.isEmpty)
    #expect(talk.snapshot.talk.fallbacks == 0)
  }

  // MARK: somebody else's

  @Test(arguments: [
    "my wife needs an appointment for Rex", "my wife says she needs an appointment for Rex",
    "a friend wants an appointment for Rex",
  ])
  func `somebody else's matter is taken, and noted as theirs`(line: String) throws {
    var talk = try Vet.talk()
    let reply = try talk.say(line)
    #expect(reply.hasPrefix("I note that this is about "))
    #expect(talk.matter.intents.first?.intent == "visit")
    #expect(talk.matter.intents.first?.person != nil)
    try talk.say("Eva Novak")
    #expect(talk.plain("owner") == "Eva Novak")
    #expect(talk.snapshot.customer.memory.isEmpty)
    #expect(talk.snapshot.customer.name == nil)
  }

  @Test func `what is on record of the customer does not count for somebody else`() throws {
    var talk = try Vet.talk(after: "I want an appointment", "Ana Novak", "start over")
    #expect(talk.snapshot.customer.name == "Ana Novak")
    try talk.say("my sister wants an appointment")
    #expect(talk.expectation == .slot("owner"))
  }

  @Test func `the briefing says whose matter it is`() throws {
    let talk = try Vet.talk(after: "my neighbour's dog was hit by a car")
    let theCase = try #require(talk.theCase)
    let briefing = Briefing(of: theCase, entries: talk.entries, playbook: talk.engine.playbook)
    #expect(briefing.lines.first == "Emergency (about \"my neighbour\")")
  }

  @Test func `whose matter it is is said once, for two matters as well`() throws {
    let talk = try Vet.talk(after: "my sister wants an appointment for Rex and my sister ran out of aspirin")
    #expect(talk.entries.map(\.text).joined().times("I note that this is about") == 1)
  }

  @Test func `my wife and I are the customer`() throws {
    let talk = try Vet.talk(after: "my wife and I need an appointment for Rex")
    #expect(!talk.matter.intents.contains { $0.person != nil })
  }

  // MARK: slips of the fingers

  @Test(arguments: ["i wnat an apointment for Rex tmrw at 4pm", "can i brnig Rex in tommorow at 4pm pls"])
  func `slips of the fingers are read`(line: String) throws {
    let talk = try Vet.talk(after: line)
    #expect(talk.matter.intents.map(\.intent) == ["visit"])
    #expect(talk.plain("at") == "16:00")
  }
}

/// Values that a line names only to say that they are not meant.
struct `Values that are denied` {
  @Test func `a day that does not suit is no answer, and no other matter`() throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex", "Ana Novak", "zupan")
    try talk.say("Monday does not work for me")
    #expect(talk.plain("on") == nil)
    #expect(talk.expectation == .slot("on"))
    try talk.say("Tuesday")
    #expect(talk.plain("on") == "2026-11-24")
  }

  @Test(arguments: [
    "the bill number is 441700, no 441800", "bill number 441700, sorry 441800", "bill number 441700, I mean 441800",
  ])
  func `a slip is put right in the same line`(line: String) throws {
    let talk = try Vet.talk(after: "my bill is wrong", "50 euros", line)
    #expect(talk.plain("bill_no") == "441800")
  }

  @Test(arguments: ["no, 441800", "sorry, it is 441800", "not 441700, 441800", "441800"])
  func `a number that cannot answer the open question puts the one before right`(line: String) throws {
    var talk = try Vet.talk(after: "my bill is wrong", "the bill number is 441700")
    #expect(talk.expectation == .slot("amount"))
    try talk.say(line)
    #expect(talk.plain("bill_no") == "441800")
    #expect(talk.plain("amount") == nil)
    #expect(talk.snapshot.talk.attempts.isEmpty)
  }

  @Test func `an amount is no number of a bill`() throws {
    var talk = try Vet.talk(after: "my bill is wrong", "50 euros", "no, 55 euros")
    #expect(talk.plain("amount") == "55 EUR")
    #expect(talk.expectation == .slot("bill_no"))
    try talk.say("123456 euros")
    #expect(talk.plain("bill_no") == nil)
  }

  @Test(arguments: [
    ("friday or monday", "the second one", "2026-11-23"), ("friday or monday", "the first", "2026-11-27"),
  ])
  func `one of two days is picked by its place`(line: String, pick: String, day: String) throws {
    let talk = try Vet.talk(after: "I want an appointment for Rex", "Ana Novak", "zupan", line, pick)
    #expect(talk.plain("on") == day)
  }

  @Test func `an option is picked by its place`() throws {
    let talk = try Vet.talk(after: "I want an appointment for Rex", "Ana Novak", "the second one")
    #expect(talk.plain("vet") == "mlakar")
  }

  @Test func `what is asked of people says no day`() throws {
    var talk = try Vet.talk(after: "my bill is wrong", "50 euros", "I want a human", "I want an appointment for Rex")
    try talk.say("what now?")
    #expect(talk.plain("on") == nil)
    try talk.say("tomorrow would suit me")
    #expect(talk.plain("on") == "2026-11-23")
  }

  @Test func `another question of the same kind is no correction`() throws {
    var talk = try Vet.talk(after: "where is chip CH1234")
    #expect(try talk.say("and where is chip CH5678").hasPrefix("Chip CH5678 is registered."))
    #expect(try talk.say("no, CH9999").hasPrefix("Thank you, I changed that"))
  }

  @Test func `the dog of my neighbour is somebody else's`() throws {
    let talk = try Vet.talk(after: "the dog of my neighbour was hit by a car")
    #expect(talk.matter.intents.first?.person == "my neighbour")
  }
}

extension String {
  fileprivate func times(_ part: String) -> Int { ranges(of: part).count }
}
