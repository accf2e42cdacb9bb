import Testing
import Vocabulary

@testable import Dialogue

/// What customers and authors of other bots complain of, each by its number in our list of complaints.
struct PeerComplaintTests {
  @Test func `complaint 11: the same question is not asked again`() throws {
    var talk = try Vet.talk(after: "my name is Ana Novak and I want an appointment for Rex with zupan on tuesday at 10")
    #expect(talk.expectation == .confirmIntent("visit"))
    #expect(!talk.entries.contains { $0.asks != nil })
    try talk.say("yes")
    // Another matter, an hour later, with the same needs.
    talk.wait(hours: 1)
    #expect(try talk.say("I ran out of aspirin, 100 mg") == "aspirin for Rex is ready tomorrow.")
    #expect(!talk.entries.contains { $0.asks != nil })
  }

  @Test func `complaint 11: a question after a side question is not put in the same words`() throws {
    var talk = try Vet.talk(after: "my bill is wrong")
    for line in ["why do you ask", "are you a bot", "what did I say so far"] {
      #expect(try !talk.say(line).contains("Which amount?"))
    }
    #expect(talk.expectation == .slot("amount"))
    #expect(talk.snapshot.talk.attempts.isEmpty)
  }

  @Test func `complaint 12: a slot is not filled from the answer to another question`() throws {
    var talk = try Vet.talk(after: "fetch my animal", "Koper")
    #expect(talk.plain("to_town") == nil)
    try talk.say("Celje")
    #expect(talk.plain("from_town") == "Koper")
    #expect(talk.plain("to_town") == "Celje")
  }

  @Test func `complaint 12: what is said before the question is valid or refused like an answer`() throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex with zupan on tuesday at 6 in the morning")
    #expect(talk.plain("at") == nil)
    #expect(try talk.say("Ana Novak").contains("Time has to be at least 08:00"))
  }

  @Test func `complaint 13: an earlier answer is changed, and the next question is the right one`() throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex", "Ana Novak", "zupan")
    try talk.say("why do you ask")
    try talk.say("sorry, mlakar")
    #expect(talk.plain("vet") == "mlakar")
    #expect(talk.expectation == .slot("on"))
    try talk.say("tuesday")
    #expect(talk.expectation == .slot("at"))
    try talk.say("never mind")
    #expect(talk.expectation == .nothing)
    try talk.say("I want an appointment")
    #expect(talk.expectation == .slot("at"))
  }

  @Test func `complaint 14: a digression inside a digression comes back, step by step`() throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex")
    try talk.say("I ran out of aspirin")
    #expect(talk.expectation == .slot("dose"))
    #expect(try talk.say("when are you open") == "From 8 to 18. Back to More medicine. How many milligrams?")
    #expect(try talk.say("100") == "aspirin for Rex is ready tomorrow. Back to Appointment. What is your name?")
  }

  @Test func `complaint 15: a pause deletes nothing that was said`() throws {
    var talk = try Vet.talk(after: "I want an appointment for Rex", "Ana Novak")
    talk.wait(hours: 20)
    try talk.say("zupan")
    #expect(talk.plain("pet") == "Rex")
    #expect(talk.expectation == .slot("on"))
  }

  @Test func `complaint 16: a new version of the playbook takes running conversations along`() throws {
    var talk = try Vet.talk(after: "my bill is wrong", "50 euros")
    let changed = Vet.yaml.replacing("needs: [amount, bill_no]", with: "needs: [amount, bill_no, on]")
    talk.engine = try TestPlaybook.engine(changed)
    #expect(try talk.say("123456") == "Which day?")
    #expect(talk.plain("amount") == "50 EUR")
    // The question that stands open is asked by nobody any more.
    talk.engine = try TestPlaybook.engine(Vet.yaml)
    #expect(try talk.say("tuesday").contains("50 EUR"))
    #expect(talk.reason?.kind == .intent)
  }

  @Test
  func `complaint 22: after resolved a new question is answered, and the matter comes back when it is not solved`()
    throws
  {
    var talk = try Vet.talk(after: "my bill is wrong", "50 euros", "123456")
    // A side question while the case waits is no part of the case.
    #expect(try talk.say("how much does a check cost") == "A check is 40 euros.")
    try talk.did("mia", .claim)
    try talk.did("mia", .resolve("Mended."))
    #expect(try talk.say("how much does a check cost").hasPrefix("A check is 40 euros."))
    #expect(talk.floor == .bot)
    try talk.say("yes")
    try talk.say("start over")
    let reply = try talk.say("my bill is still wrong")
    #expect(reply.contains("reopened") || talk.expectation == .slot("amount"))
    #expect(!reply.isEmpty)
  }

  @Test func `complaint 22: it is not solved reopens the case with its person`() throws {
    var talk = try Vet.talk(after: "my bill is wrong", "50 euros", "123456")
    try talk.did("mia", .claim)
    try talk.did("mia", .resolve(nil))
    #expect(try talk.say("it is still wrong").hasPrefix("I have reopened your case CASE00"))
    #expect(talk.floor == .queue("desk"))
    #expect(talk.theCase?.code == "CASE00")
    #expect(talk.plain("amount") == "50 EUR")
  }
}
