import Testing
import Vocabulary

@testable import Dialogue

/// A bicycle shop that speaks German only.
enum BikeShop {
  static let yaml = """
    settings: { name: Rad, languages: [de], country: AT, currency: EUR, default_queue: laden }
    queues:
      laden: { title: der Laden }
    intents:
      service:
        title: Termin für ein Service
        utterances:
          - ich (will|brauche) einen Termin [für mein {rad}] [[am] {tag}] [[um] {zeit}]
          - einen Termin [für mein {rad}] [[am] {tag}] [[um] {zeit}] (ausmachen|vereinbaren)
          - mein {rad} (braucht|muss zum) Service
        needs: [name, rad, tag, zeit]
        confirm: yes
        answer: "Das {{rad}} kommt am {{tag}} um {{zeit}} dran."
        settled: assumed
      rechnung:
        title: Frage zur Rechnung
        utterances:
          - meine Rechnung (stimmt nicht|ist falsch)
          - ich habe eine Frage zu (einer|meiner) Rechnung
        needs: [betrag, rechnungsnummer]
        answer: Wir sehen uns {{betrag}} auf der Rechnung {{rechnungsnummer}} an.
        handoff: laden
      diebstahl:
        title: Gestohlenes Rad
        utterances:
          - ich habe mein Rad verloren
          - mein Rad (ist weg|wurde gestohlen|ist gestohlen worden)
          - mir wurde [{tag_weg}] [mein|das] Rad gestohlen
        needs: [rahmennummer]
        takes: [tag_weg]
        handoff: { queue: laden, priority: urgent }
      zeiten:
        title: Öffnungszeiten
        utterances: [wann haben Sie offen, wie sind die Öffnungszeiten]
        answer: Von 9 bis 18 Uhr.
        settled: assumed
    slots:
      name: { title: Ihr Name, type: name, ask: Wie heißen Sie?, cues: [ich heiße, mein Name ist], remember: customer }
      rad: { title: Art des Rades, type: choice, options: { stadt: [Stadtrad, Citybike], renn: [Rennrad], lasten: [Lastenrad] }, ask: Welches Rad ist es? }
      tag: { title: Tag, type: date, future: true, ask: An welchem Tag?, retry: Bitte einen Tag der noch kommt. }
      zeit: { title: Uhrzeit, type: time, min: '09:00', max: '18:00', ask: Um wie viel Uhr? }
      betrag: { title: Betrag, type: money, min: 1 EUR, max: 9000 EUR, ask: Welcher Betrag? }
      rechnungsnummer: { title: Rechnungsnummer, type: digits, length: 6, ask: Wie ist die Rechnungsnummer?, cues: [Rechnungsnummer] }
      rahmennummer: { title: Rahmennummer, type: digits, length: 5, ask: Wie ist die Rahmennummer? }
      tag_weg: { title: Zuletzt gesehen, type: date, past: true }
    """

  private static let engine = try? TestPlaybook.engine(yaml)

  /// A conversation that has come so far.
  static func talk(after lines: String...) throws -> Talk {
    var talk = Talk(try #require(engine), language: .german)
    for line in lines { try talk.say(line) }
    return talk
  }
}
