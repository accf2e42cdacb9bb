extension NameTables {
  static let german = NameTables(
    cues: Dictionary(grouping: list, by: { $0.words.first ?? "" }).mapValues {
      $0.sorted { $0.words.count > $1.words.count }
    },
    closers: ["hier"], vague: ["ich", "hier", "das", "es", "name"],
    titles: GermanTerms.tokens("herr herrn frau fr hr dr mag ing dipl prof dkfm med"),
    particles: ["von", "van", "vom", "zu", "zum", "der", "den", "de", "di", "da", "del", "la", "le", "bin", "al"],
    others: GermanTerms.tokens(words), hasCapitalNouns: true)

  private static let list: [NameWords.Cue] = [
    ("mein name ist", true), ("mein name lautet", true), ("mein voller name ist", true), ("der name ist", true),
    ("name ist", true), ("ich heiße", true), ("vor und nachname", true), ("voller name", true), ("ich bin", false),
    ("hier ist", false), ("hier spricht", true), ("hier schreibt", true), ("das ist", false), ("name", false),
    ("ich bin der", false), ("ich bin die", false),
  ].map { text, isStrong in
    NameWords.Cue(words: GermanTerms.rules.tokens(text), isStrong: isStrong, rule: "name: " + text)
  }

  /// End a name or show that there is none.
  private static let words = """
    aber ab abbrechen abend adresse ahnung alle alles also am an andere anderes anfang angebot antwort anruf app auch auf aus
    bank bankomat bankomatkarte banking bar baufinanzierung beim bei bekommen berater beraterin bereit betrag bin bis bitte
    bot buchung böse das daten datum dank danke dass dein den denn der des deutsch die dies diese doch drei dringend du
    durch ein eine einem einen einer eines einfach email enttäuscht er es etwas euro falsch fehler filiale frage fragen
    frau freitag früh für ganz geht geld gerade gern gerne gestern gestohlen gibt gut guten habe haben hallo halt handy
    hat hatte heute hier hilfe hotline ich ihnen ihr ihre im immer in ist ja jemand jetzt kann karte karten kein keine
    keinen kennwort konto kontoauszug könnte können kredit kreditkarte kunde kundin kurz leider lieber man mehr mein
    meine meinem meinen meiner mensch mir mit mitarbeiter mittwoch montag morgen mitarbeiterin möchte müde muss nach
    nachmittag nein neu neue neuen nicht nichts niemand noch nummer nur ob oder ok okay online passwort person pin
    problem rate raten rechnung rentner rentnerin pensionist pensionistin richtig samstag sauer schon sehr seit sich sie
    sicher sind so sofort sonntag soll spät sparbuch sperren stimmt stornieren student studentin tag tan telefon termin
    tun um und unbekannt uns unser unsicher verärgert vergessen verloren verzweifelt viel vier visa vom von vor warten
    warum was weg weiß wegen wann wer werde wie wieder will wir wo wurde würde zahlung zeit zu zufrieden zum zur zwei
    überweisung überziehung limit gebühr gebühren spesen mastercard maestro debitkarte iphone android dienstag
    donnerstag mittag gesperrt ausgesperrt umgezogen österreicher österreicherin deutscher deutsche ledig verheiratet
    falsche da dabei dort unterwegs krank selbstständig
    """
}
