import Playbooks
import Testing
import Understanding
import Vocabulary

@testable import Dialogue

/// Several questions to other programs, answers that come late, and what such an answer may be.
struct LookupOrderTests {
  private let sent = LookupTests.sent

  @Test func `nothing is sent before the yes, and all are asked at once`() throws {
    var talk = try LookupTests.talk()
    try talk.say("I want to give it back")
    try talk.say("A-10001")
    #expect(talk.expectation == .confirmIntent("give_back"))
    #expect(try #require(talk.last).lookups.isEmpty)
    // One of them may take long: the customer is told.
    #expect(try talk.say("yes") == "One moment, I am looking that up.")
    let requests = try #require(talk.last?.lookups)
    #expect(requests.map(\.ticket.lookup) == ["shop", "money"])
    #expect(try talk.take(.lookupAnswered(requests[1].ticket, ["amount": .text("12.50 EUR")])).entries.isEmpty)
    let decision = try talk.take(.lookupAnswered(requests[0].ticket, sent))
    #expect(decision.entries.map(\.text) == ["You get 12.50 EUR for A-10001, sent."])
  }

  @Test func `a value that would be sent and was declined brings a person`() throws {
    var talk = try LookupTests.talk()
    try talk.say("where is my order")
    try talk.say("I do not have it")
    #expect(talk.reason == HandoffReason(.slotFailed, detail: "order"))
    #expect(try #require(talk.last).lookups.isEmpty)
  }

  @Test func `an answer counts for a minute; then it is asked again`() throws {
    var talk = try LookupTests.talk()
    try talk.say("I want to give it back A-10001")
    try talk.say("yes")
    for request in try #require(talk.last?.lookups) {
      try talk.take(.lookupAnswered(request.ticket, sent.merging(["amount": .number(DecimalNumber(3))]) { $1 }))
    }
    try talk.say("I want to give it back")
    #expect(try talk.say("yes").hasPrefix("You get 3"))
    talk.wait(hours: 1)
    try talk.say("I want to give it back")
    try talk.say("yes")
    #expect(talk.last?.lookups.count == 2)
  }

  // MARK: nobody came back

  @Test func `what nobody came back with is asked once more, under the same number, and then given up`() throws {
    var talk = try LookupTests.talk()
    try talk.say("where is my order A-10001")
    let first = try #require(talk.last?.lookups.first)
    #expect(talk.refusal(of: .timerFired(.lookup)) == .nothingDue)
    talk.wait(hours: 1)
    #expect(try talk.take(.timerFired(.lookup)).lookups == [first])
    #expect(talk.snapshot.timers[.lookup] != nil)
    var answered = talk
    #expect(try answered.take(.lookupAnswered(first.ticket, sent)).entries.first?.text == "Order A-10001 is sent.")
    talk.wait(hours: 1)
    try talk.take(.timerFired(.lookup))
    #expect(talk.reason?.kind == .lookupFailed)
    #expect(talk.snapshot.timers[.lookup] == nil)
  }

  // MARK: what comes from outside

  @Test func `what another program says is bounded, clean and masked`() throws {
    var talk = try LookupTests.talk()
    try talk.say("where is my order A-10001")
    let long = String(repeating: "x", count: 5_000)
    let said = try talk.answer([
      "state": .text("on\u{0}\u{202E} its way, paid with 4111 1111 1111 1111"), "parcels": .text(long),
      "due": .text(" \n"),
    ])
    #expect(!said.unicodeScalars.contains("\u{0}"))
    #expect(!said.contains("4111"))
    #expect(talk.plain("lookup.shop.parcels")?.count == Limits.lookupTextScalars)
    #expect(talk.matter.facts["lookup.shop.due"] == nil)
  }

  @Test func `the case shows what was looked up, in words`() throws {
    var talk = try LookupTests.talk()
    try talk.say("where is my order A-10001")
    try talk.answer(sent)
    let theCase = try #require(talk.theCase)
    let briefing = Briefing(of: theCase, entries: talk.entries, playbook: talk.engine.playbook)
    #expect(briefing.lines.contains { $0.contains("Shop state sent (looked up)") }, "\(briefing.lines)")
  }

  @Test func `a lookup that is gone from the playbook is not waited for`() throws {
    var talk = try LookupTests.talk()
    try talk.say("where is my order A-10001")
    let ticket = try #require(talk.last?.lookups.first?.ticket)
    talk.engine = try TestPlaybook.engine(
      """
      settings: { default_queue: front }
      intents:
        order_state: { utterances: [where is my order], needs: [order], answer: 'I pass on {{order}}.', handoff: front }
      slots:
        order: { title: Order, type: regex, matches: '\\bA-\\d{5}\\b', ask: What is the order number? }
      queues: { front: { title: the front desk } }
      """)
    #expect(throws: Never.self) { try talk.take(.lookupAnswered(ticket, sent)) }
    #expect(!talk.snapshot.awaitsOthers)
    #expect(talk.entries.contains { $0.text == "I pass on A-10001." })
  }
}
