import Testing
import Vocabulary

@testable import Dialogue

/// Putting things right in German, as well as in English: the sentences are built otherwise, the promises are the same.
struct `Repair in German` {
  // MARK: another value

  @Test(arguments: [
    "nein, 441800", "nicht 441700, 441800", "441800, nicht 441700", "441700 nicht, sondern 441800",
    "ich meinte 441800",
    "Entschuldigung, es ist 441800", "die Rechnungsnummer ist 441800", "tippfehler, 441800", "441800",
    "die letzten drei sind 800", "falsch, 441800",
  ])
  func `a value is taken back in many forms`(line: String) throws {
    var talk = try BikeShop.talk(after: "meine Rechnung stimmt nicht", "die Rechnungsnummer ist 441700")
    #expect(talk.expectation == .slot("betrag"))
    let reply = try talk.say(line)
    #expect(talk.plain("rechnungsnummer") == "441800")
    #expect(reply.hasPrefix("Danke, ich habe das geändert: Rechnungsnummer ist jetzt 441800."))
    #expect(talk.expectation == .slot("betrag"))
    #expect(talk.snapshot.talk.attempts.isEmpty)
  }

  @Test(arguments: ["nicht 50, 55", "nein, doch 55 Euro", "ach so, 55 Euro", "vielmehr 55 Euro", "55 Euro stattdessen"])
  func `an amount is taken back while another question is open`(line: String) throws {
    var talk = try BikeShop.talk(after: "meine Rechnung stimmt nicht", "50 Euro")
    try talk.say(line)
    #expect(talk.plain("betrag") == "55 EUR")
    #expect(talk.expectation == .slot("rechnungsnummer"))
  }

  @Test func `a slip is put right in the same line`() throws {
    let talk = try BikeShop.talk(
      after: "meine Rechnung stimmt nicht", "50 Euro", "die Rechnungsnummer ist 441700, nein 441800")
    #expect(talk.plain("rechnungsnummer") == "441800")
  }

  @Test(arguments: ["nein, lieber um 11", "ja, aber um 11 Uhr", "lieber um 11", "nein, doch um elf"])
  func `what was read back is changed`(line: String) throws {
    var talk = try BikeShop.talk(after: "ich brauche einen Termin für mein Rennrad am Dienstag um 10", "Eva Berger")
    #expect(talk.expectation == .confirmIntent("service"))
    try talk.say(line)
    #expect(talk.plain("zeit") == "11:00")
    #expect(talk.expectation == .confirmIntent("service"))
  }

  @Test func `a day that does not suit is no answer, and another one is`() throws {
    var talk = try BikeShop.talk(after: "ich brauche einen Termin für mein Rennrad", "Eva Berger")
    try talk.say("Montag geht bei mir nicht")
    #expect(talk.plain("tag") == nil)
    #expect(talk.expectation == .slot("tag"))
    try talk.say("Montag geht nicht, aber Dienstag")
    #expect(talk.plain("tag") == "2026-11-24")
  }

  @Test func `one day or another is asked about`() throws {
    var talk = try BikeShop.talk(after: "ich brauche einen Termin für mein Rennrad", "Eva Berger")
    #expect(try talk.say("Montag oder Dienstag").contains("Was davon stimmt?"))
    try talk.say("das zweite")
    #expect(talk.plain("tag") == "2026-11-24")
  }

  @Test func `the same as before is what is on record`() throws {
    var talk = try BikeShop.talk(after: "meine Rechnung stimmt nicht", "50 Euro", "441700")
    try talk.did("mia", .claim)
    try talk.did("mia", .resolve("Erledigt."))
    talk.wait(hours: 30)
    try talk.say("ich habe eine Frage zu meiner Rechnung")
    #expect(try talk.say("wie letztes Mal") == "Wie ist die Rechnungsnummer?")
    #expect(talk.plain("betrag") == "50 EUR")
  }

  // MARK: left out

  @Test(arguments: [
    "vergessen Sie die Rechnung", "die Rechnung brauche ich doch nicht mehr", "lassen wir die Rechnung weg",
    "die Rechnung hat sich erledigt", "die Sache mit der Rechnung können Sie vergessen", "Rechnung bitte weglassen",
  ])
  func `one of several matters is left out by its name`(line: String) throws {
    var talk = try BikeShop.talk(after: "ich brauche einen Termin für mein Rennrad und meine Rechnung stimmt nicht")
    #expect(talk.matter.intents.map(\.intent) == ["service", "rechnung"])
    let reply = try talk.say(line)
    #expect(reply.hasPrefix("In Ordnung, das lasse ich weg: Frage zur Rechnung."))
    #expect(talk.snapshot.talk.agenda == ["service"])
  }

  @Test(arguments: [
    "den Termin brauche ich doch nicht mehr", "ich brauche den Termin nicht mehr", "ich will keinen Termin mehr",
    "vergessen Sie den Termin",
  ])
  func `what is spoken of is left out and the next matter is taken up`(line: String) throws {
    var talk = try BikeShop.talk(after: "ich brauche einen Termin für mein Rennrad und meine Rechnung stimmt nicht")
    #expect(try talk.say(line).hasSuffix("Welcher Betrag?"))
    #expect(talk.state(of: "service") == .cancelled)
  }

  @Test(arguments: ["ich will keinen Termin", "ich brauche keinen Termin", "einen Termin brauche ich nicht"])
  func `a matter that is denied is not taken`(line: String) throws {
    var talk = try BikeShop.talk()
    #expect(try talk.say(line) == "In Ordnung, das also nicht: Termin für ein Service. Was kann ich für Sie tun?")
    #expect(talk.matter.intents.isEmpty)
    #expect(talk.snapshot.talk.fallbacks == 0)
  }

  @Test func `what does not work is no wish that is taken back`() throws {
    let talk = try BikeShop.talk(after: "ich will wissen warum meine Rechnung nicht stimmt")
    #expect(talk.state(of: "rechnung") == .open)
  }

  // MARK: somebody else's

  @Test(arguments: [
    ("meine Frau hat ihr Rad verloren", "Ihre Frau"),
    ("meinem Nachbarn wurde gestern das Rad gestohlen", "Ihr Nachbar"),
    ("das Rad meiner Tochter ist weg", "Ihre Tochter"), ("gestern hat mein Sohn sein Rad verloren", "Ihr Sohn"),
    ("meine Kollegin sagt, ihr Rad wurde gestohlen", "Ihre Kollegin"),
    ("das Rad von meinem Kollegen ist weg", "Ihr Kollege"),
  ])
  func `somebody else's matter is taken, and noted as theirs`(line: String, person: String) throws {
    var talk = try BikeShop.talk()
    let reply = try talk.say(line)
    #expect(reply.hasPrefix("Ich notiere, dass es um eine andere Person geht: \(person)."))
    #expect(talk.matter.intents.first?.intent == "diebstahl")
    #expect(talk.matter.intents.first?.person != nil)
  }

  @Test(arguments: [
    "meine Frau und ich brauchen einen Termin", "ich brauche einen Termin, können Sie meine Frau anrufen",
  ])
  func `where the customer is meant as well, the matter is theirs`(line: String) throws {
    let talk = try BikeShop.talk(after: line)
    #expect(!talk.matter.intents.contains { $0.person != nil })
  }

  // MARK: what the case says

  @Test func `the words kept of a value are the value with what leads to it`() throws {
    let talk = try BikeShop.talk(
      after: "meine Rechnung stimmt nicht, es geht um 50 Euro, Rechnungsnummer lautet 441700")
    #expect(talk.matter.facts["betrag"]?.said == "um 50 Euro")
    #expect(talk.matter.facts["rechnungsnummer"]?.said == "Rechnungsnummer lautet 441700")
  }
}
