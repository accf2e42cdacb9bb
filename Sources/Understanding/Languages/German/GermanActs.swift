import Playbooks
import Vocabulary

extension ActTables {
  private static let germanBook = book(
    GermanActs.talk + GermanActs.answers, yes: GermanAnswers.yes, no: GermanAnswers.no, neither: GermanAnswers.neither,
    lexicon: .german)

  static let german = ActTables(
    book: { germanBook }, denyingEnds: ["nicht", "kein"], firm: ["ja", "jawohl", "jep", "jo", "no", "nö"],
    bareNo: "nein",
    afterNo: GermanTerms.words(
      "das ist es ich der die den mein nicht sondern sorry wir sie aber weil danke bitte leider tut eigentlich noch"))
}

/// The phrases of the built-in moves, German. Endings of articles and pronouns are left out when they are compared.
enum GermanActs {
  static let talk: [ActPhrases.Group] = [
    .init(
      move: .cancel, onlyWhole: true,
      phrases: """
        stopp
        stop
        halt
        abbrechen
        abbruch
        abbrechen bitte
        brechen sie [das|es] ab
        brich [das|es] ab
        [bitte] (abbrechen|stornieren|vergessen)
        vergessen (sie es|sie das|wir es|wir das)
        vergiss (es|das)
        [ist] (schon gut|erledigt)
        lassen (sie es|sie das|wir es|wir das) [bleiben|sein|gut sein]
        lass (es|das) [bleiben|sein|gut sein]
        (das|es) hat sich erledigt
        hat sich erledigt
        ich habe es mir anders überlegt
        ich habe mich anders entschieden
        ich (möchte|will) [das|es] (nicht mehr|doch nicht|abbrechen)
        doch nicht
        (brauche|will|möchte) ich nicht mehr
        nicht mehr nötig
        """),
    .init(
      move: .cancel, onlyWhole: false,
      phrases: """
        vergessen (sie es|sie das|wir es|wir das)
        vergiss (es|das)
        hat sich erledigt
        ich habe es mir anders überlegt
        """),
    .init(
      move: .startOver, onlyWhole: false,
      phrases: """
        (von|ganz von) (vorne|vorn|anfang an|neuem)
        (noch|nochmal|noch einmal) von (vorne|vorn|anfang)
        (neu|neustart) (starten|anfangen|beginnen)
        neustart
        fangen wir (neu|nochmal|noch einmal|von vorne) an
        zurück (zum|an den) (anfang|start)
        alles (auf anfang|zurücksetzen|löschen)
        zurücksetzen
        """),
    .init(
      move: .repeat, onlyWhole: true,
      phrases: """
        [bitte] (wiederholen|nochmal|noch einmal|nochmals)
        (wiederholen|wiederhole) [sie] (das|es|die frage|bitte)
        (können|könnten) sie (das|es|die frage) [bitte] (wiederholen|noch einmal sagen|nochmal sagen)
        (das|die frage) (nochmal|noch einmal|wiederholen)
        wie bitte
        was (haben sie|hast du) (gesagt|gefragt)
        was war (das|die frage) [nochmal|noch einmal]
        was wollten sie wissen
        (das|ich) habe ich nicht verstanden
        ich habe (das|sie|es|die frage) nicht verstanden
        ich verstehe (das|sie|es|die frage) nicht
        wie (meinen sie|meinst du) das
        was (meinen sie|meinst du) [damit]
        sagen sie das [nochmal|noch einmal]
        was
        hä
        """),
    .init(
      move: .capabilities, onlyWhole: false,
      phrases: """
        was (können sie|kannst du) [alles|für mich|hier] [tun|machen]
        was (können sie|kannst du) [für mich] (tun|machen)
        (wobei|womit|wie) (können sie|kannst du) [mir] helfen
        was kann ich [hier|sie] [alles] (fragen|tun|machen)
        welche (möglichkeiten|optionen|themen) (gibt es|habe ich)
        was (bieten sie|gibt es) [alles|hier] [an]
        (zeigen sie|zeig) [mir] (das menü|die optionen|die möglichkeiten)
        wie funktioniert (das|dieser chat|das hier)
        wozu (ist das|sind sie) [da|gut]
        """),
    .init(
      move: .capabilities, onlyWhole: true,
      phrases: """
        hilfe
        menü
        optionen
        ich brauche hilfe
        (können sie|kannst du) [mir] helfen
        helfen sie [mir]
        was jetzt
        """),
    .init(
      move: .areYouABot, onlyWhole: false,
      phrases: """
        (sind sie|bist du) [ein|denn] [echter|richtiger] (bot|roboter|maschine|computer|mensch|person|ki|chatbot|programm|automat)
        (sind sie|bist du) (echt|menschlich|real)
        (schreibe|rede|spreche|chatte) ich [hier|gerade|jetzt] mit (einem|einer) [echten|richtigen] (bot|roboter|maschine|computer|menschen|person|ki|chatbot|automaten)
        (ist das|ist das hier) [ein] (bot|roboter|maschine|computer|ki|chatbot|automat)
        mit wem (schreibe|rede|spreche|chatte) ich [hier|da|gerade]
        wer (sind sie|bist du|ist da|ist das)
        was (sind sie|bist du) [denn|eigentlich]
        (sie sind|du bist) [nur|doch] [ein] (bot|roboter|maschine|computer)
        """),
    .init(
      move: .thanks, onlyWhole: false,
      phrases: """
        danke [schön|sehr|vielmals|ihnen]
        dankeschön
        (vielen|besten|herzlichen|lieben|tausend) dank
        ich bedanke mich
        (das hat|hat mir) [sehr|mir] geholfen danke
        (sehr|wirklich) (nett|hilfreich|freundlich) [von ihnen]
        vergelts gott
        """),
    .init(
      move: .goodbye, onlyWhole: false,
      phrases: """
        auf wiedersehen
        wiedersehen
        auf wiederschauen
        tschüss
        tschüs
        tschau
        ciao
        baba
        pfiat di
        pfiat gott
        bis (bald|später|dann|morgen|zum nächsten mal)
        (schönen|guten) (tag|abend) noch
        (einen|ein) (schönen|schönes) (tag|abend|wochenende) [noch]
        schönes wochenende
        gute nacht
        das (wars|war es|war alles|wäre alles|ist alles)
        mehr (brauche|wollte) ich nicht
        """),
    .init(
      move: .greeting, onlyWhole: false,
      phrases: """
        hallo
        hi
        hey
        servus
        moin
        grüezi
        grüß (gott|dich|sie)
        guten (tag|morgen|abend)
        schönen guten (tag|morgen|abend)
        """),
  ]
}
