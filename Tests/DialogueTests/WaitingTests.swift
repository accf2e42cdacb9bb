import Testing
import Vocabulary

@testable import Dialogue

/// While a case waits: what the bot still says, and how the customer can be reached.
struct WaitingTests {
  private func waiting() throws -> Talk {
    var talk = try Shop.talk()
    try talk.say("I want a human")
    try #require(talk.floor == .queue("front"))
    return talk
  }

  @Test func `lines that need no answer are acknowledged shortly and never three times the same`() throws {
    var talk = try waiting()
    let replies = try ["it was blue", "and very tall", "with a round foot", "and a long cable"].map { try talk.say($0) }
    #expect(replies[0] == "I have passed that on to the front desk.")
    #expect(replies[2].contains("number 1 in the queue"))
    #expect(!replies.contains(""))
  }

  @Test(arguments: ["is anybody there?", "hello", "I want a human"])
  func `who asks is told how it stands`(line: String) throws {
    var talk = try waiting()
    #expect(try talk.say(line).contains("number 1 in the queue"))
    #expect(talk.entries.count { $0.from == .customer } == 2)
    #expect(talk.floor == .queue("front"))
  }

  @Test func `only what is new is said to be added`() throws {
    var talk = try waiting()
    try talk.say("my order number is 20451")
    #expect(try talk.say("send it to ana@example.com, mail address") != "")
    #expect(talk.plain("order_number") == "20451")
  }

  @Test func `a question that only wants an answer is answered`() throws {
    var talk = try waiting()
    #expect(try talk.say("when are you open") == "We are open from nine to five.")
    #expect(talk.floor == .queue("front"))
    #expect(talk.state(of: "visiting_hours") == .served)
  }

  @Test func `an intent that needs more lands on the case and asks nothing`() throws {
    var talk = try waiting()
    try talk.say("my lamp is broken")
    #expect(talk.state(of: "broken_lamp") == .handedOff)
    #expect(talk.last?.entries.contains { $0.asks != nil } == false)
  }

  @Test(arguments: [("thanks", "You are welcome."), ("are you a bot?", "Yes, I am")])
  func `small talk has its answer`(line: String, answer: String) throws {
    var talk = try waiting()
    #expect(try talk.say(line).hasPrefix(answer))
  }

  @Test func `the button tells how it stands and opens no second case`() throws {
    var talk = try waiting()
    let code = talk.theCase?.code
    try talk.take(.customerAskedForPerson(via: talk.address, key: nil))
    #expect(talk.theCase?.code == code)
    #expect(talk.last?.entries.last?.text.contains("number 1") == true)
  }

  // MARK: nobody on duty

  static let night = """
    settings: { default_queue: day }
    intents:
      parking: { utterances: [where can I park], answer: Behind the house., settled: assumed }
      repair:
        utterances: [it is broken]
        needs: [mail]
        handoff: day
      urgent:
        utterances: [it burns]
        rules:
          - when: { queue.open: no }
            answer: Call the firemen.
            handoff: day
        handoff: over
    slots:
      mail: { type: email, ask: Which mail? }
    queues:
      day: { title: the day team, hours: { mon-fri: 08:00-17:00 }, phone: '+1 555 0100' }
      over: { title: the other team, hours: { mon-fri: 08:00-17:00 }, overflow: always }
      always: { title: those who never sleep }
    """

  private func closed() throws -> Talk {
    var talk = Talk(try TestPlaybook.engine(Self.night))
    try talk.say("I want a human")
    try #require(talk.expectation == .slot("contact"))
    return talk
  }

  @Test func `who cannot be reached is asked how`() throws {
    let talk = try closed()
    #expect(talk.theCase?.queue == "day")
    #expect(talk.entries.last?.asks == "contact")
    #expect(talk.entries.contains { $0.text.contains("tomorrow at 08:00") && $0.text.contains("+1 555 0100") })
  }

  @Test(arguments: ["ana@example.com", "call me on +44 20 7946 0958"])
  func `an address or a number answers it`(line: String) throws {
    var talk = try closed()
    #expect(try talk.say(line) == "Thank you. We will reach you there.")
    #expect(talk.expectation == .nothing)
  }

  @Test(arguments: ["human", "where can I park", "thanks", "say that again"])
  func `anything else that is said is no failed answer`(line: String) throws {
    var talk = try closed()
    try talk.say(line)
    try talk.say(line)
    #expect(talk.snapshot.talk.attempts.isEmpty)
    #expect(try talk.say("ana@example.com") == "Thank you. We will reach you there.")
  }

  @Test(arguments: ["no", "I'd rather not say"])
  func `declined, it is not asked again`(line: String) throws {
    var talk = try closed()
    try talk.say(line)
    #expect(talk.matter.declined["contact"] != nil)
    #expect(talk.expectation == .nothing)
  }

  @Test func `two failed answers end the question and keep the case`() throws {
    var talk = try closed()
    try talk.say("purple monkeys")
    #expect(talk.expectation == .slot("contact"))
    try talk.say("green elephants")
    #expect(talk.expectation == .nothing)
    #expect(talk.floor == .queue("day"))
  }

  @Test func `who can be reached is not asked`() throws {
    var talk = Talk(try TestPlaybook.engine(Self.night))
    try talk.say("it is broken")
    try talk.say("ana@example.com")
    #expect(talk.reason?.kind == .intent)
    #expect(talk.expectation == .nothing)
  }

  @Test func `a closed queue overflows to one that is open, and a rule may know`() throws {
    var talk = Talk(try TestPlaybook.engine(Self.night))
    #expect(try talk.say("it burns").hasPrefix("Call the firemen."))
    #expect(talk.theCase?.reason.kind == .rule)
    var weekday = Talk(try TestPlaybook.engine(Self.night), at: Talk.sunday.adding(milliseconds: 24 * Talk.hour))
    try weekday.say("it burns")
    #expect(weekday.theCase?.queue == "over")
    var own = Talk(try TestPlaybook.engine(Self.night.replacing("queue.open: no", with: "queue.open: yes")))
    try own.say("it burns")
    #expect(own.theCase?.queue == "always")
  }
}
