import Testing
import Vocabulary

@testable import Dialogue

/// Free lines, choices, and whether an answer settled it.
struct AnswerTests {
  private func answered() throws -> Talk {
    var talk = try Shop.talk()
    try talk.say("when are you open")
    try #require(talk.expectation == .settled("visiting_hours"))
    return talk
  }

  @Test(arguments: ["yes", "yes, thank you", "thanks", "bye"])
  func `yes, thanks and goodbye settle it`(line: String) throws {
    var talk = try answered()
    try talk.say(line)
    #expect(talk.floor == .bot)
    #expect(talk.matter.tried.map(\.settled) == [true])
    #expect(talk.state(of: "visiting_hours") == .served)
  }

  @Test(arguments: ["no", "that did not help", "purple monkeys"])
  func `anything but a yes hands off`(line: String) throws {
    var talk = try answered()
    let reply = try talk.say(line)
    #expect(talk.reason?.kind == .notSettled)
    #expect(talk.reason?.detail == "visiting_hours")
    #expect(talk.state(of: "visiting_hours") == .handedOff)
    #expect(reply.hasPrefix("Then a person should look at it."))
  }

  @Test func `another intent leaves the question behind`() throws {
    var talk = try answered()
    #expect(try talk.say("where can I park") == "Park behind the house.")
    #expect(talk.floor == .bot)
  }

  @Test func `yes with another intent settles the one and serves the other`() throws {
    var talk = try answered()
    #expect(try talk.say("yes. where can I park?") == "Park behind the house.")
    #expect(talk.matter.tried.map(\.settled) == [true, true])
  }

  @Test func `repeat says the answer again`() throws {
    var talk = try answered()
    #expect(try talk.say("say that again").hasPrefix("We are open from nine to five."))
    #expect(talk.expectation == .settled("visiting_hours"))
  }

  @Test func `ok where nothing is asked is no failure`() throws {
    var talk = try answered()
    try talk.say("yes")
    try talk.say("ok")
    try talk.say("no")
    #expect(talk.floor == .bot)
    #expect(talk.snapshot.talk.fallbacks == 0)
  }

  @Test func `after a settled answer it may turn out not to help`() throws {
    var talk = try answered()
    try talk.say("yes")
    try talk.say("that did not help")
    #expect(talk.reason?.kind == .notSettled)
  }

  @Test func `two lines that fit nothing bring a person`() throws {
    var talk = try Shop.talk()
    try talk.say("purple monkeys")
    #expect(talk.floor == .bot)
    try talk.say("green elephants")
    #expect(talk.reason?.kind == .fallback)
  }

  @Test func `a line that fits resets the count`() throws {
    var talk = try Shop.talk()
    try talk.say("purple monkeys")
    try talk.say("where can I park")
    try talk.say("green elephants")
    #expect(talk.floor == .bot)
    #expect(talk.snapshot.talk.fallbacks == 1)
  }

  @Test func `two intents in one line are served in turn`() throws {
    var talk = try Shop.talk()
    let reply = try talk.say("where can I park? when are you open?")
    #expect(reply == "Park behind the house. We are open from nine to five. Does that settle it?")
  }

  @Test func `one of two is cancelled and the other goes on`() throws {
    var talk = try Shop.talk()
    try talk.say("put a note into the parcel. send me the monthly letter.")
    try talk.say("never mind")
    #expect(talk.state(of: "gift_note") == .cancelled)
    #expect(talk.expectation == .slot("mail"))
  }

  @Test func `a choice that is offered may be said by its title, now or later`() throws {
    var talk = try Shop.talk()
    try talk.say("what can you do?")
    let choices = talk.last?.entries.last?.choices ?? []
    #expect(choices.last?.title == "Talk to a person")
    try talk.say("thanks")
    #expect(try talk.say("Where to park") == "Park behind the house.")
    for choice in choices.dropLast() {
      var fork = talk
      try fork.say(choice.say)
      #expect(fork.floor == .queue("workshop") || fork.snapshot.talk.fallbacks == 0, "\(choice.say)")
    }
  }

  // MARK: which one

  static let near = """
    settings: { default_queue: people }
    intents:
      one:
        title: Buy a ticket
        utterances: [a ticket]
        answer: Bought.
        settled: assumed
      two:
        title: Return a ticket
        utterances: [a ticket (back|)]
        answer: Returned.
        settled: assumed
      other:
        utterances: [where is the station]
        answer: There.
        settled: assumed
    queues: { people: { title: people } }
    """

  private func choosing() throws -> Talk {
    let yaml = Self.near.replacing("[a ticket (back|)]", with: "[the ticket back]")
    var talk = Talk(try TestPlaybook.engine(yaml))
    talk.snapshot.talk.expectation = .chooseIntent(["one", "two"])
    return talk
  }

  @Test(arguments: [
    ("2", "Returned."), ("the second one", "Returned."), ("Buy a ticket", "Bought."), ("buy", "Bought."),
  ])
  func `a choice is made by number or words`(line: String, answer: String) throws {
    var talk = try choosing()
    #expect(try talk.say(line).hasSuffix(answer))
  }

  @Test func `none of these is a person`() throws {
    var talk = try choosing()
    try talk.say("none of these")
    #expect(talk.reason?.kind == .fallback)
  }

  @Test func `no choice counts as a time that nothing fitted`() throws {
    var talk = try choosing()
    try talk.say("purple monkeys")
    #expect(talk.snapshot.talk.fallbacks == 1)
    #expect(talk.floor == .bot)
  }

  @Test func `another intent may be said instead`() throws {
    var talk = try choosing()
    #expect(try talk.say("where is the station").hasSuffix("There."))
  }
}
