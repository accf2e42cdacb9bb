extension PersonTables {
  static let german = PersonTables(
    plain: GermanPersons.plain, weak: GermanPersons.weak, vague: ["leute", "mann", "frau", "team", "jemand"],
    asking: GermanPersons.asking, whole: GermanPersons.whole, others: GermanPersons.others,
    negations: GermanPersons.negations, bareNegations: ["nicht", "kein"],
    newSubjects: ["aber", "ich", "und", "sie", "sondern", "weil"], presence: ["da", "hier", "denn", "warum", "es"],
    misspellings: Misspellings(
      right: ["mensch", "mitarbeiter", "berater", "beraterin", "mitarbeiterin", "sachbearbeiter"],
      real: ["menschen", "beraten", "mitarbeiten", "beratern"],
      known: [
        "mesnch": "mensch", "mennsch": "mensch", "mensh": "mensch", "mitabeiter": "mitarbeiter",
        "mitarbeitr": "mitarbeiter", "mitarbieter": "mitarbeiter", "spreche": "sprechen", "sprechn": "sprechen",
        "sprehcen": "sprechen", "redn": "reden", "verbindne": "verbinden",
      ]))
}

enum GermanPersons {
  /// Words that mean a person who helps, wherever they stand.
  static let plain = """
    mensch
    menschen
    (echter|echten|echte|richtiger|richtigen|richtige|lebendiger|lebendigen|realen|reale) (mensch|menschen|person|mitarbeiter|mitarbeiterin|berater|beraterin)
    (mitarbeiter|mitarbeiterin|mitarbeitern) [vom|des|im] (kundendienst|kundenservice|service|support)
    kundenberater
    kundenberaterin
    kundenbetreuer
    kundenbetreuerin
    kundendienst
    kundenservice
    servicemitarbeiter
    sachbearbeiter
    sachbearbeiterin
    callcenter
    human
    human agent
    """

  /// Words that mean a person only where they are asked for, or stand alone.
  static let weak = """
    mitarbeiter
    mitarbeiterin
    mitarbeitern
    berater
    beraterin
    beratern
    betreuer
    betreuerin
    person
    jemand
    jemandem
    jemanden
    wem
    irgendwem
    irgendjemand
    irgendjemandem
    irgendjemanden
    kollege
    kollegen
    kollegin
    bankberater
    bankberaterin
    ansprechpartner
    ansprechpartnerin
    ansprechperson
    fachmann
    experte
    experten
    chef
    vorgesetzter
    vorgesetzten
    filialleiter
    filialleiterin
    support
    team
    hotline
    agent
    operator
    leute
    mann
    frau
    """

  /// Asked for with the thing that is asked for.
  static let asking = """
    mit [ein|der|ihr|irgend] [_] <person> (sprechen|reden|schreiben|chatten|telefonieren|verbinden|verbunden|verbindest|kommunizieren|unterhalten)
    mit <person> [von|aus|bei] [der|ihr] [bank|filiale|team] (sprechen|reden|schreiben|chatten|telefonieren)
    (spreche|rede|schreibe|chatte) [ich] [lieber|gern] mit [ein|der] [_] <person>
    (verbinden|verbinde|verbindet) (sie mich|mich|mir) [bitte|mal|jetzt|endlich|weiter]
    (verbinden|verbinde) sie mich mit [ein|der|ihr] [_] <person>
    mich [bitte] [mit|zu|an] [ein|der|ihr] [_] <person> (verbinden|weiterleiten|durchstellen|weiterverbinden|vermitteln)
    mich [bitte] (verbinden|durchstellen|weiterleiten|weiterverbinden)
    (stellen|leiten|geben|holen) sie mich [bitte] [zu|an|mit] [ein|der] [_] <person> [durch|weiter]
    (geben|holen|schicken|rufen) sie [mir|uns] [bitte] [ein|der] [_] <wanted> [ans|an] [telefon]
    (gib|hol) [mir|uns] [bitte|mal] [ein|der] [_] <wanted>
    (will|brauche|möchte|wünsche|verlange|benötige|hätte|bräuchte) [ich] [gern|gerne|bitte|jetzt|sofort|endlich|dringend] [ein|der|mit] [_] <wanted> [sprechen|reden|haben|telefonieren]
    (will|brauche|möchte|wünsche|verlange|benötige) [ich] (jemand|jemanden) [der|von|aus|zum] [_]
    (kann|könnte|könnten|darf|dürfte) ich [bitte|mal] [ein|mit|der] [_] <person> [bitte|mal] (sprechen|reden|haben|anrufen|erreichen|kontaktieren|schreiben)
    (kann|könnte|soll|würde) (mir|mich|sich|bitte) [bitte|mal|das|ein|der|von] [ein|der] [_] <person> (helfen|anrufen|zurückrufen|kontaktieren|melden|ansehen|anschauen|schreiben|beraten|erreichen)
    (kann|könnte|soll) [ein|der] [_] <person> (mir|mich|sich|das|bitte) [bitte|das|mal] (helfen|anrufen|zurückrufen|kontaktieren|melden|ansehen|anschauen|beraten)
    (ist|gibt) [es] [da|hier|denn] [irgend] [ein|kein|auch] [_] <person> [da|hier|erreichbar]
    ist [da|hier|dort] [denn] (jemand|wer|irgendwer) [da|hier]
    (wen|wem) (kann|darf|soll|könnte) ich (anrufen|fragen|sprechen|erreichen|kontaktieren|schreiben)
    mit wem (kann|darf|könnte) ich [darüber|hier] (sprechen|reden|telefonieren)
    (wie|wo) (erreiche|finde|kontaktiere|bekomme) ich [ein|der|ihr] [_] <person>
    (rufen sie|ruft|rufe) mich [bitte|mal|doch] (an|zurück)
    (bitte|bitten) um [ein] (rückruf|anruf)
    (will|möchte|brauche|hätte|wünsche) [ich] [gern|gerne] [ein] (rückruf|anruf)
    <wanted> (bitte|sofort|jetzt)
    (kein|keinen) (bot|bots|roboter|automaten|maschine|computer|chatbot) [mehr]
    (will|möchte|mag|rede|spreche|schreibe) [sicher|bestimmt] nicht mit (ein|der) (bot|roboter|maschine|computer|automaten|chatbot|programm) [sprechen|reden|schreiben]
    nicht mit (ein|der) (bot|roboter|maschine|computer|automaten|chatbot|programm) [sprechen|reden|schreiben]
    (genug|schluss|weg) (von|mit) (der|dem|diesem|ein) (bot|roboter|maschine|computer|automaten|chatbot)
    (persönlich|telefonisch) (sprechen|reden|klären|besprechen)
    (will|möchte|würde) [ich] [gern|gerne|lieber|nur|endlich|das] (persönlich|telefonisch|am telefon) (sprechen|reden|telefonieren|klären|besprechen)
    (telefonieren|gespräch) mit [ein|der|ihr] [_] <person>
    gespräch mit [ein|der|ihr] [_] <person>
    zu [ein|der|ihr] [_] <wanted> [durch|durchstellen|weiterleiten|verbinden]
    [an|bei] [ein|der|ihr] [_] <wanted> (weitergeben|übergeben|weiterleiten|abgeben)
    """

  /// Asked for when nothing else of weight is said.
  static let whole = """
    0
    <person>
    (ein|der|ihr|irgend) <wanted>
    mit (jemand|jemandem|wem) (sprechen|reden)
    ich (will|möchte) [jetzt] (sprechen|reden|telefonieren)
    kann mir (jemand|wer) helfen
    (jemand|wer) da
    verbinden
    [bitte] weiterleiten
    weiterverbinden
    (rückruf|anruf) [bitte]
    telefonieren
    """

  /// What stands where a word for a person means none.
  static let others = """
    (bin|sind) [auch|nur|doch|ja] [ein|der] [_] (mensch|menschen|mitarbeiter|mitarbeiterin|berater|beraterin)
    (jemand|wer|irgendjemand|irgendwer) (hat|war|ist|anders|anderer|will|wollte|bucht|zahlt|benutzt|verwendet|versucht|ruft|schreibt|gibt)
    (hat|wurde|war|bucht) [mir|mich|da|von] [von] (jemand|jemandem|wer|irgendjemand|wem) [anders|anderem|mein|mir|meiner|meine|mit|der]
    an jemanden (überwiesen|geschickt|gesendet|gezahlt)
    (pro|je|zweite|zweiten|andere|anderen|dritte|dritten|fremde|fremden|juristische|natürliche|falsche|falschen) person
    (mein|sein|unser) (mitarbeiter|mitarbeiterin|chef|chefin|kollege|kollegin|frau|mann|berater|beraterin|team|leute|person)
    (der|dies|ihr) (mitarbeiter|mitarbeiterin|berater|beraterin|kollege|kollegin|mann|frau|person) (hat|sagte|meinte|war|wollte|konnte|ist|versprach)
    (von|durch) (ein|der|ihr) (mitarbeiter|mitarbeiterin|berater|beraterin|kollegen|kollegin) (beraten|bekommen|gehört|erfahren|betrogen)
    (steuer|vermögens|versicherungs|reise|immobilien) (berater|beraterin)
    (geehrte|liebe) (damen|herren|frau|mann|kollegen|kollegin)
    (anruf|brief|mail|email|nachricht|sms) (von|vom) [ein|der|ihr|angeblich] [_] (kundendienst|kundenservice|mitarbeiter|berater|support)
    frau _ (hat|war|ist|sagte)
    herr und frau
    menschen (mit|ohne|ab|über|unter)
    kein mensch
    (will|möchte|brauche|benötige|wünsche) [ich] [aber|jetzt] kein [_] <person>
    """

  /// What turns the asking into its opposite, when it stands right before it.
  static let negations = """
    (will|möchte|brauche|benötige|wünsche) [ich] [aber|jetzt] (nicht|kein|keinen)
    (bitte|jetzt) (nicht|kein|keinen)
    ohne
    statt
    anstatt
    (nie|niemals)
    nicht
    kein
    keinen
    lieber (nicht|kein)
    """
}
