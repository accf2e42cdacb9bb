import Playbooks
import Testing
import Understanding
import Vocabulary

@testable import Dialogue

/// In which language a customer is answered, and when that changes.
struct `The language of a thread` {
  static let yaml = """
    settings: { name: Pip, languages: [en, de], default_queue: front }
    intents:
      lamp:
        title: { en: Broken lamp, de: Kaputte Lampe }
        utterances:
          en: [my lamp is broken, the lamp does not light]
          de: [meine Lampe ist kaputt, die Lampe brennt nicht]
        needs: [bought_on, price]
        confirm: yes
        rules:
          - when: { language: de }
            answer: { en: unheard, de: 'Wir melden uns wegen {{price}}.' }
            handoff: front
        answer: { en: 'We get in touch about {{price}}.', de: ungehört }
        handoff: front
      hours:
        title: { en: Opening times, de: Öffnungszeiten }
        utterances: { en: [when are you open], de: [wann haben Sie offen] }
        answer: { en: From nine to five., de: Von neun bis fünf. }
    slots:
      bought_on:
        title: { en: Day of purchase, de: Kauftag }
        type: date
        past: true
        ask: { en: When did you buy it?, de: Wann haben Sie sie gekauft? }
      price:
        title: { en: Price, de: Preis }
        type: money
        ask: { en: What did it cost?, de: Was hat sie gekostet? }
    queues:
      front: { title: { en: The counter, de: Der Schalter } }
    """

  private func talk() throws -> Talk { Talk(try TestPlaybook.engine(`The language of a thread`.yaml)) }

  @Test func `is that of the first line that tells it, and everything is said in it`() throws {
    var talk = try talk()
    try talk.say("hm, 4417")
    #expect(talk.snapshot.talk.languageEvidence == nil)
    let answer = try talk.say("meine Lampe ist kaputt")
    #expect(answer.contains("einem automatischen Assistenten"))
    #expect(answer.hasSuffix("Wann haben Sie sie gekauft?"))
    #expect(try talk.say("morgen").contains("möglich ist: heute oder früher"))
    #expect(try talk.say("am 3.10.") == "Was hat sie gekostet?")
    let readBack = try talk.say("1.250,50 Euro")
    #expect(readBack == "Kaputte Lampe (Kauftag: 3. Oktober 2026, Preis: 1.250,50 €). Soll ich das so machen?")
    #expect(talk.entries.last?.choices.map(\.title) == ["Ja", "Nein"])
    #expect(try talk.say("ja").hasPrefix("Wir melden uns wegen 1.250,50 €."))
    #expect(talk.theCase?.language == .german)
  }

  @Test func `stays through a single line in another one, which is understood`() throws {
    var talk = try talk()
    try talk.say("guten Tag")
    #expect(try talk.say("when are you open?").hasPrefix("Von neun bis fünf."))
    #expect(try talk.say("ich danke Ihnen").contains("Gern geschehen"))
    #expect(try talk.say("when are you open?").hasPrefix("Von neun bis fünf."))
    try talk.say("I would like to know about the lamp")
    #expect(talk.snapshot.talk.language == .english)
  }

  @Test func `changes when it is asked for, and the open question with it`() throws {
    var talk = try talk()
    try talk.say("my lamp is broken")
    let answer = try talk.say("Können wir bitte auf Deutsch schreiben?")
    #expect(answer.hasSuffix("Gern, wir können auf Deutsch weiterschreiben. Wann haben Sie sie gekauft?"))
    #expect(talk.expectation == .slot("bought_on"))
    #expect(talk.matter.asked.filter { $0.slot == "bought_on" }.count == 1)
    #expect(try talk.say("in English please").hasSuffix("When did you buy it?"))
  }

  @Test(arguments: ["Wiederholen Sie das bitte", "Bist du ein Mensch?", "guten Tag"])
  func `changes with a question open, which a remark then puts in it`(remark: String) throws {
    var talk = try talk()
    #expect(try talk.say("when are you open?").hasPrefix("From nine to five."))
    try talk.say("guten Tag")
    #expect(try talk.say(remark).contains("?"))
    #expect(talk.snapshot.talk.language == .german)
    #expect(talk.snapshot.talk.questionSeq != nil)
  }

  @Test func `is kept over matters and days, and agents read the playbook's first`() throws {
    var talk = try talk()
    try talk.say("die Lampe brennt nicht, ich will einen Menschen")
    let theCase = try #require(talk.theCase)
    let briefing = Briefing(of: theCase, entries: talk.entries, playbook: talk.engine.playbook)
    #expect(briefing.lines.first == "Broken lamp")
    #expect(briefing.lines.contains("Writes German"))
    try talk.did("ana", .claim)
    try talk.did("ana", .resolve(nil))
    #expect(talk.entries.last?.text.contains("abgeschlossen") == true)
    talk.wait(hours: 30)
    try talk.say("4417")
    #expect(talk.snapshot.talk.language == .german)
  }

  @Test func `is the first again where the playbook no longer has it`() throws {
    var talk = try talk()
    try talk.say("wann haben Sie offen")
    talk.engine = try Shop.talk().engine
    try talk.say("my lamp is broken")
    #expect(talk.snapshot.talk.language == .english)
  }

  @Test func `needs no thought where the playbook has one`() throws {
    var talk = try Shop.talk()
    try talk.say("guten Tag, meine Lampe ist kaputt")
    #expect(talk.snapshot.talk.language == .english && talk.snapshot.talk.languageEvidence == nil)
    #expect(talk.theCase?.language == nil)
  }

  @Test(arguments: Idioms.all.map(\.language))
  func `writes values as it does`(language: Language) {
    let idiom = Idioms.of(language)
    let date = CivilDate(daysSince1970: 20_778)
    let shown = [
      idiom.shown(.money(DecimalNumber(units: 125_050, scale: 2), currency: "EUR")), idiom.shown(.date(date)),
      idiom.shown(.time(TimeOfDay(secondsOfDay: 52_200))), idiom.shown(.number(DecimalNumber(units: 25, scale: 1))),
      idiom.shown(.duration(DurationValue(months: 13))), idiom.shown(.yesNo(true)), idiom.span(milliseconds: 7_200_000),
    ]
    let expected: [Language: [String]] = [
      .english: ["1250.5 EUR", "21 November 2026", "14:30", "2.5", "1 year 1 month", "yes", "2 hours"],
      .german: ["1.250,50 €", "21. November 2026", "14:30 Uhr", "2,5", "1 Jahr 1 Monat", "ja", "2 Stunden"],
    ]
    #expect(shown == expected[language])
  }
}
