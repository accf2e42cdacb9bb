extension HolidayTable {
  static let english = HolidayTable(
    (church + everywhere + national).map { names, day, elsewhere in
      Holiday(names: names.split(separator: "|").flatMap(variants), day: day, elsewhere: elsewhere)
    })

  /// `mother~ day` is typed "mother's day" and "mothers day".
  private static func variants(_ name: Substring) -> [[String]] {
    let words = name.split(separator: " ")
    guard words.contains(where: { $0.hasSuffix("~") }) else { return [words.map(String.init)] }
    return ["", "s"].map { ending in
      words.map { $0.hasSuffix("~") ? $0.dropLast() + ending : String($0) }
    }
  }

  private typealias Row = (names: String, day: Day, elsewhere: [String: Day])

  private static let church: [Row] = [
    ("christmas eve|xmas eve", .fixed(month: 12, day: 24), [:]),
    ("christmas day|christmas|xmas day|xmas", .fixed(month: 12, day: 25), [:]),
    ("saint stephen~ day|stephen~ day", .fixed(month: 12, day: 26), [:]),
    ("epiphany|three kings day", .fixed(month: 1, day: 6), [:]), ("candlemas", .fixed(month: 2, day: 2), [:]),
    ("valentine~ day|valentine~", .fixed(month: 2, day: 14), [:]),
    ("patrick~ day|saint patrick~ day|paddy~ day|saint paddy~ day", .fixed(month: 3, day: 17), [:]),
    ("shrove tuesday|pancake day|pancake tuesday|mardi gras|fat tuesday", .easter(-47), [:]),
    ("ash wednesday", .easter(-46), [:]), ("mothering sunday", .easter(-21), [:]), ("palm sunday", .easter(-7), [:]),
    ("maundy thursday|holy thursday|covenant thursday", .easter(-3), [:]), ("good friday", .easter(-2), [:]),
    ("easter saturday|holy saturday|easter eve", .easter(-1), [:]), ("easter monday", .easter(1), [:]),
    ("easter sunday|easter day|easter", .easter(0), [:]), ("ascension day|ascension thursday", .easter(39), [:]),
    ("whit sunday|whitsunday|whitsun|pentecost", .easter(49), [:]), ("whit monday|pentecost monday", .easter(50), [:]),
    ("trinity sunday", .easter(56), [:]), ("corpus christi", .easter(60), [:]),
    ("clean monday|shrove monday", .orthodox(-48), [:]), ("orthodox good friday", .orthodox(-2), [:]),
    ("orthodox easter monday", .orthodox(1), [:]),
    ("orthodox easter sunday|orthodox easter|pascha", .orthodox(0), [:]),
    ("orthodox christmas day|orthodox christmas", .fixed(month: 1, day: 7), [:]),
    ("assumption day|assumption of mary", .fixed(month: 8, day: 15), [:]),
    ("all saints day|all saints", .fixed(month: 11, day: 1), [:]),
    ("all souls day|all souls", .fixed(month: 11, day: 2), [:]),
    ("immaculate conception", .fixed(month: 12, day: 8), [:]),
  ]

  private static let everywhere: [Row] = [
    ("boxing day", .fixed(month: 12, day: 26), [:]),
    ("new year eve|new years eve|nye|silvester", .fixed(month: 12, day: 31), [:]),
    ("new year day|new years day|new year|new years", .fixed(month: 1, day: 1), [:]),
    ("groundhog day|ground hog day", .fixed(month: 2, day: 2), [:]),
    ("international women~ day|women~ day", .fixed(month: 3, day: 8), ["ZA": .fixed(month: 8, day: 9)]),
    ("pi day", .fixed(month: 3, day: 14), [:]), ("earth day", .fixed(month: 4, day: 22), [:]),
    ("halloween|hallowe'en", .fixed(month: 10, day: 31), [:]),
    ("human rights day", .fixed(month: 12, day: 10), ["ZA": .fixed(month: 3, day: 21)]),
    (
      "mother~ day", .nth(2, weekday: 6, month: 5), ["GB": .easter(-21), "IE": .easter(-21)]
    ),
    (
      "father~ day", .nth(3, weekday: 6, month: 6),
      ["AU": .nth(1, weekday: 6, month: 9), "NZ": .nth(1, weekday: 6, month: 9)]
    ),
    (
      "labour day|labor day|worker~ day|international worker~ day", .fixed(month: 5, day: 1),
      [
        "US": .nth(1, weekday: 0, month: 9), "CA": .nth(1, weekday: 0, month: 9), "AU": .nth(1, weekday: 0, month: 10),
        "NZ": .nth(4, weekday: 0, month: 10), "IE": .nth(1, weekday: 0, month: 5), "JM": .fixed(month: 5, day: 23),
        "TT": .fixed(month: 6, day: 19),
      ]
    ),
    (
      "thanksgiving day|thanksgiving", .nth(4, weekday: 3, month: 11),
      ["CA": .nth(2, weekday: 0, month: 10)]
    ),
    ("black friday", .nth(4, weekday: 3, month: 11, plus: 1), [:]),
    ("cyber monday", .nth(4, weekday: 3, month: 11, plus: 4), [:]),
    ("remembrance day|armistice day", .fixed(month: 11, day: 11), [:]),
    ("independence day", .fixed(month: 7, day: 4), independence),
  ]

  private static let independence: [String: Day] = [
    "SI": .fixed(month: 12, day: 26), "HR": .fixed(month: 5, day: 30), "PL": .fixed(month: 11, day: 11),
    "FI": .fixed(month: 12, day: 6), "EE": .fixed(month: 2, day: 24), "LV": .fixed(month: 11, day: 18),
    "UA": .fixed(month: 8, day: 24), "GE": .fixed(month: 5, day: 26), "IN": .fixed(month: 8, day: 15),
    "PK": .fixed(month: 8, day: 14), "ID": .fixed(month: 8, day: 17), "MY": .fixed(month: 8, day: 31),
    "PH": .fixed(month: 6, day: 12), "MX": .fixed(month: 9, day: 16), "BR": .fixed(month: 9, day: 7),
    "AR": .fixed(month: 7, day: 9), "CL": .fixed(month: 9, day: 18), "CO": .fixed(month: 7, day: 20),
    "PE": .fixed(month: 7, day: 28), "JM": .fixed(month: 8, day: 6), "TT": .fixed(month: 8, day: 31),
    "BZ": .fixed(month: 9, day: 21), "BS": .fixed(month: 7, day: 10), "BB": .fixed(month: 11, day: 30),
    "NG": .fixed(month: 10, day: 1), "GH": .fixed(month: 3, day: 6), "KE": .fixed(month: 12, day: 12),
  ]

  /// Holidays that one country or two have, under a name of their own.
  private static let national: [Row] = [
    ("memorial day|decoration day", .nth(5, weekday: 0, month: 5), [:]),
    (
      "mlk day|martin luther king day|martin luther king jr day|martin luther kings day",
      .nth(3, weekday: 0, month: 1), [:]
    ),
    ("president~ day|washington~ birthday", .nth(3, weekday: 0, month: 2), [:]),
    ("lincoln~ birthday", .fixed(month: 2, day: 12), [:]), ("flag day", .fixed(month: 6, day: 14), [:]),
    ("juneteenth", .fixed(month: 6, day: 19), [:]),
    ("columbus day|indigenous people~ day", .nth(2, weekday: 0, month: 10), [:]),
    ("veteran~ day", .fixed(month: 11, day: 11), [:]), ("election day", .nth(1, weekday: 0, month: 11, plus: 1), [:]),
    ("canada day|dominion day", .fixed(month: 7, day: 1), [:]),
    ("victoria day", .upTo(weekday: 0, month: 5, day: 24), [:]), ("family day", .nth(3, weekday: 0, month: 2), [:]),
    ("australia day", .fixed(month: 1, day: 26), [:]), ("anzac day", .fixed(month: 4, day: 25), [:]),
    ("waitangi day", .fixed(month: 2, day: 6), [:]), ("burns night", .fixed(month: 1, day: 25), [:]),
    ("saint david~ day", .fixed(month: 3, day: 1), [:]), ("saint george~ day", .fixed(month: 4, day: 23), [:]),
    ("saint andrew~ day", .fixed(month: 11, day: 30), [:]),
    ("bonfire night|guy fawkes night|guy fawkes day|guy fawkes", .fixed(month: 11, day: 5), [:]),
    ("remembrance sunday", .nth(2, weekday: 6, month: 11), [:]), ("bastille day", .fixed(month: 7, day: 14), [:]),
    ("king~ day|koningsdag", .fixed(month: 4, day: 27), [:]), ("republic day", .fixed(month: 1, day: 26), [:]),
    ("freedom day", .fixed(month: 4, day: 27), [:]), ("youth day", .fixed(month: 6, day: 16), [:]),
    ("heritage day", .fixed(month: 9, day: 24), [:]),
  ]
}
