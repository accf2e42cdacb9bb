extension TalkWords {
  static let german = TalkWords(
    joining: GermanTerms.tokens(
      """
      der die das den dem ein eine einen einem einer mein meine meinen meinem meiner unser unsere unseren ist war sind es
      endet ende endend mit in im an am auf um bei zu zum zur von vom für über seit bis ab etwa ungefähr circa nummer nr
      heißt name ich bin mir meinte meine lautet lauten sie er
      """),
    openers: GermanTerms.tokens("ach oh ah ähm äh hm so na also nun ok okay sorry"), or: ["oder"],
    alike: GermanTerms.tokens("und was ist mit wie dann auch ok also oder wenn bei für denn sieht es aus"),
    questions: GermanTerms.tokens(
      """
      ist sind wie was wann wo warum wieso weshalb wozu welche welcher welches welchen wer wem kann können könnte könnten
      kannst gibt haben hat habt macht muss darf geht
      """),
    parts: Dictionary(
      GermanTerms.tokens("letzten letzte letzter letztes ende endet enden endend hinten").map { ($0, true) }
        + GermanTerms.tokens("ersten erste erster erstes anfang beginnt beginnen fängt vorne").map { ($0, false) },
      uniquingKeysWith: { first, _ in first }),
    anybody: GermanTerms.tokens("irgendwer irgendjemand egal jeder jede jemand"), joints: ["und", "aber"],
    leaving: LeavingWords(
      frames: """
        vergessen sie …
        vergessen wir …
        vergiss …
        lassen sie … weg
        lassen sie … sein
        lassen wir … weg
        lassen wir … sein
        lassen wir … aus
        lassen wir …
        lass … weg
        lass …
        streichen sie …
        streichen wir …
        streich …
        brechen sie … ab
        sagen sie … ab
        ich brauche … nicht mehr
        ich brauche … nicht
        ich brauch … nicht mehr
        ich brauche … mehr
        ich will … nicht mehr
        ich will … nicht
        ich mochte … nicht mehr
        ich mochte … nicht
        … brauche ich nicht mehr
        … brauche ich nicht
        … brauch ich nicht mehr
        … brauch ich nicht
        … will ich nicht mehr
        … will ich nicht
        … mochte ich nicht mehr
        … mochte ich nicht
        … hat sich erledigt
        … ist erledigt
        … ist nicht mehr notig
        … ist nicht notig
        … konnen sie vergessen
        … konnen wir vergessen
        … konnen wir lassen
        … weglassen
        … auslassen
        … streichen
        … stornieren
        … absagen
        ohne …
        """, polite: GermanTerms.tokens("ok okay oh ach na nein also und gut können könnten sie sorry entschuldigung"),
      fillers: GermanTerms.tokens("bitte doch leider eigentlich jetzt auch mal lieber einfach gerade"),
      light: GermanTerms.tokens(
        """
        der die das den dem ein eine einen einem mein meine meinen meinem mit wegen für von vom über zu zum zur sache frage
        anliegen wieder keinen keine kein diesen diese dieses
        """)),
    picking: PickingWords(
      ordinals: [
        ["1", "eins", "erste", "ersten", "erstes", "ersterer", "erstere"],
        ["2", "zwei", "zweite", "zweiten", "zweites", "letztere", "letzteres"],
        ["3", "drei", "dritte", "dritten", "drittes"], ["4", "vier", "vierte", "vierten", "viertes"],
      ],
      fillers: GermanTerms.tokens(
        """
        der die das den dem ein eine einen option nummer bitte möglichkeit ich meine meinte ist es war sind von zu für mein
        meinen meiner
        """)))
}

extension ReportedWords {
  static let german = ReportedWords(
    owners: ["mein", "unser", "ein"],
    leads: GermanTerms.words("und aber weil dass also auch hallo ja denn glaube guten tag"),
    kinds: GermanTerms.words(
      """
      gut gute guter alt alte alten alter alter klein kleine kleinen kleiner älter ältere älteren jünger jüngere jüngeren arme
      armer armen beste bester besten liebe lieber lieben
      """),
    relations: GermanTerms.words(
      """
      frau mann gattin gatte gatten ehefrau ehemann mutter mama mutti vater papa vati sohn tochter bruder schwester freund
      freundin nachbar nachbarn nachbarin partner partnerin lebensgefährte lebensgefährtin kollege kollegen kollegin chef
      chefin tante onkel oma opa großmutter großvater omi opi eltern kind kinder kindern enkel enkelin neffe neffen nichte
      cousin cousine mitbewohner mitbewohnerin vermieter vermieterin mieter mieterin schwiegermutter schwiegervater
      schwiegersohn schwiegertochter schwager schwägerin verlobte verlobter verlobten bekannte bekannter bekannten
      stiefmutter stiefvater mandant mandantin klient klientin sekretärin mannes vaters sohnes bruders freundes onkels opas
      """),
    and: "und", me: ["ich", "mir"], subject: "ich", object: "mir", owner: "mein",
    objectForms: GermanTerms.tokens("meiner meinem unserer unserem einer einem unsrer unsrem"),
    subjects: ["sie", "er"],
    own: [
      "sie": "ich", "er": "ich", "sein": "mein", "ihr": "mein", "ihm": "mir", "ihn": "mich", "ihnen": "mir",
      "sich": "mich",
    ],
    saying: GermanTerms.words("sagt sagte meint meinte glaubt schreibt schrieb behauptet erzählt berichtet"),
    sayingLinks: GermanTerms.words("mir uns dass hat"), participles: [], articles: ["der"], of: "von",
    ownsWithoutLink: true, hasFormalYou: true, verbMayLead: true,
    verbs: [
      "hat": "habe", "ist": "bin", "wird": "werde", "vergisst": "vergesse", "sieht": "sehe", "gibt": "gebe",
      "nimmt": "nehme", "braucht": "brauche", "sucht": "suche", "findet": "finde", "bekommt": "bekomme",
      "verliert": "verliere", "kommt": "komme",
    ],
    unchanged: GermanTerms.words("nicht jetzt seit mit sonst fast zuletzt selbst gut erst weisst gibt's musst"),
    firstPerson: { word in
      guard word.utf8.count > 4, word.hasSuffix("t"), !word.hasSuffix("st") else { return nil }
      let stem = String(word.dropLast())
      return stem.hasSuffix("e") ? stem : stem + "e"
    })
}
