import Playbooks
import Testing
import Understanding
import Vocabulary

@testable import Dialogue

/// What time and people do to a conversation: silence, promises, places in the queue, changed playbooks.
struct LifeTests {
  static let yaml = """
    settings: { name: Pip, default_queue: front, idle_after: 10 minutes }
    intents:
      broken_lamp:
        utterances: [my lamp is broken]
        needs: [room, bought_on]
        answer: 'We come to the {{room}}.'
      opening:
        utterances: [when are you open]
        answer: From nine to five.
    slots:
      room: { title: Room, type: text, ask: In which room? }
      bought_on: { title: Day of purchase, type: date, ask: When did you buy it?, sensitive: yes }
    queues:
      front: { title: the front desk, first_reply_within: 5 minutes, hours: { mon-sun: 08:00-20:00 } }
    """
  private static let engine = try? TestPlaybook.engine(yaml)
  static func talk(at start: Timestamp = Talk.sunday) throws -> Talk { Talk(try #require(engine), at: start) }

  // MARK: silence

  @Test func `who falls silent in the middle is reminded once, with the question, and loses nothing`() throws {
    var talk = try Self.talk()
    try talk.say("my lamp is broken")
    try talk.say("kitchen")
    #expect(talk.snapshot.timers[.idle] == talk.now.adding(milliseconds: 600_000))
    #expect(talk.refusal(of: .timerFired(.idle)) == .nothingDue)
    talk.wait(hours: 1)
    let reminder = try talk.take(.timerFired(.idle)).entries
    #expect(
      reminder.map(\.text) == ["Are you still there? Take your time: what you said is kept. When did you buy it?"])
    #expect(reminder.first?.asks == "bought_on")
    #expect(talk.snapshot.timers[.idle] == nil)
    talk.wait(hours: 5)
    #expect(talk.refusal(of: .timerFired(.idle)) == .nothingDue)
    #expect(try talk.say("yesterday").contains("We come to the kitchen."))
  }

  @Test func `the wait begins anew with every line and ends with the matter`() throws {
    var talk = try Self.talk()
    #expect(talk.snapshot.timers[.idle] == nil)
    try talk.say("my lamp is broken")
    let first = talk.snapshot.timers[.idle]
    try talk.say("kitchen")
    #expect(try #require(talk.snapshot.timers[.idle]) > (try #require(first)))
    try talk.say("yesterday")
    #expect(talk.snapshot.timers[.idle] == nil)
  }

  @Test func `nobody is reminded who waits for a person or was only answered`() throws {
    var waiting = try Self.talk()
    try waiting.say("my lamp is broken")
    try waiting.say("human")
    #expect(waiting.snapshot.timers[.idle] == nil)
    var answered = try Self.talk()
    try answered.say("when are you open")
    #expect(answered.snapshot.timers[.idle] == nil)
  }

  // MARK: promises

  @Test func `a first reply is due from when somebody is on duty until an agent writes`() throws {
    var talk = try Self.talk()
    try talk.say("human")
    let playbook = talk.engine.playbook
    #expect(talk.theCase?.firstReplyDue(in: playbook) == talk.now.adding(milliseconds: 300_000))
    try talk.did("ana", .claim)
    #expect(talk.theCase?.firstReplyDue(in: playbook) != nil)
    try talk.did("ana", .note("Looks bad."))
    #expect(talk.theCase?.firstReplyDue(in: playbook) != nil)
    try talk.did("ana", .say("Good morning."))
    #expect(talk.theCase?.firstReplyDue(in: playbook) == nil)
    #expect(talk.theCase?.repliedAt == talk.now)
    // 23:30: the desk opens at eight.
    var night = try Self.talk(at: Talk.sunday.adding(milliseconds: 14 * Talk.hour))
    try night.say("human")
    let due = try #require(night.theCase?.firstReplyDue(in: playbook))
    #expect(due.description == "2026-11-23T08:05:00.000Z")
  }

  // MARK: places

  @Test func `an older case that wakes is told its old place`() throws {
    var talk = try Self.talk()
    try talk.say("human")
    try talk.did("ana", .claim)
    try talk.did("ana", .snooze(until: talk.now.adding(milliseconds: Talk.hour)))
    // Three wait meanwhile, one of them longer.
    talk.snapshot.waiting = ["front": [.normal: 3]]
    talk.snapshot.ahead = 1
    #expect(try talk.say("is anybody there?").contains("number 2 in the queue"))
  }

  @Test func `a new case stands behind those of its own priority and above`() throws {
    var talk = try Self.talk()
    talk.snapshot.waiting = ["front": [.urgent: 1, .normal: 2, .low: 4]]
    #expect(try talk.say("human").contains("number 4 in the queue"))
  }

  @Test func `the wait is said where it is known, and else nothing is said of it`() throws {
    var talk = try Self.talk()
    #expect(try !talk.say("human").contains("The wait is"))
    var known = try Self.talk()
    known.snapshot.waits = ["front": 7 * 60_000]
    #expect(try known.say("human").contains("The wait is about 7 minutes."))
  }

  // MARK: what is hidden

  @Test func `who looks at what is hidden is written down, whoever has the case`() throws {
    var talk = try Self.talk()
    try talk.say("human")
    let before = talk.theCase
    try talk.did("ana", .reveal)
    #expect(talk.entries.last?.text == "ana looked at what is hidden.")
    #expect(talk.entries.last?.audience == .agents)
    #expect(talk.theCase == before)
    try talk.did("ana", .claim)
    try talk.did("ana", .resolve(nil))
    #expect(talk.refusal(of: .agentDid("bor", .reveal)) == nil)
  }

  // MARK: a playbook that changes in the middle

  private func changed(_ yaml: String) throws -> Engine { try TestPlaybook.engine(yaml) }

  private static let without = """
    settings: { default_queue: front }
    intents:
      opening:
        utterances: [when are you open]
        answer: From nine to five.
        settled: assumed
    queues:
      front: { title: the front desk }
    """

  @Test(arguments: ["kitchen", "hello", "yes", "what did you say", "I don't have it"])
  func `an intent that is gone hands over with all that is known`(line: String) throws {
    var talk = try Self.talk()
    try talk.say("my lamp is broken")
    try talk.say("kitchen")
    talk.engine = try changed(Self.without)
    try talk.say(line)
    #expect(talk.reason?.kind == .playbookChanged || talk.floor == .bot)
    if talk.floor == .bot { try talk.say("tomorrow") }
    #expect(talk.reason == HandoffReason(.playbookChanged, detail: "broken_lamp"))
    #expect(talk.plain("room") == "kitchen")
  }

  @Test func `what the new playbook serves is served, and the rest is still there`() throws {
    var talk = try Self.talk()
    try talk.say("my lamp is broken")
    try talk.say("kitchen")
    talk.engine = try changed(Self.without)
    #expect(try talk.say("when are you open").hasPrefix("From nine to five."))
    #expect(talk.plain("room") == "kitchen")
    #expect(talk.reason?.kind == .playbookChanged)
  }

  @Test func `a slot that is gone is not waited for`() throws {
    var talk = try Self.talk()
    try talk.say("my lamp is broken")
    talk.engine = try changed(
      """
      settings: { default_queue: front }
      intents:
        broken_lamp: { utterances: [my lamp is broken], needs: [bought_on], answer: 'Bought on {{bought_on}}.' }
      slots:
        bought_on: { title: Day of purchase, type: date, ask: When did you buy it? }
      queues:
        front: { title: the front desk }
      """)
    #expect(try talk.say("kitchen") == "When did you buy it?")
    #expect(try talk.say("yesterday").contains("Bought on 21 November 2026."))
  }
}

struct RotaTests {
  private let queue = Queue(
    id: "cards", place: SourcePlace(file: "a.yml", line: 1, column: 1), title: "Cards", skills: ["cards"])

  private func waiting(_ offer: CaseOffer? = nil) -> Case {
    var theCase = Case(
      code: "K7F3QX", thread: "t", state: .queued(since: Talk.sunday), queue: "cards", priority: .normal, epoch: 1,
      reason: HandoffReason(.customerRequest), openedAt: Talk.sunday, matter: Matter())
    theCase.offer = offer
    return theCase
  }

  @Test func `the one with the least to do is asked, if they can`() {
    let present = [
      Rota.Present(agent: "ana", skills: ["cards"], busy: 2), Rota.Present(agent: "bor", skills: [], busy: 1),
      Rota.Present(agent: "cene", skills: ["loans"], busy: 0),
    ]
    #expect(Rota.next(for: waiting(), in: queue, among: present, at: Talk.sunday) == "bor")
    let offer = CaseOffer(agent: "bor", until: Talk.sunday, asked: ["bor"])
    #expect(Rota.next(for: waiting(offer), in: queue, among: present, at: Talk.sunday) == "ana")
    let open = CaseOffer(agent: "bor", until: Talk.sunday.adding(milliseconds: 1), asked: ["bor"])
    #expect(Rota.next(for: waiting(open), in: queue, among: present, at: Talk.sunday) == nil)
    let all = CaseOffer(agent: "ana", until: Talk.sunday, asked: ["bor", "ana"])
    #expect(Rota.next(for: waiting(all), in: queue, among: present, at: Talk.sunday) == nil)
  }
}
