import Dialogue
import Playbooks
import Testing
import Vocabulary

@testable import Desk

struct DeskVerbTests {
  @Test(arguments: [
    ("list", DeskVerb.list), ("watch", .watch), ("help", .help), ("quit", .leave),
    ("show k7f3qx", .show("K7F3QX")), ("claim K7F3QX", .act("K7F3QX", .claim)),
    ("say k7f3qx Good morning,  Ana", .act("K7F3QX", .say("Good morning,  Ana"))),
    ("note K7F3QX called back", .act("K7F3QX", .note("called back"))),
    ("transfer K7F3QX --to fraud", .act("K7F3QX", .transfer(to: "fraud", note: nil))),
    ("transfer K7F3QX --to fraud please look", .act("K7F3QX", .transfer(to: "fraud", note: "please look"))),
    ("release K7F3QX", .act("K7F3QX", .release)), ("resolve K7F3QX", .act("K7F3QX", .resolve(nil))),
    ("resolve K7F3QX All done.", .act("K7F3QX", .resolve("All done."))),
    ("snooze K7F3QX 2h30m", .act("K7F3QX", .snooze(milliseconds: 9_000_000))),
    ("find  blue card ", .find("blue card")),
  ])
  func `a verb is read with its code`(line: String, verb: DeskVerb) throws {
    #expect(try DeskVerb.parse(line, current: nil) == verb)
  }

  @Test(arguments: [
    ("claim", DeskVerb.act("K7F3QX", .claim)), ("say thanks for waiting", .act("K7F3QX", .say("thanks for waiting"))),
    ("transfer fraud please look", .act("K7F3QX", .transfer(to: "fraud", note: "please look"))),
    ("say 222222 hello", .act("222222", .say("hello"))), ("show", .show("K7F3QX")),
  ])
  func `a verb without a code means the case in hand`(line: String, verb: DeskVerb) throws {
    #expect(try DeskVerb.parse(line, current: "K7F3QX", known: ["K7F3QX", "222222"]) == verb)
  }

  @Test(arguments: [
    "claim", "claim OOOOOO", "say K7F3QX", "snooze K7F3QX", "snooze K7F3QX soon", "transfer K7F3QX", "find",
    "frobnicate",
    "transfer K7F3QX --to", "note K7F3QX   ",
  ])
  func `a verb that lacks something is explained`(line: String) {
    #expect(throws: DeskVerbProblem.self) { try DeskVerb.parse(line, current: nil) }
  }

  @Test func `a transfer goes to a queue of that name, else to an agent`() {
    let place = SourcePlace(file: "a.yml", line: 1, column: 1)
    let playbook = Playbook(queues: [Queue(id: "fraud", place: place, title: "Fraud desk")])
    let now = Timestamp(milliseconds: 0)
    #expect(
      DeskDeed.transfer(to: "fraud", note: nil).move(in: playbook, at: now) == .transfer(to: .queue("fraud"), note: nil)
    )
    #expect(
      DeskDeed.transfer(to: "marko", note: nil).move(in: playbook, at: now) == .transfer(to: .agent("marko"), note: nil)
    )
    #expect(DeskDeed.snooze(milliseconds: 5).move(in: playbook, at: now) == .snooze(until: Timestamp(milliseconds: 5)))
  }
}

struct ClockSpanTests {
  @Test(
    arguments: [
      ("2h", 7_200_000), ("90m", 5_400_000), ("1d", 86_400_000), ("2h30m", 9_000_000), ("2 hours", 7_200_000),
      ("1 day", 86_400_000), ("45s", 45_000), ("2 Weeks", 1_209_600_000),
    ] as [(String, Int64)])
  func `a span of time is read`(text: String, milliseconds: Int64) {
    #expect(ClockSpan.milliseconds(text) == milliseconds)
  }

  @Test(arguments: ["", "0h", "h", "2", "-2h", "2 lightyears", "99999999999999999999h", "367d", "h2"])
  func `what is no span is refused`(text: String) {
    #expect(ClockSpan.milliseconds(text) == nil)
  }
}

struct AskGuardTests {
  private let guardian: AskGuard
  private var matter = Matter()

  init() {
    let place = SourcePlace(file: "a.yml", line: 1, column: 1)
    func slot(_ id: SlotID, _ title: String, ask: String, cues: [String] = []) -> Slot {
      let question = Reply(place: place, bodies: [.init(language: .english, parts: [.text(ask)])])
      return Slot(id: id, place: place, title: title, kind: .text, ask: question, cues: cues)
    }
    guardian = AskGuard(
      playbook: Playbook(slots: [
        slot("card_ending", "Card ending", ask: "What are the last four digits of the card?", cues: ["ends with"]),
        slot("lost_on", "Last seen", ask: "When did you last have it?", cues: ["last", "on"]),
        slot("where", "Place", ask: "Where did you lose it?", cues: ["in", "at"]),
      ]))
    let span = ScalarSpan(0, 4)
    let at = Timestamp(milliseconds: 0)
    matter.facts["card_ending"] = Fact(value: .digits("4417"), said: "4417", seq: 1, span: span, source: .said, at: at)
    matter.facts["lost_on"] = Fact(value: .text("Monday"), said: "Monday", seq: 1, span: span, source: .said, at: at)
    matter.declined["where"] = 3
  }

  @Test(arguments: [
    ("What are the last 4 digits of your card?", "Card ending"),
    ("And which ending does the card have?", "Card ending"),
    ("Please tell me the last four digits of the card", "Card ending"),
    ("When did you last have the card?", "Last seen"),
    ("Where did you lose it?", "Place"),
  ])
  func `a question whose answer is known is noticed`(text: String, title: String) {
    #expect(guardian.answered(text, in: matter).map(\.title) == [title])
  }

  @Test(arguments: [
    "Good morning, I have blocked the card ending 4417.", "Is there anything else?", "Would you like a new card?",
    "When did you open the account?",
  ])
  func `other sentences pass`(text: String) {
    #expect(guardian.answered(text, in: matter).isEmpty)
  }

  @Test func `what is not known may be asked`() {
    #expect(guardian.answered("What are the last four digits of the card?", in: Matter()).isEmpty)
  }

  @Test func `a declined slot has no value`() {
    #expect(guardian.answered("Where did you lose it?", in: matter).first?.value == nil)
  }

  // MARK: an agent writes as the customer does

  private var german: AskGuard {
    let place = SourcePlace(file: "a.yml", line: 1, column: 1)
    func slot(_ id: SlotID, _ titles: (String, String), ask: (String, String)) -> Slot {
      let question = Reply(
        place: place,
        bodies: [
          .init(language: .english, parts: [.text(ask.0)]), .init(language: .german, parts: [.text(ask.1)]),
        ])
      return Slot(id: id, place: place, title: titles.0, titles: [.german: titles.1], kind: .text, ask: question)
    }
    var settings = Settings()
    settings.languages = [.english, .german]
    return AskGuard(
      playbook: Playbook(
        settings: settings,
        slots: [
          slot(
            "card_ending", ("Card ending", "Kartenende"),
            ask: ("What are the last four digits of the card?", "Wie lauten die letzten vier Ziffern der Karte?")),
          slot(
            "lost_on", ("Last seen", "Zuletzt gesehen"),
            ask: ("When did you last have it?", "Wann hatten Sie die Karte zuletzt?")),
        ]))
  }

  @Test(arguments: [
    ("Wie sind denn die letzten 4 Ziffern Ihrer Karte?", "Card ending"),
    ("Können Sie mir bitte das Kartenende sagen", "Card ending"),
    ("Wann haben Sie die Karte zuletzt gehabt?", "Last seen"), ("When did you last have it?", "Last seen"),
  ])
  func `a question in the customer's language is noticed`(text: String, title: String) {
    #expect(german.answered(text, in: matter).map(\.title) == [title])
  }

  @Test(arguments: [
    "Guten Tag, ich habe die Karte gesperrt.", "Kann ich sonst noch etwas für Sie tun?", "Möchten Sie eine neue Karte?",
  ])
  func `other German sentences pass`(text: String) {
    #expect(german.answered(text, in: matter).isEmpty)
  }
}
