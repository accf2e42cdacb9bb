import Playbooks
import Testing
import Understanding
import Vocabulary

@testable import Dialogue

/// Other programs are asked before an intent is served.
struct LookupTests {
  static let yaml = """
    settings: { name: Pip, default_queue: front, fallbacks: 3 }
    intents:
      order_state:
        title: Where an order is
        utterances: ['where is my order [{order}]']
        needs: [order]
        lookup: shop
        rules:
          - when: { lookup.shop.state: lost }
            handoff: { queue: orders, priority: high }
          - when: { lookup.shop.parcels: { over: 1 } }
            answer: 'They are {{lookup.shop.parcels}} parcels.'
        answer: 'Order {{order}} is {{lookup.shop.state}}{{#lookup.shop.due}} and comes on {{lookup.shop.due}}{{/lookup.shop.due}}.'
        handoff: orders
      give_back:
        utterances: [I want to give it back]
        needs: [order]
        confirm: yes
        lookup: [shop, money]
        answer: 'You get {{lookup.money.amount}} for {{order}}, {{lookup.shop.state}}.'
        settled: assumed
      opening:
        utterances: [when are you open]
        answer: From nine to five.
        settled: assumed
      repair:
        utterances: [please repair my lamp]
        needs: [room]
        answer: 'We come to the {{room}}.'
        settled: assumed
    slots:
      order: { title: Order, type: regex, matches: '\\bA-\\d{5}\\b', ask: What is the order number? }
      room: { title: Room, type: text, ask: In which room? }
    lookups:
      shop: { url: 'https://shop.example/a', sends: [order, customer.name], gives: [state, parcels, due], within: 2s, secret_file: /k }
      money: { url: 'https://shop.example/b', sends: [order], gives: [amount], within: 10s }
    queues:
      front: { title: the front desk }
      orders: { title: the order desk }
    """
  private static let engine = try? TestPlaybook.engine(yaml)

  static func talk() throws -> Talk { Talk(try #require(engine)) }
  static let sent: [String: LookupValue] = [
    "state": .text("sent"), "parcels": .number(DecimalNumber(1)), "due": .nothing,
  ]

  private let sent = Self.sent

  @Test func `the decision names what to ask, and says nothing yet`() throws {
    var talk = try Self.talk()
    #expect(try talk.say("where is my order A-10001") == "")
    let request = try #require(talk.last?.lookups.first)
    #expect(talk.last?.lookups.count == 1)
    #expect(request.url == "https://shop.example/a")
    #expect(request.sends.map(\.name) == ["order", "customer.name"])
    #expect(request.sends[0].value == .pattern("A-10001"))
    #expect(request.sends[1].value == nil)
    #expect(request.gives == ["state", "parcels", "due"])
    #expect(request.withinMilliseconds == 2_000)
    #expect(request.secretFile == "/k")
    #expect(talk.snapshot.awaitsOthers)
    #expect(talk.snapshot.timers[.lookup] == talk.now.adding(milliseconds: 2_000 + Limits.lookupGraceMilliseconds))
  }

  @Test func `the answer serves the intent with what it gives, as facts of its own source`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    let said = try talk.answer([
      "state": .text("sent"), "parcels": .number(DecimalNumber(1)), "due": .text("2026-11-24"),
    ])
    #expect(said.hasPrefix("Order A-10001 is sent and comes on 24 November 2026."))
    #expect(talk.theCase?.queue == "orders")
    #expect(talk.matter.facts["lookup.shop.state"]?.source == .lookup)
    #expect(talk.snapshot.timers[.lookup] == nil)
    #expect(!talk.snapshot.awaitsOthers)
  }

  @Test func `rules look at what was given`() throws {
    var lost = try Self.talk()
    try lost.say("where is my order A-10001")
    try lost.answer(["state": .text("Lost"), "parcels": .nothing, "due": .nothing])
    #expect(lost.reason?.kind == .rule)
    #expect(lost.theCase?.priority == .high)
    var many = try Self.talk()
    try many.say("where is my order A-10001")
    #expect(
      try many.answer(["state": .text("sent"), "parcels": .text("2.0"), "due": .nothing]).contains("2.0 parcels"))
  }

  @Test(arguments: LookupFailure.allCases) func `without an answer a person takes over, with all that is known`(
    failure: LookupFailure
  ) throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    let ticket = try #require(talk.last?.lookups.first?.ticket)
    let decision = try talk.take(.lookupFailed(ticket, failure))
    #expect(decision.entries.first?.text.hasPrefix("I could not look that up") == true)
    #expect(talk.reason == HandoffReason(.lookupFailed, detail: "shop"))
    #expect(talk.theCase?.queue == "orders")
    #expect(talk.plain("order") == "A-10001")
  }

  @Test func `an answer without a name that is expected is none; others are passed over`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    try talk.answer(["state": .text("sent"), "parcel": .number(DecimalNumber(1)), "due": .nothing])
    #expect(talk.reason?.kind == .lookupFailed)
    var more = try Self.talk()
    try more.say("where is my order A-10001")
    #expect(try more.answer(sent.merging(["colour": .text("red")]) { $1 }).hasPrefix("Order A-10001 is sent."))
  }

  @Test func `an answer comes once, and only to the question that is open`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    let ticket = try #require(talk.last?.lookups.first?.ticket)
    #expect(
      talk.refusal(of: .lookupAnswered(LookupTicket(lookup: "shop", number: ticket.number + 1), sent)) == .nothingDue)
    #expect(
      talk.refusal(of: .lookupAnswered(LookupTicket(lookup: "money", number: ticket.number), sent)) == .nothingDue)
    try talk.answer(sent)
    #expect(talk.refusal(of: .lookupAnswered(ticket, sent)) == .nothingDue)
    #expect(talk.refusal(of: .lookupFailed(ticket, .late)) == .nothingDue)
  }

  // MARK: what is said meanwhile

  @Test func `a line that adds nothing is told that somebody is looking`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    #expect(try talk.say("ok") == "One moment, I am looking that up.")
    #expect(try #require(talk.last).lookups.isEmpty)
    #expect(talk.snapshot.talk.fallbacks == 0)
    #expect(talk.snapshot.awaitsOthers)
  }

  @Test func `another value meanwhile is another question, and the answer to the first is none`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    let first = try #require(talk.last?.lookups.first)
    #expect(try talk.say("sorry, I meant A-20002").contains("A-20002"))
    let second = try #require(talk.last?.lookups.first)
    #expect(second.ticket != first.ticket)
    #expect(second.sends[0].value == .pattern("A-20002"))
    #expect(talk.refusal(of: .lookupAnswered(first.ticket, sent)) == .nothingDue)
    #expect(try talk.answer(sent).contains("Order A-20002 is sent."))
  }

  @Test func `who asks for a person meanwhile gets one, and the answer is no longer waited for`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    let ticket = try #require(talk.last?.lookups.first?.ticket)
    try talk.say("human")
    #expect(talk.reason?.kind == .customerRequest)
    #expect(talk.refusal(of: .lookupAnswered(ticket, sent)) == .nothingDue)
    #expect(talk.snapshot.timers[.lookup] == nil)
  }

  @Test func `a question meanwhile is answered, and the wait goes on`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    let ticket = try #require(talk.last?.lookups.first?.ticket)
    #expect(try talk.say("when are you open").hasPrefix("From nine to five."))
    let decision = try talk.take(.lookupAnswered(ticket, sent))
    #expect(decision.entries.first?.text == "Order A-10001 is sent.")
  }

  @Test func `an answer that comes while something else is asked waits for its turn`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    let ticket = try #require(talk.last?.lookups.first?.ticket)
    #expect(try talk.say("please repair my lamp") == "In which room?")
    #expect(try talk.take(.lookupAnswered(ticket, sent)).entries.isEmpty)
    let said = try talk.say("kitchen")
    #expect(said.contains("We come to the kitchen."))
    #expect(said.contains("Order A-10001 is sent."))
  }

  @Test func `a failure that comes while something else is asked brings the person at its turn`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    let ticket = try #require(talk.last?.lookups.first?.ticket)
    try talk.say("please repair my lamp")
    #expect(try talk.take(.lookupFailed(ticket, .late)).entries.isEmpty)
    #expect(talk.floor == .bot)
    try talk.say("kitchen")
    #expect(talk.reason?.kind == .lookupFailed)
  }

  @Test func `what is cancelled is not answered any more`() throws {
    var talk = try Self.talk()
    try talk.say("where is my order A-10001")
    let ticket = try #require(talk.last?.lookups.first?.ticket)
    try talk.say("cancel")
    #expect(talk.state(of: "order_state") == .cancelled)
    #expect(try talk.take(.lookupAnswered(ticket, sent)).entries.isEmpty)
    #expect(talk.floor == .bot)
  }
}

extension Talk {
  /// Another program answers the question that the last event put.
  @discardableResult
  mutating func answer(_ fields: [String: LookupValue]) throws -> String {
    let ticket = try #require(last?.lookups.first?.ticket)
    return try take(.lookupAnswered(ticket, fields)).entries.map(\.text).joined(separator: " ")
  }
}
