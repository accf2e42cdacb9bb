import Vocabulary

extension NumberTables {
  static let german = NumberTables(
    table: GermanNumbers.table, compound: GermanNumbers.compound,
    gluedScales: ["k": 1_000, "tsd": 1_000, "mio": 1_000_000, "mrd": 1_000_000_000],
    ordinalSuffixes: ["te", "ten", "ter", "tes", "ste", "sten", "ster"],
    gluedUnits: NumberLexicon.gluedUnits.union(["uhr", "std", "tage", "jahre", "prozent", "er", "cent", "franken"]),
    timeUnits: [
      "sekunde", "sekunden", "sek", "minute", "minuten", "min", "stunde", "stunden", "std", "h", "tag", "tage", "tagen",
      "woche", "wochen", "monat", "monate", "monaten", "jahr", "jahre", "jahren", "uhr", "d",
    ], usesComma: true, percents: ["prozent", "percent"], minus: ["minus"], weakAlone: ["eins"],
    partIsOf: ["von", "der", "des", "und", "mehr", "weniger"], unitsFollowTens: false, countsBare: true,
    articleIsOne: true)
}

/// The words of German numbers.
enum GermanNumbers {
  static let table: [String: NumberWord] = {
    var table: [String: NumberWord] = [:]
    for (at, word) in GermanNumerals.units.enumerated() where at > 0 { table[word] = .unit(at + 1) }
    for (at, word) in GermanNumerals.teens.enumerated() { table[word] = .teen(at + 10) }
    for (word, number) in GermanNumerals.tens { table[word] = .tens(number) }
    for ending in ["e", "en", "er", "es", "em"] {
      for (number, stem) in ordinals { table[stem + ending] = .ordinal(number) }
      table["halb" + ending] = .half
      table["ein" + ending] = .article
    }
    for (word, value) in others { table[word] = value }
    return table
  }()

  private static let ordinals: [(Int, String)] = [
    (1, "erst"), (2, "zweit"), (3, "dritt"), (4, "viert"), (5, "funft"), (6, "sechst"), (7, "siebt"), (8, "acht"),
    (9, "neunt"), (10, "zehnt"), (11, "elft"), (12, "zwolft"), (13, "dreizehnt"), (14, "vierzehnt"), (15, "funfzehnt"),
    (16, "sechzehnt"), (17, "siebzehnt"), (18, "achtzehnt"), (19, "neunzehnt"), (20, "zwanzigst"), (30, "dreissigst"),
  ]
  private static let others: [(String, NumberWord)] = [
    ("null", .zero), ("eins", .unit(1)), ("zwo", .unit(2)), ("ein", .article), ("hundert", .hundred),
    ("tausend", .scale(1_000)), ("million", .scale(1_000_000)), ("mio", .scale(1_000_000)),
    ("mrd", .scale(1_000_000_000)), ("tsd", .scale(1_000)), ("millionen", .scale(1_000_000)),
    ("milliarde", .scale(1_000_000_000)), ("milliarden", .scale(1_000_000_000)), ("dutzend", .bundle(12)),
    ("halb", .half), ("viertel", .quarter), ("drittel", .part(3)), ("funftel", .part(5)),
    ("zehntel", .part(10)), ("und", .and), ("komma", .point), ("minus", .minus), ("doppelt", .times(2)),
    ("zweimal", .times(2)), ("dreimal", .times(3)),
  ]

  @Sendable static func compound(_ word: String) -> NumberWord? {
    if word == "anderthalb" { return .mixed(1) }
    switch GermanNumerals.parse(word) {
    case .cardinal(let number)?: return number < 100 ? .teen(number) : .whole(number)
    case .ordinal(let number)?: return .ordinal(number)
    case .mixed(let number)?: return .mixed(number)
    case nil: return nil
    }
  }
}
