import Testing
import Vocabulary

@testable import IntentLanguage
@testable import Playbooks

@Suite struct `A linked playbook` {
  /// Says everything that the language has, in two files.
  static func hotel() throws -> Playbook {
    let house = """
      settings:
        name: Ada
        languages: [en, sl]
        zone: Europe/Ljubljana
        currency: eur
        default_queue: desk
        fallbacks: 3
        human: [concierge]
        dodge: { weights: { shouting: 0, keys: 2 }, bound: 5 }
        disclosure: You write with {{bot.name}}, a machine.
        greeting: { en: Welcome., sl: Pozdravljeni. }
        idle_after: 30 minutes
        retention: 1 year
      queues:
        desk:
          title: Front desk
          skills: [keys]
          hours: { mon-fri: [08:00-12:00, 13:00-18:00], sat: '09:00-13:00, 14:00-15:00', sun: closed }
          closed_on: [2026-12-25]
          first_reply_within: 10 minutes
          offer_for: 30s
          overflow: night
          phone: '+386 1 555 01 01'
          closed: Back {{queue.opens_at}}.
        night: { hours: { daily: 20:00-06:00 }, zone: UTC }
        holiday: { closed_on: [2026-12-25] }
      replies:
        goodbye: Come again.
      """
    let rooms = """
      intents:
        lost_key:
          title: Lost key
          note: Ask for an identity card.
          utterances: { en: ['I lost my key [of {room}]'], sl: [izgubil sem ključ] }
          regex: '\\bkey (?<room>\\d{3})\\b'
          not: [my key is bent]
          needs: [room, lost_on]
          takes: [guest]
          confirm: yes
          rules:
            - when: { lost_on: { over: 99 days }, guest: { known: yes }, queue.open: no }
              handoff: { queue: night, priority: urgent }
            - when: { room: [101, 102] }
              start: new_key
          answer: { sl: 'Za {{room}}.', en: 'For {{room}}.' }
          handoff: desk
        new_key:
          utterances: [I need a new key]
          settled: assumed
          answer: Come to the desk.
      slots:
        room: { type: digits, length: 3-4, ask: Which room is it?, retry: The number on the door., cues: [room], tries: 3 }
        lost_on: { type: date, past: true, ask: When?, min: 90 days }
        guest: { type: name, remember: customer, fresh_for: 90 days, on_record: use, confirm: yes, sensitive: yes }
      """
    let files = [SourceFile(path: "rooms.yml", text: rooms), SourceFile(path: "house.yml", text: house)]
    let (playbook, findings) = PlaybookLoader.load(files)
    #expect(findings.filter { $0.severity == .error }.isEmpty, "\(findings.map(\.description))")
    return try #require(playbook)
  }

  @Test func `settings have their meaning`() throws {
    let settings = try `A linked playbook`.hotel().settings
    #expect(settings.name == "Ada")
    #expect(settings.languages == ["en", "sl"])
    #expect(settings.zone.name == "Europe/Ljubljana")
    #expect(settings.currency == "EUR")
    #expect(settings.defaultQueue == "desk")
    #expect(settings.fallbacks == 3)
    #expect(settings.human == ["concierge"])
    #expect(settings.dodge.weight(of: .shouting) == 0)
    #expect(settings.dodge.weight(of: .keys) == 2)
    #expect(settings.dodge.weight(of: .other) == 1)
    #expect(settings.dodge.bound == 5)
    #expect(settings.idleAfterMilliseconds == 1_800_000)
    #expect(settings.retentionMilliseconds == 31_557_600_000)
  }

  @Test func `sentences are the author's, the default language first`() throws {
    let playbook = try `A linked playbook`.hotel()
    #expect(playbook.sentences.keys.sorted { $0.rawValue < $1.rawValue } == [.disclosure, .goodbye, .greeting])
    #expect(playbook.sentences[.greeting]?.parts(in: "sl") == [.text("Pozdravljeni.")])
    let answer = try #require(playbook.intent("lost_key")?.outcome.answer)
    #expect(answer.bodies.map(\.language) == ["en", "sl"])
    #expect(answer.parts(in: "de").first == .text("For "))
    #expect(answer.names.map(\.path) == ["room"])
  }

  @Test func `an intent has its meaning`() throws {
    let playbook = try `A linked playbook`.hotel()
    let intent = try #require(playbook.intent("lost_key"))
    #expect(intent.place == SourcePlace(file: "rooms.yml", line: 2, column: 3))
    #expect(intent.templates.map(\.language) == ["en", "sl"])
    #expect(intent.templates.first?.slots == ["room"])
    #expect(intent.regexes.map(\.pattern) == ["\\bkey (?<room>\\d{3})\\b"])
    #expect(intent.counterExamples.map(\.text) == ["my key is bent"])
    #expect(intent.needs == ["room", "lost_on"])
    #expect(intent.takes == ["guest"])
    #expect(intent.confirm && intent.asksWhetherSettled)
    #expect(intent.outcome.handoff == HandoffPlan(queue: "desk"))
    #expect(intent.rules.map(\.outcome.handoff) == [HandoffPlan(queue: "night", priority: .urgent), nil])
    #expect(intent.rules.last?.outcome.start == "new_key")
    let clauses = try #require(intent.rules.first?.when?.clauses)
    #expect(clauses.map(\.subject) == [.slot("lost_on"), .slot("guest"), .queueOpen])
    guard case .range(.duration(let duration), nil, nil, nil)? = clauses.first?.test else {
      Issue.record("no range")
      return
    }
    #expect(duration == DurationValue(days: 99))
    #expect(playbook.intent("new_key")?.asksWhetherSettled == false)
    #expect(playbook.intent("new_key")?.title == "New key")
  }

  @Test func `slots have their meaning`() throws {
    let playbook = try `A linked playbook`.hotel()
    let room = try #require(playbook.slot("room"))
    #expect(room.title == "Room")
    #expect(room.kind == .digits)
    #expect(room.bounds.length == 3...4)
    #expect(room.cues == ["room"])
    #expect(room.tries == 3)
    #expect(room.ask?.parts(in: "en") == [.text("Which room is it?")])
    let day = try #require(playbook.slot("lost_on"))
    #expect(day.bounds.past && !day.bounds.future)
    #expect(day.bounds.min == .duration(DurationValue(days: 90)))
    let guest = try #require(playbook.slot("guest"))
    #expect(guest.remember == .customer && guest.onRecord == .use && guest.confirm && guest.sensitive)
    #expect(guest.freshForMilliseconds == 7_776_000_000)
    #expect(playbook.slot("contact") != nil)
  }

  @Test func `queues open when their author says`() throws {
    let playbook = try `A linked playbook`.hotel()
    let desk = try #require(playbook.queue("desk"))
    #expect(desk.skills == ["keys"])
    #expect(desk.firstReplyWithinMilliseconds == 600_000)
    #expect(desk.offerForMilliseconds == 30_000)
    #expect(desk.overflow == "night")
    #expect(desk.phone == "+386 1 555 01 01")
    #expect(desk.hours?.days[.monday]?.count == 2)
    #expect(desk.hours?.days[.saturday]?.count == 2)
    #expect(desk.hours?.days[.sunday] == [])
    #expect(desk.hours?.zone.name == "Europe/Ljubljana")
    #expect(playbook.queue("night")?.hours?.zone == .utc)
    #expect(playbook.queue("night")?.title == "Night")
    let christmas = try #require(CivilDate(year: 2026, month: 12, day: 25))
    let holiday = try #require(playbook.queue("holiday")?.hours)
    let noon = CivilDateTime(christmas, TimeOfDay(secondsOfDay: 43_200))
    #expect(!holiday.isOpen(at: holiday.zone.moment(noon)))
    #expect(holiday.isOpen(at: holiday.zone.moment(noon.adding(seconds: 86_400))))
  }
}
