extension HolidayTable {
  /// Names as they are compared; days as in Austria, and Germany's where only Germany has them.
  static let german = HolidayTable(
    days.map { names, day in Holiday(names: names.map { GermanTerms.rules.tokens($0) }, day: day) })

  private static let days: [([String], Day)] = [
    (["Heiligabend", "Heiliger Abend", "Heiligen Abend", "Weihnachtsabend"], .fixed(month: 12, day: 24)),
    (["Weihnachten", "Christtag", "Weihnachtstag"], .fixed(month: 12, day: 25)),
    (["Stefanitag", "Stephanstag", "Stephanitag"], .fixed(month: 12, day: 26)),
    (["Silvester", "Silvesterabend", "Altjahrestag"], .fixed(month: 12, day: 31)),
    (["Neujahr", "Neujahrstag"], .fixed(month: 1, day: 1)),
    (["Dreikönig", "Dreikönigstag", "Heilige Drei Könige", "Epiphanie"], .fixed(month: 1, day: 6)),
    (["Valentinstag"], .fixed(month: 2, day: 14)), (["Rosenmontag"], .easter(-48)),
    (["Faschingsdienstag", "Fasching"], .easter(-47)), (["Aschermittwoch"], .easter(-46)),
    (["Palmsonntag"], .easter(-7)), (["Gründonnerstag"], .easter(-3)), (["Karfreitag"], .easter(-2)),
    (["Karsamstag"], .easter(-1)), (["Ostermontag"], .easter(1)), (["Ostern", "Ostersonntag"], .easter(0)),
    (["Staatsfeiertag", "Tag der Arbeit"], .fixed(month: 5, day: 1)), (["Christi Himmelfahrt"], .easter(39)),
    (["Pfingsten", "Pfingstsonntag"], .easter(49)), (["Pfingstmontag"], .easter(50)), (["Fronleichnam"], .easter(60)),
    (["Muttertag"], .nth(2, weekday: 6, month: 5)), (["Vatertag"], .nth(2, weekday: 6, month: 6)),
    (["Mariä Himmelfahrt", "Maria Himmelfahrt"], .fixed(month: 8, day: 15)),
    (["Tag der Deutschen Einheit"], .fixed(month: 10, day: 3)), (["Nationalfeiertag"], .fixed(month: 10, day: 26)),
    (["Halloween"], .fixed(month: 10, day: 31)), (["Allerheiligen"], .fixed(month: 11, day: 1)),
    (["Allerseelen"], .fixed(month: 11, day: 2)), (["Nikolaus", "Nikolo"], .fixed(month: 12, day: 6)),
    (["Mariä Empfängnis", "Maria Empfängnis"], .fixed(month: 12, day: 8)),
  ]
}
