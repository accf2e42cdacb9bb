extension EarWords {
  static let german = EarWords(
    common: Set(
      """
      der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren bin habe hab haben hat hatte
      ich mir mich wir uns sie ihnen ihr ihre ihren er es mein meine meinen meiner meinem kein keine keinen nicht nichts was
      wer wie wo wann warum wieso wohin kann können konnen koennen könnte konnte koennte möchte mochte moechte will wollen
      würde wurde wuerde soll darf muss müssen mussen mit ohne von vom für fur fuer zu zum zur bei beim auf aus über uber
      ueber nach vor seit bis im am ins ja nein bitte danke hallo guten gruß gruss grüß grüss servus tag morgen abend gestern
      heute vorgestern übermorgen uebermorgen noch schon auch sehr denn doch gerne gern jemand etwas gestohlen verloren geld
      wurde worden gibt geht es hilfe mensch mitarbeiter berater wenn weil dass wegen kommt bekommen brauche jetzt
      """.split(whereSeparator: \.isWhitespace).map(String.init)
        .flatMap { Tokenizer.tokens(of: Array($0.unicodeScalars)).map(\.folded) }),
    letters: ["ä", "ö", "ü", "Ä", "Ö", "Ü", "ß"],
    names: ["deutsch", "deutsche", "deutscher", "german", "nemsko", "nemscina", "tedesco"],
    asking: [
      "auf", "bitte", "in", "konnen", "koennen", "konnten", "koennten", "kann", "darf", "wir", "sie", "du", "ich",
      "mir",
      "mich", "mit", "sprechen", "sprichst", "reden", "schreiben", "antworten", "antwort", "wechseln", "zu", "weiter",
      "weitermachen", "mochte", "moechte", "will", "lieber", "gern", "gerne", "sprache", "geht", "das", "es", "auch",
      "nur",
      "jetzt", "hallo", "guten", "tag", "wurde", "wuerde", "ware", "waere", "besser", "oder", "ja", "um", "machen",
      "bin",
    ])
}
