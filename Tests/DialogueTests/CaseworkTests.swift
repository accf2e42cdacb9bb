import Testing
import Vocabulary

@testable import Dialogue

/// What agents do, who has the case, and what comes after it.
struct CaseworkTests {
  private func queued() throws -> Talk {
    var talk = try Shop.talk()
    try talk.say("my lamp is broken")
    try talk.say("20451")
    try talk.say("I want a human")
    try #require(talk.floor == .queue("workshop"))
    return talk
  }

  private func claimed() throws -> Talk {
    var talk = try queued()
    try talk.did("mia", .claim)
    return talk
  }

  private func resolved() throws -> Talk {
    var talk = try claimed()
    try talk.did("mia", .resolve("It is on its way."))
    return talk
  }

  @Test func `a claim gives the floor to the agent and is announced`() throws {
    let talk = try claimed()
    #expect(talk.floor == .agent("mia"))
    #expect(talk.entries.last?.text == "mia has joined. They can see everything you wrote.")
    #expect(talk.theCase?.epoch == 2)
  }

  @Test func `the same claim again changes nothing`() throws {
    var talk = try claimed()
    let before = talk.snapshot
    try talk.did("mia", .claim)
    #expect(talk.last?.entries == [])
    #expect(talk.last?.deliveries == [])
    #expect(talk.snapshot.theCase == before.theCase)
  }

  @Test func `nobody takes or answers what another agent has`() throws {
    let talk = try claimed()
    #expect(talk.refusal(of: .agentDid("leo", .claim)) == .taken(by: "mia"))
    for move in [
      AgentMove.say("hello"), .release, .resolve(nil), .snooze(until: talk.now),
      .transfer(to: .queue("front"), note: nil),
    ] {
      #expect(talk.refusal(of: .agentDid("leo", move)) == .fenced(by: "mia"))
    }
  }

  @Test func `an agent without the case is fenced, with nobody to name in the queue`() throws {
    let talk = try queued()
    #expect(talk.refusal(of: .agentDid("mia", .say("hello"))) == .fenced(by: nil))
    #expect(try Shop.talk().refusal(of: .agentDid("mia", .claim)) == .unknown)
  }

  @Test func `every change of owner makes a new epoch`() throws {
    var talk = try claimed()
    var epochs = [talk.theCase?.epoch ?? 0]
    func note() { epochs.append(talk.theCase?.epoch ?? 0) }
    try talk.did("mia", .transfer(to: .agent("leo"), note: "please look"))
    note()
    try talk.did("leo", .release)
    note()
    try talk.did("leo", .claim)
    note()
    try talk.did("leo", .snooze(until: talk.now.adding(milliseconds: Talk.hour)))
    note()
    talk.wait(hours: 1)
    try talk.take(.timerFired(.snooze))
    note()
    try talk.did("mia", .claim)
    note()
    try talk.take(.agentWentAbsent("mia"))
    note()
    #expect(epochs == Array(2...9))
    #expect(talk.theCase?.queuedAt == talk.theCase?.openedAt)
  }

  @Test func `a transfer takes its note along and is announced`() throws {
    var talk = try claimed()
    try talk.did("mia", .transfer(to: .queue("front"), note: "asks for money"))
    #expect(talk.floor == .queue("front"))
    #expect(talk.entries.contains { $0.text == "asks for money" && $0.audience == .agents })
    #expect(talk.entries.last?.text.contains("the front desk") == true)
  }

  @Test func `a transfer to nowhere is refused, to oneself it changes no owner`() throws {
    var talk = try claimed()
    #expect(talk.refusal(of: .agentDid("mia", .transfer(to: .queue("moon"), note: nil))) == .unknown)
    let epoch = talk.theCase?.epoch
    try talk.did("mia", .transfer(to: .agent("mia"), note: "mine"))
    #expect(talk.theCase?.epoch == epoch)
    #expect(talk.last?.entries.map(\.audience) == [.agents])
  }

  @Test func `a line of the customer ends a snooze`() throws {
    var talk = try claimed()
    try talk.did("mia", .snooze(until: talk.now.adding(milliseconds: 5 * Talk.hour)))
    #expect(talk.floor == .queue("workshop"))
    #expect(talk.snapshot.timers[.snooze] != nil)
    try talk.say("any news?")
    #expect(talk.theCase?.state.name == "queued")
    #expect(talk.snapshot.timers.isEmpty)
    #expect(talk.refusal(of: .timerFired(.snooze)) == .nothingDue)
  }

  @Test func `a card number is masked whoever types it`() throws {
    var talk = try claimed()
    try talk.did("mia", .say("is it 4111 1111 1111 1111?"))
    #expect(talk.entries.last?.text == "is it •••• •••• •••• 1111?")
    #expect(talk.entries.last?.masked == true)
  }

  @Test func `a question of the agent is noted with its slot`() throws {
    var talk = try claimed()
    try talk.did("mia", .say("What is the day of purchase?"))
    #expect(talk.matter.asked.last == Asked(slot: "bought_on", seq: talk.entries.count, by: .agent))
  }

  @Test func `empty and overlong words of an agent are refused`() throws {
    let talk = try claimed()
    #expect(talk.refusal(of: .agentDid("mia", .say("  "))) == .emptyText)
    let long = String(repeating: "a", count: Limits.agentTextScalars + 1)
    #expect(talk.refusal(of: .agentDid("mia", .note(long))) == .tooLong)
  }

  @Test func `a rating is a note for agents`() throws {
    var talk = try resolved()
    try talk.take(.customerRated(score: 5, text: "4111 1111 1111 1111", via: talk.address))
    #expect(talk.entries.last?.audience == .agents)
    #expect(talk.entries.last?.text.contains("4111 1111") == false)
    #expect(talk.theCase?.isOpen == false)
  }

  // MARK: afterwards

  @Test func `resolved gives the floor back and only a note is possible`() throws {
    let talk = try resolved()
    #expect(talk.floor == .bot)
    #expect(talk.refusal(of: .agentDid("mia", .say("one more thing"))) == .alreadyResolved)
    #expect(talk.refusal(of: .agentDid("mia", .note("sent on Monday"))) == nil)
  }

  @Test(arguments: ["it still does not light", "the lamp does not light", "I want a human", "purple monkeys"])
  func `the same matter reopens the case and says so`(line: String) throws {
    var talk = try resolved()
    let code = talk.theCase?.code
    let reply = try talk.say(line)
    #expect(talk.floor == .queue("workshop"))
    #expect(talk.theCase?.code == code)
    #expect(reply.hasPrefix("I have reopened your case"))
    #expect(talk.plain("order_number") == "20451")
  }

  @Test(arguments: ["thanks", "bye", "hello", "ok", "where can I park", "Where to park"])
  func `thanks and other matters do not`(line: String) throws {
    var talk = try resolved()
    try talk.say(line)
    #expect(talk.floor == .bot)
  }

  @Test func `thanks with a day in it does not hide the matter`() throws {
    var talk = try resolved()
    try talk.say("thanks, till tomorrow then")
    if talk.floor == .bot { try talk.say("it still does not light") }
    #expect(talk.floor == .queue("workshop"))
  }

  @Test func `after more than a day it is another case`() throws {
    var talk = try resolved()
    let code = talk.theCase?.code
    talk.wait(hours: 25)
    try talk.say("I want a human")
    #expect(talk.theCase?.code != code)
    #expect(talk.theCase?.matter.facts.isEmpty == true)
  }

  @Test func `the button reopens, but not over another matter`() throws {
    var talk = try resolved()
    let code = talk.theCase?.code
    var fork = talk
    try fork.take(.customerAskedForPerson(via: talk.address, key: nil))
    #expect(fork.theCase?.code == code)
    try talk.say("send me the monthly letter")
    try talk.take(.customerAskedForPerson(via: talk.address, key: nil))
    #expect(talk.theCase?.code != code)
    #expect(talk.state(of: "newsletter") == .handedOff)
  }

  @Test func `a matter without a case is forgotten after a day, not before`() throws {
    var talk = try Shop.talk()
    try talk.say("my lamp is broken")
    try talk.say("20451")
    talk.wait(hours: 23)
    var fork = talk
    try fork.say("yesterday")
    #expect(fork.plain("order_number") == "20451")
    talk.wait(hours: 2)
    try talk.say("my lamp is broken")
    #expect(talk.expectation == .slot("order_number"))
    #expect(talk.plain("order_number") == nil)
  }
}
