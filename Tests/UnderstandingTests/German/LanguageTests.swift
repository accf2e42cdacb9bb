import Playbooks
import Testing
import Vocabulary

@testable import Understanding

struct `The language of a line` {
  static let reader = Reader(playbook: playbook)
  static let playbook: Playbook = {
    var settings = Settings()
    settings.languages = [.english, .german]
    return Playbook(
      settings: settings,
      intents: [
        intent(
          "lost_card", english: ["my card is gone", "I lost my card"], german: ["meine Karte ist weg", "Karte sperren"]),
        intent("loan", english: ["I want a loan"], german: ["ich möchte einen Kredit", "was kostet ein Kredit"]),
      ])
  }()

  private static func intent(_ id: String, english: [String], german: [String]) -> Intent {
    let english = TestPlaybook.intent(id, english)
    let german = german.map {
      Template(text: $0, language: .german, place: english.place, root: TestPlaybook.parse($0))
    }
    return Intent(id: english.id, place: english.place, title: english.title, templates: english.templates + german)
  }

  private func language(_ text: String) -> Language? {
    `The language of a line`.reader.language(of: Line(text))?.language
  }

  @Test(arguments: ["4417", "hallo?", "visa", "Huber", "", "???", "ok", "app", "Maria Huber"])
  func `is not told by what could be any`(_ text: String) {
    #expect(language(text) == nil || text == "hallo?" && language(text) == .german)
  }

  @Test(arguments: [
    "Guten Tag", "meine Karte ist weg", "Kredit", "ich habe eine Frage", "wo ist mein Geld?", "Grüß Gott",
    "karte gestohlen",
    "Überweisung fehlt", "ist da wer", "Konto gesperrt seit gestern",
  ])
  func `is German`(_ text: String) { #expect(language(text) == .german) }

  @Test(arguments: [
    "Hello", "my card is gone", "where is my money", "card stolen", "what is the rate",
  ])
  func `is English`(_ text: String) { #expect(language(text) == .english) }

  @Test(arguments: [
    ("auf Deutsch bitte", Language.german), ("in English please", .english), ("Deutsch?", .german),
    ("können wir auf Englisch weitermachen", .english), ("can we speak German", .german),
    ("sprechen Sie Deutsch?", .german),
  ])
  func `is asked for`(_ text: String, _ language: Language) {
    let sign = `The language of a line`.reader.language(of: Line(text))
    #expect(sign?.isAsked == true && sign?.language == language)
  }

  @Test func `is not asked for in passing`() {
    let sign = `The language of a line`.reader.language(of: Line("I need a German bank statement"))
    #expect(sign?.isAsked != true)
  }

  @Test func `is nothing where the playbook has one`() {
    #expect(Reader(playbook: Playbook()).language(of: Line("Guten Tag")) == nil)
  }

  @Test(arguments: [
    ("meine Karte ist weg", Language.english), ("my card is gone", .german), ("Meiner Karte ist weg", .german),
  ])
  func `another than the thread's is understood where that one finds nothing`(_ text: String, _ thread: Language) {
    let context = ReadingContext(now: CalendarReading.now, language: thread)
    let reading = `The language of a line`.reader.read(text, in: context)
    #expect(reading.mentions.first?.intent == "lost_card")
  }

  @Test(arguments: [
    "ich will keinen Kredit", "ich möchte keinen Kredit", "es geht nicht um einen Kredit",
  ])
  func `denies in German too`(_ text: String) {
    let context = ReadingContext(now: CalendarReading.now, language: .german)
    #expect(`The language of a line`.reader.read(text, in: context).mentions.allSatisfy { $0.intent != "loan" })
  }

  @Test func `two matters are two clauses in German`() {
    let context = ReadingContext(now: CalendarReading.now, language: .german)
    let reading = `The language of a line`.reader.read(
      "meine Karte ist weg und außerdem möchte ich einen Kredit", in: context)
    #expect(reading.mentions.compactMap(\.intent).contains("lost_card"))
  }

  @Test(arguments: [
    ("fuer die neue Karte", "fur die neue Karte"), ("Straße", "Strasse"), ("geht's", "geht es"),
    ("im Konto", "in dem Konto"),
    ("meiner Karte", "mein Karte"), ("zwölf", "12"),
  ])
  func `German words are compared alike however they are typed`(_ left: String, _ right: String) {
    #expect(Terms(left, in: .german).words == Terms(right, in: .german).words)
  }

  @Test func `spans are those of what was typed`() {
    let line = Line("am Montagabend für fuenf Euro", in: .german)
    for token in line.tokens { #expect(token.span.to <= line.scalars.count && token.span.from < token.span.to) }
    #expect(line.tokens.map(\.folded) == ["am", "montag", "abend", "fur", "funf", "euro"])
  }
}
