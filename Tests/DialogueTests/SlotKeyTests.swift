import Testing
import Vocabulary

@testable import Dialogue

/// Every key of a slot, in all its values, by what a customer meets.
struct SlotKeyTests {
  /// One intent, "hello box", that needs one slot with those keys, and answers with its value.
  private func talk(_ keys: String) throws -> Talk {
    let yaml = """
      settings: { currency: EUR, default_queue: desk }
      queues: { desk: { title: the desk } }
      intents:
        box: { utterances: [open the box, the box], needs: [thing], answer: 'It is {{thing}}.', settled: assumed }
        other: { utterances: [open the chest], takes: [thing], answer: Open., settled: assumed }
      slots:
        thing: { title: Thing, ask: Which thing?, \(keys) }
      """
    return Talk(try TestPlaybook.engine(yaml))
  }

  private func said(_ keys: String, _ line: String) throws -> String {
    var talk = try talk(keys)
    try talk.say("open the box")
    return try talk.say(line)
  }

  private func forgetMatter(_ talk: inout Talk, days: Int64) throws {
    talk.wait(hours: days * 24)
    try talk.say("hello")
  }

  // MARK: valid or not

  @Test(arguments: [
    ("type: date, past: yes", "tomorrow", "today or before"),
    ("type: date, future: yes", "yesterday", "today or later"),
    ("type: time, min: 08:00", "7:30 am", "at least 08:00"), ("type: time, max: 18:00", "18:30", "at most 18:00"),
    ("type: integer, min: 2", "1", "at least 2"), ("type: integer, max: 5", "6", "at most 5"),
    ("type: money, min: 5 EUR", "4 euros", "at least 5 EUR"), ("type: duration, max: 2 weeks", "3 weeks", "at most"),
    ("type: digits, length: 4", "123", "4 characters long"),
    ("type: digits, length: 4-6", "1234567", "4 to 6 characters"),
    ("type: text, length: 3-10", "no", "3 to 10 characters"), ("type: money, currency: EUR", "5 dollars", "in EUR"),
  ])
  func `what cannot be is refused with what it has to be`(keys: String, line: String, words: String) throws {
    #expect(try said(keys, line).contains(words))
  }

  @Test(arguments: [
    ("type: date, past: yes", "today", "22 November 2026"), ("type: date, past: yes", "friday", "20 November 2026"),
    ("type: date, future: yes", "friday", "27 November 2026"), ("type: time, min: 08:00, max: 18:00", "8:00", "08:00"),
    ("type: integer, min: 2, max: 5", "five", "5"), ("type: digits, length: 4-6", "12345", "12345"),
    ("type: money, currency: EUR", "5", "5 EUR"), ("type: text, length: 3-10", "a lamp", "a lamp"),
  ])
  func `what is just within is taken`(keys: String, line: String, shown: String) throws {
    #expect(try said(keys, line) == "It is \(shown).")
  }

  // MARK: tries

  @Test(arguments: [("type: integer", 2), ("type: integer, tries: 1", 1), ("type: integer, tries: 4", 4)])
  func `after the last try a person takes over, with every word kept`(keys: String, tries: Int) throws {
    var talk = try talk(keys)
    try talk.say("open the box")
    for number in 1...tries {
      #expect(talk.floor == .bot)
      try talk.say("purple \(["monkeys", "elephants", "lions", "bears"][number - 1])")
    }
    #expect(talk.reason?.kind == .slotFailed)
    #expect(talk.matter.unclear.count == tries)
  }

  // MARK: confirm

  @Test func `a value that is to be confirmed is read back`() throws {
    var talk = try talk("type: integer, confirm: yes")
    try talk.say("open the box")
    #expect(try talk.say("3") == "Thing is 3. Is that right?")
    #expect(try talk.say("no, 4") == "Thank you, I changed that: Thing is 4. Thing is 4. Is that right?")
    #expect(try talk.say("yes") == "It is 4.")
  }

  // MARK: cues

  @Test func `a cue fills its slot from before the intent`() throws {
    var talk = try talk("type: integer, cues: [shelf]")
    try talk.say("shelf 3")
    #expect(try talk.say("open the box") == "It is 3.")
  }

  // MARK: remember

  @Test func `a value of the case is gone with its matter`() throws {
    var talk = try talk("type: integer")
    try talk.say("open the box")
    try talk.say("3")
    try forgetMatter(&talk, days: 2)
    #expect(try talk.say("open the box") == "Which thing?")
  }

  @Test func `a value of the customer is confirmed once and then used`() throws {
    var talk = try talk("type: integer, remember: customer")
    try talk.say("open the box")
    try talk.say("3")
    try forgetMatter(&talk, days: 2)
    #expect(try talk.say("open the box") == "Thing is 3. Is that right?")
    #expect(try talk.say("same as always") == "It is 3.")
    try forgetMatter(&talk, days: 2)
    #expect(try talk.say("open the box") == "It is 3.")
  }

  @Test func `a value on record that is no longer right is asked anew`() throws {
    var talk = try talk("type: integer, remember: customer")
    try talk.say("open the box")
    try talk.say("3")
    try forgetMatter(&talk, days: 2)
    try talk.say("open the box")
    #expect(try talk.say("no") == "Which thing?")
    #expect(try talk.say("4") == "It is 4.")
    #expect(talk.snapshot.customer.memory["thing"]?.value.plain == "4")
  }

  @Test func `a value on record is used silently where the author says so`() throws {
    var talk = try talk("type: integer, remember: customer, on_record: use")
    try talk.say("open the box")
    try talk.say("3")
    try forgetMatter(&talk, days: 2)
    #expect(try talk.say("open the box") == "It is 3.")
  }

  @Test func `a value on record is asked anew where the author says so`() throws {
    var talk = try talk("type: integer, remember: customer, on_record: ask")
    try talk.say("open the box")
    try talk.say("3")
    try forgetMatter(&talk, days: 2)
    #expect(try talk.say("open the box") == "Which thing?")
    #expect(try talk.say("the same as before") == "It is 3.")
  }

  @Test func `a value on record counts as long as it is fresh`() throws {
    var talk = try talk("type: integer, remember: customer, on_record: use, fresh_for: 10 days")
    try talk.say("open the box")
    try talk.say("3")
    try forgetMatter(&talk, days: 9)
    #expect(try talk.say("open the box") == "It is 3.")
    try forgetMatter(&talk, days: 11)
    #expect(try talk.say("open the box") == "Which thing?")
  }

  @Test func `a value that is never to be remembered is gone once it was used`() throws {
    var talk = try talk("type: text, remember: never")
    try talk.say("open the box")
    #expect(try talk.say("sesame oil") == "It is sesame oil." || talk.matter.facts.isEmpty)
    #expect(talk.matter.facts.isEmpty)
    #expect(!talk.entries.contains { $0.from == .customer && $0.text.contains("sesame") })
  }

  @Test func `a sensitive value is hidden in what is stored and shown`() throws {
    var talk = try talk("type: digits, length: 6, sensitive: yes")
    try talk.say("open the box")
    #expect(try talk.say("482913") == "It is ••••.")
    #expect(!talk.entries.contains { $0.text.contains("4829") })
    #expect(talk.plain("thing") == "482913")
  }
}
