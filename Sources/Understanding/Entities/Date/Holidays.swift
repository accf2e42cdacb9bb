import Vocabulary

/// Holidays that people name instead of a date.
struct HolidayTable: Sendable {
  /// How its day is found in a year.
  enum Day: Sendable {
    case fixed(month: Int, day: Int)
    /// Days after Easter Sunday of the western churches, and of the eastern ones.
    case easter(Int)
    case orthodox(Int)
    /// The nth such weekday (0 for Monday) of a month, and days after it.
    case nth(Int, weekday: Int, month: Int, plus: Int = 0)
    /// The last such weekday up to a day.
    case upTo(weekday: Int, month: Int, day: Int)
  }

  struct Holiday: Sendable {
    let names: [[String]]
    let day: Day
    /// ISO 3166 -> where it is on another day.
    var elsewhere: [String: Day] = [:]
  }

  /// Words that say whose holiday it is, where it is none of these.
  static let otherCalendars: Set<String> = [
    "chinese", "lunar", "jewish", "islamic", "muslim", "persian", "thai", "hindu", "parsi", "vietnamese", "korean",
  ]

  let all: [Holiday]
  /// First words as people type them, also with an apostrophe.
  let firstWords: Set<String>
  /// First word -> names that begin so with their holiday, longest first.
  let byFirstWord: [String: [(name: [String], holiday: Int)]]

  init(_ all: [Holiday]) {
    self.all = all
    firstWords = Set(all.flatMap { $0.names.compactMap(\.first) })
    var index: [String: [(name: [String], holiday: Int)]] = [:]
    for (number, holiday) in all.enumerated() {
      for name in holiday.names { index[name[0], default: []].append((name, number)) }
    }
    byFirstWord = index.mapValues { $0.sorted { $0.name.count > $1.name.count } }
  }

  func date(of holiday: Int, in year: Int, country: String?) -> CivilDate? {
    guard all.indices.contains(holiday), (1...9998).contains(year) else { return nil }
    let day = country.flatMap { all[holiday].elsewhere[$0] } ?? all[holiday].day
    switch day {
    case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
    case .easter(let offset): return HolidayTable.easter(year)?.adding(days: offset)
    case .orthodox(let offset): return HolidayTable.orthodoxEaster(year)?.adding(days: offset)
    case .upTo(let weekday, let month, let day):
      guard let last = CivilDate(year: year, month: month, day: day) else { return nil }
      return last.adding(days: -((last.weekday.index - weekday + 7) % 7))
    case .nth(let nth, let weekday, let month, let plus):
      return HolidayTable.nthWeekday(nth, weekday, month: month, year: year)?.adding(days: plus)
    }
  }

  /// The nth such weekday of a month; the last one where the month has fewer.
  static func nthWeekday(_ nth: Int, _ weekday: Int, month: Int, year: Int) -> CivilDate? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    let offset = (weekday - first.weekday.index + 7) % 7
    let date = first.adding(days: offset + 7 * (min(max(nth, 1), 5) - 1))
    return date.month == month ? date : date.adding(days: -7)
  }

  /// Easter Sunday of the Julian calendar (Meeus), told in ours.
  static func orthodoxEaster(_ year: Int) -> CivilDate? {
    let moon = (19 * (year % 19) + 15) % 30
    let sum = moon + (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7 + 114
    let behind = year / 100 - year / 400 - 2
    return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)?.adding(days: behind)
  }

  /// Easter Sunday by the anonymous Gregorian computus (Nature, 1876).
  static func easter(_ year: Int) -> CivilDate? {
    let golden = year % 19
    let (century, yearOfCentury) = (year / 100, year % 100)
    let correction = (century + 8) / 25
    let lunar = (century - correction + 1) / 3
    let epact = (19 * golden + century - century / 4 - lunar + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let sum = epact + weekday - 7 * late + 114
    return CivilDate(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
