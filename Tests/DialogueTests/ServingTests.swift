import Playbooks
import Testing
import Vocabulary

@testable import Dialogue

/// How an intent ends: rules, conditions, chains, lookups, and what was declined.
struct ServingTests {
  static let yaml = """
    settings: { default_queue: people }
    intents:
      refund:
        utterances: [refund me]
        needs: [amount, since]
        rules:
          - when: { amount: { over: 500 EUR } }
            handoff: { queue: seniors, priority: high }
          - when: { amount: { from: 100, to: 500 } }
            answer: Middle.
          - when: { since: { over: 30 days } }
            answer: Too late.
        answer: Small.
        settled: assumed
      wait_time:
        utterances: [I am waiting]
        needs: [waited]
        rules:
          - when: { waited: { under: 1 hour } }
            answer: Please wait.
          - when: { customer.waited: { known: yes } }
            answer: Never.
        handoff: people
        settled: assumed
      kind:
        utterances: [which kind]
        needs: [colour]
        rules:
          - when: { colour: [red, green] }
            answer: Signal.
          - when: { colour: { not: blue } }
            answer: Not blue.
          - answer: Blue.
        settled: assumed
        answer: Nothing.
      chain_one: { utterances: [start the chain], rules: [{ start: chain_two }] }
      chain_two: { utterances: [second link], needs: [colour], rules: [{ start: chain_three }] }
      chain_three: { utterances: [third link], answer: "The chain is {{colour}}.", settled: assumed }
      looked_up: { utterances: [look it up], lookup: stock, answer: "There are {{lookup.stock.left}}.", handoff: seniors }
      guarded:
        utterances: [guarded reply]
        needs: [colour]
        answer: "Fine{{#colour}}, {{colour}}{{/colour}}.{{^colour}} No colour.{{/colour}}"
        settled: assumed
    slots:
      amount: { type: money, currency: EUR, ask: How much? }
      since: { type: date, past: true, ask: Since when? }
      waited: { type: duration, ask: How long? }
      colour: { type: choice, options: { red: [red], green: [green], blue: [blue], grey: [grey] }, ask: Which colour? }
    queues: { people: { title: people }, seniors: { title: seniors } }
    lookups:
      stock: { url: "https://example.com/stock", sends: [colour], gives: [left], within: 2s }
    """
  private static let engine = try? TestPlaybook.engine(yaml)

  private func talk(_ lines: String...) throws -> (talk: Talk, reply: String) {
    var talk = Talk(try #require(Self.engine))
    var reply = ""
    for line in lines { reply = try talk.say(line) }
    return (talk, reply)
  }

  @Test(arguments: [
    ("501 euros", "yesterday", ""), ("500 euros", "yesterday", "Middle."), ("100 euros", "yesterday", "Middle."),
    ("99.99 euros", "yesterday", "Small."), ("20 euros", "1 September", "Too late."),
  ])
  func `the first rule that holds decides`(amount: String, since: String, answer: String) throws {
    let (talk, reply) = try talk("refund me", amount, since)
    guard !answer.isEmpty else {
      #expect(talk.reason?.kind == .rule)
      #expect(talk.reason?.rule?.line == 7)
      #expect(talk.theCase?.queue == "seniors")
      #expect(talk.theCase?.priority == .high)
      return
    }
    #expect(reply == answer)
  }

  @Test func `a rule on a declined value does not hold`() throws {
    let (talk, reply) = try talk("refund me", "I don't know", "yesterday")
    #expect(reply == "Small.")
    #expect(talk.floor == .bot)
  }

  @Test(arguments: [("20 minutes", true), ("2 hours", false)])
  func `a duration is compared with a duration`(said: String, isShort: Bool) throws {
    let (talk, reply) = try talk("I am waiting", said)
    #expect(isShort ? reply == "Please wait." : talk.reason?.kind == .intent)
  }

  @Test(arguments: [("red", "Signal."), ("green", "Signal."), ("grey", "Not blue."), ("blue", "Blue.")])
  func `words are compared with a word, a list and its contrary`(colour: String, answer: String) throws {
    #expect(try talk("which kind", colour).reply == answer)
  }

  @Test func `an intent starts another, which asks what it needs`() throws {
    let (talk, reply) = try talk("start the chain", "red")
    #expect(reply == "The chain is red.")
    #expect(talk.matter.intents.map(\.intent) == ["chain_one", "chain_two", "chain_three"])
    #expect(talk.snapshot.talk.agenda.isEmpty)
  }

  @Test func `intents that start each other for ever end with a person`() throws {
    let playbook = try #require(Self.engine).playbook
    let last = try #require(playbook.intent("chain_three"))
    let endless = Intent(
      id: last.id, place: last.place, title: last.title, templates: last.templates, needs: last.needs,
      takes: last.takes, outcome: Outcome(start: "chain_one"))
    let intents = playbook.intents.map { $0.id == last.id ? endless : $0 }
    var talk = Talk(
      Engine(
        playbook: Playbook(
          settings: playbook.settings, intents: intents, slots: playbook.slots, queues: playbook.queues,
          sentences: playbook.sentences)))
    try talk.say("start the chain")
    let reply = try talk.say("red")
    #expect(talk.reason?.kind == .engineError)
    #expect(reply.hasPrefix("Something went wrong on our side"))
  }

  @Test func `a lookup that cannot be run is a handoff with everything known`() throws {
    var (talk, _) = try talk("look it up")
    let ticket = try #require(talk.last?.lookups.first?.ticket)
    try talk.take(.lookupFailed(ticket, .unreachable))
    #expect(talk.reason?.kind == .lookupFailed)
    #expect(talk.theCase?.queue == "seniors")
  }

  @Test func `a lookup that sends a declined value fails for that value`() throws {
    let (talk, _) = try talk("which kind", "I don't know", "look it up")
    #expect(talk.reason?.kind == .slotFailed)
    #expect(talk.reason?.detail == "colour")
  }

  @Test func `an answer that says a declined value only where it is known is said`() throws {
    #expect(try talk("guarded reply", "I don't know").reply == "Fine. No colour.")
  }

  @Test func `a person is reached through the rule that holds`() throws {
    let (talk, _) = try talk("refund me", "900 euros", "I want a human")
    #expect(talk.theCase?.queue == "seniors")
    #expect(talk.theCase?.priority == .high)
  }
}
