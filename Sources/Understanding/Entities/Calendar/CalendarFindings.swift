import Vocabulary

/// A value that a rule found at some words of the line.
struct Found<Value> {
  var value: Value
  /// The first word of the value.
  var from: Int
  /// The place after its last word.
  var next: Int
  /// Needs an open question to count.
  var latent = false
  var rule: String

  func map<Other>(_ change: (Value) -> Other) -> Found<Other> {
    Found<Other>(value: change(value), from: from, next: next, latent: latent, rule: rule)
  }
}

/// A day or several days in a row, with both ends.
struct Days: Hashable {
  var first: CivilDate
  var last: CivilDate
  var unit: CalendarUnit = .day
  /// The other readings, the likelier ones first.
  var others: [DayPair] = []
  /// How to read it in another year.
  var yearless: Yearless?
  /// Said from today on: "tomorrow", "this Friday".
  var isRelative = false
  var weekday: Int?

  init(_ first: CivilDate, _ last: CivilDate? = nil, unit: CalendarUnit = .day) {
    self.first = first
    self.last = max(first, last ?? first)
    self.unit = unit
  }

  var isOneDay: Bool { first == last }
  var value: Value { DayPair(first: first, last: last).value }

  func moved(to first: CivilDate, others: [CivilDate] = []) -> Days {
    var days = self
    days.first = first
    days.last = first
    days.others = others.map { DayPair(first: $0, last: $0) }
    return days
  }
}

struct DayPair: Hashable {
  var first: CivilDate
  var last: CivilDate
  var value: Value { first == last ? .date(first) : .dateRange(first, last) }
}

/// What comes back every year.
enum Yearless: Hashable {
  case monthDay(month: Int, day: Int)
  case month(Int)
  case holiday(Int)
}

/// A time of day, or a part of the day.
struct Clock: Hashable {
  var from: TimeOfDay
  var to: TimeOfDay?
  /// The half of the day was not said.
  var isVague = false
  var toIsVague = false
  /// A bare number: "at 8".
  var isBare = false

  var value: Value { to.map { .timeRange(from, $0) } ?? .time(from) }

  /// The other half of the day, where it was not said.
  var other: Value? {
    guard isVague || toIsVague else { return nil }
    let start = isVague ? from.otherHalf : from
    guard let to else { return .time(start) }
    return .timeRange(start, toIsVague ? to.otherHalf : to)
  }
}

extension TimeOfDay {
  var otherHalf: TimeOfDay { TimeOfDay(secondsOfDay: (secondsOfDay + 43_200) % 86_400) }
}

/// A day with a time, or from one such moment to another.
struct Moment: Hashable {
  var from: CivilDateTime
  var to: CivilDateTime?
  var others: [Moment] = []
  var value: Value { to.map { .dateTimeRange(from, $0) } ?? .dateTime(from) }
  /// The days that it touches.
  var days: Value {
    guard let to else { return .date(from.date) }
    let last = to.time == .midnight && to.date > from.date ? to.date.adding(days: -1) : to.date
    return DayPair(first: from.date, last: last).value
  }
}

/// A length of time with the units it was said in.
struct Length: Hashable {
  var months = 0
  var days = 0
  var seconds = 0
  /// Hours or less were said, so that a day alone would be too coarse.
  var isFine = false
  /// The only unit and its amount, where one was said.
  var amount = 0
  var unit: CalendarUnit = .second

  var value: Value { .duration(DurationValue(months: months, days: days, seconds: Int64(seconds))) }
  var isZero: Bool { months == 0 && days == 0 && seconds == 0 }
}
