/// How German speakers say yes and no.
enum GermanAnswers {
  static let yes: [String] = [
    "ja", "j", "jo", "jep", "jup", "jawohl", "jaja", "ja bitte", "ja gern", "ja gerne", "ja genau", "ja klar",
    "ja sicher",
    "ja stimmt", "ja das stimmt", "ja richtig", "ja das passt", "ja passt", "ja ist es", "ja habe ich", "ja bin ich",
    "genau", "genau so", "richtig", "korrekt", "stimmt", "das stimmt", "stimmt genau", "das ist richtig",
    "das ist korrekt", "passt", "das passt", "passt so", "passt schon", "klar", "na klar", "klar doch", "sicher",
    "selbstverständlich", "natürlich", "natürlich ja", "freilich", "eh klar", "gern", "gerne", "sehr gern",
    "sehr gerne",
    "bitte", "bitte ja", "in ordnung", "geht in ordnung", "einverstanden", "ok", "okay", "oki", "alles klar", "gut",
    "sehr gut", "das ist gut", "perfekt", "super", "machen sie das", "mach das", "bitte machen", "tun sie das",
    "so machen wir es", "das ist in ordnung", "auf jeden fall", "unbedingt", "bestätigt", "ich bestätige",
    "das hat geholfen", "hat geholfen", "ja hat es", "das hilft", "gelöst", "erledigt", "alles gut", "geklärt",
    "bin ich",
    "habe ich", "ist es", "das bin ich", "ich denke schon", "ich glaube schon", "glaube schon", "denke schon", "schon",
    "yes", "yep", "👍", "👌", "✅", "✔",
  ]

  static let no: [String] = [
    "nein", "n", "nö", "nee", "na", "naa", "ne", "nope", "nein danke", "nein gar nicht", "nein das nicht", "nicht",
    "nein ist es nicht", "nein stimmt nicht", "nein das stimmt nicht", "nicht wirklich", "gar nicht", "überhaupt nicht",
    "keineswegs", "keinesfalls", "auf keinen fall", "sicher nicht", "bestimmt nicht", "natürlich nicht", "niemals",
    "das stimmt nicht", "stimmt nicht", "das ist falsch", "falsch", "das ist nicht richtig", "nicht richtig",
    "nicht korrekt", "das ist nicht korrekt", "das passt nicht", "passt nicht", "lieber nicht", "bitte nicht",
    "eher nicht",
    "noch nicht", "jetzt nicht", "heute nicht", "das nicht", "die nicht", "den nicht", "ich glaube nicht",
    "glaube nicht", "ich denke nicht", "glaub nicht", "habe ich nicht", "bin ich nicht", "ist es nicht", "hat es nicht",
    "nein hat es nicht", "nicht einverstanden", "nein nein", "no", "👎", "❌",
  ]

  /// Phrases that begin like one of those and say neither.
  static let neither: [String] = [
    "nicht sicher", "ja und nein", "ja oder nein", "nicht bekannt", "gut möglich", "weiß nicht", "ich weiß nicht",
    "keine ahnung", "na ja", "naja", "sicher ist", "nein nicht sicher", "ne frage", "ne karte", "gern geschehen",
    "gute frage", "richtig ist", "das habe ich nicht", "habe ich nicht da", "habe ich nicht dabei", "nicht genau",
    "gut gemeint", "schon gut", "schon wieder", "schon gesagt", "bitte helfen", "bitte um", "falsche nummer", "na und",
    "nicht zuständig", "nicht verstanden", "klar ist", "ist es möglich", "nicht da", "erledigt sich",
  ]
}

extension YesNoTables {
  static let german = YesNoTables(
    table: PhraseTable(
      [(GermanAnswers.neither, .neither), (GermanAnswers.yes, .yes), (GermanAnswers.no, .no)],
      respelled: GermanTerms.rules.respelled),
    openers: GermanTerms.tokens("ähm äh hm hmm na also oh ach so und aber hallo nun eigentlich doch"),
    closers: GermanTerms.tokens("bitte danke und aber leider dann sehr gern gerne"),
    elliptic: GermanTerms.tokens(
      """
      ich es das ist bin habe hat die den machen mach tun gut super perfekt richtig falsch genau sicher j n na ne schon klar
      bitte gern gerne nicht passt stimmt
      """), weakLast: GermanTerms.tokens("bitte richtig gut schon nicht gern gerne na ne"))
}
