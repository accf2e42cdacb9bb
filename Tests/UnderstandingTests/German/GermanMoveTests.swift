import Playbooks
import Testing

@testable import Understanding

struct `German moves` {
  @Test(arguments: [
    "Mensch", "ich möchte mit einem Menschen sprechen", "kann ich mit jemandem reden", "Mitarbeiter bitte",
    "ich will einen Berater", "verbinden Sie mich bitte mit einem Mitarbeiter", "geben Sie mir einen echten Menschen",
    "gibt es da keinen Menschen", "ich brauche eine echte Person", "Mesnch", "kundendienst", "0",
    "ist da jemand", "kann mich jemand zurückrufen", "ich will nicht mit einem Bot reden",
    "bitte um Rückruf", "mit wem kann ich darüber sprechen", "wie erreiche ich einen Mitarbeiter", "Berater",
    "ich moechte bitte mit einer Mitarbeiterin sprechen", "können Sie mich mit einem Kollegen verbinden",
    "stellen Sie mich zu einem Berater durch", "ich will mit dem Chef reden",
    "könnte sich das bitte ein Mitarbeiter ansehen", "ich rede lieber mit jemandem persönlich",
  ])
  func `a person is asked for in many words`(_ text: String) {
    #expect(GermanReading.acts(text).contains { $0.move == .person })
  }

  @Test(arguments: [
    "jemand hat meine Karte gestohlen", "ich bin auch nur ein Mensch", "mein Chef hat mir das Gehalt überwiesen",
    "ich will keinen Berater", "der Mitarbeiter war sehr freundlich", "meine Frau hat ein Konto",
    "ich möchte nicht mit jemandem sprechen", "meine Mitarbeiter brauchen Karten",
    "ich habe an eine falsche Person überwiesen",
    "da war jemand an meinem Konto", "guten Tag", "wo ist meine Überweisung", "sehr geehrte Damen und Herren",
  ])
  func `a person is not heard where none is asked for`(_ text: String) {
    #expect(!GermanReading.acts(text).contains { $0.move == .person })
  }

  @Test(arguments: [
    ("ja", Act.Move.yes), ("ja bitte", .yes), ("genau", .yes), ("stimmt", .yes), ("passt", .yes), ("jawohl", .yes),
    ("nein", .no), ("nö", .no), ("nein danke", .no), ("auf keinen Fall", .no), ("stimmt nicht", .no),
    ("weiß ich nicht", .decline), ("das weiß ich leider nicht", .decline), ("habe ich nicht", .decline),
    ("keine Ahnung", .decline), ("das möchte ich nicht sagen", .decline), ("die habe ich nicht dabei", .decline),
    ("abbrechen", .cancel), ("vergessen Sie es", .cancel), ("hat sich erledigt", .cancel),
    ("von vorne", .startOver), ("wie bitte", .repeat), ("können Sie das wiederholen", .repeat),
    ("was können Sie", .capabilities), ("Hilfe", .capabilities), ("sind Sie ein Bot", .areYouABot),
    ("bist du ein Roboter", .areYouABot), ("danke", .thanks), ("vielen Dank", .thanks), ("dankeschön", .thanks),
    ("auf Wiedersehen", .goodbye), ("tschüss", .goodbye), ("schönen Tag noch", .goodbye), ("Grüß Gott", .greeting),
    ("guten Tag", .greeting), ("servus", .greeting), ("warum wollen Sie das wissen", .whyAsked), ("wozu", .whyAsked),
    ("was habe ich bisher gesagt", .saidSoFar), ("ich meinte Freitag", .correction), ("das ist falsch", .correction),
    ("nein, es war 50", .correction), ("keines davon", .noneOfThese), ("etwas anderes", .noneOfThese),
    ("das habe ich schon gesagt", .alreadyTold), ("das haben Sie mich schon gefragt", .alreadyTold),
    ("wie meinen Sie das", .repeat), ("ich verstehe die Frage nicht", .repeat), ("wie letztes Mal", .asBefore),
    ("dasselbe wie beim letzten Mal", .asBefore), ("unverändert", .asBefore),
    ("egal wo", .decline), ("das ist mir egal", .decline), ("4417 nicht, sondern 4418", .correction),
    ("das hilft mir nicht", .notSettled), ("es geht immer noch nicht", .notSettled),
  ])
  func `a move is heard`(_ text: String, _ move: Act.Move) {
    #expect(GermanReading.acts(text).contains { $0.move == move }, "\(GermanReading.acts(text).map(\.move))")
  }

  @Test(arguments: [
    ("weiß nicht", Act.Move.no), ("nicht sicher", .no), ("ich habe die Karte nicht bekommen", .no),
    ("keine Ahnung", .no), ("das ist die richtige Karte von meiner Frau", .yes), ("gern geschehen", .yes),
    ("ich will die Zahlung stoppen lassen", .cancel), ("danke für nichts, wo ist mein Geld", .goodbye),
    ("wann bekomme ich meine neue Karte", .decline), ("ja ich weiß", .decline),
  ])
  func `a move is not heard where it is not meant`(_ text: String, _ move: Act.Move) {
    #expect(!GermanReading.acts(text).contains { $0.move == move })
  }

  @Test(arguments: [
    ("ja, die letzten vier Ziffern sind 4417", "yes"), ("nein, das war ich nicht", "no"), ("jo", "yes"),
    ("passt so", "yes"),
    ("eher nicht", "no"),
  ])
  func `yes and no answer a question`(_ text: String, _ value: String) {
    #expect(GermanReading.read(.yesNo, in: text, latent: true).contains { $0.hasPrefix(value) })
  }

  @Test func `swearing and shouting are signs`() {
    let context = ReadingContext(now: CalendarReading.now, language: .german)
    func signals(_ text: String) -> [Signal] {
      SignalReader.read(Terms(text, in: .german), acts: GermanReading.acts(text), in: context).map(\.signal)
    }
    #expect(signals("so ein Scheiß") == [.swearing])
    #expect(signals("WO BLEIBT MEIN GELD") == [.shouting])
    #expect(signals("die IBAN fehlt").isEmpty)
  }
}
