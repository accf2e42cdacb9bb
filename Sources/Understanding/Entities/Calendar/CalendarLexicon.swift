/// Every word that a phrase about time is made of, with its role.
enum CalendarLexicon {
  static let table: [String: CalendarWord] = {
    var table: [String: CalendarWord] = [:]
    for word in fillers { table[word] = CalendarWord(role: .filler) }
    for (role, words) in numbered {
      for (word, number) in words { table[word] = CalendarWord(role: role, number: number, weak: weak.contains(word)) }
    }
    for (role, words) in plain {
      for word in words { table[word] = CalendarWord(role: role) }
    }
    for word in HolidayTable.english.firstWords where table[word] == nil || fillers.contains(word) {
      table[word] = CalendarWord(role: .holiday)
    }
    return table
  }()

  /// Words that are more often something else.
  private static let weak: Set<String> = [
    "may", "march", "mar", "sat", "sun", "wed", "mon", "dec", "jan", "april", "june", "august", "spring", "fall",
  ]

  private static let numbered: [(CalendarRole, [String: Int])] = [
    (.weekday, DateTables.weekdays), (.month, DateTables.months), (.season, DateTables.seasons),
    (.number, SmallNumbers.cardinals), (.ordinal, SmallNumbers.ordinals), (.unit, units), (.shortUnit, shortUnits),
    (.dayName, DateTables.dayNames), (.part, TimeTables.parts), (.meridiem, ["am": 0, "pm": 12]),
    (.edge, ["beginning": 0, "start": 0, "early": 0, "mid": 1, "middle": 1, "end": 2, "late": 2]),
    (.article, ["a": 1, "an": 1]), (.second, ["second": CalendarUnit.second.rawValue]),
    (.quarter, ["quarter": CalendarUnit.quarter.rawValue]),
  ]

  private static let units: [String: Int] = [
    "seconds": 0, "sec": 0, "secs": 0, "minute": 1, "minutes": 1, "min": 1, "mins": 1, "hour": 2, "hours": 2, "hr": 2,
    "hrs": 2, "day": 3, "days": 3, "week": 4, "weeks": 4, "wk": 4, "wks": 4, "fortnight": 5, "fortnights": 5,
    "month": 6, "months": 6, "mth": 6, "mths": 6, "quarters": 7, "qtr": 7, "year": 8, "years": 8, "yr": 8, "yrs": 8,
    "decade": 9, "decades": 9,
  ]

  private static let shortUnits: [String: Int] = ["s": 0, "m": 1, "h": 2, "d": 3, "w": 4, "y": 8]

  private static let plain: [(CalendarRole, [String])] = [
    (.tonight, ["tonight", "tonite"]), (.noon, ["noon", "midday"]), (.midnight, ["midnight"]),
    (.now, ["now", "currently"]), (.weekend, ["weekend", "weekends"]), (.the, ["the"]), (.of, ["of"]),
    (.in, ["in", "during", "within"]), (.at, ["at", "@"]), (.around, ["around", "about", "approximately", "circa"]),
    (.on, ["on", "dated"]), (.by, ["by"]), (.from, ["from"]), (.to, ["to"]),
    (.until, ["until", "till", "til", "untill", "through", "thru"]), (.and, ["and", "&"]), (.between, ["between"]),
    (.since, ["since"]), (.for, ["for"]), (.before, ["before"]), (.after, ["after"]), (.ago, ["ago", "back"]),
    (.or, ["or"]),
    (.hence, ["hence"]), (.later, ["later"]), (.past, ["past"]), (.half, ["half", "½"]), (.couple, ["couple"]),
    (.few, ["few", "several"]), (.more, ["more", "full", "whole"]), (.working, ["working", "business"]),
    (.this, ["this", "current"]),
    (.next, ["next", "coming", "upcoming", "following"]), (.last, ["last", "previous"]),
    (.clock, ["o'clock", "oclock"]),
    (.ordinalMark, ["st", "nd", "rd", "th"]), (.just, ["just", "right"]), (.rest, ["rest"]), (.other, ["other"]),
    (.starting, ["starting", "commencing"]),
    (.letterP, ["p"]), (.letterT, ["t"]), (.letterQ, ["q"]), (.dash, ["-"]), (.slash, ["/"]), (.dot, ["."]),
    (.colon, [":"]), (.comma, [","]),
  ]

  private static let fillers: Set<String> = [
    "i", "we", "he", "she", "it", "you", "they", "my", "our", "his", "her", "is", "was", "were", "but", "so",
    "if",
    "then", "when", "because", "please", "with", "somebody", "someone", "thanks", "that", "sharp", "exactly", "ish",
    "latest", "gmt", "utc", "cet", "cest", "bst", "est", "edt", "pst", "pdt", "would", "will", "works", "suits", "good",
    "new", "as", "not", "no", "yes", "?", "!", ";",
    ")", "(", "\"",
  ]
}
