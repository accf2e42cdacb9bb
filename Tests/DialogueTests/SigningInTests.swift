import Testing
import Vocabulary

@testable import Dialogue

/// A visitor becomes a customer whom the site knows.
struct SigningInTests {
  private static let site = Address(.site, "4711")
  private static let key = ReceiptKey(device: "baton", cid: "visitor/1")

  /// What a visitor said so far, as it is brought elsewhere.
  private func brought(_ talk: Talk) -> BroughtThread {
    BroughtThread(
      entries: talk.entries, talk: talk.snapshot.talk, memory: talk.snapshot.customer.memory,
      openCase: talk.snapshot.openCase)
  }

  private func visitor(_ lines: String...) throws -> Talk {
    var talk = try Shop.talk()
    for line in lines { try talk.say(line) }
    return talk
  }

  /// Somebody who was here before and is signed in.
  private func customer() throws -> Talk {
    var talk = try Shop.talk()
    try talk.take(.customerSignedIn(via: Self.site, name: "Ana Novak"))
    return talk
  }

  @Test func `who signs in is verified, under the name that the site has`() throws {
    let talk = try customer()
    #expect(talk.snapshot.customer.verified && talk.snapshot.customer.name == "Ana Novak")
    #expect(talk.snapshot.customer.addresses.last == .init(Self.site, verified: true))
    #expect(talk.snapshot.customer.addresses.first?.verified == false)
    // The greeting was there before.
    #expect(talk.last?.entries == [])
  }

  @Test func `agents who wait are told, once`() throws {
    var talk = try visitor("my lamp is broken", "20451", "I want a human")
    try talk.take(.customerSignedIn(via: Self.site, name: nil))
    #expect(talk.last?.entries.map(\.audience) == [.agents])
    try talk.take(.customerSignedIn(via: Self.site, name: nil))
    #expect(talk.last?.entries == [])
  }

  @Test func `what was said as a visitor is not asked again`() throws {
    let visitor = try visitor("my lamp is broken", "20451")
    var talk = try customer()
    let last = talk.snapshot.lastSeq
    try talk.take(.customerBrought(brought(visitor), key: Self.key))
    #expect(talk.last?.receipt == Receipt(key: Self.key, seq: last + 1))
    #expect(talk.entries.map(\.seq) == Array(1...talk.entries.count))
    #expect(talk.entries.contains { $0.text == "my lamp is broken" && $0.from == .customer })
    // Values point to the words in this thread.
    for (slot, fact) in talk.snapshot.talk.matter.facts {
      let said = try #require(visitor.snapshot.talk.matter.facts[slot])
      #expect(fact.value == said.value && fact.seq == said.seq + last)
      #expect(talk.entries[fact.seq - 1].text == visitor.entries[said.seq - 1].text)
    }
    #expect(!talk.snapshot.talk.matter.facts.isEmpty)
    #expect(talk.snapshot.talk.expectation == visitor.snapshot.talk.expectation)
    #expect(zip(talk.entries, talk.entries.dropFirst()).allSatisfy { $0.at <= $1.at })
  }

  @Test func `an open case comes along, with its place and whoever has it`() throws {
    var visitor = try visitor("my lamp is broken", "20451", "I want a human")
    try visitor.did("mia", .claim)
    var talk = try customer()
    try talk.say("thanks")
    let last = talk.snapshot.lastSeq
    try talk.take(.customerBrought(brought(visitor), key: Self.key))
    let (before, after) = (try #require(visitor.theCase), try #require(talk.theCase))
    #expect(talk.floor == .agent("mia"))
    #expect(after.thread == talk.snapshot.thread && after.queuedAt == before.queuedAt && after.epoch == before.epoch)
    #expect(after.matter.facts.mapValues(\.value) == before.matter.facts.mapValues(\.value))
    #expect(after.matter.asked.map(\.seq) == before.matter.asked.map { $0.seq + last })
  }

  @Test func `a case that is open already takes up what was said elsewhere`() throws {
    let visitor = try visitor("my lamp is broken", "20451")
    var talk = try customer()
    try talk.say("I want a human")
    let code = talk.theCase?.code
    try talk.take(.customerBrought(brought(visitor), key: Self.key))
    #expect(talk.theCase?.code == code && talk.floor == .queue("front"))
    #expect(talk.theCase?.matter.facts.isEmpty == false)
  }

  @Test func `where it came from nothing goes on`() throws {
    var talk = try visitor("my lamp is broken", "20451", "I want a human")
    #expect(talk.refusal(of: .customerMovedOn(through: talk.snapshot.lastSeq - 1, to: nil)) == .nothingDue)
    try talk.take(.customerMovedOn(through: talk.snapshot.lastSeq, to: "K7F3QX"))
    #expect(talk.theCase?.isOpen == false && talk.snapshot.timers.isEmpty)
    #expect(talk.snapshot.talk.matter.isEmpty && talk.snapshot.talk.lastLineAt == nil)
    // The agent who comes back to it reads where it is now; the customer does not.
    #expect(talk.last?.entries.map(\.audience) == [.agents])
    #expect(talk.last?.entries.first?.text.contains("K7F3QX") == true)
    // Done again, nothing changes.
    let before = talk.snapshot
    try talk.take(.customerMovedOn(through: talk.snapshot.lastSeq, to: "K7F3QX"))
    #expect(talk.snapshot.talk == before.talk && talk.last?.entries == [])
  }

  @Test func `a case that is snoozed comes back where it is now`() throws {
    var visitor = try visitor("my lamp is broken", "20451", "I want a human")
    try visitor.did("mia", .claim)
    let until = visitor.now.adding(milliseconds: Talk.hour)
    try visitor.did("mia", .snooze(until: until))
    var talk = try customer()
    try talk.take(.customerBrought(brought(visitor), key: Self.key))
    #expect(talk.snapshot.timers[.snooze] == until)
  }
}
