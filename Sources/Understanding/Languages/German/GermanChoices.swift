extension ChoiceWords {
  static let german = ChoiceWords(
    stem: GermanSpelling.stem, everyday: GermanTerms.tokens(everydayWords),
    denials: GermanTerms.tokens("nicht nie niemals ohne weder noch außer"),
    between: GermanTerms.tokens(
      "der die das den dem ein eine einen einem einer mein meine meinen meiner meinem um wegen mit für über an auf von die"
    ),
    bareDenials: GermanTerms.tokens("kein keine keinen keiner keinem"), instead: ["statt": "", "anstatt": ""])

  private static let everydayWords = """
    aber abend alle allem allen aller alles also andere anderen anderer anderes anfang antwort arbeiten ausserdem bald beide
    beiden beim bekomme bekommen bereits besser bisher bitte bleiben brauche brauchen bringen daher damals damit danach danke
    daran darauf darf darum davon dazu deren deshalb diese diesem diesen dieser dieses doch dort drei durch eben ehrlich
    eigentlich eine einem einen einer eines einige einmal endlich erst erste etwas fast finde finden frage fragen früher funf
    ganze ganzen geben gegen geht gehen genau genug gerade gerne gestern gesagt gewesen gibt glaube gleich guten habe haben
    hallo hatte hatten heute hier hilfe hinter immer ihnen ihre ihrem ihren ihrer irgend jeden jeder jetzt kann kaum keine
    keinen keiner klein komme kommen konnte können könnte könnten kurz lange lassen leider leicht letzte letzten lieber
    machen mache macht manche mehr mein meine meinem meinen meiner meist mochte möchte monat morgen muss mussen müssen nachdem
    nächste nächsten nein neue neuen nicht nichts niemand noch nummer obwohl oder ohne passiert richtig sache sagen schon
    sehen sehr seine selbst sicher sieben sind sofort solche sollte sonst später stehen stimmt suche tage tagen trotzdem
    über überhaupt unter viel viele vielen vielleicht voll vorher wann waren warte warten warum weil weiter welche welchen
    welcher wenig wenn werde werden wieder wieso wirklich wissen woche wochen wollen wollte worden wurde wurden würde würden
    zeit zuerst zuletzt zurück zusammen zwei zwischen stelle stellen reise
    """
}

enum GermanSpelling {
  /// The word without the usual endings of a plural or a case: "Karten", "Karte"; "Gebühren", "Gebühr".
  @Sendable static func stem(_ word: String) -> String {
    guard word.utf8.count > 4, word.utf8.last.map({ $0 >= 0x61 }) ?? false else { return word }
    for ending in ["en", "er", "es", "em", "e", "n", "s"]
    where word.hasSuffix(ending) && word.utf8.count - ending.utf8.count >= 4 {
      return String(word.dropLast(ending.count))
    }
    return word
  }
}
