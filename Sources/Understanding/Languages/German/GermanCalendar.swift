import Vocabulary

extension CalendarTables {
  static let german: CalendarTables = {
    var tables = CalendarTables(
      table: GermanCalendar.table, inflected: { token, _ in GermanCalendar.inflected(token) }, holidays: .german)
    tables.settle = GermanCalendar.settle
    tables.dotIsOrdinal = true
    tables.halfIsBefore = true
    tables.joinsWithoutPreposition = true
    tables.minutesFollowClock = true
    return tables
  }()
}

/// The words of German phrases about time, with their roles.
enum GermanCalendar {
  static let table: [String: CalendarWord] = {
    var table: [String: CalendarWord] = [:]
    for word in GermanTerms.tokens(fillers) { table[word] = CalendarWord(role: .filler) }
    for mark in ["?", "!", ";", ")", "(", "\""] { table[mark] = CalendarWord(role: .filler) }
    func add(_ role: CalendarRole, _ number: Int, _ words: String, weak: Bool = false) {
      for word in GermanTerms.tokens(words) { table[word] = CalendarWord(role: role, number: number, weak: weak) }
    }
    for (at, words) in weekdays.enumerated() { add(.weekday, at, words) }
    for (at, word) in ["mo", "", "mi", "", "fr", "sa"].enumerated() where !word.isEmpty {
      table[word] = CalendarWord(role: .weekday, number: at, weak: true)
    }
    for (at, words) in months.enumerated() { add(.month, at + 1, words) }
    for (role, number, words) in numbered { add(role, number, words) }
    for (role, words) in plain { add(role, 0, words) }
    for (word, value) in GermanNumbers.table { addNumber(word, value, to: &table) }
    for (role, mark) in marks { table[mark] = CalendarWord(role: role) }
    for word in HolidayTable.german.firstWords where table[word] == nil || table[word]?.role == .filler {
      table[word] = CalendarWord(role: .holiday)
    }
    return table
  }()

  private static func addNumber(_ word: String, _ value: NumberWord, to table: inout [String: CalendarWord]) {
    guard table[word] == nil else { return }
    switch value {
    case .unit(let number), .teen(let number), .tens(let number):
      table[word] = CalendarWord(role: .number, number: number)
    case .zero: table[word] = CalendarWord(role: .number, number: 0)
    case .hundred: table[word] = CalendarWord(role: .number, number: 100)
    case .scale(1_000): table[word] = CalendarWord(role: .number, number: 1_000)
    case .ordinal(let number): table[word] = CalendarWord(role: .ordinal, number: number)
    case .half: table[word] = CalendarWord(role: .half)
    case .article: table[word] = CalendarWord(role: .article, number: 1)
    case .scale, .bundle, .whole, .mixed, .quarter, .and, .point, .minus, .letterZero, .times, .part: break
    }
  }

  static func inflected(_ token: Token) -> CalendarWord? {
    guard token.shape == .word else { return nil }
    if token.folded == "anderthalb" { return CalendarWord(role: .mixed, number: 1) }
    switch GermanNumerals.parse(token.folded) {
    case .cardinal(let number)?: return CalendarWord(role: .number, number: number)
    case .ordinal(let number)?: return CalendarWord(role: .ordinal, number: number)
    case .mixed(let number)?: return CalendarWord(role: .mixed, number: number)
    case nil: return nil
    }
  }

  /// "Morgen" is the day behind today, and the morning behind "heute", "Montag", "am"; in "guten Morgen" it is neither.
  @Sendable static func settle(_ words: inout [CalendarWord], _ tokens: [Token]) {
    for at in words.indices where tokens[at].folded == "morgen" && at > 0 {
      let before = tokens[at - 1].folded
      if greetings.contains(before) {
        words[at] = CalendarWord(role: .filler)
      } else if words[at - 1].role == .dayName || words[at - 1].role == .weekday || mornings.contains(before) {
        words[at] = CalendarWord(role: .part, number: DayPart.morning.rawValue, glued: words[at].glued)
      }
    }
  }

  private static let greetings: Set<String> = ["guten", "gutn", "schonen", "gute"]
  private static let mornings: Set<String> = ["am", "jeden", "diesen", "dem", "den", "nachsten", "fruhen"]

  private static let weekdays = [
    "montag montags", "dienstag dienstags", "mittwoch mittwochs", "donnerstag donnerstags", "freitag freitags",
    "samstag samstags sonnabend sonnabends", "sonntag sonntags",
  ]
  private static let months = [
    "januar jänner jan jän", "februar feber feb", "märz mrz", "april apr", "mai", "juni jun", "juli jul", "august aug",
    "september sept sep", "oktober okt", "november nov", "dezember dez",
  ]
  private static let numbered: [(CalendarRole, Int, String)] = [
    (.dayName, 0, "heute heut"), (.dayName, -1, "gestern"), (.dayName, 1, "morgen"), (.dayName, -2, "vorgestern"),
    (.dayName, 2, "übermorgen"), (.dayName, -3, "vorvorgestern"),
    (.part, DayPart.morning.rawValue, "früh frühe vormittag vormittags morgens"),
    (.part, DayPart.afternoon.rawValue, "nachmittag nachmittags"), (.part, DayPart.evening.rawValue, "abend abends"),
    (.part, DayPart.night.rawValue, "nacht nachts"),
    (.season, 3, "frühling frühjahr"), (.season, 6, "sommer"), (.season, 9, "herbst"), (.season, 12, "winter"),
    (.unit, CalendarUnit.second.rawValue, "sekunde sekunden sek"),
    (.unit, CalendarUnit.minute.rawValue, "minute minuten min"),
    (.unit, CalendarUnit.hour.rawValue, "stunde stunden std"),
    (.unit, CalendarUnit.day.rawValue, "tag tage tagen tages werktag werktage werktagen arbeitstage arbeitstagen"),
    (.unit, CalendarUnit.week.rawValue, "woche wochen"),
    (.unit, CalendarUnit.month.rawValue, "monat monate monaten monats"),
    (.unit, CalendarUnit.quarter.rawValue, "quartal quartale quartals quartalen vierteljahr vierteljahre"),
    (.unit, CalendarUnit.year.rawValue, "jahr jahre jahren jahres"),
    (.unit, CalendarUnit.decade.rawValue, "jahrzehnt jahrzehnte jahrzehnten"),
    (.shortUnit, CalendarUnit.second.rawValue, "s"), (.shortUnit, CalendarUnit.minute.rawValue, "m"),
    (.shortUnit, CalendarUnit.hour.rawValue, "h"), (.shortUnit, CalendarUnit.day.rawValue, "d"),
    (.edge, 0, "anfang beginn"), (.edge, 1, "mitte"), (.edge, 2, "ende"),
    (.next, 1, "nächste nächsten nächster nächstes nächstem kommende kommenden kommender kommendes folgende folgenden"),
    (.next, 2, "übernächste übernächsten übernächster übernächstes"),
    (
      .last, 1,
      "letzte letzten letzter letztes letztem vorige vorigen voriger voriges vergangene vergangenen vergangener"
    ),
    (.last, 2, "vorletzte vorletzten vorletzter vorletztes"),
    (.quarter, CalendarUnit.quarter.rawValue, "viertel"),
  ]
  private static let plain: [(CalendarRole, String)] = [
    (.noon, "mittag mittags"), (.midnight, "mitternacht"), (.now, "jetzt"), (.weekend, "wochenende wochenenden"),
    (.the, "der die das den dem des"), (.in, "in im während innerhalb binnen"), (.at, "um gegen ab punkt"),
    (.around, "circa ca etwa ungefähr rund"), (.on, "am"), (.from, "von vom"), (.until, "bis"), (.and, "und"),
    (.between, "zwischen"), (.since, "seit"), (.for, "für"), (.prior, "vor"), (.after, "nach"), (.ago, "her"),
    (.or, "oder"), (.later, "später"), (.couple, ""), (.few, "paar einige einigen mehrere mehreren"),
    (.more, "volle vollen ganze ganzen"), (.this, "diese diesen dieser dieses diesem"), (.clock, "uhr"),
    (.just, "genau gerade"), (.half, "halb"),
  ]
  private static let marks: [(CalendarRole, String)] = [
    (.dash, "-"), (.slash, "/"), (.dot, "."), (.colon, ":"), (.comma, ","), (.letterT, "t"), (.letterQ, "q"),
    (.half, "½"),
  ]
  private static let fillers = """
    ich wir er sie es ihr mein meine meinen unser ist war waren sind aber also wenn dann weil bitte danke mit jemand kann
    könnte können würde wäre geht ginge passt passe passen gut gern gerne habe hat haben wurde nicht kein keine ja nein
    kommen komme haben möchte will soll sollte mir uns dass noch schon erst sein zu auf bei
    """
}
