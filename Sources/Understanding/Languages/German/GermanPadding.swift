extension Padding {
  static let german = Padding(
    """
    bitte
    bitte schön
    bitte sehr
    danke
    danke schön
    danke sehr
    dankeschön
    vielen dank
    besten dank
    herzlichen dank
    danke im voraus
    vielen dank im voraus
    hallo
    hi
    hey
    servus
    grüß gott
    grüezi
    grüß dich
    moin
    guten tag
    guten morgen
    guten abend
    tag
    sehr geehrte damen und herren
    liebes team
    liebe grüße
    mit freundlichen grüßen
    freundliche grüße
    schöne grüße
    entschuldigung
    entschuldigen sie
    verzeihung
    tut mir leid
    können sie
    können sie mir
    können sie mir sagen
    können sie mir helfen
    könnten sie
    könnten sie mir
    könnten sie mir sagen
    könnten sie mir helfen
    könnten sie mir bitte sagen
    würden sie
    wären sie so nett
    kannst du
    kannst du mir
    ich möchte
    ich möchte gern
    ich möchte gerne
    ich würde gern
    ich würde gerne
    ich hätte gern
    ich hätte gerne
    ich wollte
    ich wollte fragen
    ich habe eine frage
    ich hätte eine frage
    eine frage
    kurze frage
    darf ich fragen
    darf ich
    wissen sie
    mal
    doch
    eigentlich
    halt
    eben
    also
    gern
    gerne
    einfach
    ähm
    äh
    hm
    hmm
    ok
    okay
    na
    naja
    nun
    ach
    oh
    """, words: GermanTerms.rules.sequence)
}

extension WeightWords {
  static let german = WeightWords(
    fillers: GermanTerms.words(
      """
      bitte mal endlich jetzt einfach wirklich gern gerne doch eigentlich vielleicht sofort verdammt verdammten scheiss
      nochmal auch noch halt eben schon bloss nur gleich direkt
      """),
    light: GermanTerms.words(
      """
      ein der bitte danke schön sehr vielen dank hallo hi hey servus guten tag morgen abend grüß gott ok okay oh ähm äh hm
      ach na also nun jetzt dann ja nein und aber ich mir mich es sie ihnen ihr ist sind zu doch mal noch halt eben gern
      gerne einfach wirklich gleich sofort sehr geehrte damen herren liebe liebes team freundlichen grüßen grüße hier da
      schon auch so nur tut leid entschuldigung eigentlich mein an in heute nochmal wieder alles gute verdammt scheiße
      scheiss mann herrgott mit bin möchte will würde hätte
      """))
}
