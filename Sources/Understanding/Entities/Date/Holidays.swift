import Vocabulary

/// Holidays that people name instead of a date.
enum Holidays {
  /// How its day is found in a year.
  enum Day {
    case fixed(month: Int, day: Int)
    /// Days after Easter Sunday of the western churches.
    case easter(Int)
    /// The nth such weekday (0 for Monday) of a month, and days after it.
    case nth(Int, weekday: Int, month: Int, plus: Int = 0)
  }

  struct Holiday {
    let names: [[String]]
    let day: Day
    /// ISO 3166 -> where it is on another day.
    var elsewhere: [String: Day] = [:]
  }

  static let all: [Holiday] = [
    Holiday(names: [["christmas", "eve"], ["xmas", "eve"]], day: .fixed(month: 12, day: 24)),
    Holiday(
      names: [["christmas", "day"], ["christmas"], ["xmas", "day"], ["xmas"]], day: .fixed(month: 12, day: 25)),
    Holiday(names: [["boxing", "day"]], day: .fixed(month: 12, day: 26)),
    Holiday(
      names: [["new", "year", "eve"], ["new", "years", "eve"], ["nye"], ["silvester"]],
      day: .fixed(month: 12, day: 31)),
    Holiday(
      names: [["new", "year", "day"], ["new", "years", "day"], ["new", "year"], ["new", "years"]],
      day: .fixed(month: 1, day: 1)),
    Holiday(names: [["epiphany"]], day: .fixed(month: 1, day: 6)),
    Holiday(
      names: [["valentine", "day"], ["valentines", "day"], ["valentine"], ["valentines"]],
      day: .fixed(month: 2, day: 14)),
    Holiday(
      names: [["patrick", "day"], ["patricks", "day"], ["saint", "patrick", "day"], ["saint", "patricks", "day"]],
      day: .fixed(month: 3, day: 17)),
    Holiday(names: [["halloween"], ["hallowe'en"]], day: .fixed(month: 10, day: 31)),
    Holiday(names: [["all", "saints", "day"], ["all", "saints"]], day: .fixed(month: 11, day: 1)),
    Holiday(
      names: [["labour", "day"], ["labor", "day"]], day: .fixed(month: 5, day: 1),
      elsewhere: ["US": .nth(1, weekday: 0, month: 9), "CA": .nth(1, weekday: 0, month: 9)]),
    Holiday(names: [["ash", "wednesday"]], day: .easter(-46)),
    Holiday(names: [["palm", "sunday"]], day: .easter(-7)),
    Holiday(names: [["maundy", "thursday"]], day: .easter(-3)),
    Holiday(names: [["good", "friday"]], day: .easter(-2)),
    Holiday(names: [["easter", "monday"]], day: .easter(1)),
    Holiday(names: [["easter", "sunday"], ["easter", "day"], ["easter"]], day: .easter(0)),
    Holiday(names: [["ascension", "day"]], day: .easter(39)),
    Holiday(names: [["whit", "sunday"], ["pentecost"]], day: .easter(49)),
    Holiday(names: [["whit", "monday"]], day: .easter(50)),
    Holiday(
      names: [["mother", "day"], ["mothers", "day"]], day: .nth(2, weekday: 6, month: 5),
      elsewhere: ["GB": .easter(-21), "IE": .easter(-21)]),
    Holiday(names: [["father", "day"], ["fathers", "day"]], day: .nth(3, weekday: 6, month: 6)),
    Holiday(
      names: [["thanksgiving", "day"], ["thanksgiving"]], day: .nth(4, weekday: 3, month: 11),
      elsewhere: ["CA": .nth(2, weekday: 0, month: 10)]),
    Holiday(names: [["black", "friday"]], day: .nth(4, weekday: 3, month: 11, plus: 1)),
    Holiday(names: [["cyber", "monday"]], day: .nth(4, weekday: 3, month: 11, plus: 4)),
    Holiday(names: [["independence", "day"]], day: .fixed(month: 7, day: 4)),
    Holiday(names: [["memorial", "day"]], day: .nth(5, weekday: 0, month: 5)),
    Holiday(names: [["mlk", "day"]], day: .nth(3, weekday: 0, month: 1)),
  ]

  static let firstWords: Set<String> = Set(all.flatMap { $0.names.compactMap(\.first) }).union(possessives)

  /// First words as they are typed with an apostrophe are found without it.
  private static let possessives: Set<String> = ["valentine", "mother", "father", "patrick"]

  /// First word -> names that begin so with their holiday, longest first.
  static let byFirstWord: [String: [(name: [String], holiday: Int)]] = {
    var index: [String: [(name: [String], holiday: Int)]] = [:]
    for (number, holiday) in all.enumerated() {
      for name in holiday.names { index[name[0], default: []].append((name, number)) }
    }
    return index.mapValues { $0.sorted { $0.name.count > $1.name.count } }
  }()

  static func date(of holiday: Int, in year: Int, country: String?) -> CivilDate? {
    guard all.indices.contains(holiday), (1...9998).contains(year) else { return nil }
    let day = country.flatMap { all[holiday].elsewhere[$0] } ?? all[holiday].day
    switch day {
    case .fixed(let month, let day): return CivilDate(year: year, month: month, day: day)
    case .easter(let offset): return easter(year)?.adding(days: offset)
    case .nth(let nth, let weekday, let month, let plus):
      return nthWeekday(nth, weekday, month: month, year: year)?.adding(days: plus)
    }
  }

  /// The nth such weekday of a month; the last one where the month has fewer.
  static func nthWeekday(_ nth: Int, _ weekday: Int, month: Int, year: Int) -> CivilDate? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    let offset = (weekday - first.weekday.index + 7) % 7
    let date = first.adding(days: offset + 7 * (min(max(nth, 1), 5) - 1))
    return date.month == month ? date : date.adding(days: -7)
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
