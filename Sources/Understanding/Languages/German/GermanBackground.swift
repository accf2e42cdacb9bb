extension Background {
  /// Everyday lines in German that are no matter of any playbook.
  static let german: [String] = """
    heute ist wirklich ein schöner morgen
    mein hund mag den regen nicht
    erzählen sie mir einen witz
    wer hat gestern das fußballspiel gewonnen
    wie hoch ist der großglockner
    was ist die hauptstadt von norwegen
    ich bin heute sehr müde
    hören sie gerne musik
    können sie ein lied singen
    der zug hatte wieder verspätung
    was soll ich heute kochen
    ich habe gestern einen guten film gesehen
    wird es bald schneien
    wie wird das wetter am wochenende
    meine kinder sind in der schule
    das essen war zu salzig
    wo kann ich neue schuhe kaufen
    schreib mir ein gedicht über das meer
    was ist der sinn des lebens
    mein nachbar spielt schlagzeug
    ich habe kopfweh
    kennen sie ein gutes gasthaus in der nähe
    wie schreibt man rhythmus
    welcher tag ist heute
    wie spät ist es jetzt
    ich liebe dich
    willst du mich heiraten
    sie sind lustig
    wie alt sind sie
    wo wohnen sie
    was ist ihre lieblingsfarbe
    träumen sie manchmal
    ich bin in einem kleinen dorf geboren
    lassen sie mich kurz nachdenken
    einen moment bitte ich schaue nach
    ich bin gleich wieder da
    das klingt interessant
    ich verstehe
    das ist schwer zu erklären
    es ist kompliziert
    ich weiß nicht was ich sagen soll
    es ist schon wieder passiert
    das war früher auch schon so
    ein freund hat mir davon erzählt
    wir waren mit der familie dort
    das geschäft war geschlossen
    die wand ist grün gestrichen
    sie liest im garten ein buch
    übersetzen sie das ins französische
    wie viele beine hat eine spinne
    empfehlen sie mir ein hotel in rom
    buchen sie mir einen flug nach paris
    ich hätte gern eine pizza mit käse
    stell den wecker auf sechs
    schalte das licht aus
    was ist zwei plus zwei
    wer ist der bundeskanzler
    wie weit ist der mond entfernt
    ich brauche neue reifen für mein auto
    mein laptop ist kaputt
    die waschmaschine macht ein komisches geräusch
    das paket ist nicht gekommen
    mein flug wurde gestrichen
    wie lerne ich am besten spanisch
    wie komme ich zum bahnhof
    hat das museum am sonntag offen
    mein zahn tut weh
    wie kann ich abnehmen
    ich habe meinen schirm vergessen
    die suppe ist kalt
    was haben sie gestern gemacht
    erzählen sie etwas über sich
    ich schaue mich nur um
    test test eins zwei drei
    bla bla bla
    warum ist der himmel blau
    können fische schlafen
    was gibt es zum mittagessen
    die berge sind heute gut zu sehen
    im see kann man im sommer baden
    """.split(separator: "\n").map(String.init)
}
