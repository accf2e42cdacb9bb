extension CorrectionWords {
  static let german = CorrectionWords(
    fillers: GermanTerms.words("oh ah ach ähm äh hm also so ok okay hey aber na moment"),
    noes: GermanTerms.words("nein nö nee na ne"),
    leads: GermanTerms.words(
      "nein nö nee na ne falsch sorry entschuldigung verzeihung hoppla ups oje eigentlich moment korrektur vielmehr tippfehler doch lieber"
    ),
    links: GermanTerms.words(
      """
      es ist war das der die den ein sollte soll sein muss heißen ich meinte meine gemeint sagte am um im an in von für mein
      endet mit nummer datum betrag doch natürlich richtig wäre lautet sind
      """),
    talk: GermanTerms.words(
      """
      ja danke bitte sorry moment stopp abbrechen hilfe mensch mitarbeiter berater person niemals nichts richtig korrekt
      falsch gut sicher tschüss ahnung problem immer schon noch wieder spät wahr verloren gestohlen vergessen vielleicht
      schwierig wichtig dringend schlecht super jemand egal weg chance nicht kein doch warum wieso was wie wo wer wann
      """), waits: GermanTerms.words("moment"), firm: GermanTerms.words("eigentlich falsch vielmehr korrektur"),
    meaning: [["ich", "mein"], ["ich", "meinte"]],
    trails: GermanTerms.words("eigentlich stattdessen sorry vielmehr"))
}

extension NegationWords {
  static let german = NegationWords(
    denying: GermanTerms.words("nicht kein nie niemals nein statt anstatt"),
    beforeValues: GermanTerms.words("nicht kein"),
    light: GermanTerms.words("der die das ein mein am im an in um für über von zu auf bei mit"),
    nots: GermanTerms.words("nicht nie niemals"), noes: GermanTerms.words("kein"), wishes: [],
    wishesBefore: GermanTerms.words(
      "will möchte mochte brauche suche wünsche benötige frage geht interessiert wollte bräuchte rede spreche schreibe"),
    subjects: GermanTerms.words("um wegen über nach bezüglich"),
    helpers: GermanTerms.words(
      "ich wir es das will möchte brauche suche geht wollte frage wünsche benötige rede spreche schreibe mir hier jetzt"
    ),
    enders: GermanTerms.words("aber sondern ich mein weil was wie und kann"), instead: ["statt": "", "anstatt": ""],
    breakers: GermanTerms.words(
      """
      warum wieso weshalb wie was wo wann wer ob dass weil wenn geht funktioniert klappt ist sind hat habe haben kann konnte
      wurde wird war kommt stimmt finde bekomme zu aber sondern
      """), unsaid: GermanTerms.words("nicht nie niemals"), affirmed: ["kein": "ein"],
    afterthoughts: GermanTerms.words("mehr länger doch gar jetzt überhaupt"),
    behindValues: [
      ["nicht"], ["geht", "nicht"], ["passt", "nicht"], ["geht", "leider", "nicht"], ["passt", "mir", "nicht"],
      ["passt", "leider", "nicht"], ["geht", "bei", "mir", "nicht"], ["ist", "schlecht"],
    ],
    contrast: "sondern")
}

extension ClauseWords {
  static let german = ClauseWords(
    joints: GermanTerms.words("und aber außerdem sowie zudem weiters ausserdem"),
    openers: GermanTerms.words(
      """
      ich mein kann wie was wo wann warum ist habe haben könnte jemand der es dann bitte wir auch sind hat welch wer gibt
      außerdem darf muss
      """), leads: GermanTerms.words("auch dann zweitens erstens weil dass nun zuerst"),
    trails: GermanTerms.words("auch dann jetzt noch"))
}

extension SignalWords {
  static let german = SignalWords(
    acronyms: [
      "pin", "iban", "bic", "swift", "eu", "usa", "eur", "usd", "chf", "sms", "id", "ok", "pdf", "app", "qr", "nfc",
      "tan",
      "otp", "cvv", "cvc", "tv", "url", "sepa", "visa", "ec", "ag", "gmbh", "kfz", "edv", "oenb", "fma", "at", "de",
      "ch",
      "it", "agb", "ubs", "dsgvo", "kest", "uid", "oegk", "svs", "orf", "bankomat", "faq", "url", "www",
    ],
    swearing: GermanTerms.words(
      """
      scheiße scheiss scheissdreck beschissen beschissene verdammt verdammte verdammter verdammtes verfickt verfickte
      arschloch arsch arschlöcher wichser fotze hurensohn hure idiot idioten vollidiot volltrottel trottel depp deppen
      dumpfbacke saftladen sauladen drecksladen dreck mist kacke kack verarschen verarscht schwachkopf blödmann mistkerl
      dreckskarre saubande gschissen gschissene fick ficken fickt oasch oida fuck fucking shit bullshit
      """))
}

extension CueWords {
  static let german = CueWords(
    light: GermanTerms.words(
      "in mit ist war sind der die das ein an auf von zu mein es nummer ziffern etwa ungefähr für lautet heißt sein um bei also"
    ),
    clauseWords: GermanTerms.words("und aber weil dass der so dann wenn ob oder während bitte danke ich es er sie wir"),
    idle: GermanTerms.words(
      """
      allem fall moment ordnung allgemein voraus bar person konto zeit einmal wenigstens ganze mein ihr dies unser schreiben
      deutsch euro panik eile zukunft ende anfang urlaub da hier wirklich mal grund
      """),
    prepositions: GermanTerms.words("in an auf bei zu für über von mit aus um wegen"),
    governors: GermanTerms.words(
      """
      interessiert interesse einloggen eingeloggt anmelden angemeldet frage fragen warte warten hoffe glaube denke sorge
      kümmern abhängig spät früh nicht mehr sonst bezug zugriff zugang antwort
      """), articles: GermanTerms.words("ein der die das ist war"))
}

extension TextWords {
  static let german = TextWords(
    openers: [
      ["es", "ist", "weil"], ["das", "ist", "weil"], ["der", "grund", "ist"], ["das", "ware"], ["das", "ist"],
      ["es", "ist"], ["es", "war"], ["weil"], ["also"], ["nun"], ["na"], ["ja"], ["ahm"], ["ah"], ["ok"], ["hallo"],
    ], closers: GermanTerms.tokens("bitte danke"))
}
